import { isPictureAddress } from '../../../text/picture-ending.ts';
import type { DataValue } from '../data-value.ts';

/** Whether most values of a key are the addresses of pictures. */
export function namesPictures(values: readonly DataValue[]): boolean {
  const texts = values.filter(({ kind, data }) => kind === 'text' && data !== '');
  const pictures = texts.filter(({ data }) => isPictureAddress(String(data)));
  return pictures.length > 0 && pictures.length * 2 > texts.length;
}
