import { createLanguage } from '../language/language.ts';
import { packs, rules } from '../packs/emh.ts';
import type { Environment } from './environment.ts';

/** The language that ships with the project, on a host that can put off a callback. */
export const shipped = (defer: Environment['defer']): Environment => ({
  version: process.env.EMH_VERSION ?? '0.0.0',
  createLanguage: (severities) => createLanguage({ packs, rules, severities }),
  defer,
});
