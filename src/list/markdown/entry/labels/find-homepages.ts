import { joinedLinks } from '../../joined-links.ts';
import { isCalledLikePage } from '../../write/write-homepage.ts';
import type { RawEntry, RawPart } from '../entry.ts';
import type { LabelledPart } from './find-labels.ts';

/**
 * The parts that are a link to the organization's homepage and nothing else, where names are no links: most entries have exactly
 * one, and most of these links are called as links to homepages are.
 */
export function findHomepages(
  entries: readonly RawEntry[],
  labelled: readonly (readonly LabelledPart[])[],
): ReadonlySet<RawPart> {
  const linked = entries.filter(({ name }) => name.homepage !== undefined);
  if (linked.length * 2 >= entries.length) return new Set();
  const found = entries.flatMap(({ name: { company } }, index) => {
    const links = (labelled[index] ?? []).flatMap(({ part, label }) => {
      const pieces = label === undefined && part.items.length === 0 && joinedLinks(part)?.pieces;
      const [only, ...more] = pieces || [];
      if (only === undefined || more.length > 0) return [];
      return [{ part, isUsual: isCalledLikePage(only.link, company) }];
    });
    return links.length === 1 ? links : [];
  });
  const usual = found.filter(({ isUsual }) => isUsual);
  const areMost = found.length * 2 > entries.length && usual.length * 2 > found.length;
  return new Set(areMost ? found.map(({ part }) => part) : []);
}
