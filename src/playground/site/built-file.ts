import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** A file of a built site; a folder stands for the page in it. Nothing where there is none, or it is outside. */
export async function readBuiltFile(folder: string, path: string) {
  const name = normalize(path === '' || path.endsWith('/') ? `${path}index.html` : path);
  if (name.startsWith('..') || name.startsWith('/') || name.includes('\0')) return undefined;
  const type = types[extname(name).toLowerCase()] ?? 'application/octet-stream';
  try {
    return { type, bytes: await readFile(join(folder, name)) };
  } catch {
    return undefined;
  }
}
