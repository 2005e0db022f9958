import type { Location } from 'vscode-languageserver';
import type { Rule } from '../../language/rules/rule.ts';
import { rules as shipped } from '../../packs/emh.ts';
import type { Session } from '../session.ts';
import { startOfLine } from './start-of-line.ts';

/** Rule files that ship with the project: `emh-rules:/rules/advice.emhr`. */
export const RULE_SCHEME = 'emh-rules';

/** The text of such a page; empty where there is no such file. */
export const ruleFileText = (uri: string): string => shipped.find(({ name }) => `${RULE_SCHEME}:/${name}` === uri)?.text ?? '';

/** Name of a rule file as rules know it, by its URI. */
export const ruleFileName = (uri: string): string => (uri.startsWith(`${RULE_SCHEME}:/`) ? uri.slice(RULE_SCHEME.length + 2) : uri);

/** Where a rule stands: in a site's file; for one that ships with the project, a page that the client asks for, where it can. */
export function ruleLocation({ capabilities }: Session, { file, line }: Rule): Location | null {
  const range = startOfLine(line);
  if (/^[a-z][\w+.-]+:/i.test(file)) return { uri: file, range };
  const isShown = capabilities.workspace?.textDocumentContent !== undefined && shipped.some(({ name }) => name === file);
  return isShown ? { uri: `${RULE_SCHEME}:/${file}`, range } : null;
}
