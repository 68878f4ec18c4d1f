import { LruCache } from '../../cache/lru-cache.ts';
import { NegativeCache } from '../../cache/negative-cache.ts';
import { type DownloadOptions, downloadLogo } from '../../download/download-logo.ts';
import type { LogoSettings } from '../../logo/logo-settings.ts';
import type { Result } from '../../problem/result.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import { systemClock } from '../../time/clock.ts';
import { Drawings, type DrawingsOptions, type FetchedLogo, fingerprintOf } from './drawings.ts';

/** A logo to fetch. */
export interface LogoRequest {
  /** As it is in the issue. */
  readonly address: string;
  /** The same picture's signed address, if GitHub gave one: it works in private repositories too. */
  readonly signedAddress?: string | undefined;
  /** Of the repository: what one may see is not kept for another. */
  readonly repositoryId: string;
  readonly settings: LogoSettings;
  /** Gives a token that may open the picture; absent in a public repository, where none is needed. */
  readonly token?: () => Promise<string>;
  /** Whose picture it is. */
  readonly person: string;
  /** Whether somebody waits for it: then what could not be fetched before is asked for again at once. */
  readonly isAsked: boolean;
}

/** How many addresses of attachments are remembered, with the fingerprint of what is there. */
const mostKept = 5_000;

/** Something attached to an issue: what an address of this kind names never changes. */
const attachment = /^https:\/\/github\.com(?::\d+)?\/user-attachments\/(?:assets|files)\/([\w-]+)/;

const minute = 60_000;

/**
 * Fetches and draws logos, and remembers what came of it: a submission is built again each time its page changes, and what
 * a stranger gives may never come, or take long to draw.
 */
export class LogoLoader {
  readonly #downloads: DownloadOptions;
  readonly #drawings: Drawings;
  /** By repository and address. */
  readonly #fingerprints = new LruCache<string>(mostKept);
  /** By repository and address. */
  readonly #unreached: NegativeCache;

  constructor(downloads: DownloadOptions, telemetry: Telemetry, options: DrawingsOptions = {}) {
    this.#downloads = downloads;
    this.#drawings = new Drawings(telemetry, options);
    const pauses = { first: 10 * minute, longest: 12 * 60 * minute };
    this.#unreached = new NegativeCache(pauses, options.clock ?? systemClock);
  }

  /**
   * @returns the logo as it will be written, or what is wrong with it, each a problem of the field `logo`
   * @throws NotReady where it takes long to draw: to be asked for again then
   */
  async fetch(request: LogoRequest): Promise<Result<FetchedLogo>> {
    const { address, repositoryId, settings, person } = request;
    const place = JSON.stringify([repositoryId, address]);
    const known = this.#recall(place, request);
    if (known) return known;
    const bytes = await this.#download(request);
    if (!bytes.ok) {
      this.#unreached.note(place, bytes);
      return bytes;
    }
    this.#unreached.forget(place);
    if (attachment.test(address)) this.#fingerprints.set(place, fingerprintOf(bytes.value));
    const download = () => this.#download(request);
    const sharers = [repositoryId, person];
    return this.#drawings.draw(bytes.value, { settings, sharers, download });
  }

  #recall(place: string, { settings, isAsked }: LogoRequest): Result<FetchedLogo> | undefined {
    const fingerprint = this.#fingerprints.get(place);
    const known =
      fingerprint === undefined ? undefined : this.#drawings.recall(settings, fingerprint);
    return known ?? (isAsked ? undefined : this.#unreached.recall(place));
  }

  async #download({ address, signedAddress, token }: LogoRequest): Promise<Result<Uint8Array>> {
    if (signedAddress !== undefined) {
      const signed = await downloadLogo(signedAddress, this.#downloads);
      if (signed.ok) return signed;
    }
    return downloadLogo(address, { ...this.#downloads, ...(token && { token }) });
  }
}

/**
 * The signed address of an attachment among the pictures that GitHub shows of a text. It names the same id.
 *
 * @param html as GitHub's `bodyHTML`
 */
export function findSignedAddress(html: string, address: string): string | undefined {
  const id = attachment.exec(address)?.[1];
  if (id === undefined) return undefined;
  const sources = Array.from(html.matchAll(/<img[^>]*?\ssrc="([^"]*)"/g), ([, source = '']) =>
    source.replaceAll('&amp;', '&'),
  );
  return sources.find((source) => {
    const url = URL.parse(source);
    // Anybody can show a picture of their own whose address only mentions the id.
    const isSigned = url?.hostname === 'private-user-images.githubusercontent.com';
    return isSigned && url.pathname.slice(url.pathname.lastIndexOf('/')).includes(id);
  });
}
