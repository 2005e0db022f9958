import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { emh, folderWith } from './harness.ts';
import { DRIFT, REVIEWED, type Running, startReview } from './review-process.ts';

describe('emh review', function () {
  // Each starts programs of its own.
  this.timeout(60_000);
  const cwd = folderWith(REVIEWED);
  let running: Running;
  let key = '';
  const said = (judgement: string | null, note = ''): string => JSON.stringify({ key, judgement, note });

  before(async () => {
    running = await startReview(cwd, 'archive.ndjson', '--rule', 'level-drift', '--reviewer', 'A');
  });
  after(() => running?.stop());

  it('listens on this machine alone, and tells a token that nobody guesses', () => {
    assert.equal(running.url.hostname, '127.0.0.1');
    assert.match(running.token, /^[\w-]{32}$/);
  });

  it('refuses who has no token, or another', async () => {
    const wrong = running.token.replace(/^./, (sign) => (sign === 'x' ? 'y' : 'x'));
    for (const path of ['/', '/?token=', `/?token=${wrong}`, '/api/review', `/api/review?token=${running.token}`, '/api/alert?key=1'])
      assert.equal((await running.get(path)).status, 403, path);
    assert.equal((await running.get('/api/review', { 'x-emh-token': wrong })).status, 403);
    assert.equal((await running.post(said('accept'), { 'content-type': 'application/json' })).status, 403);
  });

  it('refuses other names of this machine, and other pages', async () => {
    const headers = { 'x-emh-token': running.token };
    for (const host of ['evil.example', `evil.example:${running.url.port}`, '127.0.0.1', `0.0.0.0:${running.url.port}`])
      assert.equal((await running.get(`/?token=${running.token}`, { host })).status, 421, host);
    for (const origin of ['http://evil.example', 'null', `http://127.0.0.1:1`, `https://127.0.0.1:${running.url.port}`])
      assert.equal((await running.get('/api/review', { ...headers, origin })).status, 403, origin);
    assert.equal((await running.get('/api/review', { ...headers, 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.equal((await running.get('/api/review', { ...headers, host: `localhost:${running.url.port}` })).status, 200);
  });

  it('serves a page that runs its own script alone, and lets no other site read it', async () => {
    const { status, headers, body } = await running.get(`/?token=${running.token}`);
    assert.equal(status, 200);
    const policy = String(headers['content-security-policy']);
    assert.match(
      policy,
      /^default-src 'none'; script-src 'nonce-[^']+'; style-src 'nonce-[^']+'; connect-src 'self'; .*frame-ancestors 'none'/,
    );
    assert.equal(headers['access-control-allow-origin'], undefined);
    assert.deepEqual(
      [headers['cache-control'], headers['referrer-policy'], headers['x-content-type-options'], headers['cross-origin-resource-policy']],
      ['no-store', 'no-referrer', 'nosniff', 'same-origin'],
    );
    assert.doesNotMatch(body, /https?:|Cord compression at/);
    assert.doesNotMatch(body, new RegExp(running.token));
    assert.notEqual((await running.get(`/?token=${running.token}`)).headers['content-security-policy'], policy);
  });

  it('gives the alerts, each with its text', async () => {
    const headers = { 'x-emh-token': running.token };
    const { body } = await running.get('/api/review', headers);
    const { alerts, rules, reviewer } = JSON.parse(body);
    assert.equal(reviewer, 'A');
    assert.deepEqual(
      alerts.map(({ rule, place, judgement }: { rule: string; place: string; judgement: null }) => [rule, place, judgement]),
      [
        ['level-drift', 'archive.ndjson#1', null],
        ['level-drift', 'archive.ndjson#2', null],
      ],
    );
    assert.match(rules['level-drift'].because, /wrong level/);
    key = alerts[0].key;
    const page = JSON.parse((await running.get(`/api/alert?key=${key}`, headers)).body);
    assert.equal(page.text, DRIFT);
    assert.equal(page.text.slice(page.range.start, page.range.end), 'D4 to D9');
    assert.equal(page.fixes[0].edits[0].text, 'D4 to D7');
    assert.equal((await running.get('/api/alert?key=0000000000000000', headers)).status, 404);
    assert.equal((await running.get('/api/other', headers)).status, 404);
  });

  it('keeps what is said, and refuses what is no decision', async () => {
    for (const body of [
      '',
      'nope',
      'null',
      '[]',
      said('maybe'),
      JSON.stringify({ key, judgement: 'accept' }),
      said('accept', 'x'.repeat(70_000)),
    ])
      assert.equal((await running.post(body)).status, 400, body.slice(0, 40));
    assert.equal((await running.post(said('accept'), { 'x-emh-token': running.token, 'content-type': 'text/plain' })).status, 415);
    const { status, body } = await running.post(said('accept', 'Seen.'));
    assert.deepEqual([status, JSON.parse(body).judgement, JSON.parse(body).note], [200, 'accept', 'Seen.']);
    const lines = readFileSync(join(cwd, 'archive.ndjson.emh-decisions.jsonl'), 'utf8').trimEnd().split('\n');
    assert.equal(lines.length, 1);
    const { key: kept, rule, verdict, note, reviewer, place } = JSON.parse(lines[0] ?? '');
    assert.deepEqual([kept, rule, verdict, note, reviewer, place], [key, 'level-drift', 'accept', 'Seen.', 'A', 'archive.ndjson#1']);
  });

  it('ends when asked', async () => {
    const { code, err } = await running.stop();
    assert.equal(code, 0);
    assert.match(err, /1 of 2 alerts judged by A, kept in archive\.ndjson\.emh-decisions\.jsonl\n$/);
    renameSync(join(cwd, 'archive.ndjson'), join(cwd, 'moved.ndjson'));
    assert.equal((await emh(['check', 'moved.ndjson', '--format', 'ndjson', '-o', 'results.ndjson'], { cwd })).code, 1);
  });

  for (const [what, words, judgements] of [
    ['as results, of an archive that has moved', ['results.ndjson', '--reviewer', 'A'], ['accept', null]],
    ['but for another reviewer', ['moved.ndjson', '--reviewer', 'B'], [null, null]],
  ] as const)
    it(`knows again what was said, ${what}`, async () => {
      const again = await startReview(cwd, ...words, '--decisions', 'archive.ndjson.emh-decisions.jsonl', '--rule', 'level-drift');
      const { alerts } = JSON.parse((await again.get('/api/review', { 'x-emh-token': again.token })).body);
      assert.deepEqual(
        alerts.map(({ judgement }: { judgement: string | null }) => judgement),
        judgements,
      );
      const page = JSON.parse((await again.get(`/api/alert?key=${key}`, { 'x-emh-token': again.token })).body);
      assert.equal(page.text, DRIFT);
      await again.stop();
    });

  it('says where the texts of results are gone, or are other ones', async () => {
    const { code, err } = await emh(['review', 'results.ndjson'], {
      cwd: folderWith({ 'results.ndjson': readFileSync(join(cwd, 'results.ndjson')) }),
    });
    assert.equal(code, 2);
    assert.match(
      err,
      /emh: moved\.ndjson#1: is not there as it was checked, and 1 more of this file; run it in the folder that emh check ran in\n/,
    );
    assert.match(err, /none of the texts that these results are about is there\n$/);
  });

  it('serves nothing where there is nothing to judge', async () => {
    const folder = folderWith({ 'a.ndjson': '{"text":"FINDINGS\\nMass at D4."}\n' });
    const { code, err } = await emh(['review', 'a.ndjson', '--rule', 'level-drift'], { cwd: folder });
    assert.deepEqual([code, err], [0, 'emh: 0 alerts found, 0 drawn\nemh: there is no alert to judge\n']);
    assert.equal((await emh(['review', '-'], { cwd: folder })).code, 2);
    assert.equal((await emh(['review'], { cwd: folder })).code, 2);
    assert.equal((await emh(['review', 'a.ndjson', '--json'], { cwd: folder })).code, 2);
    assert.equal((await emh(['review', 'a.ndjson', '--sample', '0'], { cwd: folder })).code, 2);
    assert.equal(existsSync(join(folder, 'none')), false);
  });
});
