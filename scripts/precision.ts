// How much of the mistakes put into sound reports is found, and how many alerts sound reports get:
// `npm run precision -- [--reports N] [--seed N] [--json]`.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createLanguage, type Language } from '../language/language.ts';
import { generateReports } from '../mutation/generate.ts';
import { generatePacks } from './generate-packs.ts';
import { drawPrecision, isGood, per1000, recallOf } from './precision/draw.ts';
import { measure, type Named, type Precision } from './precision/measure.ts';
import { refuse } from './refuse.ts';
import { isStarted, root } from './root.ts';

const USAGE = 'usage: npm run precision -- [--reports N] [--seed N] [--json]';

if (isStarted(import.meta.filename)) {
  const asked = readWords(process.argv.slice(2));
  if (typeof asked === 'string') refuse(`${asked} (${USAGE})`);
  else if (asked.help) console.log(USAGE);
  else process.exitCode = await run(Number(asked.reports), Number(asked.seed), asked.json);
}

/** What is asked for, or what is wrong with it. */
function readWords(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        reports: { type: 'string', default: '2000' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    for (const name of ['reports', 'seed'] as const)
      if (!/^\d{1,9}$/.test(values[name])) return `precision: --${name} needs a whole number, not ${values[name]}`;
    return values;
  } catch (error) {
    return `precision: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Prints what was measured; 1 where it falls short. */
async function run(count: number, seed: number, isJson: boolean): Promise<number> {
  generatePacks();
  const { packs, rules, templates } = await import('../packs/emh.ts');
  const language = createLanguage({ packs, rules, templates });
  const measured = measure(language, [...examples(), ...filled(language), ...generated(count, seed)], seed);
  process.stdout.write(isJson ? `${JSON.stringify(figures(measured), null, 2)}\n` : drawPrecision(measured));
  return isGood(measured) ? 0 : 1;
}

/** The sound ones; each has a flawed twin. */
function examples(): Named[] {
  const names = globSync('*.emh', { cwd: join(root, 'examples') }).filter((name) => !name.includes('.flawed.'));
  return names.sort().map((name) => ({ name, text: readFileSync(join(root, 'examples', name), 'utf8') }));
}

/** The reports that the templates' own examples write. */
function filled({ templates }: Language): Named[] {
  return templates.all.flatMap((template) =>
    template.examples.map(({ name, values }) => ({
      name: `template ${template.name}: ${name}`,
      text: templates.fill(template, values, true).text,
    })),
  );
}

function generated(count: number, seed: number): Named[] {
  return generateReports(count, seed).map((text, i) => ({ name: `generated ${i + 1}`, text }));
}

function figures(measured: Precision) {
  return {
    reports: measured.reports,
    falseAlertsPer1000: per1000(measured.falseAlerts.length, measured),
    falseAlerts: measured.falseAlerts,
    recall: measured.recall.map((one) => ({
      class: one.class,
      mutants: one.mutants,
      found: one.found,
      recall: recallOf(one),
      misses: one.misses.map(({ report, mutant, instead }) => ({ report, ...mutant.injected, instead })),
    })),
  };
}
