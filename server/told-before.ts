import type { Diagnostic, Position } from 'vscode-languageserver';
import { OpenDocument } from './document.ts';
import type { PlacedText } from './document-part.ts';

/** The last answer about a document. */
interface Told {
  readonly document: PlacedText;
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** What clients were told of each document: where it still holds to the letter, it need not be sent again. */
export class ToldBefore {
  readonly #last = new Map<string, Told>();

  /** The id of an answer that the client has, where that is the answer now. */
  holding(document: PlacedText, items: readonly Diagnostic[], resultId: string | undefined): string | null {
    const last = this.#last.get(document.uri);
    if (last === undefined || last.resultId !== resultId || !isSame(last.items, items)) return null;
    if (last.document !== document && !isUntouched(last.document, document, items)) return null;
    this.#last.set(document.uri, { ...last, document });
    return last.resultId;
  }

  tell(document: PlacedText, items: readonly Diagnostic[], resultId: string): void {
    this.#last.set(document.uri, { document, resultId, items });
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }
}

/** Most are the very ones that were told. */
function isSame(before: readonly Diagnostic[], now: readonly Diagnostic[]): boolean {
  if (before.length !== now.length) return false;
  for (let i = 0; i < now.length; i++) if (before[i] !== now[i] && !isSameJson(before[i], now[i])) return false;
  return true;
}

function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSameJson((a as Readonly<Record<string, unknown>>)[key], (b as Readonly<Record<string, unknown>>)[key]))
  );
}

/**
 * An editor moves what it shows with what is typed: a line under words that were taken away and put back is gone, though the words have it as before.
 * So no more than one change must lie between, and nothing shown be near it.
 */
function isUntouched(before: PlacedText, now: PlacedText, items: readonly Diagnostic[]): boolean {
  const touched = before instanceof OpenDocument && now instanceof OpenDocument ? now.touchedSince(before) : null;
  if (touched === null) return false;
  const stretches = [before.rangeOf(touched.before), now.rangeOf(touched.now)];
  for (const { range } of items)
    for (const { start, end } of stretches) if (!isBefore(range.end, start) && !isBefore(end, range.start)) return false;
  return true;
}

const isBefore = (a: Position, b: Position): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);
