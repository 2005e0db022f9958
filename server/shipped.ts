import { createLanguage } from '../language/language.ts';
import { packs, prepared, rules, templates } from '../packs/emh.ts';
import { settled } from '../packs/rule-settings.ts';
import type { Environment } from './environment.ts';

/** What a host with files gives beside. */
export type Files = Pick<Environment, 'findSite' | 'reportFiles' | 'watchSites'>;

/** The language that ships with the project, on a host that can put off a callback and may have files. */
export const shipped = (defer: Environment['defer'], files: Files = {}): Environment => ({
  version: process.env.EMH_VERSION ?? '0.0.0',
  createLanguage: (own, site) =>
    createLanguage({
      packs: [...packs, ...(site?.packs ?? [])],
      rules: [...rules, ...(site?.rules ?? [])],
      templates: [...templates, ...(site?.templates ?? [])],
      prepared,
      ...settled(own, site),
    }),
  bench: (site) => ({
    packs: [...packs, ...(site?.packs ?? [])],
    sources: [...rules, ...templates, ...(site?.rules ?? []), ...(site?.templates ?? [])],
  }),
  defer,
  ...files,
});
