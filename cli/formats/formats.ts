import { csv } from './csv.ts';
import type { MakeFormat } from './format.ts';
import { github } from './github.ts';
import { html } from './html.ts';
import { json, ndjson } from './json.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** The formats of `emh check`, in the order of its help. */
export const FORMATS = { text, json, ndjson, sarif, junit, github, csv, html } as const satisfies Readonly<Record<string, MakeFormat>>;

export type FormatName = keyof typeof FORMATS;
