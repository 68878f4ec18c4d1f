import type { IncomingMessage } from 'node:http';

/** GitHub sends no larger webhooks, as it says: 25 MiB. In bytes. @internal for tests */
export const largestBody = 25 * 1024 * 1024;

/** How much memory bodies take, in bytes. */
export interface BodyLimits {
  /** All bodies together: until a body is complete, nobody knows who sent it. */
  readonly together: number;
  /** A body is held in blocks of this size, for one sent in crumbs would take many times its length. */
  readonly block: number;
}

const usualLimits: BodyLimits = { together: 64 * 1024 * 1024, block: 16 * 1024 };

/** Why a body was not read. */
export type BodyRefusal = 'too-large' | 'too-busy' | 'cut-off';

/** What is done with a body. */
export interface BodyUse<Value> {
  /** Is given each part as it arrives. */
  readonly onPart: (part: Uint8Array) => void;
  /** Is given the whole body, in blocks; it counts as held until this ends. */
  readonly onEnd: (blocks: readonly Uint8Array[]) => Promise<Value>;
}

interface HeldBody {
  readonly blocks: Uint8Array[];
  length: number;
  isDropped: boolean;
}

/**
 * Reads bodies within a limit for all of them together. Where it is reached, the largest body is dropped: so an ordinary
 * webhook gets through, whatever else is being sent.
 */
export class BodyReader {
  readonly #limits: BodyLimits;
  readonly #incoming = new Set<HeldBody>();
  #held = 0;

  constructor(limits = usualLimits) {
    this.#limits = limits;
  }

  /**
   * Reads a body and counts as it comes, whatever length was announced. One that was announced as too large is not begun.
   *
   * @throws whatever `onEnd` throws
   */
  async read<Value>(
    request: IncomingMessage,
    { onPart, onEnd }: BodyUse<Value>,
  ): Promise<Value | BodyRefusal> {
    if (Number(request.headers['content-length'] ?? 0) > largestBody) return 'too-large';
    const body: HeldBody = { blocks: [], length: 0, isDropped: false };
    this.#incoming.add(body);
    try {
      for await (const part of request.iterator({ destroyOnReturn: false })) {
        if (body.length + part.length > largestBody) return 'too-large';
        if (!this.#append(body, part)) return 'too-busy';
        onPart(part);
      }
      if (body.isDropped) return 'too-busy';
      this.#incoming.delete(body);
      return await onEnd(this.#wholeOf(body));
    } catch (error) {
      if (request.complete) throw error;
      return 'cut-off';
    } finally {
      this.#drop(body);
    }
  }

  /** @returns whether there was room for it */
  #append(body: HeldBody, part: Uint8Array): boolean {
    const { block: size } = this.#limits;
    for (let from = 0; from < part.length; ) {
      const start = body.length % size;
      const block = start === 0 ? this.#addBlock(body) : body.blocks.at(-1);
      if (!block) return false;
      const piece = part.subarray(from, from + size - start);
      block.set(piece, start);
      body.length += piece.length;
      from += piece.length;
    }
    return true;
  }

  #addBlock(body: HeldBody): Uint8Array | undefined {
    const { together, block: size } = this.#limits;
    while (!body.isDropped && this.#held + size > together) this.#drop(this.#largest(body));
    if (body.isDropped) return undefined;
    const block = Buffer.allocUnsafeSlow(size);
    body.blocks.push(block);
    this.#held += size;
    return block;
  }

  /** The largest of the bodies that are still incoming. @param asking where none is larger than it */
  #largest(asking: HeldBody): HeldBody {
    let largest = asking;
    for (const body of this.#incoming) {
      if (body.blocks.length > largest.blocks.length) largest = body;
    }
    return largest;
  }

  #drop(body: HeldBody): void {
    this.#held -= body.blocks.length * this.#limits.block;
    body.blocks.length = 0;
    body.isDropped = true;
    this.#incoming.delete(body);
  }

  #wholeOf({ blocks, length }: HeldBody): readonly Uint8Array[] {
    const { block: size } = this.#limits;
    return blocks.map((block, index) => block.subarray(0, length - index * size));
  }
}
