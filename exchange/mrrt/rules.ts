/**
 * What the format asks of a file, as `emh templates export` keeps it. `error` refuses a file: its parts cannot be told apart, or what it
 * declares points nowhere. `warning` is what many files in use get wrong, and what can be read all the same.
 */
export const MRRT_RULES = {
  doctype: 'warning',
  'one-html': 'error',
  'one-head': 'error',
  'one-body': 'error',
  'one-title': 'error',
  charset: 'error',
  'charset-utf-8': 'warning',
  script: 'error',
  'script-flags': 'warning',
  'script-code': 'warning',
  'attributes-missing': 'error',
  'attributes-missing-with-fields': 'warning',
  'attributes-xml': 'warning',
  'attributes-many': 'error',
  'attributes-part-missing': 'warning',
  'attributes-codes-part-missing': 'error',
  'attributes-part-many': 'error',
  'attributes-value': 'warning',
  scheme: 'error',
  'scheme-undeclared': 'warning',
  code: 'error',
  entry: 'warning',
  'entry-elsewhere': 'warning',
  metadata: 'warning',
  'metadata-none': 'error',
  section: 'warning',
  'field-id': 'warning',
  'field-label': 'warning',
  'field-type': 'warning',
  'field-action': 'warning',
  'field-choices': 'warning',
} as const;
export type MrrtRule = keyof typeof MRRT_RULES;
