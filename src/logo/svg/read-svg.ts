import { problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { logoLimits } from '../limits.ts';
import type { Box } from '../pixels.ts';
import { decodeSvg } from './decode-svg.ts';
import { type EmbeddedPicture, embeddedPictures } from './embedded-pictures.ts';
import { openFrame, setSize } from './frame-svg.ts';
import { parseSvg } from './parse-svg.ts';
import { foldPatterns } from './repairs/fold-patterns.ts';
import { repairRoot } from './repairs/repair-root.ts';
import { moveSymbolTransforms } from './repairs/symbol-transforms.ts';
import { resolveTransformOrigins } from './repairs/transform-origin.ts';
import { wrapScaledShapes } from './repairs/wrap-scaled-shapes.ts';
import { rewriteReferences } from './rewrite-references.ts';
import { rewriteStyles } from './styles/rewrite-styles.ts';
import { type SvgSize, svgSize, usualSvgSize } from './svg-size.ts';
import { elementsOf, type SvgElement, writeSvg } from './svg-tree.ts';

/** An SVG that was looked through, and rewritten so that a renderer of SVG 1.1 shows what a browser does. */
export interface Svg {
  readonly size: SvgSize;
  /** The file says nothing of its size: a browser would show the part of it that `size` tells. */
  readonly isSizeless: boolean;
  /** Some of it is text: which letters are seen depends on the fonts of the machine that draws it. */
  readonly hasText: boolean;
  /** Some of it is seen through filters, which spread what they are given. */
  readonly hasFilters: boolean;
  /** Some of it moves; what is drawn is how it would look if it did not. */
  readonly isAnimated: boolean;
  /** What shows nothing in a picture and was left out, as written in the file. */
  readonly leftOut: readonly string[];
  /** What a browser may show otherwise, as written in the file. */
  readonly doubtful: readonly string[];
  /** Pictures of pixels and drawings within the drawing, in any format. Until they are replaced they stay as they are. */
  readonly pictures: readonly EmbeddedPicture[];
  /**
   * The file to draw, as UTF-8, without XML declaration and doctype. Width and height in pixels replace those of the file. A
   * `region`, in CSS pixels of the size, is drawn as if nothing else were there.
   */
  draw(width: number, height: number, region?: Box): Uint8Array;
  /** What is drawn, as a tree. */
  readonly root: SvgElement;
}

const animations = new Set(['animate', 'animateTransform', 'animateMotion', 'animateColor', 'set']);

/**
 * Reads an SVG. Programs, links, fonts and private data, which show nothing in a picture, are left out; refused is what cannot be
 * parsed, is too large, or is not itself without content from elsewhere.
 */
export async function readSvg(bytes: Uint8Array): Promise<Result<Svg>> {
  if (bytes.length > logoLimits.svgBytes) {
    const [kilobytes = 0, limit = 0] = [bytes.length, logoLimits.svgBytes].map((length) =>
      Math.ceil(length / 1024),
    );
    return failure(problem('logo-svg-too-large', 'logo', { kilobytes, limit }));
  }
  const text = decodeSvg(bytes);
  const parsed = parseSvg(text);
  if (!parsed.ok) return parsed;
  const { root, leftOut } = parsed.value;
  const styles = await rewriteStyles(root);
  if (styles.external.size > 0) {
    const all = [...styles.external].slice(0, 10);
    return failure(...all.map((what) => problem('logo-svg-external', 'logo', { what })));
  }
  const given = Object.fromEntries(root.attributes);
  const said = svgSize(given);
  const size = said ?? usualSvgSize;
  rewriteReferences(root);
  foldPatterns(root);
  const doubtful = [
    ...styles.doubtful,
    ...resolveTransformOrigins(root, said),
    ...repairRoot(root),
  ];
  moveSymbolTransforms(root);
  wrapScaledShapes(root);
  root.attributes.set('xmlns', 'http://www.w3.org/2000/svg');
  const names = new Set([...elementsOf(root)].map(({ name }) => name));
  return success({
    size,
    isSizeless: said === undefined,
    hasText: names.has('text'),
    hasFilters: names.has('filter'),
    isAnimated: [...names].some((name) => animations.has(name)) || /@(-\w+-)?keyframes/.test(text),
    leftOut: [...leftOut, ...styles.leftOut],
    doubtful,
    pictures: embeddedPictures(root),
    root,
    draw: (width, height, region) => {
      const whole = region ? size : { ...size, width, height };
      setSize(root, whole, said === undefined);
      const drawing = writeSvg(root);
      if (!region) return Buffer.from(drawing);
      return Buffer.from(`${openFrame(width, height, region)}${drawing}</svg>`);
    },
  });
}
