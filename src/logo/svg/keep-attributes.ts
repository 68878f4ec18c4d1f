import { externalReferencesInCss, isElsewhere } from './references.ts';

/** An attribute as an XML parser with namespaces gives it. */
export interface Attribute {
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly value: string;
}

/** What becomes of an element's attributes. */
export interface KeptAttributes {
  /** Without prefixes, but for `xml:space`. */
  readonly attributes: Map<string, string>;
  /** As written in the file. */
  readonly leftOut: string[];
  /** What would be loaded from elsewhere, and without which the picture is not itself. */
  readonly external: string[];
}

/** They show what they refer to; every other element only leads there, or describes. */
const showing = new Set([
  'image',
  'feImage',
  'use',
  'tref',
  'textPath',
  'linearGradient',
  'radialGradient',
  'pattern',
  'filter',
]);

/** They name a thing, in whatever words the drawing program's user chose. */
const names = new Set(['id', 'class']);

/** Splits the attributes of an element into what is drawn, what shows nothing, and what cannot be had. */
export function keepAttributes(element: string, given: readonly Attribute[]): KeptAttributes {
  const kept: KeptAttributes = { attributes: new Map(), leftOut: [], external: [] };
  for (const attribute of given) keepAttribute(element, attribute, kept);
  return kept;
}

function keepAttribute(
  element: string,
  { name, prefix, local, value }: Attribute,
  { attributes, leftOut, external }: KeptAttributes,
): void {
  if (name === 'xml:space') attributes.set(name, value);
  else if (name === 'xml:base') leftOut.push(`${name}="${value.trim()}"`);
  else if (prefix !== '' && !(prefix === 'xlink' && local === 'href') && local !== 'href') return;
  else if (local === 'href') keepReference(element, { name, value: value.trim() });
  // Browsers take every feature for there (SVG 2 has no such attribute), librsvg some for missing.
  else if (name === 'requiredFeatures') return;
  // No value is no number and no colour: as if it were not there. (A condition without one is never met.)
  else if (value.trim() === '' && name !== 'requiredExtensions' && name !== 'systemLanguage')
    return;
  else if (name === 'xmlns' || /^(?:data|aria)-/.test(name)) return;
  else if (/^on[a-z]+$/i.test(name)) leftOut.push(`${name}="…"`);
  else if (name === 'src') leftOut.push(`${name}="${value.trim()}"`);
  else if (names.has(name) || name === 'style') attributes.set(name, value);
  else keepPresentation(value);

  function keepReference(of: string, reference: { name: string; value: string }): void {
    const written = `${reference.name}="${reference.value}"`;
    if (reference.value === '') return;
    // The newer `href` wins over `xlink:href` (SVG 2, “linking”).
    if (reference.name !== 'href' && attributes.has('href')) return;
    if (reference.value.startsWith('#') && of !== 'a') attributes.set('href', reference.value);
    else if (/^data:/i.test(reference.value) && (of === 'image' || of === 'feImage')) {
      attributes.set('href', reference.value);
    } else if (showing.has(of) && isElsewhere(reference.value)) external.push(written);
    else leftOut.push(written);
  }

  function keepPresentation(written: string): void {
    const [target] = externalReferencesInCss(written);
    if (target === undefined) attributes.set(name, written);
    else if (isElsewhere(target)) external.push(target);
    else {
      leftOut.push(`${name}="${written}"`);
      // A paint that is not there paints nothing; without any it would be black.
      if (name === 'fill' || name === 'stroke') attributes.set(name, 'none');
    }
  }
}
