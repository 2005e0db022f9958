import { resolve } from 'node:path';
import { answerTo, errorAnswer } from '../archive/filter-work.ts';
import { type ReportRecord, readRecord, recordLine, recordOf } from '../archive/record.ts';
import { stamperFor } from '../archive/stamp.ts';
import type { Unread } from '../archive/unit.ts';
import { LARGEST } from '../input.ts';
import type { Io } from '../io.ts';
import { languagesWith, shippedLanguage } from '../language.ts';
import type { CheckedRecord, CreateChecker, FailedRecord } from './public.ts';

/** See public.ts. What a record gives is what `emh check --ndjson` prints for it. */
export const createChecker: CreateChecker = async ({ folder = process.cwd(), lexicons = [] } = {}) => {
  const problems: string[] = [];
  const languageFor = await languagesWith(lexicons, quiet(resolve(folder), problems), shippedLanguage);
  const [language, stamper] = await Promise.all([languageFor(null), stamperFor(languageFor, null)]);
  const answer = (read: () => ReportRecord | Unread): object => {
    try {
      const record = read();
      if ('code' in record) return errorAnswer(stamper, record.code, record.message, null);
      const { text, rest } = record;
      if (text.length > LARGEST) return errorAnswer(stamper, 'too-long', `The text is longer than ${LARGEST / 1024 / 1024} MB.`, null);
      return { ...rest, ...answerTo(text, language, stamper).answer };
    } catch (error) {
      return errorAnswer(stamper, 'internal', error instanceof Error ? error.message : String(error), null);
    }
  };
  return {
    ...stamper.of,
    problems,
    check: (given) => ({ id: idOf(given), ...answer(() => recordOf(given)) }) as CheckedRecord | FailedRecord,
    checkLine: (json) => {
      const record = readRecord(json);
      return recordLine(
        record.id,
        answer(() => record),
      );
    },
  };
};

const idOf = (given: unknown): unknown => (typeof given === 'object' && given !== null && 'id' in given ? given.id : null);

/** A world without standard streams; what would be told on standard error is collected. */
const quiet = (cwd: string, said: string[]): Io => ({
  env: {},
  cwd,
  stdin: (async function* () {})(),
  stdout: { write: () => true },
  stderr: { write: (line) => said.push(line.replace(/^emh: |\n$/g, '')) },
});
