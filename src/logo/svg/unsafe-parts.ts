import { externalReferencesInCss, isInternal } from './references.ts';

/** An attribute as an XML parser with namespaces gives it. */
export interface Attribute {
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly value: string;
}

/** Something that an SVG may not have, as it is written there. */
export interface UnsafePart {
  readonly code: 'logo-svg-unsafe' | 'logo-svg-external';
  readonly what: string;
}

/** They run programs, or hold a page. */
const unsafeElements = new Set([
  'script',
  'handler',
  'listener',
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
]);

/** They name a thing, in whatever words the drawing program's user chose. */
const names = new Set(['id', 'class', 'aria-label', 'data-name']);

/** Finds what an element and its attributes run, or load from outside the file. */
export function unsafeParts(local: string, attributes: readonly Attribute[]): UnsafePart[] {
  const found: UnsafePart[] = [];
  if (unsafeElements.has(local.toLowerCase())) found.push(unsafe(`<${local}>`));
  for (const { name, prefix, local: key, value } of attributes) {
    if (prefix === 'xmlns' || name === 'xmlns') continue;
    if (prefix === '' && /^on[a-z]+$/i.test(key)) found.push(unsafe(`${name}="…"`));
    else if (isReference(prefix, key)) {
      if (!isInternal(value)) found.push(external(`${name}="${value.trim()}"`));
    } else if (prefix === '' && !names.has(key)) {
      found.push(...externalReferencesInCss(value).map(external));
    }
  }
  return found;
}

function isReference(prefix: string, key: string): boolean {
  if (prefix === 'xml') return key === 'base';
  return key.toLowerCase() === 'href' || (prefix === '' && key.toLowerCase() === 'src');
}

function unsafe(what: string): UnsafePart {
  return { code: 'logo-svg-unsafe', what };
}

function external(what: string): UnsafePart {
  return { code: 'logo-svg-external', what };
}
