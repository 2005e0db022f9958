import type { Range } from 'vscode-languageserver';

/** Request: the fields of a report or template that stand open, in the order of the text. */
export const REPORT_FIELDS = 'emh/fields';

export interface ReportFieldsParams {
  readonly textDocument: { readonly uri: string };
}

/** Of one version of the text. */
export interface ReportFields {
  readonly version: number;
  readonly fields: readonly {
    readonly range: Range;
    /** What stands there if nobody says anything else; null for none. */
    readonly default: string | null;
  }[];
}

/** Request: the templates that a report beside a document can be made from. */
export const TEMPLATES = 'emh/templates';

export interface TemplatesParams {
  /** A document or folder whose site's templates are offered too; empty for none. */
  readonly uri: string;
}

export interface TemplateOffer {
  readonly name: string;
  readonly title: string;
  /** The first lines of its findings. */
  readonly preview: string;
  /** What may be present, and is not unless chosen. */
  readonly switches: readonly string[];
}

/** Request: a report of a template as a snippet; null where there is no such template. */
export const NEW_REPORT = 'emh/newReport';

export interface NewReportParams extends TemplatesParams {
  readonly template: string;
  /** Switches that are on. */
  readonly present: readonly string[];
}
