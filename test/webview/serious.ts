import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What is against the rules of accessibility, with the words of the checker. */
export async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const violations = (await page.evaluate(async () => {
    const checker = (window as unknown as { axe: { run(): Promise<{ violations: unknown }> } }).axe;
    return (await checker.run()).violations;
  })) as Violation[];
  const found = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}
