import { describe, expect, it } from 'vitest';
import { languageAmong, languageName, localeToWrite } from '../../src/submission/language-name.ts';

describe('languageName', () => {
  it('speaks the reader’s language', () => {
    expect(languageName('zh', 'en')).toBe('Chinese');
    expect(languageName('zh', 'zh')).toBe('中文');
  });

  it('knows regions, joined by either sign', () => {
    expect(languageName('pt_BR', 'en')).toBe('Brazilian Portuguese');
  });

  it.each(['content', 'x_y', 'qq'])(
    'calls %s, which is no language, as it is written',
    (locale) => {
      expect(languageName(locale, 'en')).toBe(locale);
    },
  );
});

describe('a list in one language', () => {
  const one = { locales: ['en'], language: 'en' } as const;
  const two = { locales: ['en', 'zh'], language: 'en' } as const;

  it('has nothing to tell its texts from', () => {
    expect(languageAmong('en', one)).toBe('');
    expect(languageAmong('en', two)).toBe('English');
    expect(languageAmong('de', one)).toBe('German');
  });

  it('has its own locale in examples of commands', () => {
    expect(localeToWrite(one.locales)).toBe('en');
    expect(localeToWrite(two.locales)).toBe('LOCALE');
  });
});
