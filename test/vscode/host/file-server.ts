import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** Folders served over HTTP to this machine alone. */
export interface FileServer {
  /** Host and port of their addresses. */
  readonly authority: string;
  stop(): void;
}

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

/** Serves folders by the beginnings of paths (`/x/`), the first that fits. Other origins may read them, as VS Code's workbench is one. */
export async function serveFiles(folders: readonly (readonly [path: string, folder: string])[]): Promise<FileServer> {
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const allow = { 'access-control-allow-origin': '*' };
    try {
      const body = await readFile(fileFor(decodeURIComponent(pathname), folders));
      response.writeHead(200, { ...allow, 'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404, allow).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { authority: `127.0.0.1:${port}`, stop };
}

/** Throws where no folder is served under that path. */
function fileFor(path: string, folders: Parameters<typeof serveFiles>[0]): string {
  const [prefix, folder] = folders.find(([beginning]) => path.startsWith(beginning)) ?? ['', ''];
  if (folder === '' || path.split('/').includes('..')) throw new Error(`${path} is not served`);
  return join(folder, path.slice(prefix.length));
}
