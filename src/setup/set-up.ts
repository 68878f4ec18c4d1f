import { type Checkout, readBytes } from '../checkout/checkout.ts';
import { readConfigurationOf } from '../checkout/read-repository.ts';
import { readStart } from '../checkout/read-start.ts';
import { rootAbove } from '../checkout/root-above.ts';
import { type Configuration, configurationPath, unnamedProject } from '../config/configuration.ts';
import { formPath } from '../form/write-form.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import type { FileChange } from '../proposal/file-change.ts';
import { guessProject } from './guess-project.ts';
import { findLogos, type LogoPlace } from './logos/find-logos.ts';
import { headerBytes, sideOfSquare } from './logos/logo-size.ts';
import { choosePages } from './pages/choose-pages.ts';
import { findPages } from './pages/find-pages.ts';
import type { PageGroup } from './pages/pair-locales.ts';
import { planSetup, type SetupTemplates } from './plan-setup.ts';
import { readSite, type SiteFiles } from './read-site.ts';
import type { SetupNote } from './setup-notes.ts';
import { siteOf } from './site-settings.ts';

/** What set-up would write, and what it found. */
export interface SetupReport {
  readonly configuration: Configuration;
  /** The configuration and the issue form. */
  readonly changes: readonly FileChange[];
  readonly notes: readonly SetupNote[];
  /** Pages that seem to hold such a table too, and why they cannot be edited. */
  readonly problems: readonly Problem[];
}

/** How set-up goes about it. */
export interface SetupOptions {
  /** Whether files that stand already are written over. */
  readonly force: boolean;
  readonly templates: SetupTemplates;
  /** The most files and folders to look at. */
  readonly limit?: number;
}

/** To look at so many takes some ten seconds. */
const usualLimit = 100_000;

/** Enough to tell which size is usual. */
const mostHeaders = 1000;

/** Finds a repository's pages and logos, and makes its configuration and issue form of them. Writes nothing. */
export async function setUp(
  checkout: Checkout,
  { force, templates, limit = usualLimit }: SetupOptions,
): Promise<Result<SetupReport>> {
  const standing = force ? [] : await filesStanding(checkout);
  if (standing.length > 0) {
    return failure(...standing.map((path) => problem('setup-file-exists', path)));
  }
  const site = await readSite(checkout, limit);
  const reached = site.isComplete ? undefined : limit;
  const languageOf = (path: string) => siteOf(path, site.sites)?.language;
  const chosen = choosePages(findPages(site.pages), languageOf, reached);
  if (!chosen.ok) return chosen;

  const { group } = chosen.value;
  const sourcePath = group.pages[0]?.path ?? '';
  const logos = logosOf(group, site);
  const plan = planSetup(
    {
      chosen: chosen.value,
      logos,
      sides: await readSides(checkout, logos),
      project: guessProject(siteOf(sourcePath, site.sites), site.readme),
      keptProject: await projectOf(checkout),
      rootAbove: await rootAbove(checkout),
      limit: reached,
    },
    templates,
  );
  if (!plan.ok) return plan;
  const { configuration, configurationText, formText, notes, problems } = plan.value;
  const changes = [
    { path: configurationPath, content: configurationText },
    { path: formPath, content: formText },
  ];
  return success({ configuration, changes, notes, problems });
}

async function filesStanding(checkout: Checkout): Promise<readonly string[]> {
  const found = [configurationPath, formPath].map(async (path) =>
    (await readBytes(checkout, path)) === undefined ? [] : [path],
  );
  return (await Promise.all(found)).flat();
}

/** The project's name in the configuration that stands there, if that can be read and has one. */
async function projectOf(checkout: Checkout): Promise<string | undefined> {
  const read = await readConfigurationOf(checkout);
  return read.ok && read.value.project !== unnamedProject ? read.value.project : undefined;
}

function logosOf({ pages }: PageGroup, { paths, sites }: SiteFiles): LogoPlace {
  const path = pages[0]?.path ?? '';
  const companies = pages.flatMap((page) => page.companies);
  return findLogos(companies, path, siteOf(path, sites)?.folder ?? folderOfSite(path), paths);
}

/** A site's folder by its page's path: what stands before its content. */
function folderOfSite(path: string): string {
  const segments = path.split('/');
  const content = segments.findIndex((segment) => /^content(?:[._-]|$)/.test(segment));
  return segments.slice(0, Math.max(content, 0)).join('/');
}

async function readSides(checkout: Checkout, { present }: LogoPlace): Promise<readonly number[]> {
  const sides: number[] = [];
  for (const path of present.slice(0, mostHeaders)) {
    const header = await readStart(checkout, path, headerBytes);
    const side = header && sideOfSquare(header);
    if (side !== undefined) sides.push(side);
  }
  return sides;
}
