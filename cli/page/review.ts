import type { AlertHead, AlertPage, Judgement, Review, RuleInfo } from './api.ts';
import { drawAlert } from './draw-alert.ts';
import { byId, setText } from './elements.ts';
import { ask, tell } from './server.ts';

// The script of a review's page: shows one alert after the other, and takes down what the reviewer says of it.

let review: Review = { reviewer: '', alerts: [], rules: {} };
/** The alerts that the filters leave, and which of them is shown. */
let listed: AlertHead[] = [];
let at = 0;
/** Keys of alerts that were judged in this page, the latest last: what `undo` takes back. */
const judged: string[] = [];
/** Notes that are not saved: those of alerts that are not judged. */
const drafts = new Map<string, string>();
/** Only the answer to the latest question is shown. */
let asked = 0;
/** Key of the alert that is drawn: nobody judges what is not there to be read. */
let drawn = '';
/** Decisions are written one after the other. */
let waiting: Promise<void> = Promise.resolve();

const rule = byId('rule', HTMLSelectElement);
const open = byId('open', HTMLInputElement);
const keys = byId('keys', HTMLInputElement);
const note = byId('note', HTMLTextAreaElement);
const help = byId('help', HTMLDialogElement);

const ACTIONS: Readonly<Record<string, () => void>> = {
  a: () => judge('accept'),
  r: () => judge('reject'),
  u: undo,
  j: () => move(1),
  k: () => move(-1),
  n: () => note.focus(),
  '?': () => help.showModal(),
};

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-key]'))
  button.addEventListener('click', () => ACTIONS[button.dataset.key ?? '']?.());
rule.addEventListener('change', () => list(null));
open.addEventListener('change', () => list(current()?.key ?? null));
byId('close', HTMLButtonElement).addEventListener('click', () => help.close());
note.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) byId('alert', HTMLElement).focus();
});
note.addEventListener('input', () => {
  const alert = current();
  if (alert !== undefined) drafts.set(alert.key, note.value);
});
note.addEventListener('change', () => {
  const alert = current();
  if (alert?.judgement != null && alert.note !== note.value.trim()) say(alert.key, alert.judgement, note.value, 'Note saved.');
});
document.addEventListener('keydown', (event) => {
  const { target } = event;
  const isTyping = target instanceof Element && target.closest('textarea, select, input:not([type=checkbox]), dialog') !== null;
  if (isTyping || !keys.checked || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const action = Object.hasOwn(ACTIONS, event.key) ? ACTIONS[event.key] : undefined;
  if (action === undefined) return;
  event.preventDefault();
  action();
});

window.addEventListener('beforeunload', (event) => {
  if ([...drafts.values()].some((words) => words.trim() !== '')) event.preventDefault();
});

ask<Review>('/api/review')
  .then((told) => {
    review = told;
    setText('reviewer', told.reviewer);
    const rules = [...new Set(told.alerts.map((alert) => alert.rule))].sort();
    rule.append(...rules.map((id) => new Option(id, id)));
    list(told.alerts.find(({ judgement }) => judgement === null)?.key ?? null);
  })
  .catch(fail);

const current = (): AlertHead | undefined => listed[at];

/** Makes the list anew, and shows the alert of that key, or the first. */
function list(key: string | null): void {
  listed = review.alerts.filter(
    (alert) => (rule.value === '' || alert.rule === rule.value) && (!open.checked || alert.judgement === null || alert.key === key),
  );
  at = Math.max(0, key === null ? 0 : listed.findIndex((alert) => alert.key === key));
  show('');
}

function move(by: number): void {
  const to = at + by;
  if (to < 0 || to >= listed.length) announce(by > 0 ? 'This is the last alert.' : 'This is the first alert.');
  else {
    at = to;
    show('');
  }
}

function judge(judgement: Judgement): void {
  const alert = current();
  if (alert === undefined) return;
  if (alert.key !== drawn) {
    announce('This alert is not shown yet: nothing was said of it.');
    return;
  }
  judged.push(alert.key);
  say(alert.key, judgement, note.value, '');
  const word = judgement === 'accept' ? 'Accepted.' : 'Rejected.';
  // The next one that is still to be judged, from here on; else the next one.
  const next = listed.findIndex((each, i) => i > at && each.judgement === null);
  const isLast = next < 0 && at === listed.length - 1;
  if (!isLast) at = next < 0 ? at + 1 : next;
  show(isLast ? `${word} This was the last alert.` : word);
}

/** Takes back what is said of the alert that is shown, or what was said last. */
function undo(): void {
  const here = current();
  const key = here?.judgement != null ? here.key : judged.findLast((each) => find(each)?.judgement != null);
  if (key === undefined) {
    announce('There is nothing to undo.');
    return;
  }
  if (judged.includes(key)) judged.splice(judged.lastIndexOf(key), 1);
  // The note stays, to be said again or not.
  drafts.set(key, find(key)?.note ?? '');
  say(key, null, '', 'Undone.');
  if (!listed.some((each) => each.key === key)) rule.value = '';
  list(key);
}

const find = (key: string): AlertHead | undefined => review.alerts.find((alert) => alert.key === key);

/** What is said is shown at once, and taken back where the server does not take it. */
function say(key: string, judgement: Judgement | null, words: string, done: string): void {
  const before = find(key);
  if (before === undefined) return;
  const said = { key, judgement, note: words.trim() };
  replace({ ...before, ...said });
  if (judgement !== null) drafts.delete(key);
  waiting = waiting
    .then(() => tell<AlertHead>('/api/decision', said))
    .then((alert) => {
      replace(alert);
      if (done !== '') announce(done);
    })
    .catch((error: unknown) => {
      replace(before);
      if (said.note !== '') drafts.set(key, said.note);
      fail(error);
    });
}

function replace(alert: AlertHead): void {
  const put = (each: AlertHead): AlertHead => (each.key === alert.key ? alert : each);
  review = { ...review, alerts: review.alerts.map(put) };
  listed = listed.map(put);
  count();
}

/** Shows the alert of the list; `word` is said before it. */
function show(word: string): void {
  const alert = current();
  document.body.classList.toggle('empty', alert === undefined);
  count();
  if (alert === undefined) {
    announce(word === '' ? 'There is nothing left to judge here.' : word);
    return;
  }
  const question = ++asked;
  // The note goes at once: what is typed meanwhile is of this alert.
  drawn = '';
  note.value = drafts.get(alert.key) ?? alert.note;
  const info: RuleInfo | undefined = review.rules[alert.rule];
  ask<AlertPage>(`/api/alert?key=${alert.key}`)
    .then((page) => {
      if (question !== asked) return;
      drawn = alert.key;
      drawAlert(find(alert.key) ?? alert, page, info);
      announce([word, `Alert ${at + 1} of ${listed.length}, ${alert.severity}:`, page.message].join(' ').trim());
    })
    .catch(fail);
}

function count(): void {
  const done = review.alerts.filter(({ judgement }) => judgement !== null).length;
  setText('count', `${done} of ${review.alerts.length} judged`);
  setText('place', listed.length === 0 ? '' : `Alert ${at + 1} of ${listed.length}`);
  const bar = byId('progress', HTMLProgressElement);
  bar.max = Math.max(1, review.alerts.length);
  bar.value = done;
  const alert = current();
  const said = alert?.judgement == null ? 'not judged' : `${alert.judgement}ed`;
  setText('said', said);
  byId('said', HTMLElement).dataset.said = alert?.judgement ?? '';
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-judgement]'))
    button.setAttribute('aria-pressed', String(button.dataset.judgement === alert?.judgement));
}

const announce = (words: string): void => setText('status', words);

function fail(error: unknown): void {
  const words = error instanceof Error ? error.message : String(error);
  setText('failure', `${words} What was said last is not saved.`);
  byId('failure', HTMLElement).hidden = false;
}
