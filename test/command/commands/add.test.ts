import { describe, expect, it } from 'vitest';
import { locales } from '../locales.ts';
import { parseCommand } from '../parse-first.ts';

const logo = 'https://github.com/user-attachments/assets/0f5d9c52-6f7e-4f7e-9b0a-6a1f1c9d8e7b';
const picture = `![Image](${logo})`;

function entryIn(lines: string) {
  const parsed = parseCommand(`/poweredby add${lines}`, locales);
  return parsed?.ok && parsed.value.name === 'add' ? parsed.value.entry : undefined;
}

function problemsIn(lines: string) {
  return entryIn(lines)?.problems.map(({ code, field }) => [code, field]);
}

describe('an entry in a comment', () => {
  it('holds every field of the issue form', () => {
    const lines = `
company: Juniper Parcel
description: It steers parcels
around storms, asks @octocat.
description-zh：绕开暴雨。
description-PT_br: Desvia.
link: https://juniper.example/a:b
link-text: How it works

${picture}`;
    expect(entryIn(lines)).toEqual({
      fields: {
        company: 'Juniper Parcel',
        descriptions: {
          en: 'It steers parcels\naround storms, asks @octocat.',
          zh: '绕开暴雨。',
          'pt-BR': 'Desvia.',
        },
        link: 'https://juniper.example/a:b',
        linkText: 'How it works',
      },
      logo,
      problems: [],
      remarks: [],
    });
  });

  it.each([
    ['on the line of the command', ` company: Juniper\n${picture}`],
    ['in other letters', `\nCompany : Juniper\n${picture}`],
    ['in a list', `\n\n- company: Juniper\n* ${picture}`],
    ['with full-width marks', `\n　company：Juniper\n${picture}`],
    ['with Windows line breaks', `\r\ncompany: Juniper\r\n${picture}\r\n`],
    ['with talk around it', `\nHere you are.\n\ncompany: Juniper\nThanks!\n\n${picture}`],
    ['after the picture', `\n${picture}\ncompany: Juniper`],
    ['with the picture on the line of the command', ` ${picture}\ncompany: Juniper`],
  ])('may stand %s', (_where, lines) => {
    expect(entryIn(lines)).toMatchObject({ fields: { company: 'Juniper' }, logo, problems: [] });
  });

  it.each([
    ['a blank line', 'Parcels.\n\nThanks!'],
    ['the next field', 'Parcels.\nlink: https://juniper.example'],
    ['a picture', `Parcels.\n${picture}`],
    ['an image tag', `Parcels.\n<img src="${logo}">`],
    ['a quote', 'Parcels.\n> quoted'],
  ])('has a description that ends at %s', (_what, lines) => {
    expect(entryIn(`\ndescription: ${lines}`)?.fields.descriptions).toEqual({ en: 'Parcels.' });
  });

  it('may name the locale after a blank', () => {
    expect(entryIn('\ndescription zh: 绕开暴雨。')?.fields.descriptions).toMatchObject({
      zh: '绕开暴雨。',
    });
  });

  it('keeps a locale that is not configured, for the check of the submission', () => {
    const { descriptions } = entryIn('\ndescription-fr: Colis.')?.fields ?? {};
    expect(descriptions).toEqual({ fr: 'Colis.' });
  });

  it('takes the description of the source locale under its name too', () => {
    expect(entryIn('\ndescription-en: Parcels.')?.fields.descriptions).toEqual({ en: 'Parcels.' });
  });

  it('takes no address of a field for the logo', () => {
    const lines = `\ncompany: Juniper\nlink: https://juniper.example\ndescription: See https://juniper.example\n${picture}`;
    expect(entryIn(lines)?.logo).toBe(logo);
  });

  it('takes the logo that is called so, whatever other addresses there are', () => {
    const lines = `\ncompany: Juniper\nlogo: ${picture}\n\nAs in https://juniper.example/about`;
    expect(entryIn(lines)).toMatchObject({ logo, problems: [] });
  });

  it('takes the logo from the line below “logo:”', () => {
    expect(entryIn(`\ncompany: Juniper\nlogo:\n${picture}`)?.logo).toBe(logo);
  });
});

describe('there is no entry', () => {
  it.each([
    ['nothing', ''],
    ['talk', '\nThanks!\n\nNote: we merge on Friday.'],
    ['talk of a description', '\nA description of us: see below.'],
    ['quoted fields', `\n> company: Juniper\n> ${picture}`],
    ['fields in a code block', '\n```\ncompany: Juniper\n```'],
  ])('in %s', (_what, lines) => {
    expect(parseCommand(`/poweredby add${lines}`, locales)).toEqual({
      ok: true,
      value: { name: 'add' },
    });
  });
});

describe('an entry in a comment has a problem where', () => {
  it('a field is given twice', () => {
    const lines = `\ncompany: Juniper\ncompany: Kestrel\ndescription: a\ndescription-en: b\n${picture}`;
    expect(problemsIn(lines)).toEqual([
      ['command-field-twice', 'company'],
      ['command-field-twice', 'description'],
    ]);
    expect(entryIn(lines)?.fields.company).toBe('Juniper');
  });

  it('a field that is missing was probably misspelt', () => {
    expect(problemsIn(`\ncompany: Juniper\ndesciption: Parcels.\n${picture}`)).toEqual([
      ['command-field-misspelt', 'description'],
    ]);
    expect(problemsIn(`\ncompany: Juniper\ncompare: this\n${picture}`)).toEqual([]);
  });

  it('there is no logo', () => {
    expect(problemsIn('\ncompany: Juniper')).toEqual([['command-logo-missing', 'logo']]);
  });

  it('there are several logos', () => {
    const lines = `\ncompany: Juniper\n${picture}\n${picture.replace('7b)', '7c)')}`;
    expect(problemsIn(lines)).toEqual([['command-logo-several', 'logo']]);
    expect(entryIn(lines)).not.toHaveProperty('logo');
  });
});

it('a line gives the text of the link in a further locale', () => {
  const entry = entryIn(
    `\ncompany: Juniper\nlink-text-zh: 听听看\nlink text pt-br: Ouça\n${picture}`,
  );
  expect(entry?.fields.linkTexts).toEqual({ zh: '听听看', 'pt-BR': 'Ouça' });
});

describe('lines as people write them', () => {
  it('are read with quotes, in bold, in Chinese and by other names', () => {
    for (const lines of [
      '\ncompany: "Juniper"\nlink: \'https://juniper.example\'',
      '\n**Company:** Juniper\n**Website**: https://juniper.example',
      '\n- 公司：“Juniper”\n- 官网：https://juniper.example',
      '\nCompany name: Juniper\nHomepage: https://juniper.example',
    ]) {
      expect(entryIn(`${lines}\n\n${picture}`)).toMatchObject({
        fields: { company: 'Juniper', link: 'https://juniper.example' },
        problems: [],
        remarks: [],
      });
    }
  });

  it('that are no field’s are named and left out', () => {
    const lines = `
company: Brass Lantern Bank
description: Streams card payments
day and night: always.
location: Haikou
contact: data@brasslantern.example
consent: given by mail

${picture}`;
    const entry = entryIn(lines);
    expect(entry?.fields.descriptions).toEqual({
      en: 'Streams card payments\nday and night: always.',
    });
    expect(entry?.remarks).toEqual([
      { code: 'comment-lines-left-out', values: { keys: 'location, contact, consent' } },
    ]);
  });

  it('end where a mail’s signature, head or quotation begins', () => {
    for (const mail of [
      '-- \nSam',
      '________________________________\nFrom: a',
      'From: a\nSent: b',
      'On 5 Oct, Ann wrote:',
    ]) {
      const lines = `\ncompany: Juniper\n${picture}\ndescription: It steers.\n${mail}\nlogo: ${picture}`;
      expect(entryIn(lines)?.fields.descriptions).toEqual({ en: 'It steers.' });
    }
  });

  it('of a picture alone give the logo', () => {
    expect(parseCommand(`/poweredby add\n\n${picture}`, locales)).toEqual({
      ok: true,
      value: { name: 'add', logo },
    });
    expect(parseCommand('/poweredby add\nSee https://a.example', locales)).toEqual({
      ok: true,
      value: { name: 'add' },
    });
  });
});
