import { usedBy, usedWith } from '../../language/template/fill.ts';
import type { Template } from '../../language/template/template.ts';
import {
  NEW_REPORT,
  type NewReportParams,
  REPORT_FIELDS,
  type ReportFields,
  type ReportFieldsParams,
  TEMPLATES,
  type TemplateOffer,
  type TemplatesParams,
} from '../report-fields.ts';
import { guarded, run } from '../run.ts';
import type { Opened, Session } from '../session.ts';

const NONE: ReportFields = { version: -1, fields: [] };

/** Fields to move through, and new reports from templates. */
export function reportFields(session: Session): void {
  const { connection } = session;
  connection.onRequest(
    REPORT_FIELDS,
    run(session, 'fields', NONE, (opened, _: ReportFieldsParams) => fieldsIn(opened)),
  );
  connection.onRequest(TEMPLATES, async ({ uri }: TemplatesParams) => {
    await session.lookUpSite(uri);
    return guarded(session, 'templates', [], () => offersOf(session, uri));
  });
  connection.onRequest(NEW_REPORT, async ({ uri, template: name, present }: NewReportParams) => {
    await session.lookUpSite(uri);
    return guarded(session, 'new report', null, () => {
      const { templates } = session.languageOf(uri);
      const template = templates.get(name);
      return template === undefined ? null : templates.snippet(template, Object.fromEntries(present.map((each) => [each, 'present'])));
    });
  });
}

function fieldsIn({ document, snapshot }: Opened): ReportFields {
  const fields = snapshot.reports.flatMap(({ outline }) => outline.brackets.flatMap(({ field }) => field ?? []));
  return {
    version: document.version,
    fields: fields.map(({ range, default: usual }) => ({ range: document.rangeOf(range), default: usual })),
  };
}

const PREVIEW = 120;

/** Templates that others use are no reports of their own. */
function offersOf(session: Session, uri: string): TemplateOffer[] {
  const { templates } = session.languageOf(uri);
  const parts = new Set(templates.all.flatMap((template) => usedBy(template.parts)));
  const preview = (template: Template): string => {
    const { text } = templates.fill(template, {}, true);
    const body = text.slice(Math.max(0, text.search(/^FINDINGS/m))).replace(/^FINDINGS\s*/, '');
    return body.replace(/\s+/g, ' ').slice(0, PREVIEW);
  };
  return templates.all
    .filter(({ name }) => !parts.has(name))
    .map((template) => ({
      name: template.name,
      title: template.title,
      preview: preview(template),
      switches: [...new Set(usedWith(template, templates.get).flatMap(({ switches }) => [...switches]))],
    }));
}
