import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csvFields, csvRecords } from '../../cli/archive/csv.ts';
import { byteLines } from '../../cli/byte-lines.ts';
import { emh, folderWith } from './harness.ts';

const MOST = 1 << 20;

/** All records of a CSV text, by their fields. */
async function recordsIn(csv: string, separator: string): Promise<(string[] | null)[]> {
  const chunks = (async function* () {
    yield Buffer.from(csv);
  })();
  const all: (string[] | null)[] = [];
  for await (const { bytes } of csvRecords(byteLines(chunks, MOST), MOST, () => separator))
    all.push(csvFields(Buffer.from(bytes ?? []).toString('utf8'), separator));
  return all;
}

describe('records of a CSV file', () => {
  const sign = fc.constantFrom(',', ';', '\t');
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', ' ', '\n', 'é') });
  const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;

  it('are those that were written', async () => {
    await fc.assert(
      fc.asyncProperty(sign, fc.array(fc.array(field, { minLength: 1 }), { minLength: 1 }), async (separator, rows) => {
        const csv = rows.map((row) => row.map(quoted).join(separator)).join('\n');
        assert.deepEqual(await recordsIn(csv, separator), rows);
      }),
    );
  });

  it('are one for each line where no field begins with a quote, whatever quotes are in them', async () => {
    const bare = fc.string({ unit: fc.constantFrom('a', '"', ' '), minLength: 1 }).filter((words) => !words.startsWith('"'));
    await fc.assert(
      fc.asyncProperty(sign, fc.array(fc.array(bare, { minLength: 1 }), { minLength: 1 }), async (separator, rows) => {
        const csv = rows.map((row) => row.join(separator)).join('\n');
        assert.deepEqual(await recordsIn(csv, separator), rows);
      }),
    );
  });
});

describe('emh check of a CSV file', () => {
  const checked = async (csv: string, ...words: string[]): Promise<(string | undefined)[][]> => {
    const { out } = await emh(['check', 'a.csv', '--format', 'ndjson', ...words], { cwd: folderWith({ 'a.csv': csv }) });
    return out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ file, id, error }) => [file, id, error?.code]);
  };

  it('loses no record behind an inch sign', async () => {
    assert.deepEqual(await checked('id,report\n1,mass of 5" at D4\n2,mass at D5\n'), [
      ['a.csv#2', '1', undefined],
      ['a.csv#3', '2', undefined],
    ]);
  });

  it('says so where words would be left out, or stand where no one knows whose they are', async () => {
    assert.deepEqual(await checked('id,report\n1,mass at D4, right\n2,mass at D5,,\n3,"mass"" at D6"\n4,"mass" at D6\n'), [
      ['a.csv#2', undefined, 'invalid-csv'],
      ['a.csv#3', '2', undefined],
      ['a.csv#4', '3', undefined],
      ['a.csv#5', undefined, 'invalid-csv'],
    ]);
  });

  it('takes the separator that a first line for Excel tells', async () => {
    assert.deepEqual(await checked('\ufeffsep=;\nid;report\n1;"mass, at\nD4"\n'), [['a.csv#3', '1', undefined]]);
  });

  it('says so where the names of columns cannot be read', async () => {
    const { err } = await emh(['check', 'a.csv'], { cwd: folderWith({ 'a.csv': '"id" x,report\n1,mass at D4\n' }) });
    assert.equal(err, 'emh: a.csv: the line of column names cannot be read: a quote is never closed, or closed before its field ends\n');
  });

  it('quotes no first line that may be a report with --no-words', async () => {
    const cwd = folderWith({ 'a.csv': '1,mass at D4\n2,mass at D5\n' });
    for (const format of ['ndjson', 'csv', 'sarif']) {
      const { out, err } = await emh(['check', 'a.csv', '--format', format, '--no-words'], { cwd });
      assert.match(out, /no column 'report' \(--column NAME\)/);
      assert.doesNotMatch(out + err, /D4/);
    }
  });
});
