import type { EntryLink } from '../../format.ts';
import { mostCommon } from '../../most-common.ts';
import { encodeCellLabel } from '../../text/encode/encode-cell.ts';
import { encodeLinkDestination } from '../../text/encode/encode-link-destination.ts';
import { type JoinedLinks, joinedLinks } from '../joined-links.ts';
import { linksIn } from '../shown-text.ts';
import { type FieldContext, patternsIn } from './field-context.ts';
import { writeLike } from './inline-pattern.ts';
import type { Sample } from './sample.ts';
import { hostLabel, writeHomepage } from './write-homepage.ts';

/** What decides how links in the place of a homepage are written. */
export interface HomepageContext extends FieldContext {
  /** What the entry has there today; nothing for a new one. */
  readonly own?: Omit<Sample, 'company'> | undefined;
}

/** Where no neighbour has several. */
const usualJoint = ', ';

/**
 * Writes the links in the place of a homepage: each like the neighbours' first, or further ones, with what most of these have
 * between them. A link that the entry has already stays as it is.
 */
export function writeHomepageLinks(
  company: string,
  links: readonly EntryLink[],
  context: HomepageContext,
): string {
  const own = context.own && joinedLinks(context.own);
  const rows = context.samples.map((sample) => ({ sample, links: joinedLinks(sample) }));
  const toSample = ({ company: name }: Sample, { pieces }: JoinedLinks) =>
    pieces.map((piece): Sample => ({ ...piece, company: name }));
  const first = rows.flatMap((row) =>
    row.links ? toSample(row.sample, row.links).slice(0, 1) : [row.sample],
  );
  const further = rows.flatMap((row) =>
    row.links ? toSample(row.sample, row.links).slice(1) : [],
  );
  const joints = rows.flatMap((row) => row.links?.joints ?? []);
  const joint = own?.joints[0] ?? mostCommon(joints) ?? usualJoint;
  const { allowsMarkup } = context;
  return links
    .map((link, index) => {
      const kept = own?.pieces.find((piece) => isSame(piece.link, link));
      const written =
        kept?.source ??
        (index === 0
          ? writeFirst(company, link, { samples: first, allowsMarkup })
          : writeFurther(link, { samples: further.length > 0 ? further : first, allowsMarkup }));
      return (index === 0 ? '' : (own?.joints[index - 1] ?? joint)) + written;
    })
    .join('');
}

function isSame(has: EntryLink, { text, url }: EntryLink): boolean {
  return has.url === url && (text === '' || has.text === text);
}

function writeFirst(company: string, { text, url }: EntryLink, context: FieldContext): string {
  return text === ''
    ? writeHomepage(company, url, context)
    : writeNamed(encodeCellLabel(text), url, context);
}

/** What has no words is called by its neighbours' where these are true of it, else by its host. */
function writeFurther({ text, url }: EntryLink, context: FieldContext): string {
  if (text !== '') return writeNamed(encodeCellLabel(text), url, context);
  const [nearest] = context.samples;
  const [shown] = nearest ? linksIn(nearest.nodes) : [];
  const isBare = shown === undefined || nearest?.source === shown.url;
  if (isBare) return encodeLinkDestination(url);
  if (nearest?.source === `<${shown.url}>`) return `<${encodeLinkDestination(url)}>`;
  const words = context.samples.flatMap(({ nodes }) => linksIn(nodes).map((link) => link.text));
  const usual = mostCommon(words.filter((word) => isTrueOf(word, url)));
  return writeNamed(usual === undefined ? hostLabel(url) : encodeCellLabel(usual), url, context);
}

/** Whether an address says the same as a word: `blog.acme.example` is a blog, as is `acme.example/blog/post`. */
function isTrueOf(word: string, url: string): boolean {
  const { host = '', pathname = '' } = URL.parse(url) ?? {};
  const said = [...host.split('.'), ...pathname.split('/')].map(fold);
  return fold(word) !== '' && said.includes(fold(word));
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** @param text encoded */
function writeNamed(text: string, address: string, context: FieldContext): string {
  const url = encodeLinkDestination(address);
  for (const [pattern] of patternsIn(context)) {
    const written = pattern.link && writeLike(pattern, { text, url });
    if (written !== undefined) return written;
  }
  return `[${text}](${url})`;
}
