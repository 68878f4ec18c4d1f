import { describe, expect, it } from 'vitest';
import { guessEntry } from '../../src/command/guess-entry.ts';
import { limits } from '../../src/submission/limits.ts';
import { locales } from './locales.ts';

function guessed(body: string, title = 'Hello') {
  return guessEntry(title, body, locales);
}

describe('the company of a request in free words', () => {
  it.each([
    ['Company: Juniper Parcel'],
    ['**Company**: Juniper Parcel'],
    ['- 公司：“Juniper Parcel”'],
    ['Empresa: Juniper Parcel'],
    ['Société: Juniper Parcel'],
    ['公司名称/Company: Juniper Parcel'],
    ['## Company\n\nJuniper Parcel'],
    ['1. Company: [Juniper Parcel](https://juniper.example)'],
    ['| Company | Juniper Parcel |'],
    ['| Field | Answer |\n|---|---|\n| Company | Juniper Parcel |'],
    ['🚀 Company: Juniper Parcel'],
    ['We at Juniper Parcel love it.'],
    ['Greetings from Juniper Parcel, where it rains.'],
    ['I write on behalf of Juniper Parcel.'],
    ['Our company, Juniper Parcel, steers parcels.'],
  ])('is read from %j', (body) => {
    expect(guessed(body).company).toBe('Juniper Parcel');
  });

  it.each([
    ['Add Juniper Parcel to the list'],
    ['Please add Juniper Parcel’s logo to Powered By'],
    ['[Powered By] Add **Juniper Parcel** to the page'],
    ['New user: Juniper Parcel in production'],
    ['Juniper Parcel uses Millrace'],
    ['[Adopters] Juniper Parcel is using Millrace'],
    ['添加 Juniper Parcel 到列表'],
    ['新增：“Juniper Parcel”'],
    ['请加上「Juniper Parcel」'],
    ['Add "Juniper Parcel" to the list'],
  ])('is read from the title %j', (title) => {
    expect(guessed('', title).company).toBe('Juniper Parcel');
  });

  it.each([
    ['Add us to Powered By'],
    ['Add our company to the list'],
    ['Add N/A to the list'],
    ['添加我们到列表'],
    ['Question'],
    [''],
  ])('is not known from the title %j', (title) => {
    expect(guessed('', title)).toEqual({ hasSeveral: false });
  });

  it.each([
    ['Company: N/A'],
    ['Company:\nLink: https://juniper.example'],
    ['| Company | Juniper | Parcel |'],
    ['> Company: Juniper'],
    ['Thanks!\n-- \nCompany: Juniper'],
  ])('is not known from %j', (body) => {
    expect(guessed(body)).not.toHaveProperty('company');
  });

  it('is what a line calls so, whatever the title says', () => {
    expect(guessed('Company: Juniper', 'Add Kestrel to the list').company).toBe('Juniper');
  });

  it('is cut off where it is longer than a name may be', () => {
    const { company = '' } = guessed(`Company: ${'Juniper '.repeat(50)}`);
    expect(company.length).toBeLessThanOrEqual(limits.company);
    expect(company).toMatch(/^Juniper Juniper/);
  });
});

describe('the description of a request in free words', () => {
  const steers = 'Juniper uses Millrace to steer its parcels around storms.';

  it.each([
    ['behind its name', `Description: ${steers}`],
    ['under a heading', `### How do you use it\n\n${steers}`],
    ['behind its name in another language', `Beschreibung: ${steers}`],
    ['in a sentence on what is done with the project', `Hello!\n\n${steers}\n\nThank you.`],
    [
      'with emphasis and a picture',
      `**Juniper** uses _Millrace_ to steer its parcels around
storms. ![logo](https://a.example/logo.png)`,
    ],
  ])('is read %s', (_where, body) => {
    expect(guessed(body).description).toBe(steers);
  });

  it('is read in Chinese', () => {
    const text = '我们使用 Millrace 处理每天数以亿计的包裹轨迹数据。';
    expect(guessed(`您好\n\n${text}`).description).toBe(text);
  });

  it.each([
    ['a sentence on something else', 'We would be very glad to be listed there.'],
    ['a few words', 'We use it.'],
    ['a sentence with a mail address', 'We use it, so please write to ann@juniper.example soon.'],
  ])('is not %s', (_what, body) => {
    expect(guessed(body)).not.toHaveProperty('description');
  });
});

describe('the link of a request in free words', () => {
  it.each([
    ['Website: https://juniper.example/about'],
    ['Webseite: https://juniper.example/about'],
    ['We are at https://juniper.example/about.'],
    ['Link: [https://juniper.example/about](url)'],
    ['![logo](https://a.example/logo.png) and <https://juniper.example/about>'],
    ['https://github.com/juniper/site, https://juniper.example/about'],
  ])('is read from %j', (body) => {
    expect(guessed(body).link).toBe('https://juniper.example/about');
  });

  it.each([
    ['https://juniper.example/logo.svg'],
    ['https://github.com/user-attachments/assets/1'],
    [`https://juniper.example/${'a'.repeat(limits.link)}`],
  ])('is not %j', (body) => {
    expect(guessed(body)).not.toHaveProperty('link');
  });
});

describe('several companies', () => {
  it.each([
    [true, 'two names', 'Company: Juniper\nCompany: Kestrel'],
    [true, 'a list of names', '1. Juniper – steers parcels\n2. Kestrel – counts birds'],
    [false, 'one name in two spellings', 'Company: Juniper\nCompany: JUNIPER'],
    [false, 'one item of a list', '- Juniper – steers parcels'],
  ])('%s: %s', (hasSeveral, _what, body) => {
    expect(guessed(body).hasSeveral).toBe(hasSeveral);
  });
});
