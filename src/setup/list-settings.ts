import type { FieldSettings, FormatId, Markup } from '../config/configuration.ts';
import { areLetters, namedGroups, sortedBy } from '../list/list.ts';
import { fieldSettings } from './fields/field-settings.ts';
import type { FoundPage } from './lists/found-list.ts';
import type { SetupFacts } from './setup-facts.ts';

/** What a configuration says of a list, beside its pages and its logos. */
export interface ListSettings {
  readonly format: FormatId;
  /** The heading above the list, or the key to it; empty where none has to be named. */
  readonly within: string;
  readonly fields: Readonly<Record<string, FieldSettings>>;
  /** The groups among which a submission chooses; empty where there are none. */
  readonly groups: readonly string[];
  readonly logo: 'none' | 'optional' | 'required';
  /** Whether most logos are SVG today, so that new ones stay so. */
  readonly keepsSvg: boolean;
  /** What strangers' texts may do, as texts in the list do. */
  readonly markup: Markup;
  readonly httpLinks: boolean;
  /** What the links in the list are called, if that is nearly always the same. */
  readonly linkText: string | undefined;
  readonly reformat: 'table' | undefined;
  /** Whether a new entry goes to its place by the alphabet. */
  readonly isSorted: boolean;
}

/** What was found of a list, as a configuration has it. */
export function listSettings({
  chosen: { group },
  markup,
  terms,
  isKeptPadded,
}: SetupFacts): ListSettings {
  const { format, within, pages } = group;
  const [source] = pages;
  const entries = pages.flatMap((page) => page.entries);
  const hasLogo = ({ logo }: FoundPage['entries'][number]) => logo !== '';
  const showsLogos = pages.some(({ fields }) => fields.some(({ role }) => role === 'logo'));
  const isNeeded = entries.length > 2 ? entries.every(hasLogo) : entries.some(hasLogo);
  return {
    format,
    within,
    fields: source === undefined ? {} : fieldSettings(source, markup, terms),
    markup: markup.isInline ? 'inline' : 'none',
    groups: namedGroups(source?.groups ?? []),
    keepsSvg: format !== 'front-matter-table' && isMostlySvg(entries),
    logo: !showsLogos ? 'none' : isNeeded ? 'required' : 'optional',
    httpLinks: entries.some(hasHttpLink),
    linkText: usualLinkText(source?.entries ?? []),
    reformat: isKeptPadded ? 'table' : undefined,
    isSorted: source !== undefined && isSorted(source),
  };
}

/** Whether a list is sorted, each of its groups for itself. */
function isSorted({ entries, groups }: FoundPage): boolean {
  const names = Map.groupBy(entries, ({ group }) => group);
  const all = [...names.values()].map((group) => group.map(({ company }) => company));
  return areLetters(groups) || sortedBy(all) !== undefined;
}

function isMostlySvg(entries: FoundPage['entries']): boolean {
  const logos = entries.filter(({ logo }) => logo !== '');
  return logos.filter(({ logo }) => /\.svg(?:[?#]|$)/i.test(logo)).length * 2 > logos.length;
}

/** With fewer links, or with another text in more than one of five, there is no usual text. */
const fewestLinks = 3;
const leastAlike = 0.8;

function usualLinkText(entries: FoundPage['entries']): string | undefined {
  const texts = entries.flatMap(({ link }) => (link === undefined ? [] : [link.text]));
  const [text = '', same = []] =
    [...Map.groupBy(texts, (each) => each)].find(
      ([, all]) => all.length >= texts.length * leastAlike,
    ) ?? [];
  return same.length >= fewestLinks && text !== '' ? text : undefined;
}

function hasHttpLink({ homepage, homepageLinks = [], link }: FoundPage['entries'][number]) {
  const links = [...homepageLinks.map(({ url }) => url), homepage, link?.url];
  return links.some((url) => /^http:\/\//i.test(url ?? ''));
}
