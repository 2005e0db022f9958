import { window } from 'vscode';

/** How long a passing message stays in the status bar, in milliseconds. */
const PASSING_MS = 4000;

/** Says something that asks for no answer. */
export const passing = (message: string): unknown => window.setStatusBarMessage(message, PASSING_MS);

/** Says it, and gives it to whoever ran the command. */
export function said(message: string): string {
  passing(message);
  return message;
}
