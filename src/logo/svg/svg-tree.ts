/** An element of an SVG: what is left of it after parsing. Names have no prefix, for all of them are SVG's own. */
export interface SvgElement {
  name: string;
  readonly attributes: Map<string, string>;
  children: (SvgElement | string)[];
}

/** Makes an element. */
export function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  children: (SvgElement | string)[] = [],
): SvgElement {
  const pairs = Object.entries(attributes).map(([key, value]) => [key, `${value}`] as const);
  return { name, attributes: new Map(pairs), children };
}

/** The elements directly within an element. */
export function childElements({ children }: SvgElement): SvgElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** All elements of a tree, parents before their children, in the order of the file. */
export function* elementsOf(element: SvgElement): Generator<SvgElement> {
  yield element;
  for (const child of childElements(element)) yield* elementsOf(child);
}

/** The text directly within an element. */
export function textOf({ children }: SvgElement): string {
  return children.filter((child) => typeof child === 'string').join('');
}

/** Writes a tree as XML, without a declaration. The root element needs an `xmlns` among its attributes. */
export function writeSvg({ name, attributes, children }: SvgElement): string {
  const written = [...attributes].map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('');
  if (children.length === 0) return `<${name}${written}/>`;
  const content = children.map((child) =>
    typeof child === 'string' ? escapeXml(child) : writeSvg(child),
  );
  return `<${name}${written}>${content.join('')}</${name}>`;
}

function escapeXml(text: string): string {
  if (!/[&<"\t\n\r]/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`);
}
