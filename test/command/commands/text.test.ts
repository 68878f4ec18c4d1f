import { describe, expect, it } from 'vitest';
import { locales } from '../locales.ts';
import { parseCommand } from '../parse-first.ts';

const text = '青竹快运用它让每天四万件包裹\n绕开暴雨和拥堵。';

function parse(words: string) {
  const parsed = parseCommand(`/poweredby text${words}`, locales);
  return parsed?.ok ? parsed.value : parsed?.problems[0];
}

describe('the text of a locale', () => {
  it.each([
    ['on the line of the command', ` zh ${text}`],
    ['on the lines below it', ` zh\n${text}`],
    ['after a blank line', ` zh\r\n\r\n${text}`],
    ['behind a colon', ` zh: ${text}`],
    ['behind a full-width colon', ` ZH：${text}`],
    ['before a blank line and a greeting', ` zh ${text}\n\nThanks, @octocat!`],
    ['before a quote', ` zh ${text}\n> Please translate`],
    ['among indented lines', ` zh\n  ${text.replace('\n', '\n      ')}`],
  ])('may stand %s', (_where, words) => {
    expect(parse(words)).toEqual({ name: 'text', locale: 'zh', text });
  });

  it.each(['pt-BR', 'pt-br', 'PT_BR', 'pt_br:'])('may be that of %s', (locale) => {
    expect(parse(` ${locale} Olá`)).toEqual({ name: 'text', locale: 'pt-BR', text: 'Olá' });
  });

  it('stays as it was typed', () => {
    const typed = 'Ask @octocat about #12, <b>not</b> `/poweredby add`.';
    expect(parse(` en ${typed}`)).toMatchObject({ text: typed });
  });
});

describe('a text that is not given', () => {
  it.each([
    ['', { code: 'command-locale-missing', values: { known: 'en, zh, pt-BR', first: 'en' } }],
    [' fr Bonjour', { code: 'command-locale-unknown', values: { locale: 'fr' } }],
    [' 青竹快运用它', { code: 'command-locale-unknown', values: { locale: '青竹快运用它' } }],
    [' constructor x', { code: 'command-locale-unknown', values: { locale: 'constructor' } }],
    [' zh', { code: 'command-text-missing', values: { locale: 'zh' } }],
    [' zh\n> quoted', { code: 'command-text-missing', values: { locale: 'zh' } }],
    [' zh\n```\ncode\n```', { code: 'command-text-missing', values: { locale: 'zh' } }],
  ])('is a problem in “/poweredby text%s”', (words, expected) => {
    expect(parse(words)).toMatchObject({ field: '/poweredby text', ...expected });
  });
});
