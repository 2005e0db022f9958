import type { DefinitionParams, Location } from 'vscode-languageserver';
import { ignoredRuleAt } from '../../language/assist/ignored-rules.ts';
import { supportAt, wordsOf } from '../../language/assist/impression-ties.ts';
import { definitionOf, nameAt } from '../../language/authoring/template/names.ts';
import { variableAt } from '../../language/authoring/variables.ts';
import { namedAt } from '../../language/authoring/vocabulary/named.ts';
import { run } from '../run.ts';
import type { Opened, OpenedLexicon, OpenedRules, Session } from '../session.ts';
import { termLocation } from './lexicon-page.ts';
import { ruleLocation } from './rule-page.ts';
import { templateLocation } from './template-page.ts';

/** From words of the impression to the findings that they rest on, from a silenced rule to its lines; in a rule file from a variable to where it gets its meaning, from a term to its entry. */
export function definition(session: Session): void {
  session.connection.onDefinition(
    run(
      session,
      'definition',
      null as Location | Location[] | null,
      (opened, params: DefinitionParams) =>
        ofTemplate(session, opened, params) ?? [...ofIgnored(session, opened, params), ...ofStated(opened, params)],
      (opened, params) => ofVariable(opened, params) ?? ofTerm(session, opened, params),
      (opened, params) => ofId(session, opened, params),
    ),
  );
}

/** From a name in a template to the field that it stands for, or the template that is used. */
function ofTemplate(session: Session, { document, language }: Opened, { position }: DefinitionParams): Location | null {
  const template = session.openedTemplate(document.uri)?.template;
  const place = template && nameAt(template, document.offsetAt(position));
  const found = template && place ? definitionOf(template, place, language.templates.get) : null;
  if (found === null) return null;
  return 'parts' in found ? templateLocation(session, found) : { uri: document.uri, range: document.rangeOf(found.range) };
}

const ofStated = ({ snapshot, document }: Opened, { position }: DefinitionParams): Location[] =>
  supportAt(snapshot, document.offsetAt(position)).map((finding) => ({
    uri: document.uri,
    range: document.rangeOf(wordsOf(finding)),
  }));

function ofVariable({ reading, document }: OpenedRules, { position }: DefinitionParams): Location | null {
  const bound = variableAt(reading, document.offsetAt(position)).find(({ binds }) => binds);
  return bound === undefined ? null : { uri: document.uri, range: document.rangeOf(bound.range) };
}

function ofTerm(session: Session, { assist, reading, document, language }: OpenedRules, { position }: DefinitionParams): Location | null {
  const found = assist.termAt(reading, document.offsetAt(position));
  return found && termLocation(session, found.term, language.lexicon, document.uri);
}

/** From an id that a lexicon names to its entry; from an entry that extends one that ships to that. */
function ofId(session: Session, { vocabulary, document }: OpenedLexicon, { position }: DefinitionParams): Location | null {
  const named = namedAt(vocabulary, document.offsetAt(position));
  if (named === null || named.is === 'key') return null;
  const { lexicon, others } = vocabulary;
  if (named.is === 'reference') return termLocation(session, named.term, lexicon, document.uri);
  const before = others.term(named.entry.id, named.entry.category);
  return before === undefined
    ? { uri: document.uri, range: document.rangeOf(named.entry.range) }
    : termLocation(session, before, others, document.uri);
}

/** The rule that a comment of a report silences. */
function ofIgnored(session: Session, { document, language }: Opened, { position }: DefinitionParams): Location[] {
  const ignored = ignoredRuleAt(document.text, document.offsetAt(position));
  const rule = ignored && language.rules.find(({ id }) => id === ignored.rule);
  const location = rule ? ruleLocation(session, rule) : null;
  return location === null ? [] : [location];
}
