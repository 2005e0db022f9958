import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** Folders served over HTTP on this machine alone. */
export interface FileServer {
  /** Address of the first path segment that a folder is served under. */
  url(name: string): string;
  stop(): void;
}

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

/** Serves the files of each folder under its name. Other origins may read them, as VS Code's workbench is one. */
export async function serveFiles(folders: Readonly<Record<string, string>>): Promise<FileServer> {
  const server = createServer(async ({ url = '/' }, response) => {
    const [name = '', ...path] = decodeURIComponent(new URL(url, 'http://localhost').pathname).slice(1).split('/');
    try {
      const folder = folders[name];
      if (folder === undefined || path.includes('..')) throw new Error('not served');
      const body = await readFile(join(folder, ...path));
      const type = TYPES[extname(url)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body);
    } catch {
      response.writeHead(404, { 'access-control-allow-origin': '*' }).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (name) => `http://127.0.0.1:${port}/${name}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
