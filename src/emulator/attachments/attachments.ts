import { randomUUID } from 'node:crypto';
import { type Clock, timestamp } from '../clock.ts';

/** A file that somebody put into an issue's text box. */
export interface Attachment {
  /** A UUID for pictures, a number for other files. */
  readonly id: string;
  readonly name: string;
  /** As `image/png`. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Of a private repository: shown with a signature only. */
  readonly isPrivate: boolean;
}

/** A signed address is good for this long, in milliseconds. */
const signatureLife = 300_000;

/** Files that are no pictures are numbered, over all of GitHub. */
const firstFileNumber = 20_000_000;

/** The names under which GitHub serves what people attach: first the lasting address, then where that leads. */
export const attachmentHosts = {
  lasting: 'github.com',
  /** What `bodyHTML` names. */
  shown: 'private-user-images.githubusercontent.com',
  /** What a lasting address redirects to. */
  stored: 'github-production-user-asset-6210df.s3.amazonaws.com',
} as const;

/** What a request for an attachment is answered with. */
export type AttachmentAnswer =
  | { readonly status: 302; readonly location: string }
  | { readonly status: 200; readonly attachment: Attachment }
  | { readonly status: 404 };

/** The files of issues: one address that lasts and redirects, and signed ones that expire. */
export class Attachments {
  readonly #clock: Clock;
  readonly #files = new Map<string, Attachment>();
  /** The port of all its addresses: those of the real hosts, but for this. */
  readonly port: number;

  /** @param files those that were added before this process began */
  constructor(clock: Clock, port: number, files: readonly Attachment[] = []) {
    this.#clock = clock;
    this.port = port;
    for (const file of files) this.#files.set(file.id, file);
  }

  /**
   * Keeps a file.
   *
   * @returns the address that is written into the text: one for pictures, another, with the name, for files
   */
  add(file: Omit<Attachment, 'id'>): string {
    const isPicture = file.type.startsWith('image/');
    const id = isPicture ? randomUUID() : String(firstFileNumber + this.#files.size);
    this.#files.set(id, { ...file, id });
    const place = isPicture ? `assets/${id}` : `files/${id}/${encodeURIComponent(file.name)}`;
    return `${this.#origin('lasting')}/user-attachments/${place}`;
  }

  /** All of them. */
  get files(): readonly Attachment[] {
    return [...this.#files.values()];
  }

  /** An address that is in a text from when the port was another, as it is now. */
  moved(text: string, formerPort: number): string {
    const former = `https://${attachmentHosts.lasting}:${formerPort}/user-attachments/`;
    return text.replaceAll(former, `${this.#origin('lasting')}/user-attachments/`);
  }

  /** The file of a lasting address. */
  find(address: string): Attachment | undefined {
    const url = URL.parse(address);
    return url?.origin === this.#origin('lasting') ? this.#lasting(url) : undefined;
  }

  /** The signed address that `bodyHTML` has for a lasting one, or nothing if it is none of these. */
  sign(address: string): string | undefined {
    const attachment = this.find(address);
    return attachment && this.#signed('shown', attachment);
  }

  /** @param target the whole address of the request */
  answer(target: URL): AttachmentAnswer {
    if (target.hostname !== attachmentHosts.lasting) return this.#answerSigned(target);
    const attachment = this.#lasting(target);
    if (!attachment || attachment.isPrivate) return { status: 404 };
    return { status: 302, location: this.#signed('stored', attachment) };
  }

  #origin(host: keyof typeof attachmentHosts): string {
    return `https://${attachmentHosts[host]}:${this.port}`;
  }

  #lasting({ pathname }: URL): Attachment | undefined {
    const id = /^\/user-attachments\/(?:assets|files)\/([^/]+)/.exec(pathname)?.[1];
    return id === undefined ? undefined : this.#files.get(id);
  }

  #signed(host: 'shown' | 'stored', { id }: Attachment): string {
    const expires = timestamp(new Date(this.#clock.now().getTime() + signatureLife));
    const jwt = Buffer.from(JSON.stringify({ id, expires })).toString('base64url');
    return `${this.#origin(host)}/${id}?jwt=${jwt}`;
  }

  #answerSigned({ pathname, searchParams }: URL): AttachmentAnswer {
    const id = pathname.slice(1);
    const attachment = this.#files.get(id);
    const claims = Buffer.from(searchParams.get('jwt') ?? '', 'base64url').toString();
    const expires = /"expires":"([^"]+)"/.exec(claims)?.[1];
    const isGood = claims.includes(`"id":"${id}"`) && expires !== undefined;
    if (!attachment || !isGood || new Date(expires) <= this.#clock.now()) return { status: 404 };
    return { status: 200, attachment };
  }
}
