import type { Command } from './command.ts';
import { check } from './commands/check.ts';
import { dictate } from './commands/dictate.ts';
import { diff } from './commands/diff.ts';
import { findings } from './commands/findings.ts';
import { format } from './commands/format.ts';
import { lexicon } from './commands/lexicon.ts';
import { map } from './commands/map.ts';
import { migrate } from './commands/migrate.ts';
import { mutateCommand } from './commands/mutate.ts';
import { newReport } from './commands/new.ts';
import { preview } from './commands/preview.ts';
import { review } from './commands/review.ts';
import { rules } from './commands/rules.ts';
import { serve } from './commands/serve.ts';
import { stats } from './commands/stats.ts';
import { sync } from './commands/sync.ts';
import { templates } from './commands/templates.ts';

/** In the order of the help. */
export const COMMANDS: readonly Command[] = [
  check,
  findings,
  diff,
  review,
  stats,
  sync,
  format,
  map,
  preview,
  dictate,
  newReport,
  templates,
  migrate,
  lexicon,
  rules,
  mutateCommand,
  serve,
];
