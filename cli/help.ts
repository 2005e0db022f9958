import { COMMON, type Option } from './arguments.ts';
import type { Command } from './command.ts';

const TOP = 'Radiology reports, checked as programs are: findings, levels, sides and an impression that stays in step.';

/** The page that `emh --help` prints. */
export function overview(commands: readonly Command[]): string {
  return [
    TOP,
    '',
    'Usage: emh COMMAND ...',
    '',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    ...columns([
      ['emh COMMAND --help', 'the options of a command'],
      ['emh --version', 'the version'],
    ]),
    '',
    'Nothing leaves this machine. The checks are hints for the person who reports, no diagnosis.',
    '',
  ].join('\n');
}

/** The page that `emh COMMAND --help` prints. */
export function commandHelp(command: Command): string {
  const options = Object.entries({ ...command.options, ...COMMON });
  const usage = command.usage.map((words) => `emh ${command.name} ${words}`);
  return [
    `${command.summary.charAt(0).toUpperCase()}${command.summary.slice(1)}.`,
    '',
    `Usage: ${usage.join('\n       ')}`,
    '',
    ...columns(options.map(([name, option]) => [optionInWords(name, option), option.help])),
    '',
    ...command.notes,
    '',
  ].join('\n');
}

const optionInWords = (name: string, { short, value }: Option): string =>
  `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, what]) => `  ${name.padEnd(width)}${what}`);
}
