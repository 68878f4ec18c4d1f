import { mkdir, rm } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Repository } from '../../emulator/world/model.ts';
import { exportTree } from '../repository/export-tree.ts';
import { findSiteFolder } from './find-site-folder.ts';
import { listPages } from './list-pages.ts';
import { hugoVersion, runHugo } from './run-hugo.ts';

/** A website that Hugo has built. */
export interface HugoSite {
  readonly kind: 'hugo';
  readonly version: string;
  readonly folder: string;
  /** Paths in the repository to where Hugo put them, from the folder, as far as it says that. */
  readonly pages: ReadonlyMap<string, string>;
}

/** A repository's website as of one commit. */
export type BuiltSite =
  | HugoSite
  /** Left to our own small renderer, and why. */
  | { readonly kind: 'small'; readonly reason: string; readonly complaint?: string };

/** So many sites are kept; an older one is built again when it is asked for. */
const mostKept = 6;

/** Builds the website of commits with Hugo, each once. */
export class SiteBuilder {
  readonly #folder: string;
  readonly #baseUrl: (oid: string) => string;
  readonly #built = new Map<string, Promise<BuiltSite>>();

  /**
   * @param folder for the sites; made when it is needed
   * @param baseUrl where the site of a commit is served
   */
  constructor(folder: string, baseUrl: (oid: string) => string) {
    this.#folder = folder;
    this.#baseUrl = baseUrl;
  }

  /** @param pagePath of one of the pages, by which the site's folder is found */
  build(repository: Repository, oid: string, pagePath: string): Promise<BuiltSite> {
    const known = this.#built.get(oid);
    if (known) return known;
    const building = this.#build(repository, oid, pagePath);
    this.#built.set(oid, building);
    building.catch(() => this.#built.delete(oid));
    this.#forgetOldest();
    return building;
  }

  async #build({ git }: Repository, oid: string, pagePath: string): Promise<BuiltSite> {
    const version = await hugoVersion();
    if (version === undefined) return { kind: 'small', reason: 'Hugo is not installed here.' };
    const path = await findSiteFolder(git, oid, pagePath);
    if (path === undefined) {
      return { kind: 'small', reason: 'The repository has no configuration of a Hugo site.' };
    }
    const place = join(this.#folder, oid);
    const source = join(place, 'source');
    const destination = join(place, 'public');
    await mkdir(source, { recursive: true });
    await git.serially(() => exportTree(git, oid, source, path));
    const site = {
      source: join(source, path),
      destination,
      cache: join(this.#folder, 'cache'),
      baseUrl: this.#baseUrl(oid),
    };
    const complaint = await runHugo(site);
    const listed = complaint === undefined ? await listPages(site) : [];
    await rm(source, { recursive: true, force: true });
    if (complaint !== undefined) {
      const hasSubmodules = (await git.read(`${oid}:.gitmodules`)) !== undefined;
      const reason = hasSubmodules
        ? 'Hugo could not build this site. Git submodules, such as its theme, are not copied here.'
        : 'Hugo could not build this site.';
      return { kind: 'small', reason, complaint };
    }
    const pages = new Map(Array.from(listed, ([page, place]) => [posix.join(path, page), place]));
    return { kind: 'hugo', version, folder: destination, pages };
  }

  #forgetOldest(): void {
    const [oldest] = this.#built.keys();
    if (this.#built.size <= mostKept || oldest === undefined) return;
    const site = this.#built.get(oldest);
    this.#built.delete(oldest);
    site
      ?.then(() => rm(join(this.#folder, oldest), { recursive: true, force: true }))
      .catch(() => {});
  }
}
