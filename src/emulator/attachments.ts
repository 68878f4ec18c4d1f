import { randomUUID } from 'node:crypto';
import { type Clock, timestamp } from './clock.ts';

/** A file that somebody put into an issue's text box. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Of a private repository: shown with a signature only. */
  readonly isPrivate: boolean;
}

/** A signed address is good for this long, in milliseconds. */
const signatureLife = 300_000;

/** What a request for an attachment is answered with. */
export type AttachmentAnswer =
  | { readonly status: 302; readonly location: string }
  | { readonly status: 200; readonly attachment: Attachment }
  | { readonly status: 404 };

/** The files of issues: one address that lasts and redirects, and signed ones that expire. */
export class Attachments {
  readonly #clock: Clock;
  readonly #web: string;
  readonly #files = new Map<string, Attachment>();

  constructor(clock: Clock, web: string) {
    this.#clock = clock;
    this.#web = web;
  }

  /**
   * Keeps a file.
   *
   * @returns the address that is written into the text: one for pictures, another, with the name, for files
   */
  add(file: Omit<Attachment, 'id'>): string {
    const id = randomUUID();
    this.#files.set(id, { ...file, id });
    const isPicture = /^image\/(?!svg)/.test(file.type);
    const place = isPicture ? `assets/${id}` : `files/${id}/${encodeURIComponent(file.name)}`;
    return `${this.#web}/user-attachments/${place}`;
  }

  /** The signed address for an address that lasts, or nothing if it is none of these. */
  sign(address: string): string | undefined {
    const prefix = `${this.#web}/user-attachments/`;
    if (!address.startsWith(prefix)) return undefined;
    const id = address.slice(prefix.length).split('/')[1] ?? '';
    if (!this.#files.has(id)) return undefined;
    const expires = timestamp(new Date(this.#clock.now().getTime() + signatureLife));
    const jwt = Buffer.from(JSON.stringify({ id, expires })).toString('base64url');
    return `${this.#web}/private-user-images/${id}?jwt=${jwt}`;
  }

  /** @param target path and query of the request */
  answer(target: URL): AttachmentAnswer {
    const [, place, kind, id = ''] = target.pathname.split('/');
    if (place === 'private-user-images') return this.#answerSigned(target, kind ?? '');
    const attachment = this.#files.get(id);
    const location = this.sign(this.#web + target.pathname);
    if (!attachment || attachment.isPrivate || location === undefined) return { status: 404 };
    return { status: 302, location };
  }

  #answerSigned(target: URL, id: string): AttachmentAnswer {
    const attachment = this.#files.get(id);
    const claims = Buffer.from(target.searchParams.get('jwt') ?? '', 'base64url').toString();
    const expires = /"expires":"([^"]+)"/.exec(claims)?.[1];
    const isGood = claims.includes(`"id":"${id}"`) && expires !== undefined;
    if (!attachment || !isGood || new Date(expires) <= this.#clock.now()) return { status: 404 };
    return { status: 200, attachment };
  }
}
