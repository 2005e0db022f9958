import type { MarkupContent } from 'vscode-languageserver';
import { unmarked } from '../../language/assist/markdown.ts';
import { MarkupKind } from '../protocol.ts';

/** A page in the form that a client reads: Markdown, unless what it lists (`formats`) lacks that. */
export const page = (markdown: string, formats: readonly MarkupKind[] | undefined): MarkupContent =>
  formats === undefined || formats.includes(MarkupKind.Markdown)
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: unmarked(markdown) };
