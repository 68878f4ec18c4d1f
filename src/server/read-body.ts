import type { IncomingMessage } from 'node:http';

/** GitHub sends no larger webhooks, as it says: 25 MiB. In bytes. */
export const largestBody = 25 * 1024 * 1024;

/** How much of bodies is held at once, in bytes: nobody has shown yet who sent them. */
const mostHeld = 4 * largestBody;

/** Why a body was not read. */
export type BodyRefusal = 'too-large' | 'too-busy' | 'cut-off';

/** Reads bodies, of which it holds so much at most, all together. */
export class BodyReader {
  readonly #most: number;
  #held = 0;

  constructor(most = mostHeld) {
    this.#most = most;
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
        length += chunk.length;
        this.#held += chunk.length;
        chunks.push(chunk);
        if (length > largestBody) return 'too-large';
        if (this.#held > this.#most) return 'too-busy';
      }
      return await use(Buffer.concat(chunks, length));
    } catch (error) {
      if (request.complete) throw error;
      return 'cut-off';
    } finally {
      this.#held -= length;
    }
  }
}
