import { elementsOf, type SvgElement } from './svg-tree.ts';

/** A picture that is put into a drawing as data. */
export interface EmbeddedPicture {
  /** The file; empty where the data cannot be decoded. */
  readonly bytes: Uint8Array;
  /** Puts a PNG in its place. */
  replace(png: Uint8Array): void;
  /** Takes it out of the drawing. */
  remove(): void;
}

/** The pictures that are put into a drawing as data, whatever their media types say. */
export function embeddedPictures(root: SvgElement): EmbeddedPicture[] {
  return [...elementsOf(root)].flatMap(({ name, attributes }) => {
    const reference = attributes.get('href') ?? '';
    if ((name !== 'image' && name !== 'feImage') || !/^data:/i.test(reference)) return [];
    return {
      bytes: decodeDataUri(reference),
      replace: (png: Uint8Array) => {
        attributes.set('href', `data:image/png;base64,${Buffer.from(png).toString('base64')}`);
      },
      remove: () => {
        attributes.delete('href');
      },
    };
  });
}

/** RFC 2397; blanks within the data are passed over, as browsers do. */
function decodeDataUri(uri: string): Uint8Array {
  const comma = uri.indexOf(',');
  const data = comma === -1 ? '' : uri.slice(comma + 1);
  if (/;\s*base64\s*$/i.test(uri.slice(0, comma))) {
    return Buffer.from(data.includes('%') ? decodePercent(data) : data, 'base64');
  }
  return Buffer.from(decodePercent(data));
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
