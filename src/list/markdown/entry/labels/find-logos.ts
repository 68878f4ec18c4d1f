import { pictureIn } from '../../shown-text.ts';
import type { RawPart } from '../entry.ts';
import type { LabelledPart } from './find-labels.ts';

/**
 * The parts that are a picture and nothing else, if most entries have exactly one: the logos.
 *
 * @returns each with the picture as what it holds, by the part as it was read
 */
export function findLogos(
  entries: readonly (readonly LabelledPart[])[],
): ReadonlyMap<RawPart, RawPart> {
  const found = entries.flatMap((parts) => {
    const pictures = parts.flatMap(({ part, label }) => {
      const picture = label === undefined ? asPicture(part) : undefined;
      return picture === undefined ? [] : [[part, picture] as const];
    });
    return pictures.length === 1 ? pictures : [];
  });
  return new Map(found.length * 2 > entries.length ? found : []);
}

/** A part as the picture that it is; nothing where it holds more. In HTML it may be a block of its own. */
function asPicture(part: RawPart): RawPart | undefined {
  const { source, isOpaque, items } = part;
  const isHtml = /^<img\s[^<>]*>$/i.test(source);
  const nodes = isHtml ? ([{ type: 'html', value: source }] as const) : part.nodes;
  const [only, ...more] = nodes;
  const isAlone = only !== undefined && more.length === 0 && items.length === 0;
  const isPicture = isAlone && /^(?:html|image)$/.test(only.type) && pictureIn(nodes) !== undefined;
  return isPicture && (isHtml || !isOpaque) ? { ...part, nodes, isOpaque: false } : undefined;
}
