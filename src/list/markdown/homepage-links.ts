import type { EntryLink, EntryValues } from '../format.ts';

/** What an entry says of homepages. */
type Homepages = Pick<Partial<EntryValues>, 'homepage' | 'homepageLinks'>;

/** All links in the place of a homepage. The others stay where an address alone takes the place of the first. */
export function linksOf({ homepage, homepageLinks = [] }: Homepages): readonly EntryLink[] {
  if (homepage === undefined) return [];
  const [first, ...others] = homepageLinks;
  return [{ text: first?.text ?? '', url: homepage }, ...others];
}

/** Whether an entry has the links that are wanted already; of one without words, whatever it is called. */
export function saysLinks(entry: Homepages, wanted: Homepages): boolean {
  const [has, links] = [linksOf(entry), linksOf(wanted)];
  const isSame = ({ text, url }: EntryLink, index: number) =>
    url === has[index]?.url && (text === '' || text === has[index].text);
  return has.length === links.length && links.every(isSame);
}
