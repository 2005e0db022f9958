import type { AlertHead, AlertPage, RuleInfo } from './api.ts';
import { byId, make, setText } from './elements.ts';

const MARKS = { error: '✖', warning: '▲', info: 'ℹ', hint: '·' } as const;

/** Puts an alert, its text and what its rule says onto the page. */
export function drawAlert({ rule, severity, place }: AlertHead, page: AlertPage, info: RuleInfo | undefined): void {
  setText('message', page.message);
  setText('severity', `${MARKS[severity]} ${severity}`);
  byId('severity', HTMLElement).dataset.severity = severity;
  setText('rule-id', rule);
  setText('where', place);
  drawText(page);
  drawFixes(page);
  drawRule(page, info);
}

/** The report with the words of the alert, and the places that it speaks of, marked. */
function drawText({ text, isCut, range, related }: AlertPage): void {
  const others = related
    .map((other) => ({ ...other, kind: 'related' }))
    .filter((other) => other.range.end <= range.start || other.range.start >= range.end);
  const marks = [{ range, message: '', kind: 'main' }, ...others].sort((a, b) => a.range.start - b.range.start);
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const { range: place, message, kind } of marks) {
    if (place.start < at) continue;
    parts.push(text.slice(at, place.start));
    // An alert may be of a place without words: something is missing there.
    const words = text.slice(place.start, place.end);
    const mark = make('mark', words === '' ? '\u2038' : words, kind);
    mark.prepend(make('span', kind === 'main' ? '[alert: ' : '[related: ', 'unseen'));
    mark.append(make('span', ']', 'unseen'));
    if (message !== '') mark.title = message;
    parts.push(mark);
    at = place.end;
  }
  parts.push(text.slice(at));
  const box = byId('text', HTMLElement);
  box.replaceChildren(...parts);
  byId('cut', HTMLElement).hidden = !isCut;
  box.querySelector('mark.main')?.scrollIntoView({ block: 'center' });
}

function drawFixes({ text, fixes, related }: AlertPage): void {
  const list = byId('fixes', HTMLElement);
  list.replaceChildren(
    ...fixes.map(({ title, edits }) =>
      make('li', [
        title,
        ...edits.slice(0, 4).map(({ range, text: written }) => {
          const old = text.slice(range.start, range.end);
          const parts = [
            old === '' ? '' : make('del', old),
            old === '' || written === '' ? '' : ' → ',
            written === '' ? '' : make('ins', written.trim()),
          ];
          return make(
            'div',
            parts.filter((part) => part !== ''),
            'edit',
          );
        }),
      ]),
    ),
  );
  byId('fix-part', HTMLElement).hidden = fixes.length === 0;
  byId('related', HTMLElement).replaceChildren(...related.map(({ message }) => make('li', message)));
  byId('related-part', HTMLElement).hidden = related.length === 0;
}

function drawRule({ because }: AlertPage, info: RuleInfo | undefined): void {
  setText('title', info?.title ?? 'This rule is not known here: the results are of another version, or of a site.');
  setText('because', because || (info?.because ?? ''));
  setText('source', info?.source ?? '');
  byId('source-part', HTMLElement).hidden = (info?.source ?? '') === '';
  const examples = [
    ...(info?.bad ?? []).map((text) => ({ text, kind: 'bad' })),
    ...(info?.good ?? []).map((text) => ({ text, kind: 'good' })),
  ];
  byId('examples', HTMLElement).replaceChildren(
    ...examples.map(({ text, kind }) => make('li', [make('strong', kind === 'bad' ? 'speaks: ' : 'is silent: '), make('pre', text)])),
  );
  byId('example-part', HTMLElement).hidden = examples.length === 0;
}
