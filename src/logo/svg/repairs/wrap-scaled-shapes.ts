import { type SvgElement, svgElement } from '../svg-tree.ts';
import { readTransform } from './transform.ts';

const shapes = new Set([
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'image',
  'use',
]);

/** A shape in smaller units than this is lost in librsvg; a group in them is not. CorelDRAW writes such. */
const smallestScale = 1e-3;

/** Moves the transform of a shape in tiny units to a group around it. */
export function wrapScaledShapes(element: SvgElement): void {
  element.children = element.children.map((child) => {
    if (typeof child === 'string') return child;
    wrapScaledShapes(child);
    // A clipping path may hold no groups.
    return shapes.has(child.name) && element.name !== 'clipPath' ? wrapped(child) : child;
  });
}

function wrapped(shape: SvgElement): SvgElement {
  const transform = shape.attributes.get('transform') ?? '';
  if (!isTiny(transform)) return shape;
  shape.attributes.delete('transform');
  const group = svgElement('g', { transform }, [shape]);
  // Whoever uses the shape means it with its transform.
  const id = shape.attributes.get('id');
  if (id !== undefined) {
    group.attributes.set('id', id);
    shape.attributes.delete('id');
  }
  return group;
}

function isTiny(transform: string): boolean {
  const matrix = transform === '' ? undefined : readTransform(transform);
  if (!matrix) return false;
  const [a, b, c, d] = matrix;
  return Math.abs(a * d - b * c) < smallestScale ** 2;
}
