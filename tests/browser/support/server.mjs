// A plain file server on a free port, as any static host: each mount is a path
// and a folder.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8', '.json': 'application/json' };

/**
 * @param {Record<string, string>} mounts path (ending in a slash) -> folder
 * @param {Record<string, string>} [headers] sent with every answer
 * @returns {Promise<{ origin: string, requests: string[], close(): void }>}
 */
export async function serve(mounts, headers = {}) {
  const requests = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    if (path === '/favicon.ico') return response.writeHead(204).end(); // browsers ask for it on their own
    requests.push(path);
    const file = fileOf(mounts, path);
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', ...headers });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, requests, close: () => server.closeAllConnections() ?? server.close() };
}

function fileOf(mounts, path) {
  const mount = Object.keys(mounts).sort((a, b) => b.length - a.length).find((prefix) => path.startsWith(prefix));
  if (!mount) return null;
  const file = join(mounts[mount], normalize(`/${path.slice(mount.length)}`));
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return path.endsWith('/') && statSync(join(file, 'index.html'), { throwIfNoEntry: false }) ? join(file, 'index.html') : null;
  return stat ? file : null;
}
