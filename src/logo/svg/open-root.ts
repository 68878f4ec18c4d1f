import type { Box } from '../pixels.ts';
import type { SvgSize } from './svg-size.ts';
import type { Attribute } from './unsafe-parts.ts';

/** libvips knows an SVG by these letters, which a prefixed name does not have. */
const hint = '<!-- <svg -->';

/**
 * The opening tag of an SVG's root element, with its own attributes, the namespaces that a drawing program would have
 * declared, and a size in pixels where one is known.
 */
export function openRoot(
  name: string,
  attributes: readonly Attribute[],
  size: SvgSize | undefined,
): string {
  const values = new Map(attributes.map((attribute) => [attribute.name, attribute.value]));
  if (!name.includes(':') && !values.get('xmlns'))
    values.set('xmlns', 'http://www.w3.org/2000/svg');
  if (!values.has('xmlns:xlink')) values.set('xmlns:xlink', 'http://www.w3.org/1999/xlink');
  if (size) {
    values.set('width', `${size.width}px`);
    values.set('height', `${size.height}px`);
    values.set('viewBox', size.viewBox);
  }
  const written = [...values].map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `${name.includes(':') ? hint : ''}<${name}${written.join('')}>`;
}

/** Opens an SVG that shows a part of the one within it, `width`×`height` pixels large. */
export function openFrame(width: number, height: number, { left, top, ...part }: Box): string {
  const viewBox = `${left} ${top} ${part.width} ${part.height}`;
  const size = `width="${width}" height="${height}" viewBox="${viewBox}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>`;
}

function escaped(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`);
}
