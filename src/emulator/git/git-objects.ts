/** A git object. */
export interface GitObject {
  readonly oid: string;
  readonly type: 'blob' | 'tree' | 'commit' | 'tag';
  /** Not to be changed: who asks for it next is given the same. */
  readonly bytes: Buffer;
}

/** Who made a commit, and when. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: Date;
}

export interface CommitObject {
  readonly oid: string;
  readonly treeOid: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

export interface TreeEntry {
  /** Octal digits as git writes them: `100644`, `40000`, … */
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly name: string;
  readonly oid: string;
}

/** Reads a commit's headers and message. */
export function parseCommit(object: GitObject): CommitObject {
  const text = object.bytes.toString();
  const end = text.indexOf('\n\n');
  const headers = text.slice(0, end).split('\n');
  const values = (key: string): string[] =>
    headers.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  return {
    oid: object.oid,
    treeOid: values('tree')[0] ?? '',
    parents: values('parent'),
    author: parseSignature(values('author')[0] ?? ''),
    committer: parseSignature(values('committer')[0] ?? ''),
    message: text.slice(end + 2),
  };
}

function parseSignature(line: string): Signature {
  const match = /^(.*?) ?<(.*)> (\d+) [-+]\d{4}$/.exec(line);
  const [, name = '', email = '', seconds = '0'] = match ?? [];
  return { name, email, date: new Date(Number(seconds) * 1000) };
}

/** Reads a tree: each entry is its mode, a blank, its name, a zero byte and twenty bytes of object id. */
export function parseTree(bytes: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(0x20, at);
    const zero = bytes.indexOf(0, blank);
    const mode = bytes.toString('latin1', at, blank);
    entries.push({
      mode,
      type: mode === '40000' ? 'tree' : mode === '160000' ? 'commit' : 'blob',
      name: bytes.toString('utf8', blank + 1, zero),
      oid: bytes.toString('hex', zero + 1, zero + 21),
    });
    at = zero + 21;
  }
  return entries;
}
