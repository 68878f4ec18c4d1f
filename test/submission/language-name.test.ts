import { describe, expect, it } from 'vitest';
import { languageName } from '../../src/submission/language-name.ts';

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
