import { describe, expect, it } from 'vitest';
import { checkRepository } from '../../src/check/check-repository.ts';
import { type Finding, finding, severities } from '../../src/check/finding.ts';
import { checkForm } from '../../src/check/form/check-form.ts';
import {
  hasPassed,
  printAsAnnotations,
  printAsJson,
  printAsText,
} from '../../src/check/print-findings.ts';
import { loadTemplates } from '../../src/templates.ts';
import { writtenForm } from '../../src/written-form.ts';
import { configurationOf } from '../submission/configuration.ts';
import { companiesOf } from '../support/logo-page.ts';
import { placeholdersOf } from '../words/placeholders.ts';
import { check, checkList } from './check.ts';

const english = loadTemplates('en');
const chinese = loadTemplates('zh');

const unused = finding('logo-file-unused', { path: 'img/a.png' }, { file: 'img/a.png' });
const twice = finding(
  'company-twice',
  { path: 'en.md', line: 120, locale: 'en' },
  { company: 'Alder Rail', firstLine: 11 },
);
const order = finding(
  'entry-out-of-order',
  { path: 'en.md', line: 9, locale: 'en' },
  { company: 'Alder', previous: 'Birch' },
);

const plain = { paint: (_severity: string, word: string) => word, show: (text: string) => text };

describe('printAsText', () => {
  it('groups by path and counts at the end', () => {
    expect(printAsText([order, twice, unused], english, plain)).toBe(
      [
        'en.md',
        '    9  error    Alder comes after Birch, but belongs before it in alphabetical order.',
        '  120  error    Alder Rail is already in this list, in line 11. Remove one of the two.',
        '',
        'img/a.png',
        '       warning  No list uses this logo. If nothing else uses it either, you can delete it.',
        '',
        'Errors: 2. Warnings: 1.',
        '',
      ].join('\n'),
    );
  });

  it('says that there is nothing', () => {
    expect(printAsText([], english, plain)).toBe(
      'Nothing to fix: all lists and logos are correct.\n',
    );
    expect(printAsText([], chinese, plain)).toContain('没有需要修正的地方');
  });

  it('leaves no room for lines where nothing has one', () => {
    expect(printAsText([unused], english, plain)).toContain('\n    warning  No list');
  });

  it('paints the words for severities, and keeps the columns', () => {
    const look = { ...plain, paint: (severity: string, word: string) => `<${severity}>${word}</>` };
    const printed = printAsText([twice, unused], english, look);
    expect(printed).toContain('  120  <error>error</>    Alder Rail');
    expect(printed).toContain('       <warning>warning</>  No list');
  });

  it('shows paths and sentences only as safe texts', () => {
    const look = { ...plain, show: (text: string) => text.replace('\u202e', '?') };
    const hostile = finding('company-twice', { path: 'a\u202e.md' }, { company: '\u202eb' });
    const printed = printAsText([hostile], english, look);
    expect(printed).toContain('a?.md\n');
    expect(printed).not.toContain('\u202e');
  });

  it('lets a page write no control characters and no lines of its own', () => {
    const values = { company: 'A\u001b[31m\r\nen.md', firstLine: 1 };
    const printed = printAsText([finding('company-twice', twice, values)], english, plain);
    expect(printed.split('\n')).toHaveLength(5);
    expect(printed.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});

describe('printAsJson', () => {
  it('is one document with a sentence for each', () => {
    const printed = JSON.parse(printAsJson([twice, unused], english));
    expect(printed).toEqual({
      ok: false,
      findings: [
        {
          code: 'company-twice',
          severity: 'error',
          path: 'en.md',
          line: 120,
          locale: 'en',
          message: 'Alder Rail is already in this list, in line 11. Remove one of the two.',
          values: { company: 'Alder Rail', firstLine: 11 },
        },
        {
          code: 'logo-file-unused',
          severity: 'warning',
          path: 'img/a.png',
          message: 'No list uses this logo. If nothing else uses it either, you can delete it.',
          values: { file: 'img/a.png' },
        },
      ],
      problems: [],
    });
  });

  it('is ok with warnings alone', () => {
    expect(JSON.parse(printAsJson([unused], english)).ok).toBe(true);
    expect(hasPassed([unused])).toBe(true);
    expect(hasPassed([unused, twice])).toBe(false);
  });
});

describe('printAsAnnotations', () => {
  it('marks a file that has no lines as a whole', () => {
    expect(printAsAnnotations([unused], english)).toMatch(
      /^::warning file=img\/a\.png,title=Powered By \(logo-file-unused\)::No list/,
    );
  });

  it('escapes what GitHub’s runner reads as its own', () => {
    const place = { path: 'a,b:c%\n.md', line: 3 };
    const values = { percent: 20 };
    expect(printAsAnnotations([finding('logo-looks-small', place, values)], english)).toBe(
      '::warning file=a%2Cb%3Ac%25%0A.md,line=3,title=Powered By (logo-looks-small)::This logo looks smaller than others: its visible part fills 20 %25 of the side; about 45 %25 is usual. Crop the border.\n',
    );
  });

  it('lets a page give no command', () => {
    const values = { company: '\n::set-env name=x::y', firstLine: 1 };
    const printed = printAsAnnotations([finding('company-twice', twice, values)], english);
    expect(printed.trim().split('\n')).toHaveLength(1);
  });

  it('prints nothing for nothing', () => {
    expect(printAsAnnotations([], english)).toBe('');
  });
});

describe('The words for findings', () => {
  it.each([english, chinese])('are there for each and no other in $language', ({ findings }) => {
    expect(Object.keys(findings).sort()).toEqual(Object.keys(severities).sort());
  });

  it('name the same values in both languages', () => {
    const placeholders = [english, chinese].map(({ findings, check: words }) =>
      Object.fromEntries(
        Object.entries({ ...findings, ...words }).map(([code, sentence]) => [
          code,
          placeholdersOf(sentence),
        ]),
      ),
    );
    expect(placeholders[1]).toEqual(placeholders[0]);
  });

  it('name only values that the findings have', async () => {
    for (const { code, values } of await everyFinding()) {
      const sentence = english.findings[code];
      if (sentence === undefined) throw new Error(`No sentence for ${code}`);
      expect(Object.keys(values)).toEqual(expect.arrayContaining([...placeholdersOf(sentence)]));
    }
  });
});

/** Each of the check's own findings at least once, as a check makes them. */
async function everyFinding(): Promise<readonly Finding[]> {
  const measures = { format: 'png', width: 600, height: 600, visualSize: 0.45 };
  const checks = [
    check({
      en: [
        { name: 'B', text: '' },
        { name: 'A', logo: '' },
        { name: 'C', markup: 'x' },
        { name: '' },
        { name: 'b' },
        { name: 'D', logo: '/img/poweredby/e-logo.png', text: '{{< x >}} [a](b)' },
        { name: 'E', text: '<script>' },
        { name: 'A', text: '<b onclick=x> [a](javascript:b) <p>' },
        { name: 'F', logo: 'https://f.example/f.png' },
      ],
      zh: [{ name: 'Eh', logo: '/img/poweredby/e-logo.png' }],
      order: 'alphabetical',
      logos: {
        'b-logo.png': { ...measures, width: 100 },
        '-logo.png': { ...measures, width: 100, height: 100, visualSize: 0.1 },
        'e-logo.png': { ...measures, width: 2000, height: 2000, visualSize: 0.9 },
        'a-logo.png': undefined,
        'x.png': undefined,
      },
    }),
    check({ en: companiesOf('G'), logos: { 'g-logo.png': { ...measures, visualSize: 0 } } }),
    check({ en: companiesOf('G', 'H'), logos: {} }),
    check({ en: ['I', 'J'].map((name) => ({ name, logo: `/x/${name}.png` })), logos: {} }),
    checkList(
      '# A\n\n| Name | Site | Stage |\n|---|---|---|\n| Anvil | a.com | x |\n| Anvil | | y |\n| Anvil Inc. | | | | |\n| B |\n| C | | y |\n| D | | y |\n| E | | y |\n| F | | y |\n| G | | y |\n| Aa | | y |\n\n~~~\n',
      'pages: {en: A.md, zh: B.md}\nformat: markdown-table\nlogo: none\nfields: {Name: {role: name}, Site: {role: homepage}, Stage: {role: status, required: true, choices: [y]}}',
    ),
    checkList(
      `| Name | Stage |\n| ---- | ----- |\n${'ABCDEFGHI'.replace(/./g, '| $&    | x     |\n')}| J | |\n`,
      'pages: {en: A.md}\nformat: markdown-table\nlogo: none\n',
    ),
    checkList(
      '- name: A\n- url: https://b.example\n',
      'pages: {en: a.yml}\nformat: yaml-list\nlogo: none\n',
    ),
    checkRepository({
      configuration: configurationOf(
        'pages: {en: A.md, zh: B.md}\nformat: markdown-list\nlogo: none',
      ),
      snapshot: {
        pages: { en: { text: '# Users\n\n- A\n' }, zh: { text: '# Users\n\n- B\n' } },
        logos: [],
      },
      reader: { read: async () => undefined, measure: async () => undefined },
    }),
  ];
  const found = [...(await Promise.all(checks)).flat(), ...formFindings()];
  expect(new Set(found.map(({ code }) => code))).toEqual(new Set(Object.keys(severities)));
  return found;
}

/** What is found where a form was written for other fields. */
function formFindings(): readonly Finding[] {
  const configured = (fields: string) =>
    configurationOf(
      `pages: {en: A.md}\nformat: markdown-table\nlogo: none\nfields: {Name: {role: name}, ${fields}}`,
    );
  const [before, after] = [
    'A: {role: none}, B: {role: none, required: true}, C: {role: none}, D: {role: status, choices: [x, y]}, E: {role: status, choices: [x]}',
    'A: {role: none, required: true}, B: {role: none}, D: {role: status, choices: [x, z]}, E: {role: status, required: true, choices: [z]}, F: {role: none}',
  ].map(configured);
  return before && after ? checkForm(writtenForm(before), after) : [];
}
