import { externalReferencesInCss } from '../references.ts';
import { elementsOf, type SvgElement, textOf } from '../svg-tree.ts';
import type { StyleFindings } from './apply-styles.ts';

/** CSS that librsvg does not know, or that would select the wrong root where a drawing is shown within another. */
const unknown =
  /--[\w-]+\s*:|\b(?:var|oklch|oklab|lch|lab|hwb|color|color-mix|light-dark)\(|@|:(?:root|is|where|has)\b|&|\{[^{}]*\{|\btransform-(?:origin|box)\b|\bbackground(?:-color)?\s*:|\bd\s*:\s*path\(|\b(?:circle|ellipse|inset|polygon|xywh)\(/i;

const none: StyleFindings = { leftOut: new Set(), external: new Set(), doubtful: new Set() };

/**
 * Rewrites the styles of an SVG so that a renderer that knows only old CSS shows what a browser does. Styles that it
 * understands stay as they are.
 */
export async function rewriteStyles(root: SvgElement): Promise<StyleFindings> {
  const sheets: string[] = [];
  let isKnown = true;
  for (const element of elementsOf(root)) {
    if (element.name === 'style') {
      const media = element.attributes.get('media');
      const isCss = /^$|^text\/css$/i.test((element.attributes.get('type') ?? '').trim());
      if (!isCss) element.children = [];
      const css = isCss ? textOf(element) : '';
      sheets.push(media === undefined ? css : `@media ${media}{${css}}`);
      // The selectors of the drawing itself must not meet the frame around it.
      if (/(?:^|[,}])\s*svg\b/.test(css)) isKnown = false;
    }
    for (const [name, value] of element.attributes) {
      if (name !== 'href' && name !== 'd' && isUnknown(value)) isKnown = false;
    }
  }
  if (isKnown && !sheets.some(isUnknown)) return none;
  const { applyStyles } = await import('./apply-styles.ts');
  return applyStyles(root, sheets);
}

function isUnknown(css: string): boolean {
  return unknown.test(css) || externalReferencesInCss(css).length > 0;
}
