import { createHash } from 'node:crypto';
import { type DownloadOptions, downloadLogo } from '../download/download-logo.ts';
import { type LogoSettings, logoSettings } from '../logo/logo-settings.ts';
import { type NormalisedLogo, normaliseLogo } from '../logo/normalise-logo.ts';
import type { Observer } from '../observer/observer.ts';
import type { Result } from '../problem/result.ts';
import { LastUsed } from './last-used.ts';

/** A logo to fetch. */
export interface LogoRequest extends LogoSettings {
  /** As it stands in the issue. */
  readonly address: string;
  /** The same picture's signed address, if GitHub gave one: it works in private repositories too. */
  readonly signedAddress?: string | undefined;
  /** Of the repository: what one may see is not kept for another. */
  readonly repositoryId: string;
  /** Gives a token that may open the picture; absent in a public repository, where none is needed. */
  readonly token?: () => Promise<string>;
}

/** A PNG of the largest canvas has some 100 KB: 200 of them stay under what one drawing takes. */
const mostKept = 200;

/** Something attached to an issue: what an address of this kind names never changes. */
const attachment = /\/user-attachments\/(?:assets|files)\/([\w-]+)/;

/** Fetches and draws logos, and keeps the last ones: a submission is built again each time its page changes. */
export class LogoDesk {
  readonly #kept = new LastUsed<NormalisedLogo>(mostKept);
  readonly #downloads: DownloadOptions;
  readonly #observer: Observer;

  constructor(downloads: DownloadOptions, observer: Observer) {
    this.#downloads = downloads;
    this.#observer = observer;
  }

  /** @returns the logo as it will be written, or what is wrong with it, each a problem of the field `logo` */
  async fetch(request: LogoRequest): Promise<Result<NormalisedLogo>> {
    const settings = logoSettings(request);
    const key = JSON.stringify([request.repositoryId, request.address, settings]);
    const kept = this.#kept.get(key);
    if (kept) return { ok: true, value: kept };
    const bytes = await this.#download(request);
    if (!bytes.ok) return bytes;
    const logo = await this.#draw(bytes.value, settings);
    if (logo.ok && attachment.test(request.address)) this.#kept.set(key, logo.value);
    return logo;
  }

  /** The same bytes give the same picture, wherever they came from. */
  async #draw(bytes: Uint8Array, settings: LogoSettings): Promise<Result<NormalisedLogo>> {
    const digest = createHash('sha256').update(bytes).digest('base64url');
    const key = `${JSON.stringify(settings)} ${digest}`;
    const known = drawn.get(key);
    if (known) return { ok: true, value: known };
    const started = performance.now();
    const logo = await normaliseLogo(bytes, settings);
    this.#observer.logo((performance.now() - started) / 1000);
    if (logo.ok) drawn.set(key, logo.value);
    return logo;
  }

  async #download({ address, signedAddress, token }: LogoRequest): Promise<Result<Uint8Array>> {
    if (signedAddress !== undefined) {
      const signed = await downloadLogo(signedAddress, this.#downloads);
      if (signed.ok) return signed;
    }
    const shown = token && { token: await token() };
    return downloadLogo(address, { ...this.#downloads, ...shown });
  }
}

/** By settings and fingerprint of the bytes, for the whole process. */
const drawn = new LastUsed<NormalisedLogo>(mostKept);

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
