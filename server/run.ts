import type { CancellationToken, Position, Range } from 'vscode-languageserver';
import { kindOf } from './document-kind.ts';
import type { OpenedReport } from './opened.ts';
import { LSPErrorCodes, ResponseError } from './protocol.ts';
import type { Opened, OpenedLexicon, OpenedRules, Session } from './session.ts';

/**
 * Answers a request about a report (`answer`), a rule file (`ofRules`) or a lexicon file (`ofLexicon`). The version is the one that the request came with,
 * whatever is typed meanwhile (but for the moment in which the site of a new folder is looked up). Where the request names a place, the answer is asked of the one report around it. A request
 * that was cancelled before its turn costs nothing; an error is logged, and the answer is `neutral`, as it is where no such
 * document is open. Reports are never logged.
 */
export function run<T, P extends { readonly textDocument: { readonly uri: string } }>(
  session: Session,
  name: string,
  neutral: T,
  answer: (opened: Opened, params: P) => T | Promise<T>,
  ofRules: (opened: OpenedRules, params: P) => T = () => neutral,
  ofLexicon: (opened: OpenedLexicon, params: P) => T = () => neutral,
): (params: P, token: CancellationToken) => Promise<T> {
  return (params, token) => {
    const waits = session.lookUpSite(params.textDocument.uri);
    return waits === null ? answerTo(params, token) : waits.then(() => answerTo(params, token));
  };
  function answerTo(params: P, token: CancellationToken): Promise<T> {
    const { uri } = params.textDocument;
    const opened = guarded(session, name, undefined, () => session.opened(uri));
    const rules = opened === undefined ? guarded(session, name, undefined, () => session.openedRules(uri)) : undefined;
    const lexicon = opened ?? rules ?? guarded(session, name, undefined, () => session.openedLexicon(uri));
    const make = (): T | Promise<T> => {
      if (opened !== undefined) return answer(asked(opened, params), params);
      if (rules !== undefined) return ofRules(rules, params);
      return lexicon !== undefined && 'vocabulary' in lexicon ? ofLexicon(lexicon, params) : neutral;
    };
    const answered = session.turns.await();
    return new Promise((resolve, reject) => {
      session.environment.defer(() => {
        answered();
        // No text, and no name of a file: it may be a person's.
        session.connection.tracer.log(`${name}${token.isCancellationRequested ? ': cancelled' : ''}`);
        if (token.isCancellationRequested) return reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled'));
        resolve(guardedLater(session, name, neutral, guarded(session, name, neutral, make)));
      });
    });
  }
}

/** The lexicon file that a request is about, once it can be read; undefined where it is about something else. */
export async function openedLexicon(session: Session, uri: string): Promise<OpenedLexicon | undefined> {
  const document = session.documents.get(uri);
  if (document === undefined || kindOf(document) !== 'lexicon') return undefined;
  await session.lookUpSite(uri);
  return guarded(session, 'lexicon', undefined, () => session.openedLexicon(uri));
}

/** Where a request names a place, the report that this lies in. */
function asked(opened: OpenedReport, params: object): Opened {
  const { document } = opened;
  if ('position' in params) {
    const offset = document.offsetAt(params.position as Position);
    return opened.around({ start: offset, end: offset });
  }
  return 'range' in params ? opened.around(document.spanOf(params.range as Range)) : opened;
}

/** What is made in turns, or `neutral` where it could not be made; the error goes to the log. */
export function guardedLater<T>(session: Session, name: string, neutral: T, made: T | Promise<T>): T | Promise<T> {
  if (!(made instanceof Promise)) return made;
  return made.catch((error: unknown) =>
    guarded(session, name, neutral, () => {
      throw error;
    }),
  );
}

/** The value, or `neutral` where it could not be made; the error goes to the log. */
export function guarded<T>(session: Session, name: string, neutral: T, make: () => T): T {
  try {
    return make();
  } catch (error) {
    session.connection.console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return neutral;
  }
}
