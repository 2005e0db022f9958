import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { root } from '../../scripts/root.ts';

/** A review that runs as a process of its own, and how it is spoken to. */
export interface Running {
  readonly url: URL;
  readonly token: string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(body: string, headers?: Record<string, string>): Promise<Answer>;
  /** Ends it as a person does; gives the exit code and what it said. */
  stop(): Promise<{ readonly code: number | null; readonly err: string }>;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export async function startReview(cwd: string, ...words: string[]): Promise<Running> {
  const child = spawn(process.execPath, [join(root, 'cli/main.ts'), 'review', ...words], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk));
  const first = await Promise.race([once(child.stdout, 'data'), ended.then(() => null)]);
  if (first === null) throw new Error(`emh review ended: ${err}`);
  const url = new URL(String(first[0]).trim());
  const token = url.searchParams.get('token') ?? '';
  const send = (method: string, path: string, headers: Record<string, string>, body = ''): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request({ host: url.hostname, port: url.port, path, method, headers }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      });
      asked.on('error', reject);
      asked.end(body);
    });
  return {
    url,
    token,
    get: (path, headers = {}) => send('GET', path, headers),
    post: (body, headers = { 'x-emh-token': token, 'content-type': 'application/json' }) => send('POST', '/api/decision', headers, body),
    async stop() {
      child.kill('SIGINT');
      return { code: await ended, err };
    },
  };
}

/** A report with a slip of the level. */
export const DRIFT = 'FINDINGS\nCord compression at D4 to D7.\n\nIMPRESSION\n1. Cord compression at D4 to D9.\n';
export const REVIEWED: Readonly<Record<string, string>> = {
  'archive.ndjson': `${JSON.stringify({ id: 1, text: DRIFT })}\n${JSON.stringify({ id: 2, text: DRIFT.replace('D9', 'D10 <b>"&') })}\n`,
};
