import type { Configuration } from '../../config/configuration.ts';
import { otherPatterns, patternOf } from '../../config/folder-pattern.ts';
import { isBesideEntry, logoFolder } from '../../config/logo-place.ts';
import { attributesPaths } from '../../proposal/lfs/git-attributes.ts';
import type { PageFolder, PageText } from '../../proposal/snapshot.ts';
import type { GithubClient } from '../client/github-client.ts';
import type { FileFragment } from '../generated/operations.ts';
import { readText } from '../nodes/file-node.ts';
import { entriesIn, oidsOf, toPageFolder } from '../nodes/folder-entries.ts';
import type { FolderNode } from '../nodes/folder-node.ts';
import { attributesAlias, type CommitNode, pageAlias } from './submission-document.ts';
import type { SubmissionRequest } from './submission-request.ts';
import type { SubmissionSnapshot } from './submission-snapshot.ts';

/** Reads the pages, the form, `.gitattributes` and what lies in the logo folder. @throws RequestFailed */
export async function readFiles(
  client: GithubClient,
  request: SubmissionRequest,
  commit: CommitNode,
): Promise<Pick<SubmissionSnapshot, 'attributes' | 'files' | 'filesDigest' | 'form' | 'logoOids'>> {
  const { repository, configuration } = request;
  const { locales, logo } = configuration;
  const nodes = locales.map((_, index) => commit[pageAlias(index)] ?? undefined);
  const pages = await Promise.all(
    locales.map(async (locale, index) => [
      locale,
      await readPage(client, request, locale, nodes[index]),
    ]),
  );
  const logos = commit.logos?.object;
  const entries = logos?.__typename === 'Tree' ? (logos.entries ?? []) : [];
  const logoOids = new Map(
    isBesideEntry(logo)
      ? locales.flatMap((locale, index) => oidsBeside(configuration, locale, nodes[index]))
      : entries
          .filter(({ type }) => type !== 'tree')
          .map(({ name, oid }) => [`${logo.directory}/${name}`, oid] as const),
  );
  const attributes = attributesPaths(logoFolder(logo)).flatMap((path, index) => {
    const { oid, text } = commit[attributesAlias(index)]?.object ?? {};
    return oid === undefined ? [] : [{ path, oid, text: text ?? '' }];
  });
  const oids = [
    ...nodes.map((node) => node?.object?.oid),
    logos?.oid,
    ...attributes.map(({ oid }) => oid),
  ];
  const form = commit.form ?? undefined;
  const formText = form && (await readText(client, repository, form));
  const isForm = formText !== undefined && formText !== 'not-utf8';
  return {
    files: { pages: Object.fromEntries(pages), logos: [...logoOids.keys()].sort() },
    logoOids,
    attributes,
    filesDigest: oids.map((oid) => oid ?? '').join(' '),
    form: isForm ? { oid: form?.object?.oid ?? '', text: formText } : undefined,
  };
}

/** The object ids of the files in the folders of entries, by their paths. */
function oidsBeside(
  configuration: Configuration,
  locale: string,
  node: PageNode | undefined,
): readonly (readonly [string, string])[] {
  const pattern = patternOf(configuration, locale);
  const items = node !== undefined && isFolder(node) ? node.object?.entries : undefined;
  if (pattern === undefined || !items) return [];
  const { inside } = entriesIn(items, pattern, otherPatterns(configuration.pages, locale));
  return inside.filter(({ path }) => !path.endsWith('/')).map(({ path, oid }) => [path, oid]);
}

/** A page's text, or the files of its entries; nothing where there is neither. */
async function readPage(
  client: GithubClient,
  { configuration, repository, texts }: SubmissionRequest,
  locale: string,
  node: PageNode | undefined,
): Promise<PageText | PageFolder | undefined> {
  if (node === undefined) return undefined;
  const pattern = patternOf(configuration, locale);
  if (pattern !== undefined) {
    const items = isFolder(node) ? node.object?.entries : undefined;
    if (!items) return undefined;
    const entries = entriesIn(items, pattern, otherPatterns(configuration.pages, locale));
    return toPageFolder(entries, await texts.read(client, repository, oidsOf(entries)));
  }
  if (isFolder(node)) return undefined;
  const text = await readText(client, repository, node);
  return text === undefined || text === 'not-utf8' ? text : { text };
}

type PageNode = FileFragment | FolderNode;

/** Of files no type is asked for. */
function isFolder(node: PageNode): node is FolderNode {
  return node.object !== null && '__typename' in node.object;
}
