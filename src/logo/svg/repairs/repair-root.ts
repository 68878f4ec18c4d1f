import { splitDeclarations } from '../styles/split-declarations.ts';
import { type SvgElement, svgElement } from '../svg-tree.ts';

/** What the frame around a drawing decides, not the drawing: where it is, how large, and how it is laid out on a page. */
const layout =
  /^(?:(?:min-|max-)?(?:width|height|inline-size|block-size)|margin.*|padding.*|position|top|left|right|bottom|inset.*|float|display|box-sizing|vertical-align|enable-background|overflow|x|y)$/;

/** Colours of a background that paint nothing. */
const unpainted = /^(?:none|transparent|initial|inherit|unset|revert)$/i;

/**
 * Takes the layout of a page out of the style of the root element, and makes its background a shape, for no renderer but a
 * browser paints one. Returns what of a background could not be made one.
 */
export function repairRoot(root: SvgElement): string[] {
  const style = root.attributes.get('style');
  root.attributes.delete('x');
  root.attributes.delete('y');
  if (style === undefined) return [];
  const kept: string[] = [];
  const doubtful: string[] = [];
  let background: string | undefined;
  for (const declaration of splitDeclarations(style)) {
    const [, name = '', value = ''] = /^\s*([\w-]+)\s*:([\s\S]*)$/.exec(declaration) ?? [];
    const property = name.toLowerCase();
    if (/^background(?:-color)?$/.test(property)) {
      background = value.replace(/!\s*important/i, '').trim();
    } else if (property !== 'display' && layout.test(property)) continue;
    else if (property === 'display' && value.trim() !== 'none') continue;
    else kept.push(declaration);
  }
  root.attributes.set('style', kept.join(';'));
  if (background === undefined || background === '' || unpainted.test(background)) return [];
  if (/^(?:#[\da-f]+|[a-z]+|(?:rgb|hsl)a?\([^()]*\))$/i.test(background)) {
    // Far past the root's own borders, which cut it.
    const everywhere = { x: '-1000%', y: '-1000%', width: '2100%', height: '2100%' };
    root.children.unshift(svgElement('rect', { ...everywhere, fill: background, stroke: 'none' }));
  } else doubtful.push(`background: ${background}`);
  return doubtful;
}
