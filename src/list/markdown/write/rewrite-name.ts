import type { Nodes, PhrasingContent, Text } from 'mdast';
import { readImage, writeImage } from '../../image.ts';
import { applySplices, type Splice } from '../../splice.ts';
import { encodeCell, encodeCellLabel } from '../../text/encode/encode-cell.ts';
import { encodeLinkDestination } from '../../text/encode/encode-link-destination.ts';
import { allNodes } from '../all-nodes.ts';
import { linksIn } from '../shown-text.ts';

/** A name in a list, as it is written. */
interface NameSource {
  /** Where it is in the file. */
  readonly start: number;
  readonly source: string;
  readonly nodes: readonly PhrasingContent[];
}

/** What is said by a name, or with its link. */
interface NameValues {
  readonly company: string;
  readonly homepage?: string | undefined;
}

/**
 * A name's source with another name or another address in it: a picture beside it, what is bold, and any other link stay as
 * they are.
 *
 * @returns nothing where the name or its address is no single piece of it
 */
export function rewriteName(
  name: NameSource,
  before: NameValues,
  after: NameValues,
): string | undefined {
  const splices: Splice[] = [];
  if (after.company !== before.company) {
    const splice = renaming(name, before.company, after.company);
    if (splice === undefined) return undefined;
    splices.push(splice);
  }
  if (after.homepage !== before.homepage) {
    const splice = moving(name, before.homepage, after.homepage);
    if (splice === undefined) return undefined;
    splices.push(splice);
  }
  return applySplices(name.source, splices);
}

function renaming(
  { start, source, nodes }: NameSource,
  company: string,
  newName: string,
): Splice | undefined {
  const inside = nodes.flatMap((node) => [...allNodes(node)]);
  const shown = inside.filter((node) => showsWords(node));
  const [text] = shown;
  if (shown.length !== 1 || text === undefined) return undefined;
  const [from, to] = offsetsOf(text);
  const own = source.slice(from - start, to - start);
  const picture = describing(own, company, newName);
  if (picture !== undefined) return { start: from - start, end: to - start, text: picture };
  if (text.type !== 'text') return undefined;
  const [, margin = '', words = ''] = /^(\s*)(.*?)\s*$/s.exec(own) ?? [];
  if (text.value.trim() !== company || /[:：]$/.test(newName)) return undefined;
  const at = from - start + margin.length;
  const isLink = linksIn(nodes).length > 0;
  const written = isLink ? encodeCellLabel(newName) : encodeCell(newName);
  const end = at + words.length;
  // A link by reference is called by its text: from now on it names what it refers to.
  const isByText = isInReference(inside, text) && /^\](?:\[\])?(?![[(])/.test(source.slice(end));
  const reference = isByText ? `][${words}` : '';
  return { start: at, end, text: written + reference };
}

/** A picture that is described by a name, with another; nothing where it is none, or says more. */
export function describing(picture: string, company: string, newName: string): string | undefined {
  const image = readImage(picture);
  if (image?.isAlone) {
    if (image.name !== company) return undefined;
    const values = { logo: image.source, company: newName };
    return writeImage(picture, values).replaceAll('|', '&#124;');
  }
  const opening = `![${company}]`;
  if (!picture.startsWith(opening)) return undefined;
  const rest = picture.slice(opening.length);
  // A picture by reference is called by its description: from now on it names what it refers to.
  const source = rest === '' || rest === '[]' ? `[${company}]` : rest;
  return `![${encodeCellLabel(newName)}]${source}`;
}

function moving(
  { start, source, nodes }: NameSource,
  homepage: string | undefined,
  newHomepage: string | undefined,
): Splice | undefined {
  const links = nodes.flatMap((node) => [...allNodes(node)]).filter(({ type }) => type === 'link');
  const [link] = links;
  if (links.length !== 1 || link === undefined || newHomepage === undefined) return undefined;
  const [from, to] = offsetsOf(link);
  const ending = `](${homepage})`;
  if (!source.slice(from - start, to - start).endsWith(ending)) return undefined;
  const end = to - start - 1;
  return {
    start: end - (homepage?.length ?? 0),
    end,
    text: encodeLinkDestination(newHomepage),
  };
}

/** Whether a reader sees words because of a node itself, and not of one in it. */
function showsWords(node: Nodes): boolean {
  switch (node.type) {
    case 'text':
      return node.value.trim() !== '';
    case 'image':
    case 'imageReference':
      return (node.alt ?? '') !== '';
    case 'html':
      return /\salt=/i.test(node.value);
    default:
      return 'value' in node;
  }
}

function isInReference(nodes: readonly Nodes[], text: Text): boolean {
  return nodes.some((node) => node.type === 'link' && node.children.includes(text));
}

function offsetsOf({ position }: Nodes): readonly [number, number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}
