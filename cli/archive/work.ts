import type { Io } from '../io.ts';
import { languagesWith, type MakeLanguage } from '../language.ts';
import { type AlertsOrder, alertsWork } from './alerts-work.ts';
import { type CheckOrder, checkWork } from './check-work.ts';
import { type FilterOrder, filterWork } from './filter-work.ts';
import type { Work } from './outcome.ts';

/** What is to be done with each text, as plain data, so that a worker can be told. */
export type Order = (CheckOrder | FilterOrder | AlertsOrder) & { readonly lexicons: readonly string[] };

/** Throws a Failure where a lexicon or another file that the order names cannot be read. */
export async function workFor(order: Order, io: Io, makeLanguage: MakeLanguage): Promise<Work> {
  let faults = 0;
  const languageFor = await languagesWith(order.lexicons, io, makeLanguage, ({ isMinor }) => {
    if (isMinor !== true) faults++;
  });
  const hasFaults = (): boolean => faults > 0;
  switch (order.does) {
    case 'check':
      return checkWork(order, languageFor, io, hasFaults);
    case 'filter':
      return filterWork(order, languageFor, io);
    case 'alerts':
      return alertsWork(order, languageFor, io, hasFaults);
  }
}
