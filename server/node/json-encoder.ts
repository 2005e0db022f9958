import { partsOfList } from '../kept-lists.ts';

type Json = Readonly<Record<string, unknown>>;

/** The elements of a kept list as they are written, with commas between; empty for an empty list. */
const written = new WeakMap<readonly unknown[], Buffer>();

const COMMA = Buffer.from(',');
const CLOSE = Buffer.from(']}}');
const CLOSE_RESULT = Buffer.from(']}');

/** Writes messages as JSON in UTF-8; what lists hold that were put together of kept ones is not written anew each time. */
export const jsonEncoder = {
  name: 'application/json',
  encode: (message: object): Promise<Uint8Array> => Promise.resolve(encoded(message as Json)),
} as const;

function encoded(message: Json): Buffer {
  const { params, result } = message;
  return (
    withList(message, 'result', result, CLOSE_RESULT) ??
    withInnerList(message, 'params', params, 'diagnostics') ??
    withInnerList(message, 'result', result, 'items') ??
    Buffer.from(JSON.stringify(message))
  );
}

/** `{"jsonrpc":"2.0","id":1,"result":[...]}` */
function withList(around: Json, key: string, list: unknown, close: Buffer, before = ''): Buffer | null {
  const lists = Array.isArray(list) ? partsOfList(list) : null;
  return lists && Buffer.concat([Buffer.from(`${before}${openedFor(key, around)}[`), ...listed(lists), close]);
}

/** `{"jsonrpc":"2.0","id":1,"result":{"kind":"full","items":[...]}}` */
function withInnerList(around: Json, key: string, object: unknown, inner: string): Buffer | null {
  if (typeof object !== 'object' || object === null) return null;
  return withList(object as Json, inner, (object as Json)[inner], CLOSE, openedFor(key, around));
}

/** An object as it is written but for the value of one key, which is to follow. */
function openedFor(key: string, object: Json): string {
  const { [key]: _, ...others } = object;
  const json = JSON.stringify(others);
  return `${json === '{}' ? '{' : `${json.slice(0, -1)},`}"${key}":`;
}

function listed(lists: readonly (readonly unknown[])[]): Buffer[] {
  const all: Buffer[] = [];
  for (const list of lists) {
    if (list.length === 0) continue;
    if (all.length > 0) all.push(COMMA);
    let own = written.get(list);
    if (own === undefined) written.set(list, (own = Buffer.from(JSON.stringify(list).slice(1, -1))));
    all.push(own);
  }
  return all;
}
