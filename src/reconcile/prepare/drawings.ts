import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { LruCache } from '../../cache/lru-cache.ts';
import { NegativeCache } from '../../cache/negative-cache.ts';
import { type LogoSettings, settingsKey } from '../../logo/logo-settings.ts';
import { type NormalizedLogo, normalizeLogo } from '../../logo/normalize-logo.ts';
import { type Result, success } from '../../problem/result.ts';
import { FairQueue } from '../../queue/fair-queue.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import { type Clock, systemClock } from '../../time/clock.ts';
import { NotReady } from './not-ready.ts';

/** A logo as it will be written. */
export interface FetchedLogo extends NormalizedLogo {
  /** Of the bytes that it was drawn from. */
  readonly fingerprint: string;
}

/** A picture to draw as a logo. */
export interface DrawingRequest {
  readonly settings: LogoSettings;
  /** Drawing takes time, which is shared fairly: between the first of these, then between the second. */
  readonly sharers: readonly string[];
  /** Gives the picture once more: none is held for as long as it may have to wait. */
  readonly download: () => Promise<Result<Uint8Array>>;
}

/** What may be otherwise. */
export interface DrawingsOptions {
  readonly clock?: Clock;
  /** How long a job waits for a drawing before it lets others go first, in milliseconds. */
  readonly patience?: number;
  /** What was drawn already. */
  readonly drawn?: DrawnLogos;
}

/** What is drawn, or waits for that. */
interface Drawing {
  bytes: Uint8Array | undefined;
  isBegun: boolean;
  readonly done: Promise<Result<FetchedLogo>>;
}

/** A PNG of the largest canvas has some 100 KB, an SVG 256 at most: 200 of both stay under what one drawing takes. */
const mostKept = 200;

/** Logos as they were drawn, by settings and fingerprint of the bytes. */
export type DrawnLogos = LruCache<FetchedLogo>;

const hour = 60 * 60_000;

/** Draws logos, one at a time, and remembers what came of it, well or badly. */
export class Drawings {
  readonly #telemetry: Telemetry;
  readonly #drawn: DrawnLogos;
  readonly #patience: number;
  /** By settings and fingerprint. Even that it takes too long may be otherwise on another day. */
  readonly #refused: NegativeCache;
  readonly #drawings = new Map<string, Drawing>();
  readonly #queue = new FairQueue();

  constructor(telemetry: Telemetry, options: DrawingsOptions = {}) {
    const { clock = systemClock, patience = 2_000, drawn = new LruCache(mostKept) } = options;
    this.#telemetry = telemetry;
    this.#drawn = drawn;
    this.#patience = patience;
    this.#refused = new NegativeCache({ first: hour, longest: 24 * hour }, clock);
  }

  /** What came of a picture; nothing where that is not known. */
  recall(settings: LogoSettings, fingerprint: string): Result<FetchedLogo> | undefined {
    const key = keyOf(settings, fingerprint);
    const logo = this.#drawn.get(key);
    return logo ? success(logo) : this.#refused.recall(key);
  }

  /** @throws NotReady where it takes long: to be asked for again then */
  async draw(bytes: Uint8Array, request: DrawingRequest): Promise<Result<FetchedLogo>> {
    const fingerprint = fingerprintOf(bytes);
    const known = this.recall(request.settings, fingerprint);
    if (known) return known;
    const key = keyOf(request.settings, fingerprint);
    const drawing = this.#drawings.get(key) ?? this.#begin(key, bytes, request);
    const ended = new AbortController();
    const left = Math.max(0, this.#patience - this.#queue.busyFor);
    const late = setTimeout(left, undefined, { signal: ended.signal });
    const result = await Promise.race([drawing.done, late]).finally(() => ended.abort());
    if (result) return result;
    if (!drawing.isBegun) drawing.bytes = undefined;
    const over = () => {};
    throw new NotReady('A logo takes long to draw', drawing.done.then(over, over));
  }

  #begin(key: string, bytes: Uint8Array, { settings, sharers, download }: DrawingRequest): Drawing {
    const work = async () => {
      drawing.isBegun = true;
      const given = drawing.bytes ? success(drawing.bytes) : await download();
      return given.ok ? this.#drawNow(given.value, settings) : given;
    };
    const drawing: Drawing = { bytes, isBegun: false, done: this.#queue.run(sharers, work) };
    this.#drawings.set(key, drawing);
    const forget = () => this.#drawings.delete(key);
    drawing.done.then(forget, forget);
    return drawing;
  }

  async #drawNow(bytes: Uint8Array, settings: LogoSettings): Promise<Result<FetchedLogo>> {
    const started = performance.now();
    const logo = await normalizeLogo(bytes, settings);
    this.#telemetry.logo((performance.now() - started) / 1000);
    const fingerprint = fingerprintOf(bytes);
    const key = keyOf(settings, fingerprint);
    if (!logo.ok) {
      this.#refused.note(key, logo);
      return logo;
    }
    const fetched = { ...logo.value, fingerprint };
    this.#drawn.set(key, fetched);
    return success(fetched);
  }
}

/** Of a picture's bytes: the same ones give the same logo, wherever they came from. */
export function fingerprintOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

function keyOf(settings: LogoSettings, fingerprint: string): string {
  return `${settingsKey(settings)} ${fingerprint}`;
}
