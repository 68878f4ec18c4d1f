import { type GitObject, parseCommit, parseTree } from './git-objects.ts';
import { GitProcess, type Taken } from './git-process.ts';

/** So much of what never changes is kept, in bytes. */
const mostKept = 50_000_000;

/**
 * What names no object, and ends git rather than being answered: several lines, a path relative to a folder that we have
 * not (`OID:../x`), the upstream of a branch (`main@{u}`). The index (`:x`) is nobody's either.
 */
const unanswered = /[\n\0]|^:|^[^:]*(?:@\{|:\.{1,2}\/)/;

/** A path in a commit or tree, and a commit or what a tag says of one. */
const inside = /^([0-9a-f]{40}):(.*)$/;
const asCommit = /^([0-9a-f]{40})\^\{commit\}$/;

const newline = 0x0a;

/**
 * Reads objects through one lasting `git cat-file --batch`, which starts when there is something to ask it. It sees objects and
 * references that come later. What an object id names never changes, and is asked for once.
 */
export class ObjectReader {
  readonly #process: GitProcess<GitObject | undefined>;
  readonly #kept = new Map<string, GitObject>();
  #size = 0;

  constructor(folder: string) {
    this.#process = new GitProcess(folder, ['cat-file', '--batch'], takeObject);
  }

  /**
   * @param expression whatever git takes for an object, as `refs/heads/main` or `OID:path`
   * @returns nothing where there is no such object
   */
  async read(expression: string): Promise<GitObject | undefined> {
    if (unanswered.test(expression)) return undefined;
    const known = this.#kept.get(expression);
    if (known) return known;
    const object = await this.#find(expression);
    if (object && /^[0-9a-f]{40}($|[:^])/.test(expression)) this.#keep(expression, object);
    return object;
  }

  /** Looks through what is known before it asks git. */
  async #find(expression: string): Promise<GitObject | undefined> {
    const [, root, path] = inside.exec(expression) ?? [];
    const start = root === undefined ? undefined : await this.read(root);
    if (start && path !== undefined && start.type !== 'tag') return this.#follow(start, path);
    const commit = this.#kept.get(asCommit.exec(expression)?.[1] ?? '');
    return commit?.type === 'commit' ? commit : this.#process.ask(`${expression}\n`);
  }

  async #follow(start: GitObject, path: string): Promise<GitObject | undefined> {
    const isCommit = start.type === 'commit';
    let object = isCommit ? await this.read(parseCommit(start).treeOid) : start;
    const names = path.split('/');
    // `OID:` is the tree itself, and a folder's name may end with a slash.
    const steps = names.at(-1) === '' ? names.slice(0, -1) : names;
    for (const step of steps) {
      if (object?.type !== 'tree') return undefined;
      const entry = parseTree(object.bytes).find(({ name }) => name === step);
      object = entry && (await this.read(entry.oid));
    }
    return steps === names || object?.type === 'tree' ? object : undefined;
  }

  /** Whether an object is there for sure; it may be all the same if this does not know. */
  isKnown(oid: string): boolean {
    return this.#kept.has(oid);
  }

  /** Takes up an object that was just written. */
  remember(object: GitObject): void {
    this.#keep(object.oid, object);
  }

  close(): void {
    this.#process.close();
  }

  #keep(expression: string, object: GitObject): void {
    if (this.#kept.has(expression)) return;
    this.#kept.set(expression, object);
    this.#size += object.bytes.length;
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#size <= mostKept) return;
      this.#kept.delete(oldest);
      this.#size -= bytes.length;
    }
  }
}

function takeObject(received: Buffer): Taken<GitObject | undefined> | undefined {
  const end = received.indexOf(newline);
  if (end === -1) return undefined;
  const header = received.toString('latin1', 0, end);
  const match = /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(header);
  if (!match) return { answer: undefined, length: end + 1 };
  const size = Number(match[3]);
  // An object ends with a line feed of its own, which its size does not count.
  const length = end + 1 + size + 1;
  if (received.length < length) return undefined;
  const bytes = Buffer.from(received.subarray(end + 1, end + 1 + size));
  return { answer: { oid: match[1] ?? '', type: objectType(match[2]), bytes }, length };
}

function objectType(name: string | undefined): GitObject['type'] {
  return name === 'tree' || name === 'commit' || name === 'tag' ? name : 'blob';
}
