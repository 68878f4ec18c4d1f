import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandNames } from '../../src/command/commands.ts';
import { isCommand, parseCommands } from '../../src/command/parse-command.ts';
import { loadTemplates } from '../../src/templates.ts';
import { describeProblem } from '../../src/words/describe-problem.ts';
import { locales } from './locales.ts';
import { parseCommand } from './parse-first.ts';

function commandIn(comment: string) {
  const parsed = parseCommand(comment, locales);
  return parsed?.ok ? parsed.value : parsed?.problems.map(({ code }) => code);
}

function problemIn(comment: string) {
  const parsed = parseCommand(comment, locales);
  return parsed?.ok === false ? parsed.problems[0] : undefined;
}

describe('a comment that is a command', () => {
  it.each([
    ['add', { name: 'add' }],
    ['rebuild', { name: 'rebuild' }],
    ['withdraw', { name: 'withdraw' }],
    ['help', { name: 'help' }],
    ['remove Juniper Parcel', { name: 'remove', company: 'Juniper Parcel' }],
    ['text zh 绕开暴雨。', { name: 'text', locale: 'zh', text: '绕开暴雨。' }],
  ])('may say /poweredby %s', (words, command) => {
    expect(commandIn(`/poweredby ${words}`)).toEqual(command);
  });

  it.each([
    ['in another case', '/PoweredBy ReBuild'],
    ['with a full stop', '/poweredby rebuild.'],
    ['with a Chinese full stop', '/poweredby rebuild。'],
    ['with a full stop of its own', '/poweredby rebuild .'],
    ['with blanks around it', '  /poweredby \t rebuild  '],
    ['with full-width blanks', '　/poweredby　rebuild　'],
    ['in full-width letters', '／ｐｏｗｅｒｅｄｂｙ　ｒｅｂｕｉｌｄ'],
    ['with a colon', '/poweredby: rebuild'],
    ['after blank lines', '\n \n\n/poweredby rebuild'],
    ['after a quote', '> /poweredby withdraw\n\n/poweredby rebuild'],
    ['after a code block', '```\n/poweredby withdraw\n```\n/poweredby rebuild'],
    ['with Windows line breaks', '/poweredby rebuild\r\n\r\nThank you!\r\n'],
    ['with other words below it', '/poweredby rebuild\nI pushed by mistake.'],
    ['with other words above it', 'Hi all,\n\n/poweredby rebuild'],
    ['on the line below other words', 'Here it is.\n/poweredby rebuild'],
    ['with a hyphen', '/powered-by rebuild'],
    ['with an underscore', '/powered_by rebuild'],
    ['with a mention', '@powered-by rebuild'],
    ['with a mention as GitHub writes it', '@powered-by[bot] rebuild'],
    ['with a mention of another name', '@acme-poweredby-app, rebuild'],
    ['behind invisible characters', '\uFEFF\u200B/powered\u200Bby rebuild'],
  ])('may stand %s', (_where, comment) => {
    expect(commandIn(comment)).toEqual({ name: 'rebuild' });
  });

  it.each([
    '/poweredby',
    '/poweredby.',
    '/poweredby …',
    '/POWEREDBY\nwhat now?',
    '/poweredby help me',
  ])('gets help where it says %j', (comment) => {
    expect(commandIn(comment)).toEqual({ name: 'help' });
  });

  it('names a company as it was typed', () => {
    const company = '@juniper  <b>“Parcel”</b> #12 Inc.';
    expect(commandIn(`/poweredby remove ${company} `)).toEqual({ name: 'remove', company });
  });
});

describe('several commands in one comment', () => {
  const readIn = (comment: string) =>
    parseCommands(comment, locales).map((read) => (read.ok ? read.value.name : 'a problem'));

  it('are read in their order, each up to the next', () => {
    const [first, second] = parseCommands(
      '/poweredby text en Hello.\n/poweredby text zh 你好',
      locales,
    );
    expect(first).toMatchObject({ ok: true, value: { locale: 'en', text: 'Hello.' } });
    expect(second).toMatchObject({ ok: true, value: { locale: 'zh', text: '你好' } });
    expect(readIn('/poweredby withdraw\n\nNo:\n/poweredby add\nThanks!')).toEqual([
      'withdraw',
      'add',
    ]);
    expect(readIn('/poweredby dance\n/poweredby help')).toEqual(['a problem', 'help']);
  });

  it('are as many as anybody means', () => {
    const found = parseCommands('/poweredby help\n'.repeat(4000), locales);
    expect(found).toHaveLength(11);
    expect(found.at(-1)).toMatchObject({ problems: [{ code: 'command-too-many' }] });
  });
});

describe('two names', () => {
  it.each([
    ['Alder Rail to Alder', 'Alder Rail', 'Alder'],
    ['Alder Rail -> Alder', 'Alder Rail', 'Alder'],
    ['Alder Rail → Alder', 'Alder Rail', 'Alder'],
    ['“Alder Rail” to “Alder”', 'Alder Rail', 'Alder'],
    ['"From A to B" to "From A to C"', 'From A to B', 'From A to C'],
    ['北风 改为 南风', '北风', '南风'],
  ])('are read in /poweredby rename %s', (words, company, newName) => {
    expect(commandIn(`/poweredby rename ${words}`)).toEqual({ name: 'rename', company, newName });
  });

  it.each(['', 'Alder Rail', 'Alder to', 'to Alder', 'From A to B to C'])(
    'are asked for in /poweredby rename %s',
    (words) => {
      expect(problemIn(`/poweredby rename ${words}`)?.code).toBe('command-names-missing');
    },
  );
});

describe('a comment is no command', () => {
  it.each([
    ['it is empty', ''],
    ['it is talk', 'Looks good to me'],
    ['the command is not the first word', 'Use /poweredby add'],
    ['the word goes on', '/poweredbyadd'],
    ['the word goes on with a hyphen', '/poweredby-bot add'],
    [
      'it is in a mail that is answered',
      'OK.\n\nOn Mon, 5 Oct 2026 at 09:12, Ann wrote:\n/poweredby add',
    ],
    ['somebody speaks of us', '@powered-by[bot] has opened a pull request'],
    ['it is a path', '/poweredby/add'],
    ['the command is quoted', '> /poweredby add'],
    ['the command is in a paragraph that is quoted', '> as you say:\n/poweredby add'],
    ['the command is in inline code', '`/poweredby add`'],
    ['the command is in a fenced code block', '```\n\n/poweredby add\n```'],
    ['the command is in a code block that is not closed', '~~~\n/poweredby add'],
    ['the command is in an indented code block', '    /poweredby add'],
    ['the command is indented by a tab', '\t/poweredby add'],
    ['the command is in an HTML comment', '<!--\n/poweredby add\n-->'],
  ])('where %s', (_why, comment) => {
    expect(commandIn(comment)).toBeUndefined();
    expect(isCommand(comment)).toBe(false);
  });
});

describe('a wrong command', () => {
  it.each([
    ['rebild', 'rebuild'],
    ['REMOV Juniper Parcel', 'remove Juniper Parcel'],
    ['remov', 'remove COMPANY'],
    ['txt zh x', 'text zh x'],
    ['txt', 'text LOCALE …'],
    ['withdrawn', 'withdraw'],
    ['ad', 'add'],
    ['ad please', 'add'],
  ])('/poweredby %s gets the nearest, with what belongs behind it', (words, mended) => {
    const found = problemIn(`/poweredby ${words}`);
    expect(found).toMatchObject({
      code: 'command-nearly-known',
      field: '/poweredby',
      values: { word: words.split(' ')[0] },
    });
    const { example } = found ? describeProblem(found, loadTemplates('en')) : {};
    expect(example).toBe(`/poweredby ${mended}`);
  });

  it('has an example to be copied, never a part of what was typed', () => {
    const found = problemIn(`/poweredby txt zh ${'x'.repeat(65_000)}`);
    const { example } = found ? describeProblem(found, loadTemplates('en')) : {};
    expect(example).toBe('/poweredby text LOCALE …');
  });

  it.each(['请加上我们', 'approve', 'x'.repeat(65_536), 'constructor', '__proto__'])(
    '/poweredby %.20s gets the list',
    (word) => {
      const found = problemIn(`/poweredby ${word}`);
      expect(found?.code).toBe('command-unknown');
      expect(found?.values['known']).toBe(commandNames.join(', '));
      expect(String(found?.values['word']).length).toBeLessThanOrEqual(41);
    },
  );

  it.each(['add please', 'rebuild 12', 'withdraw Juniper Parcel', 'withdraw not yet'])(
    '/poweredby %s is not carried out with words that it does not take',
    (words) => {
      expect(problemIn(`/poweredby ${words}`)?.code).toBe('command-words-unexpected');
    },
  );

  it('is one with a question mark', () => {
    expect(problemIn('/poweredby withdraw?')?.code).toBe('command-nearly-known');
  });

  it('to remove has to name the company on its line', () => {
    expect(problemIn('/poweredby remove\nJuniper Parcel')).toMatchObject({
      code: 'command-company-missing',
      field: '/poweredby remove',
    });
  });
});

describe('any comment', () => {
  const piece = fc.constantFrom(
    '/poweredby',
    ...commandNames,
    ' ',
    '\n',
    '\r\n',
    '\t',
    '    ',
    '> ',
    '```',
    '~~~',
    'zh',
    'company:',
    'description-zh：',
    'logo:',
    '![a](https://github.com/user-attachments/assets/1)',
    '@octocat',
    '。',
    '　',
    '\u0000',
    '\uD800',
  );
  const comments = fc.oneof(
    fc
      .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })))
      .map((all) => all.join('')),
    fc.array(piece).map((all) => `/poweredby ${all.join('')}`),
  );

  it('is a command, a problem or neither, and never throws', () => {
    fc.assert(
      fc.property(comments, (comment) => {
        expect(parseCommand(comment, locales) !== undefined).toBe(isCommand(comment));
      }),
      { numRuns: 500 },
    );
  });

  it('is no command once it is quoted', () => {
    fc.assert(
      fc.property(comments, (comment) => {
        const quoted = `> ${comment.replace(/\r\n|\r|\n/g, '$&> ')}`;
        expect(isCommand(quoted)).toBe(false);
      }),
      { examples: [['\n/poweredby']] },
    );
  });

  it('is no command once it is in a code block', () => {
    fc.assert(
      fc.property(comments, (comment) => {
        const longest = Math.max(
          3,
          ...Array.from(comment.matchAll(/`+/g), ([ticks]) => ticks.length),
        );
        const fence = '`'.repeat(longest + 1);
        expect(isCommand(`${fence}\n${comment}\n${fence}`)).toBe(false);
      }),
    );
  });

  it('keeps the name of a company as it was typed', () => {
    const names = fc.string({ unit: 'grapheme' }).map((name) => name.replace(/[\r\n]/g, '').trim());
    fc.assert(
      fc.property(names, (company) => {
        fc.pre(company !== '');
        expect(commandIn(`/poweredby remove ${company}`)).toEqual({ name: 'remove', company });
      }),
    );
  });

  it.each([
    ' ',
    '\n',
    '> ',
    '```\n',
    '.',
    '。',
    '-',
    'a-',
    'a ',
    'company',
    'company:',
    'company: x\n',
    'description:\n',
    'description-a-',
    '[',
    '<img ',
    '# /poweredby ',
    'ﷺ',
  ])('of 64 KiB of %j is gone through', (text) => {
    const much = text.repeat(Math.ceil(65_536 / text.length));
    for (const command of [
      '',
      ...commandNames,
      'text zh',
      'add\ncompany: x\ndescription:',
      'rename a to ',
    ]) {
      expect(parseCommand(`/poweredby ${command}${much}`, locales)).toBeDefined();
    }
    expect(() => parseCommand(`${much}/poweredby add`, locales)).not.toThrow();
  });
});
