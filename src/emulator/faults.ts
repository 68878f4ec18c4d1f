/**
 * What can be made to go wrong.
 *
 * - `bad-gateway-before`, `bad-gateway-after`: the request is answered with 502, without or with its effect.
 * - `no-answer-before`, `no-answer-after`: it is never answered, without or with its effect.
 * - `stale-head`: a commit on a branch is refused as if somebody had pushed in between.
 * - `not-yet-visible`: a pull request is refused as if its branch had no commits, as GitHub does for fresh ones.
 * - `primary-limit`, `secondary-limit`: the installation runs into that rate limit, which holds for a time.
 * - `too-quickly`: a pull request is refused as one of too many.
 * - `stale-read`: a request that reads is answered as things were five seconds ago.
 * - `not-found`: an issue or pull request that is there is not found, as by a replica that lags.
 * - `webhook-lost`, `webhook-doubled`: it is not delivered, or twice with the same id.
 * - `webhook-late`: it is delivered behind the next one.
 */
export type FaultKind =
  | 'bad-gateway-before'
  | 'bad-gateway-after'
  | 'no-answer-before'
  | 'no-answer-after'
  | 'stale-head'
  | 'not-yet-visible'
  | 'primary-limit'
  | 'secondary-limit'
  | 'too-quickly'
  | 'stale-read'
  | 'not-found'
  | 'webhook-lost'
  | 'webhook-doubled'
  | 'webhook-late';

/** When it is to go wrong. */
export interface FaultOrder {
  readonly kind: FaultKind;
  /** Part of the operation's name as the request log has it, or of the webhook's: `issues`, `issues-opened`. Any, if left out. */
  readonly operation?: string;
  /** How many that fit go well before. */
  readonly skip?: number;
  /** How many that fit go wrong then; 1 if left out. */
  readonly times?: number;
  /** How long a rate limit holds; 60 if left out. */
  readonly seconds?: number;
  /** Whether one of those goes wrong indeed; each, if left out. */
  readonly chance?: () => boolean;
}

/** An ordered fault. */
export interface Fault {
  /** How often it came. */
  readonly count: number;
  /** Resolved when it comes for the first time. */
  readonly came: Promise<void>;
  /** Takes it back: it comes no more. */
  cancel(): void;
}

interface Ordered extends FaultOrder {
  seen: number;
  count: number;
  readonly came: Promise<void>;
  readonly comes: () => void;
  readonly cancel: () => void;
}

/** The faults that tests order. Each is counted from when it was ordered. */
export class Faults {
  readonly #ordered = new Set<Ordered>();

  order(order: FaultOrder): Fault {
    const { promise: came, resolve: comes } = Promise.withResolvers<void>();
    const cancel = () => {
      this.#ordered.delete(ordered);
    };
    const ordered: Ordered = { ...order, seen: 0, count: 0, came, comes, cancel };
    this.#ordered.add(ordered);
    return ordered;
  }

  /** Whether a kind was ordered, and is not used up. */
  waits(kind: FaultKind): boolean {
    return Array.from(this.#ordered).some(
      (fault) => fault.kind === kind && fault.seen < (fault.skip ?? 0) + (fault.times ?? 1),
    );
  }

  /** Asks whether something goes wrong this time, among kinds that it could. At most one fault comes at a time. */
  take<Kind extends FaultKind>(kinds: readonly Kind[], operation: string): Kind | undefined {
    return this.takeOrder(kinds, operation)?.kind;
  }

  /** The same, with all that was ordered. */
  takeOrder<Kind extends FaultKind>(
    kinds: readonly Kind[],
    operation: string,
  ): (FaultOrder & { readonly kind: Kind }) | undefined {
    let taken: (FaultOrder & { readonly kind: Kind }) | undefined;
    for (const fault of this.#ordered) {
      const kind = kinds.find((each) => each === fault.kind);
      const isMeant = fault.operation === undefined || operation.includes(fault.operation);
      if (kind === undefined || !isMeant || taken !== undefined) continue;
      fault.seen += 1;
      const skipped = fault.skip ?? 0;
      if (fault.seen <= skipped || fault.seen > skipped + (fault.times ?? 1)) continue;
      if (fault.chance?.() === false) continue;
      fault.count += 1;
      fault.comes();
      taken = { ...fault, kind };
    }
    return taken;
  }
}
