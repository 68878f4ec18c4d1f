import type { Box } from '../pixels.ts';
import type { SvgSize } from './svg-size.ts';
import type { SvgElement } from './svg-tree.ts';

/** Gives a drawing its size, in pixels. One that never said how large it is shows also what is outside. */
export function setSize({ attributes }: SvgElement, size: SvgSize, isSizeless: boolean): void {
  attributes.set('width', `${size.width}px`);
  attributes.set('height', `${size.height}px`);
  attributes.set('viewBox', size.viewBox);
  if (isSizeless) attributes.set('overflow', 'visible');
}

/** Opens an SVG that shows a part of the one within it, `width`×`height` pixels large. */
export function openFrame(width: number, height: number, { left, top, ...part }: Box): string {
  const viewBox = `${left} ${top} ${part.width} ${part.height}`;
  const size = `width="${width}" height="${height}" viewBox="${viewBox}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>`;
}
