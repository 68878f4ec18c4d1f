import { describe, expect, it } from 'vitest';
import { separator } from '../../src/list/text/encode/separator.ts';
import { ordinaryTexts } from '../list/text/ordinary-texts.ts';
import { isPlain } from './is-plain.ts';

describe('Whether a source is plain', () => {
  it.each(ordinaryTexts)('says yes to ordinary prose: %s', (text) => {
    expect(isPlain(text)).toBe(true);
  });

  it.each([
    'AT&amp;T &lt;b> \\*x\\*',
    'One line\nand another one.\n',
    'Une ligne\r\net une autre.\r\n',
    `HAHAHUGO${separator}SHORTCODE`,
    `We love {${separator}{`,
  ])('says yes where decoding tells what is shown: %j', (source) => {
    expect(isPlain(source)).toBe(true);
  });

  it.each([
    'a <b>bold</b> claim',
    '*fast*',
    'a [link](https://acme.example)',
    'https://acme.example',
    '{{< x >}}',
    'HAHAHUGOSHORTCODE',
    'HUGOMORE42',
    'We love {{',
    '$$x$$',
    '==x==',
    '{.note} Acme',
    '# Acme',
    'Acme\n===',
    'Acme\n---',
    'a | b\n--|--',
    'Acme\n: a definition',
    'Acme\n\nand more',
    'Acme  \nand more',
    'Acme\\\nand more',
    '    Acme',
    '[a\nb]: c',
    '&bigstar;',
  ])('says no where it does not: %j', (source) => {
    expect(isPlain(source)).toBe(false);
  });
});
