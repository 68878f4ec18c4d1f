import { describe, expect, it } from 'vitest';
import { hasFormHeadings } from '../../../src/form/read-body.ts';
import { readSubmissionForm } from '../../../src/form/read-submission-form.ts';
import { configurationOf } from '../../submission/configuration.ts';
import { fieldsOf, needed } from '../forms.ts';
import { writeIssue } from '../write-issue.ts';

const configuration = configurationOf();
const fields = fieldsOf();
const consent = fields.find(({ id }) => id === 'consent');
const labels = (consent?.options ?? []).map(({ label }) => label);
const logo = 'https://github.com/user-attachments/files/17/logo.svg';
const answers = {
  company: 'Juniper Parcel',
  description: 'Juniper Parcel steers parcels around storms.',
  link: 'https://juniper.example/talk',
  logo: `[logo.svg](${logo})`,
};
const boxes = (mark: string) => labels.map((label) => `- [${mark}] ${label}`).join('\n');
/** A form whose boxes are not ticked. */
const unticked = writeIssue(fields, answers);
/** The same, ticked. */
const ticked = unticked.replaceAll('- [ ]', '- [x]');

function read(body: string) {
  const form = readSubmissionForm(body, fields, configuration);
  return { ...form, codes: form.problems.map(({ code }) => code) };
}

/** Texts of which GitHub shows nothing, or not as Markdown. */
const hiding: readonly (readonly [string, (text: string) => string])[] = [
  ['a comment', (text) => `<!--\n${text}\n-->`],
  ['a comment behind words', (text) => `Hello <b></b>\n\n<!-- ${text}\n-->`],
  ['a comment that is not closed', (text) => `<!--\n\n${text}`],
  ['a comment that begins where another ends', (text) => `<!-- a --> <!-- b\n\n${text}`],
  ['a comment with a fence in it', (text) => `<!--\n\`\`\`\n${text}\n\`\`\`\n-->`],
  ['a comment that holds another’s beginning', (text) => `<!-- <!-- \n${text}\n-->`],
  ['a fence', (text) => `\`\`\`\n${text}\n\`\`\``],
  ['a fence of tildes', (text) => `~~~~ md\n\n${text}\n~~~~`],
  ['a fence with the end of a comment in it', (text) => `\`\`\`\n-->\n${text}\n\`\`\``],
  ['details', (text) => `<details>\n\n${text}\n\n</details>`],
  ['details with a summary', (t) => `<details><summary>More</summary>\n\n${t}\n</details>`],
  ['details in capitals, over two lines', (text) => `<DETAILS\nopen>\n\n${text}\n\n</DETAILS>`],
  ['details that are not closed', (text) => `<details>\n\n${text}`],
  ['details within details', (t) => `<details>\n<details>\n</details>\n\n${t}\n\n</details>`],
  ['details closed in a comment', (t) => `<details>\n<!-- </details> -->\n\n${t}\n\n</details>`],
  ['details closed in code', (t) => `<details>\n\n\`</details>\`\n\n${t}\n\n</details>`],
  ['details closed in a link', (t) => `<details>\n\n[a](</details>)\n\n${t}\n\n</details>`],
  ['details closed in a cell', (t) => `<details>\n\n|a|\n|-|\n|</details>|\n\n${t}\n\n</details>`],
  ['details closed in a tag', (t) => `<details>\n<a title="</details>">\n\n${t}\n\n</details>`],
  ['details closed in a table', (t) => `<details>\n<table><td>\n</details>\n\n${t}`],
  ['details opened in a sentence', (text) => `Hello <details open> there\n\n${text}`],
  ['a tag that does not end', (text) => `<div title="\n\n${text}`],
  ['a tag of HTML', (text) => `<pre>\n${text}\n</pre>`],
  ['HTML', (text) => `<div>\n${text}\n</div>`],
];

describe.each([
  ['LF', (text: string) => text],
  ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
])('with line ends of %s', (_name, ended) => {
  it.each(hiding)('a ticked box in %s is none', (_what, hide) => {
    const body = unticked.replace(boxes(' '), hide(boxes('x')));
    expect(body).not.toBe(unticked);
    expect(read(ended(body)).codes).toEqual(['consent-missing']);
  });

  // Behind a blank line HTML is no longer raw.
  const around = hiding.filter(([what]) => what !== 'HTML');
  it.each(around)('a form in %s is none', (_what, hide) => {
    const body = ended(`There is a typo on the page.\n\n${hide(ticked)}`);
    expect(hasFormHeadings(body, fields, needed)).toBe(false);
    expect(read(body)).toMatchObject({ codes: ['form-not-the-form'], fields: {} });
    expect(read(body).logo).toBeUndefined();
  });
});

describe('a box', () => {
  it.each([
    ['as indented code', (text: string) => text.replace(/^/gm, '    ')],
    ['in a quote', (text: string) => text.replace(/^/gm, '> ')],
    ['as the title of a link', (text: string) => `[a]: # '\n${text.replace(/^/gm, '     ')}'`],
    ['in a footnote', (text: string) => `[^a]:\n\n${text.replace(/^/gm, '    ')}`],
    ['whose mark a comment completes', (text: string) => text.replaceAll('[x]', '[<!-- -->x]')],
    ['that is a link', (text: string) => text.replaceAll('[x] ', '[x](https://a.example) ')],
    ['whose words go on', (text: string) => text.replace(/$/gm, ' Not.')],
  ])('%s is not ticked', (_what, write) => {
    const body = unticked.replace(boxes(' '), write(boxes('x')));
    expect(read(body).codes).toEqual(['consent-missing']);
  });

  it('that is shown unticked is unticked, though another of its words is ticked', () => {
    for (const body of [
      `${unticked}\n${boxes('x')}`,
      `${ticked}\n${boxes(' ')}`,
      ticked.replace('steers', `steers\n\n${boxes(' ')}\n\n`),
      `${boxes(' ')}\n\n${ticked}`,
      `${ticked}\n\n${boxes(' ').replace(/^/gm, '> ')}`,
    ]) {
      expect(read(body).codes).toEqual(['consent-missing']);
      expect(read(body).problems[0]?.values['options']).toBe(
        labels.map((label) => `“${label}”`).join(', '),
      );
    }
  });

  it('is ticked though a hidden one of its words is not', () => {
    for (const hidden of [`<!--\n${boxes(' ')}\n-->`, `\`\`\`\n${boxes(' ')}\n\`\`\``]) {
      expect(read(`${ticked}\n\n${hidden}`).codes).toEqual([]);
    }
    expect(read(`${ticked.replaceAll('- [x]', '1. [X]')} <!-- yes -->`).codes).toEqual([]);
  });
});

describe('what is around hidden text is read', () => {
  it.each(hiding)('of %s', (_what, hide) => {
    const text = hide('### Company\n\nSomebody else\n\n- [ ] x');
    // What is not closed, or in a table, hides the rest on GitHub too.
    const isOpen = /not closed|another ends|sentence|does not end|in a table/.test(_what);
    if (isOpen) return;
    const { codes, fields: found } = read(`${text}\n\n${ticked}`);
    expect(codes).toEqual([]);
    expect(found.company).toBe('Juniper Parcel');
  });

  it('such as tags of HTML and angle brackets that hide nothing', () => {
    for (const words of [
      'a < b',
      '`<details>`',
      '\\<details>',
      '<b>big</b>',
      '<!DOCTYPE html>',
      '<detail>',
    ]) {
      const { codes, fields: found } = read(ticked.replace('steers', words));
      expect([words, codes]).toEqual([words, []]);
      expect(found.descriptions['en']).toContain(words);
    }
  });
});

describe('an answer', () => {
  const company = (answer: string) =>
    read(ticked.replace('Juniper Parcel\n', `${answer}\n`)).fields.company;

  it.each([
    ['<!-- the name -->\nJuniper Parcel', 'Juniper Parcel'],
    ['<!-- the name --> Juniper Parcel', 'Juniper Parcel'],
    ['Juniper <!-- a\nb -->Parcel', 'Juniper Parcel'],
    ['Juniper Parcel\n\n[//]: # (a word for the wise)', 'Juniper Parcel'],
    ['`<!-- a -->` Juniper', '`<!-- a -->` Juniper'],
    ['<!-- optional -->', undefined],
    ['<details>Juniper</details>', undefined],
  ])('is without what is hidden in it: %j', (answer, shown) => {
    expect(company(answer)).toBe(shown);
  });

  it('has no logo that is hidden', () => {
    const other = '![logo](https://github.com/user-attachments/assets/other)';
    expect(read(ticked.replace(answers.logo, `<!-- ${other} -->\n${answers.logo}`)).logo).toBe(
      logo,
    );
    expect(read(ticked.replace(answers.logo, `<!-- ${other} -->`)).codes).toEqual([
      'attachment-missing',
    ]);
    const image = `<img width="600" alt="a" src="${logo}" />`;
    expect(read(ticked.replace(answers.logo, image)).logo).toBe(logo);
  });
});

describe('a heading that is not shown as one', () => {
  it.each([
    ['```', '```\nx', 'Link'],
    ['<!--', '<!-- x', 'Logo'],
    ['<details>', '<details>', 'Logo'],
    ['<pre>', '<pre>', 'Link'],
  ])('is named with the %s that makes it so', (mark, opening, first) => {
    const body = ticked.replace(answers.description, opening).replace(/### The same[^#]*/, '');
    const { codes, problems } = read(body);
    expect(new Set(codes)).toEqual(new Set(['form-heading-hidden']));
    expect(problems[0]?.values).toMatchObject({ mark });
    expect(problems[0]?.values['label']).toBe(first);
  });
});

it.each([
  '<!--',
  '<!-- -->',
  '<!-- a\n',
  '-->',
  '<details>',
  '</details>',
  '<details>\n\n',
  '<table>',
  '<a "',
  '<a b="',
  "<a b='\n",
  '</',
  '<?',
  '<!',
  '- [x] a\n',
  '- [ ] ',
  '> ',
  '- ',
  '`',
  '`` ` ',
  '![',
  '](',
  '[a]: b\n',
  '    a\n',
  '|a|\n|-|\n',
  '### Logo\n```\n',
  '\r',
  '\\',
])('64 KiB of %j are read', (piece) => {
  for (const begin of ['', 'a ', `${ticked.slice(0, 400)}\n`]) {
    const body = `${begin}${piece.repeat(65_536)}`.slice(0, 65_536);
    expect(read(body).problems.length).toBeGreaterThan(0);
  }
});
