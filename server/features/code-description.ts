import type { ClientCapabilities, CodeDescription } from 'vscode-languageserver';
import type { Language } from '../../language/language.ts';
import type { Session } from '../session.ts';
import { ruleLocation } from './rule-page.ts';

/** Made once for a language. */
const made = new WeakMap<Language, ReadonlyMap<string, CodeDescription>>();

/** By rule id, where the rule can be read; empty for a client that does not show that. */
export function codeDescriptions(session: Session, language: Language): ReadonlyMap<string, CodeDescription> {
  if (!showsDescriptions(session.capabilities)) return NONE;
  const before = made.get(language);
  if (before !== undefined) return before;
  const all = new Map<string, CodeDescription>();
  for (const rule of language.rules) {
    const location = ruleLocation(session, rule);
    if (location !== null) all.set(rule.id, { href: `${location.uri}#L${location.range.start.line + 1}` });
  }
  made.set(language, all);
  return all;
}

const NONE: ReadonlyMap<string, CodeDescription> = new Map();

/** Both ways of sending diagnostics have the capability under their own name; older protocol types know one. */
const showsDescriptions = ({ textDocument }: ClientCapabilities): boolean =>
  textDocument?.publishDiagnostics?.codeDescriptionSupport === true ||
  (textDocument?.diagnostic as { codeDescriptionSupport?: boolean } | undefined)?.codeDescriptionSupport === true;
