import { expect, it } from 'vitest';
import { languageOf, replyLanguage } from '../../src/config/language-of.ts';

it.each([
  ['zh', 'zh', 'zh'],
  ['zh-CN', 'zh', 'zh'],
  ['ZH_tw', 'zh', 'zh'],
  ['en-GB', 'en', 'en'],
  ['eo', 'eo', 'en'],
  ['zha', 'zha', 'en'],
  ['', '', 'en'],
])('“%s” is in the language “%s”, and we write to its readers in %s', (locale, language, reply) => {
  expect(languageOf(locale)).toBe(language);
  expect(replyLanguage(locale)).toBe(reply);
});
