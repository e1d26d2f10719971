// Serves dist/ as a static host would: at / and, to prove that every URL is relative, below
// /sub/dir/. The headers are those that dist/headers.txt tells hosts to send.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const SUB = '/sub/dir/';
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

// The lines indented below a path pattern; `/*` stands for every path.
async function headersOf(path) {
  const headers = {};
  let applies = false;
  for (const line of (await readFile(join(DIST, 'headers.txt'), 'utf8')).split('\n')) {
    if (line.startsWith('/')) {
      applies = line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : line === path;
    }
    const [, name, value] = line.match(/^ {2}([\w-]+): (.*)$/) ?? [];
    if (applies && name) headers[name] = value;
  }
  return headers;
}

const server = createServer(async (request, response) => {
  let path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
  if (path.startsWith(SUB)) path = path.slice(SUB.length - 1);
  if (path.endsWith('/')) path += 'index.html';
  let headers = {};
  try {
    headers = await headersOf(path);
    const body = await readFile(join(DIST, normalize(path)));
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { ...headers, 'Content-Type': type }).end(body);
  } catch {
    response.writeHead(404, { ...headers, 'Content-Type': TYPES['.txt'] }).end('not found\n');
  }
});

const port = Number(process.env.FIBERLANE_TEST_PORT ?? 4173);
server.listen(port, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${port}/\n`));
