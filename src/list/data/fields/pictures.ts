import type { DataValue } from '../data-value.ts';

const picture = /\.(?:png|svg|jpe?g|webp|gif|avif)(?:[?#].*)?$/i;

/** Whether most values of a key are the addresses of pictures. */
export function namesPictures(values: readonly DataValue[]): boolean {
  const texts = values.filter(({ kind, data }) => kind === 'text' && data !== '');
  const pictures = texts.filter(({ data }) => picture.test(String(data)));
  return pictures.length > 0 && pictures.length * 2 > texts.length;
}
