import type { EntryLink } from '../../format.ts';
import { mostCommon, usualOf } from '../../most-common.ts';
import { encodeCellLabel } from '../../text/encode/encode-cell.ts';
import { encodeLinkDestination } from '../../text/encode/encode-link-destination.ts';
import { linksIn } from '../shown-text.ts';
import { type FieldContext, patternsIn } from './field-context.ts';
import { type PatternValues, patternOf, writeLike } from './inline-pattern.ts';
import type { Sample } from './sample.ts';

/** Writes a homepage: bare, or a link that is called as in most of the other entries. */
export function writeHomepage(company: string, homepage: string, context: FieldContext): string {
  const url = encodeLinkDestination(homepage);
  const text = homepageLabel(company, homepage, context);
  const ways = context.samples.flatMap((sample) => {
    const written = writtenLike(sample, { text, url });
    return written === undefined ? [] : [written];
  });
  return usualOf(ways) ?? url;
}

/** An address as a sample has its own: bare, in angle brackets, or as a link. */
function writtenLike(sample: Sample, values: PatternValues): string | undefined {
  const [link] = linksIn(sample.nodes);
  if (link?.url === sample.source) return values.url;
  if (sample.source === `<${link?.url}>`) return `<${values.url}>`;
  const pattern = patternOf(sample);
  return pattern?.link && writeLike(pattern, values);
}

/** What the link to a homepage is called, as in most of the other entries: the name, a form of the address, or always the same. */
function homepageLabel(company: string, homepage: string, context: FieldContext): string {
  const labels = [...patternsIn(context)].flatMap(([{ link }, sample]) => {
    if (link === undefined) return [];
    const names = [['name', sample.company], ...addressForms(link.url)] as const;
    const found = names.filter(([, text]) => text === link.text).map(([form]) => form);
    return found.length > 0 ? found : [`=${link.text}`];
  });
  // Words of one entry alone speak of that company.
  const isUsual = (label: string) =>
    !label.startsWith('=') ||
    usualLabel.test(label) ||
    labels.filter((each) => each === label).length > 1;
  const label = mostCommon(labels.filter(isUsual)) ?? (labels.length > 0 ? shortForm : 'name');
  if (label === 'name') return encodeCellLabel(company);
  if (label.startsWith('=')) return encodeCellLabel(label.slice(1));
  return writeForm(new Map(addressForms(homepage)).get(label) ?? homepage);
}

/** Whether a link is called as links to homepages are: by the organization, by its own address, or by a word such as “website”. */
export function isCalledLikePage({ text, url }: EntryLink, company: string): boolean {
  if (text === '' || text === company || usualLabel.test(`=${text}`)) return true;
  return addressForms(url).some(([, form]) => form === text);
}

/** The host of an address, as the text of a link. */
export function hostLabel(address: string): string {
  return writeForm(new Map(addressForms(address)).get(shortForm) ?? address);
}

/** Nothing in a link's text is made a link of its own. */
function writeForm(form: string): string {
  return /^[A-Za-z0-9.:/-]+$/.test(form) ? form : encodeCellLabel(form);
}

const usualLabel = /^=(?:(?:the |our )?(?:link|web ?site|home ?page|site|url|web|here))$/i;
const shortForm = 'host without www';

/** The ways in which people shorten an address. */
function addressForms(address: string): readonly (readonly [string, string])[] {
  const host = URL.parse(address)?.host ?? address;
  return [
    [shortForm, host.replace(/^www\./, '')],
    ['host', host],
    ['without scheme and slash', address.replace(/^https?:\/\/|\/$/g, '')],
    ['without scheme', address.replace(/^https?:\/\//, '')],
    ['without slash', address.replace(/\/$/, '')],
    ['whole', address],
  ];
}
