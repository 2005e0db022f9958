/** Addresses of a code's page, by the key that lexicon packs use; only of registries that promise them. */
const PAGES: Readonly<Record<string, { readonly of: RegExp; readonly at: (code: string) => string }>> = {
  radlex: { of: /^RID\d+$/, at: (code) => `http://radlex.org/RID/${code}` },
  snomed: { of: /^\d{6,18}$/, at: (code) => `http://snomed.info/id/${code}` },
  loinc: { of: /^(?:LP)?\d{1,7}-\d$/, at: (code) => `https://loinc.org/${code}` },
};

/** The page of a code in its registry; null where none is known, or the code has not the registry's form. */
export function registryPage(system: string, code: string): string | null {
  const page = Object.hasOwn(PAGES, system) ? PAGES[system] : undefined;
  return page?.of.test(code) === true ? page.at(code) : null;
}
