import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/config/read-configuration.ts';
import { checkSubmission } from '../../src/submission/check-submission.ts';
import { configurationOf } from './configuration.ts';
import { linkedAdoptersTable } from './lists.ts';

const one = configurationOf(linkedAdoptersTable.replace(', multiple: true', ''));
const several = configurationOf(linkedAdoptersTable);
const required = configurationOf(
  linkedAdoptersTable.replace('multiple: true', '$&, required: true'),
);
const home = 'https://dovetail.example';
const blog = 'https://blog.dovetail.example/joints';

function check(homepage: string, configuration = several) {
  const checked = checkSubmission(
    { company: 'Dovetail', descriptions: {}, homepage },
    { configuration },
  );
  return checked.ok ? checked.value : checked.problems;
}

const links = (...all: readonly (readonly [text: string, url: string])[]) => ({
  homepage: all[0]?.[1],
  homepageLinks: all.map(([text, url]) => ({ text, url })),
});

describe('an answer with several links', () => {
  it.each([
    `${home} & ${blog}`,
    `${home}, ${blog}`,
    `${home},${blog}`,
    `${home} ${blog}`,
    `${home}\n${blog}`,
    `${home}\r\n\r\n${blog}\n`,
    `${home} and ${blog}`,
    `${home}, and ${blog}`,
    `${home}<br>${blog}`,
    `${home}；${blog}`,
    `${home} 和 ${blog}`,
    `<${home}>; <${blog}>`,
    `${home} & ${home} & ${blog}`,
  ])('is read as these: %j', (typed) => {
    expect(check(typed)).toMatchObject(links(['', home], ['', blog]));
  });

  it.each([
    `[Homepage](${home}) & [Our blog](${blog})`,
    `Homepage: ${home}, Our blog: ${blog}`,
    `Homepage: ${home}\nOur blog: ${blog}`,
    `Homepage：${home}，Our blog：${blog}`,
    `Homepage:${home} Our blog:${blog}`,
    `[Homepage](<${home}>) and Our blog: ${blog}`,
  ])('may say what they are: %j', (typed) => {
    expect(check(typed)).toMatchObject(links(['Homepage', home], ['Our blog', blog]));
  });

  it('has addresses as `URL` prints them, parentheses and all', () => {
    expect(check(`HTTPS://Dovetail.Example/ [Wiki](https://a.example/Joint_(wood))`)).toMatchObject(
      links(['', `${home}/`], ['Wiki', 'https://a.example/Joint_(wood)']),
    );
  });

  it('may have one link with words of its own', () => {
    expect(check(`[Our shop](${home})`)).toMatchObject(links(['Our shop', home]));
  });

  it('is no other answer where it is one address', () => {
    expect(check(home)).toEqual({ company: 'Dovetail', texts: {}, homepage: home });
    expect(check('n/a')).toEqual({ company: 'Dovetail', texts: {} });
    expect(check('', required)).toMatchObject([{ code: 'field-missing', field: 'homepage' }]);
  });

  it.each([
    ['dovetail.example', 'link-without-scheme', { suggestion: home }],
    [`${home} & http://blog.example`, 'link-not-https', { suggestion: 'https://blog.example' }],
    [`${home}, blog.example`, 'link-without-scheme', { suggestion: 'https://blog.example' }],
    [`${home} & [Blog](javascript:alert%281%29)`, 'link-scheme-unsupported', {}],
    [`${home} & [Blog](https://10.0.0.1/)`, 'link-to-private-host', {}],
    [`${home} & https://me:x@blog.example`, 'link-has-credentials', {}],
    [`${home} & https://blog.example/${'a'.repeat(500)}`, 'link-too-long', { limit: 500 }],
    [`[${'a'.repeat(121)}](${home})`, 'link-text-too-long', { limit: 120 }],
    [`${home} is our page, the blog is ${blog}`, 'links-not-addresses', { optional: 'yes' }],
    [`${home} [Blog] ${blog}`, 'links-not-addresses', {}],
    ['& ,', 'link-not-a-url', {}],
    [`${home} & Blog`, 'links-not-addresses', {}],
    [`${home} `.repeat(5_000), 'field-too-long', {}],
    [
      'a b c d e f'
        .split(' ')
        .map((each) => `https://${each}.example`)
        .join(),
      'links-too-many',
      {},
    ],
  ])('is refused for what is wrong with one: %.60s', (typed, code, values) => {
    expect(check(typed)).toMatchObject([{ code, field: 'homepage', values }]);
  });

  it('is not called optional where it is needed', () => {
    expect(check(`${home} & Blog`, required)).toMatchObject([{ values: { optional: '' } }]);
    expect(check(`${home} & blog.example`, required)).toMatchObject([{ values: { optional: '' } }]);
  });

  it('may have `http:` where links may', () => {
    const http = configurationOf(`${linkedAdoptersTable}http-links: true\n`);
    expect(check(`${home} & http://blog.example`, http)).toMatchObject(
      links(['', home], ['', 'http://blog.example']),
    );
  });

  it('is refused where the list has one each', () => {
    expect(check(`${home} & ${blog}`, one)).toMatchObject([{ code: 'link-not-a-url' }]);
  });
});

describe('a configuration that allows several links', () => {
  it('is refused for a list that is no Markdown table', () => {
    const read = readConfiguration(linkedAdoptersTable.replace('markdown-table', 'yaml-list'));
    expect(!read.ok && read.problems).toMatchObject([
      {
        code: 'configuration-links-not-in-table',
        values: { key: 'fields.Link.multiple', line: 6 },
      },
    ]);
  });
});
