import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { homeOf } from '../../src/playground/playground.ts';
import {
  type PlaygroundOptions,
  type RunningPlayground,
  startPlayground,
} from '../../src/playground/start-playground.ts';

/** A page as a visitor got it. */
export interface Seen {
  readonly status: number;
  readonly url: string;
  readonly headers: Headers;
  readonly text: string;
}

/** What is put into a form: texts, several of one name, or files. */
export type Fields = Readonly<Record<string, string | readonly string[] | File>>;

/** Somebody with a browser that keeps cookies and runs no script. */
export class Visitor {
  readonly #origin: string;
  readonly #home: string;
  readonly #cookies = new Map<string, string>();

  constructor({ url, playground }: RunningPlayground) {
    this.#origin = url;
    this.#home = homeOf(playground);
  }

  /** @param path below the repository's own; a whole one begins with the origin's `//` */
  async get(path: string): Promise<Seen> {
    return this.#follow(await this.#ask(this.#addressOf(path), {}));
  }

  /** Sends a form from a page of the playground's own. */
  async post(path: string, fields: Fields = {}): Promise<Seen> {
    const body = new FormData();
    body.set('csrf', await this.token());
    for (const [name, value] of Object.entries(fields)) {
      if (value instanceof File) body.set(name, value);
      else for (const each of [value].flat()) body.append(name, each);
    }
    const headers = { origin: this.#origin };
    return this.#follow(await this.#ask(this.#addressOf(path), { method: 'POST', body, headers }));
  }

  /** Asks without following where the answer leads. */
  ask(path: string, request: RequestInit): Promise<Response> {
    return this.#ask(this.#addressOf(path), request);
  }

  async be(key: string): Promise<this> {
    await this.post('//you-are', { person: key, back: this.#home });
    return this;
  }

  /** The mark that every form of this visitor carries. */
  async token(): Promise<string> {
    const { text } = await this.get('/issues');
    return /data-csrf="([^"]+)"/.exec(text)?.[1] ?? '';
  }

  #addressOf(path: string): string {
    return this.#origin + (path.startsWith('//') ? path.slice(1) : this.#home + path);
  }

  async #ask(address: string, request: RequestInit): Promise<Response> {
    const cookie = Array.from(this.#cookies, ([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', cookie, ...Object(request.headers) };
    const answer = await fetch(address, { ...request, headers, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.#cookies.set(name, value);
    }
    return answer;
  }

  async #follow(answer: Response): Promise<Seen> {
    const location = answer.headers.get('location');
    if (location !== null) {
      return this.#follow(await this.#ask(new URL(location, this.#origin).href, {}));
    }
    const { status, url, headers } = answer;
    return { status, url: url.slice(this.#origin.length), headers, text: await answer.text() };
  }
}

/** A playground on any free port, that is gone when the test is over. */
export async function playground(options: PlaygroundOptions = {}) {
  const running = await startPlayground({ port: 0, ...options });
  await running.appStarted;
  onTestFinished(() => running.stop());
  return { ...running, ...running.playground, visitor: () => new Visitor(running) };
}

/** A logo that the playground ships to be tried. */
export function sample(name: string): Buffer<ArrayBuffer> {
  return readFileSync(join(import.meta.dirname, '../../src/playground/demo/samples', name));
}

/** The text of a page between its tags. */
export function wordsOf({ text }: Seen): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}
