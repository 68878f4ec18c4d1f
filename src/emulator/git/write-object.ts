import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { GitObject } from './git-objects.ts';

/** An object's name: the hash of its type, size and content. */
export function objectId(type: GitObject['type'], content: Uint8Array): string {
  return createHash('sha1').update(header(type, content)).update(content).digest('hex');
}

/**
 * Writes an object as git keeps it: compressed, in a file of its name. For the dozen small objects of a commit this takes
 * less time than starting a git to do it, or than waiting for each step.
 *
 * @param folder the bare repository's
 */
export function writeObject(folder: string, object: GitObject): void {
  const { oid, type, bytes } = object;
  const place = join(folder, 'objects', oid.slice(0, 2));
  const file = join(place, oid.slice(2));
  if (existsSync(file)) return;
  mkdirSync(place, { recursive: true });
  const waiting = join(place, `tmp_obj_${randomUUID()}`);
  const whole = Buffer.concat([header(type, bytes), bytes]);
  writeFileSync(waiting, deflateSync(whole, { level: 1 }), { mode: 0o444 });
  renameSync(waiting, file);
}

function header(type: GitObject['type'], content: Uint8Array): Buffer {
  return Buffer.from(`${type} ${content.length}\0`);
}
