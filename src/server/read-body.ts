import type { IncomingMessage } from 'node:http';

/** GitHub sends no larger webhooks, as it says: 25 MiB. In bytes. @internal for tests */
export const largestBody = 25 * 1024 * 1024;

/** How much of bodies is held at once, in bytes: nobody has shown yet who sent them. */
const mostHeld = 4 * largestBody;

/** Nearly all webhooks are smaller, and must get through where somebody sends large ones. In bytes. */
const ordinaryBody = 1024 * 1024;

/** So many of that size are held at once, counting the beginnings of larger ones. */
const mostOrdinary = 64;

/** Why a body was not read. */
export type BodyRefusal = 'too-large' | 'too-busy' | 'cut-off';

/** Reads bodies, of which it holds so much at most, all together. */
export class BodyReader {
  readonly #most: number;
  readonly #ordinary: number;
  #held = 0;
  #ordinaryHeld = 0;

  /**
   * @param most bytes that are held of large bodies at once, beside their beginnings
   * @param ordinary bytes up to which a body is no large one
   */
  constructor(most = mostHeld, ordinary = ordinaryBody) {
    this.#most = most;
    this.#ordinary = ordinary;
  }

  /**
   * Reads a body and counts as it comes, whatever length was announced. One that was announced as too large is not begun.
   *
   * @param use is given the body; it counts as held until this ends
   */
  async read<Value>(
    request: IncomingMessage,
    use: (body: Buffer) => Promise<Value>,
  ): Promise<Value | BodyRefusal> {
    if (Number(request.headers['content-length'] ?? 0) > largestBody) return 'too-large';
    const chunks: Buffer[] = [];
    let length = 0;
    try {
      for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        const ordinary = this.#ordinaryPartOf(length + chunk.length) - this.#ordinaryPartOf(length);
        length += chunk.length;
        this.#ordinaryHeld += ordinary;
        this.#held += chunk.length - ordinary;
        chunks.push(chunk);
        if (length > largestBody) return 'too-large';
        const isLarge = length > this.#ordinary;
        if (isLarge && this.#held > this.#most) return 'too-busy';
        if (this.#ordinaryHeld > mostOrdinary * this.#ordinary) return 'too-busy';
      }
      return await use(Buffer.concat(chunks, length));
    } catch (error) {
      if (request.complete) throw error;
      return 'cut-off';
    } finally {
      this.#ordinaryHeld -= this.#ordinaryPartOf(length);
      this.#held -= length - this.#ordinaryPartOf(length);
    }
  }

  /** How much of a body of some length counts as an ordinary one's. */
  #ordinaryPartOf(length: number): number {
    return Math.min(length, this.#ordinary);
  }
}
