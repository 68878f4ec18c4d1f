import type { SourceTree } from '../checkout/source-tree.ts';
import { type Configuration, configurationPath } from '../config/configuration.ts';
import { readConfiguration } from '../config/read-configuration.ts';
import { isUnnamed, type Language } from '../config/reply-languages.ts';
import { formPath } from '../form/write-form.ts';
import { loadFormat } from '../list/list.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import type { FileChange } from '../proposal/file-change.ts';
import { decodeUtf8 } from '../text/decode-utf8.ts';
import { explainedTerms } from './fields/explained-terms.ts';
import { type FoundMarkup, markupIn, noMarkup } from './fields/markup-in.ts';
import { hasFormatter } from './formatter.ts';
import { guessProject } from './guess-project.ts';
import { type AskForList, equalLists, listAddress, type OtherList } from './lists/choose-list.ts';
import { pageAt } from './lists/entry-folders.ts';
import { findCandidates, isFoundByAddress, pathOfAsked } from './lists/find-candidates.ts';
import { companiesOf } from './lists/found-list.ts';
import type { PageGroup } from './lists/pair-locales.ts';
import type { ListCandidate } from './lists/rank-lists.ts';
import { findLogos, type LogoPlace } from './logos/find-logos.ts';
import { headerBytes, type PictureSize, pictureSize } from './logos/picture-size.ts';
import { planSetup, type SetupTemplates } from './plan-setup.ts';
import { readSite, type SiteFiles } from './read-site.ts';
import type { SetupNote } from './setup-notes.ts';
import { siteOf } from './site-settings.ts';

export { type AskForList, listAddress } from './lists/choose-list.ts';

/** What set-up would write, and what it found. */
export interface SetupReport {
  readonly configuration: Configuration;
  /** The configuration and the issue form. */
  readonly changes: readonly FileChange[];
  readonly notes: readonly SetupNote[];
  /** Lists that were seen too, and why they cannot be edited. */
  readonly problems: readonly Problem[];
}

/** Options of set-up. */
export interface SetupOptions {
  /** Whether existing files are overwritten. */
  readonly force: boolean;
  readonly templates: SetupTemplates;
  /** The list that somebody asks for: a file, and behind `#` the heading above the list or the key to it. */
  readonly list?: string | undefined;
  /** The language of comments and the form; otherwise that of the existing configuration, or of the list. */
  readonly language?: Language | undefined;
  /** Asks which of several lists is meant; without it that is a problem. */
  readonly ask?: AskForList | undefined;
  /** Whether the first of several lists is taken, and nobody is asked. */
  readonly takeFirst?: boolean;
  /** The most files and folders to look at. */
  readonly limit?: number;
}

/** Reading so many takes about ten seconds. */
const usualLimit = 100_000;

/** A table of fewer rows may be padded by chance. */
const fewestPadded = 3;

/** No configuration is longer. */
const mostOfConfiguration = 1024 * 1024;

/** Enough to tell which size is usual. */
const mostHeaders = 1000;

/** Finds a repository's lists and logos, and derives its configuration and issue form. Writes nothing. */
export async function setUp(tree: SourceTree, options: SetupOptions): Promise<Result<SetupReport>> {
  const { force, templates, limit = usualLimit } = options;
  const existing = force ? [] : await existingFiles(tree);
  if (existing.length > 0) {
    return failure(...existing.map((path) => problem('setup-file-exists', path)));
  }
  const site = await readSite(tree, limit, pathOfAsked(options.list));
  const reached = site.isComplete ? undefined : limit;
  const found = await findCandidates(site, options.list, reached);
  if (!found.ok) return found;
  const { ranked, problems: unserved, passedOver } = found.value;
  const equal = options.takeFirst ? ranked.slice(0, 1) : equalLists(ranked);
  const chosen = equal.length > 1 ? await options.ask?.(equal) : ranked[0];
  if (chosen === undefined) {
    const lists = equal.map((each) => `--list '${listAddress(each)}'`).join(', ');
    return failure(problem('setup-several-lists', '', { lists }));
  }
  const group = equal.length > 1 ? { ...chosen, reason: 'asked' as const } : chosen;
  const others = await addressed(
    ranked.filter((each) => each !== chosen),
    site,
  );
  const sourcePath = group.pages[0]?.path ?? '';
  const logos = logosOf(group, site);
  const kept = await configurationOf(tree);
  const plan = planSetup(
    {
      chosen: { group, others, problems: unserved },
      logos,
      pictures: await readSizes(tree, logos),
      markup: await readMarkup(group, site),
      terms: termsOf(group, site),
      passedOver,
      isKeptPadded: isPadded(group) && (await hasFormatter(tree)),
      project: guessProject(siteOf(sourcePath, site.sites), site.readme),
      keptProject: kept && !isUnnamed(kept) ? kept.project : undefined,
      language: options.language ?? kept?.language,
      rootAbove: await tree.rootAbove(),
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

/** Lists with the addresses by which they are found. */
async function addressed(
  lists: readonly ListCandidate[],
  site: SiteFiles,
): Promise<readonly OtherList[]> {
  return Promise.all(
    lists.map(async (list) => {
      const isFound = list.format === 'front-matter-table' || (await isFoundByAddress(site, list));
      return { ...list, address: isFound ? listAddress(list) : undefined };
    }),
  );
}

/** The markup in the values of a list, which is read for that as it will be for editing. */
async function readMarkup(
  { format: id, pages: [page] }: PageGroup,
  { pages }: SiteFiles,
): Promise<FoundMarkup> {
  const file = page && pageAt(pages, page.path);
  if (!page || !file || id === 'front-matter-table') return noMarkup;
  const within = page.within === '' ? undefined : page.within;
  const list = (await loadFormat(id)).read(file, { within });
  return list.ok ? markupIn(list.value) : noMarkup;
}

/** The terms that the file of a list explains, where that is Markdown. */
function termsOf({ format, pages: [page] }: PageGroup, { pages }: SiteFiles) {
  const file = format.startsWith('markdown') && page ? pageAt(pages, page.path) : undefined;
  return explainedTerms(file?.text ?? '');
}

/** Whether a table is padded, with rows enough that this is no chance. */
function isPadded({ pages }: PageGroup): boolean {
  return pages.every((page) => page.isPadded && page.entries.length >= fewestPadded);
}

async function existingFiles(tree: SourceTree): Promise<readonly string[]> {
  const found = [configurationPath, formPath].map(async (path) =>
    (await tree.has(path)) ? [path] : [],
  );
  return (await Promise.all(found)).flat();
}

/** The existing configuration, if that can be read. */
async function configurationOf(tree: SourceTree): Promise<Configuration | undefined> {
  const bytes = await tree.readStart(configurationPath, mostOfConfiguration);
  const text = bytes && decodeUtf8(bytes);
  if (text === undefined) return undefined;
  const read = readConfiguration(text);
  return read.ok ? read.value : undefined;
}

function logosOf({ format, pages }: PageGroup, { paths, sites }: SiteFiles): LogoPlace {
  const path = pages[0]?.path ?? '';
  const companies = pages.flatMap(companiesOf);
  const site = siteOf(path, sites)?.folder;
  const isOfNoSite = site === undefined && format.startsWith('markdown');
  return findLogos(companies, path, isOfNoSite ? undefined : (site ?? folderOfSite(path)), paths);
}

/** A site's folder by its page's path: what precedes its content. */
function folderOfSite(path: string): string {
  const segments = path.split('/');
  const content = segments.findIndex((segment) =>
    /^(?:content(?:[._-].*)?|_?data|_includes|src)$/.test(segment),
  );
  return segments.slice(0, Math.max(content, 0)).join('/');
}

async function readSizes(
  tree: SourceTree,
  { present }: LogoPlace,
): Promise<readonly PictureSize[]> {
  const sizes: PictureSize[] = [];
  for (const path of present.slice(0, mostHeaders)) {
    const header = await tree.readStart(path, headerBytes);
    const size = header && pictureSize(header);
    if (size !== undefined) sizes.push(size);
  }
  return sizes;
}
