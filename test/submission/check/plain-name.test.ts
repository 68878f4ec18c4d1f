import { describe, expect, it } from 'vitest';
import { isPlainName } from '../../../src/submission/check/plain-name.ts';

describe('a name', () => {
  it.each([
    '[Juniper Parcel](https://juniper.example)',
    '![Juniper](https://juniper.example/logo.png)',
    'https://juniper.example',
    'Juniper http://juniper.example',
    'www.juniper.example',
    'Juniper <info@juniper.example>',
    'info@juniper.example',
    '@juniper and others',
    '@juniper-',
    'Juniper (@juniper)',
    '**Juniper Parcel**',
    'Juniper **Parcel**',
    '__Juniper__',
    '*Juniper*',
    '_Juniper_',
    '~~old~~ new',
    '`Juniper`',
    '<b>Juniper</b>',
    'Juniper<br>Parcel',
    '# Juniper',
    '- Juniper',
    '> Juniper',
    'Example: Juniper',
    '例如：杜松',
  ])('%s is not plain', (name) => {
    expect(isPlainName(name)).toBe(false);
  });

  it.each([
    'Juniper Parcel',
    'Booking.com',
    'C++',
    'AT&T',
    'Yahoo!',
    'Toys*R*Us',
    'E*TRADE',
    'snake_case_labs',
    '[24]7.ai',
    'Less < More',
    'A/B',
    '3M',
    '1. FC Köln',
    '#hashtag',
    'Acme (Europe)',
    'Do @ Home',
    '@juniper',
    '@Juniper-Parcel',
    '-ism',
    'Examples Ltd',
    '阿里云',
    '🚀',
  ])('%s is', (name) => {
    expect(isPlainName(name)).toBe(true);
  });
});
