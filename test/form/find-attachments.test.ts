import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAttachments } from '../../src/form/find-attachments.ts';

const asset = 'https://github.com/user-attachments/assets/0f5d9c52-6f7e-4f7e-9b0a-6a1f1c9d8e7b';
const file = 'https://github.com/user-attachments/files/17/logo.svg';

describe('findAttachments finds', () => {
  it.each([
    ['an image', `![Image](${asset})`, asset],
    ['an image with a title', `![Image](${asset} "Our logo")`, asset],
    ['an image in angle brackets', `![Image](<${asset}>)`, asset],
    ['an image tag', `<img width="600" height="60" alt="Image" src="${asset}" />`, asset],
    ['an image tag with single quotes', `<IMG SRC='${asset}'>`, asset],
    ['an image tag without quotes', `<img src=${asset} width=2>`, asset],
    ['an image tag over two lines', `<img\n  alt="a"\n  src="${asset}">`, asset],
    ['an attached file', `[logo.svg](${file})`, file],
    ['an address alone', asset, asset],
    ['an address in a sentence', `Our logo (see ${file}).`, file],
    ['an address in Chinese', `徽标：${file}，谢谢`, file],
    ['an address in angle brackets', `<${file}>`, file],
    ['an address in code', `\`${file}\``, file],
    [
      'the older address of an attachment',
      '![x](https://github.com/kestrel/site/assets/123/0f5d9c52)',
      'https://github.com/kestrel/site/assets/123/0f5d9c52',
    ],
    [
      'the oldest address of an attachment',
      '![x](https://user-images.githubusercontent.com/1/2-3.png)',
      'https://user-images.githubusercontent.com/1/2-3.png',
    ],
    [
      'a signed address, its entities resolved',
      '<img src="https://private-user-images.githubusercontent.com/1.png?jwt=a&amp;b=&#99;&#x64;">',
      'https://private-user-images.githubusercontent.com/1.png?jwt=a&b=cd',
    ],
    [
      'an address with parentheses',
      '![x](https://juniper.example/Logo_(new).svg)',
      'https://juniper.example/Logo_(new).svg',
    ],
    [
      'an address alone with parentheses',
      'https://juniper.example/Logo_(new).svg',
      'https://juniper.example/Logo_(new).svg',
    ],
    ['one address where link and text are the same', `[${file}](${file})`, file],
    ['the link and not its text', `[https://other.example/a](${file})`, file],
    ['an image that links to itself', `[![Image](${asset})](${asset})`, asset],
    ['the image and not its description', `![https://other.example/a](${asset})`, asset],
    [
      'the source and not another attribute',
      `<img alt="src='x'" data-src="y" src="${asset}">`,
      asset,
    ],
    [
      'the picture of a pair for light and dark pages',
      `<picture><source srcset="https://other.example/dark.png"><img src="${asset}"></picture>`,
      asset,
    ],
  ])('%s', (_what, answer, address) => {
    expect(findAttachments(answer)).toEqual([address]);
  });
});

describe('findAttachments', () => {
  it('gives several in their order, each once', () => {
    const answer = `![a](${asset})\n\n${file}\n[again](${asset}) <https://c.example/x>`;
    expect(findAttachments(answer)).toEqual([asset, file, 'https://c.example/x']);
  });

  it.each([
    ['nothing', ''],
    ['words', 'We have no logo yet'],
    ['http', '![x](http://juniper.example/logo.png) http://juniper.example'],
    ['a relative address', '![x](/logo.png)'],
    ['an upload that has not ended', '![Uploading logo.png…]()'],
    ['data and scripts', '![x](data:image/png;base64,AAAA) [y](javascript:alert)'],
    ['an address that is none', '![x](https://)'],
    ['an image tag without a source', '<img alt="https://a.example/x">'],
  ])('finds nothing in %s', (_what, answer) => {
    expect(findAttachments(answer)).toEqual([]);
  });

  it.each([
    '[',
    '![',
    '](',
    '](a(',
    '<img ',
    '<img src="',
    '<',
    'https://',
    '](https://a',
    '&#',
    '"',
    "' src=",
  ])('gets through 64 KiB of %s', (piece) => {
    const answer = piece.repeat(Math.floor(65_536 / piece.length));
    expect(findAttachments(`<img ${answer}>${answer}`)).toBeInstanceOf(Array);
  });

  it('gives only https addresses that are URLs, whatever it reads', () => {
    const pieces = [
      '[',
      ']',
      '(',
      ')',
      '](',
      '<img src="',
      '">',
      '<',
      '>',
      ' ',
      'https://',
      'a.b/',
    ];
    const answer = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 30 });
    fc.assert(
      fc.property(answer, (words) => {
        for (const address of findAttachments(words.join(''))) {
          expect(new URL(address).href).toBe(address);
          expect(address).toMatch(/^https:\/\//);
        }
      }),
      { numRuns: 500 },
    );
  });
});
