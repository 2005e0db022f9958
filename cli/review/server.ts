import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Failure, systemReason } from '../failure.ts';
import type { Said } from '../page/api.ts';
import { reviewPage } from './page.ts';
import type { Session } from './session.ts';

/** This machine alone. */
const LOOPBACK = '127.0.0.1';
/** Bytes of a decision. */
const LARGEST = 64 * 1024;

/** A server that was started. */
export interface ReviewServer {
  /** With the token: who has not got it is refused. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the page of a review on this machine, to whoever knows the token of its address. Every answer is refused to another host name (a page of another
 * site whose name was bound to this machine), to another origin, and without the token. Throws a Failure where the port cannot be had; 0 takes a free one.
 */
export async function serveReview(session: Session, port: number): Promise<ReviewServer> {
  const token = randomBytes(24).toString('base64url');
  // What is imported above is loaded by every command.
  const { createServer } = await import('node:http');
  const server = createServer((request, response) => {
    answer(request, session, token, hostsOf(server.address() as AddressInfo))
      .catch((error: unknown): Answer => text(500, error instanceof Failure ? error.message : 'something went wrong'))
      .then((given) => send(response, given));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new Failure(`port ${port} cannot be had: ${portReason(error)}`)));
    server.listen(port, LOOPBACK, resolve);
  });
  return {
    url: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}/?token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const portReason = (error: NodeJS.ErrnoException): string => (error.code === 'EADDRINUSE' ? 'another program has it' : systemReason(error));

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly policy?: string;
}

const text = (status: number, body: string): Answer => ({ status, type: 'text/plain', body });
const json = (given: object | null): Answer =>
  given === null
    ? text(404, 'there is no such alert in this review')
    : { status: 200, type: 'application/json', body: JSON.stringify(given) };

const hostsOf = ({ port }: AddressInfo): string[] => [`${LOOPBACK}:${port}`, `localhost:${port}`];

async function answer(request: IncomingMessage, session: Session, token: string, hosts: readonly string[]): Promise<Answer> {
  const { headers, method = '' } = request;
  if (!hosts.includes(headers.host ?? '')) return text(421, 'this is not that host');
  if (headers.origin !== undefined && !hosts.some((host) => headers.origin === `http://${host}`)) return text(403, 'not from another page');
  const url = new URL(request.url ?? '/', `http://${hosts[0]}`);
  // Only the page itself is asked for by an address that a person opens; all else brings the token in a header, which no other page can set.
  const isPage = url.pathname === '/';
  const site = headers['sec-fetch-site'];
  if (!isPage && site !== undefined && site !== 'same-origin') return text(403, 'not from another page');
  const given = isPage ? url.searchParams.get('token') : headers['x-emh-token'];
  if (typeof given !== 'string' || !isSame(given, token))
    return text(403, 'the token is missing or wrong; open the address that emh review prints');
  switch (`${method} ${url.pathname}`) {
    case 'GET /': {
      const nonce = randomBytes(16).toString('base64');
      return { status: 200, type: 'text/html', body: reviewPage(nonce), policy: policyOf(nonce) };
    }
    case 'GET /api/review':
      return json(session.review());
    case 'GET /api/alert':
      return json(session.alert(url.searchParams.get('key') ?? ''));
    case 'POST /api/decision': {
      if (headers['content-type']?.split(';')[0]?.trim() !== 'application/json') return text(415, 'a decision is JSON');
      const said = saidIn(await bodyOf(request));
      return said === null ? text(400, 'that is no decision') : json(session.say(said));
    }
    default:
      return text(404, 'there is nothing here');
  }
}

/** In a time that does not tell how much of it is right. */
function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Null where it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function saidIn(body: string | null): Said | null {
  try {
    const { key, judgement, note } = (JSON.parse(body ?? '') ?? {}) as Readonly<Record<string, unknown>>;
    const isSaid = judgement === 'accept' || judgement === 'reject' || judgement === null;
    return typeof key === 'string' && isSaid && typeof note === 'string' ? { key, judgement, note } : null;
  } catch {
    return null;
  }
}

/** The page runs its own script, and nothing that a report could bring; it speaks to this server alone, and stands in no other page. */
const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

function send(response: ServerResponse, { status, type, body, policy = "default-src 'none'" }: Answer): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // What was not read of a body is not waited for.
    ...(status >= 400 ? { connection: 'close' } : {}),
  });
  response.end(body);
}
