import { render } from '../decode/draw-svg.ts';
import { sharp } from '../load-sharp.ts';
import type { Box, Pixels } from '../pixels.ts';
import type { Svg } from '../svg/read-svg.ts';
import { type SvgElement, svgElement, writeSvg } from '../svg/svg-tree.ts';
import { likeness } from './likeness.ts';

/** In decibels. Less like its PNG than this, and the SVG shows something else; edges alone make little of it. */
const leastLikeness = 26;

/** In characters. A page that shows many logos is better off with the PNG than with a longer SVG; and a logo is remembered. */
const mostCharacters = 256 * 1024;

/** What is known of a drawing when it is to be kept. */
export interface DrawnSvg {
  readonly svg: Svg;
  /** The part of the drawing that the canvas shows, in its CSS pixels. */
  readonly view: Box;
  /** What the canvas shows. */
  readonly pixels: Pixels;
}

/**
 * The drawing as an SVG that is safe to publish and as small as can be, on the canvas that its PNG has. Nothing where it would not
 * look the same everywhere, with text, pictures, movement, or what a browser may show otherwise; or where it is too long.
 */
export async function keepSvg({ svg, view, pixels }: DrawnSvg): Promise<string | undefined> {
  const { hasText, isAnimated, pictures, doubtful } = svg;
  if (hasText || isAnimated || pictures.length > 0 || doubtful.length > 0) return undefined;
  // The build for browsers reads no files of its own, so that it can be bundled.
  const { optimize } = await import('svgo/browser');
  for (const root of [flat(svg, view), nested(svg, view)]) {
    if (!root) continue;
    root.attributes.set('xmlns', 'http://www.w3.org/2000/svg');
    root.attributes.set('width', `${pixels.width}`);
    root.attributes.set('height', `${pixels.height}`);
    const { data } = optimize(writeSvg(root), { multipass: true });
    if (data.length <= mostCharacters && (await looksLike(data, pixels))) return data;
  }
  return undefined;
}

/** With another `viewBox`: what was cut off at the borders may show now. */
function flat({ root, size }: Svg, view: Box): SvgElement | undefined {
  const [left = 0, top = 0, width = 0, height = 0] = size.viewBox.split(' ').map(Number);
  const [across, down] = [width / size.width, height / size.height];
  if (Math.abs(across - down) > 1e-6 * across) return undefined;
  const attributes = new Map(root.attributes);
  for (const name of ['overflow', 'preserveAspectRatio']) attributes.delete(name);
  const box = [
    left + view.left * across,
    top + view.top * across,
    view.width * across,
    view.height * across,
  ];
  attributes.set('viewBox', box.map(short).join(' '));
  return { name: 'svg', attributes, children: root.children };
}

/** Within another SVG, whose canvas it is. */
function nested({ root, size, isSizeless }: Svg, { left, top, width, height }: Box): SvgElement {
  const attributes = new Map(root.attributes);
  attributes.set('width', `${size.width}`);
  attributes.set('height', `${size.height}`);
  attributes.set('viewBox', size.viewBox);
  if (isSizeless) attributes.set('overflow', 'visible');
  const viewBox = [left, top, width, height].map(short).join(' ');
  return svgElement('svg', { viewBox }, [{ name: 'svg', attributes, children: root.children }]);
}

function short(length: number): string {
  return `${Number(length.toPrecision(6))}`;
}

async function looksLike(text: string, pixels: Pixels): Promise<boolean> {
  const twice = text
    .replace(/\swidth="\d+"/, ` width="${pixels.width * 2}"`)
    .replace(/\sheight="\d+"/, ` height="${pixels.height * 2}"`);
  const drawn = await render(Buffer.from(twice));
  if (!drawn) return false;
  const { data } = await sharp(drawn.data, {
    raw: { width: drawn.width, height: drawn.height, channels: 4 },
  })
    .resize(pixels.width, pixels.height, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const copy = { ...pixels, data };
  // Either may show what the other does not.
  return Math.min(likeness(pixels, copy), likeness(copy, pixels)) >= leastLikeness;
}
