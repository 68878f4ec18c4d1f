import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { sniffFormat } from '../../src/logo/picture-format.ts';
import { markImage, svg } from './pictures.ts';

function ofText(text: string) {
  return sniffFormat(Buffer.from(text, 'latin1'));
}

describe('the format of a picture', () => {
  it.each(['png', 'jpeg', 'webp', 'gif'] as const)('is known by its bytes: %s', async (format) => {
    const bytes = await markImage(64).toFormat(format).toBuffer();
    expect(sniffFormat(bytes)).toEqual({ kind: 'logo', format });
  });

  it.each([
    ['plain', ''],
    [
      'after a declaration, a comment and a doctype',
      '<?xml version="1.0"?>\r\n<!-- <html> -->\n<!DOCTYPE svg PUBLIC "a" "b">\n',
    ],
    ['after a doctype with entities', '<!DOCTYPE svg [<!ENTITY a "<html>">]>'],
    ['after a byte-order mark', '\ufeff'],
  ])('knows an SVG %s', (_, prologue) => {
    expect(sniffFormat(svg('', '', prologue))).toEqual({ kind: 'logo', format: 'svg' });
  });

  it('knows an SVG in UTF-16, and one whose elements have a prefix', () => {
    const wide = Buffer.from(`\ufeff${Buffer.from(svg(''))}`, 'utf16le');
    expect(sniffFormat(wide)).toEqual({ kind: 'logo', format: 'svg' });
    expect(ofText('<s:svg xmlns:s="x"/>')).toEqual({ kind: 'logo', format: 'svg' });
  });

  it.each([
    ['\0\0\0\x20ftypavif', 'AVIF'],
    ['\0\0\0\x18ftypheic', 'HEIC'],
    ['II*\0', 'TIFF'],
    ['BM\x46\0\0\0\0\0\0\0', 'BMP'],
    ['\0\0\x01\0', 'ICO'],
    ['%PDF-1.7', 'PDF'],
    ['%!PS-Adobe-3.0 EPSF-3.0', 'EPS'],
    ['\x1f\x8b\x08', 'gzip (SVGZ)'],
    ['\n<!DOCTYPE html><title>Sign in</title>', 'HTML'],
    ['<html><body><svg></svg></body></html>', 'HTML'],
    ['<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', 'XML'],
  ])('names what cannot be used: %j is %s', (bytes, name) => {
    expect(ofText(bytes)).toEqual({ kind: 'unsupported', name });
  });

  it.each([
    '',
    'hello',
    'BMW is a company',
    '{"a": "<svg>"}',
    '<',
    '<!--',
    '<?xml',
    '<!DOCTYPE svg [',
    'RIFF....WAVE',
  ])('says of %j that it is no picture', (text) => {
    expect(ofText(text)).toEqual({ kind: 'unknown' });
  });

  it('names TIFF as sharp writes it', async () => {
    const bytes = await sharp(await markImage(64).png().toBuffer())
      .tiff()
      .toBuffer();
    expect(sniffFormat(bytes)).toEqual({ kind: 'unsupported', name: 'TIFF' });
  });
});
