import { attributesPaths } from '../../proposal/lfs/git-attributes.ts';
import type { PageText } from '../../proposal/snapshot.ts';
import type { GithubClient } from '../client/github-client.ts';
import { readText } from '../nodes/file-node.ts';
import { attributesAlias, type CommitNode } from './submission-document.ts';
import type { SubmissionRequest } from './submission-request.ts';
import type { SubmissionSnapshot } from './submission-snapshot.ts';

/** Reads the pages, the form, `.gitattributes` and what lies in the logo folder. @throws RequestFailed */
export async function readFiles(
  client: GithubClient,
  { configuration, repository }: SubmissionRequest,
  commit: CommitNode,
): Promise<Pick<SubmissionSnapshot, 'attributes' | 'files' | 'filesDigest' | 'form' | 'logoOids'>> {
  const { locales, logo } = configuration;
  const nodes = locales.map((_, index) => commit[`page${index}`] ?? undefined);
  const texts = await Promise.all(
    nodes.map((node) => (node === undefined ? undefined : readText(client, repository, node))),
  );
  const pages = locales.map((locale, index): [string, PageText | undefined] => {
    const text = texts[index];
    return [locale, text === undefined || text === 'not-utf8' ? text : { text }];
  });
  const logos = commit.logos?.object;
  const entries = logos?.__typename === 'Tree' ? (logos.entries ?? []) : [];
  const logoOids = new Map(
    entries
      .filter(({ type }) => type !== 'tree')
      .map(({ name, oid }) => [`${logo.directory}/${name}`, oid]),
  );
  const attributes = attributesPaths(logo.directory).flatMap((path, index) => {
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
