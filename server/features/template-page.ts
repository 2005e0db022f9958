import type { Location } from 'vscode-languageserver';
import type { Template } from '../../language/template/template.ts';
import { templates as shipped } from '../../packs/emh.ts';
import type { Session } from '../session.ts';
import { startOfLine } from './start-of-line.ts';

/** Templates that ship with the project: `emh-templates:/templates/mri-spine.emht`. */
export const TEMPLATE_SCHEME = 'emh-templates';

/** The text of such a page; empty where there is no such file. */
export const templateFileText = (uri: string): string => shipped.find(({ name }) => `${TEMPLATE_SCHEME}:/${name}` === uri)?.text ?? '';

/** Where a template stands: in a site's file; for one that ships with the project, a page that the client asks for, where it can. */
export function templateLocation({ capabilities }: Session, { file }: Template): Location | null {
  if (/^[a-z][\w+.-]+:/i.test(file)) return { uri: file, range: startOfLine(1) };
  const isShown = capabilities.workspace?.textDocumentContent !== undefined && shipped.some(({ name }) => name === file);
  return isShown ? { uri: `${TEMPLATE_SCHEME}:/${file}`, range: startOfLine(1) } : null;
}
