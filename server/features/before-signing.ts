import { OPEN_KINDS, openPlaces } from '../../language/assist/before-signing.ts';
import { plainText } from '../../language/format/plain-text.ts';
import { BEFORE_SIGNING, type BeforeSigning, type BeforeSigningParams, PLAIN_TEXT, type PlainText } from '../before-signing.ts';
import { run } from '../run.ts';
import type { Opened, Session } from '../session.ts';

const UNREAD: BeforeSigning = { version: -1, open: [] };
const NO_TEXT: PlainText = { version: -1, text: '' };

/** What is open in a report, and its text as it goes out. The version is -1 where no such report is open, or it could not be read. */
export function beforeSigning(session: Session): void {
  session.connection.onRequest(BEFORE_SIGNING, run(session, 'before signing', UNREAD, openIn));
  session.connection.onRequest(PLAIN_TEXT, run(session, 'plain text', NO_TEXT, textOf));
}

function openIn({ document, reports }: Opened, _: BeforeSigningParams): BeforeSigning {
  const open = reports.flatMap((report) =>
    openPlaces(report.snapshot, report.language.lexicon).map((place) => ({ ...place, range: report.document.rangeOf(place.range) })),
  );
  return { version: document.version, open: OPEN_KINDS.flatMap((kind) => open.filter((place) => place.kind === kind)) };
}

const textOf = ({ document }: Opened, _: BeforeSigningParams): PlainText => ({ version: document.version, text: plainText(document.text) });
