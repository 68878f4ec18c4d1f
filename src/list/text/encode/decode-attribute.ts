import { namesWithoutSemicolon, resolveReference } from '../../../text/character-references.ts';

const reference = new RegExp(
  `&(?:(#[0-9]+|#[xX][0-9A-Fa-f]+);?|([A-Za-z][A-Za-z0-9]*);|(${namesWithoutSemicolon})(?![A-Za-z0-9=]))`,
  'g',
);

/**
 * The value of an HTML attribute as a browser reads it. Unlike in Markdown, a numeric reference and the oldest names
 * count without a semicolon, and a backslash is a backslash.
 */
export function decodeAttribute(source: string): string {
  return source.replace(
    reference,
    (whole: string, number?: string, name?: string, bareName?: string) =>
      resolveReference(number ?? name ?? bareName ?? '') ?? whole,
  );
}
