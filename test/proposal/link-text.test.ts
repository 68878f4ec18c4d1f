import { describe, expect, it } from 'vitest';
import { lacksProject, linkTextFor } from '../../src/proposal/link-text.ts';
import { readDefaultLinkTexts } from '../../src/templates.ts';
import { configurationOf } from '../submission/configuration.ts';

const defaults = readDefaultLinkTexts();
const pages = 'pages: {en: a.md, zh: b.md, de: c.md}\n';

describe('the text of a link where a company gave none', () => {
  it.each(['en', 'zh'])('is in the language of the list, though texts are in %s', (language) => {
    const configuration = configurationOf(`${pages}language: ${language}\n`);
    const textIn = (locale: string) => linkTextFor(locale, 'Dovetail', configuration, defaults);
    expect(textIn('en')).toBe('Learn how Dovetail uses this project');
    expect(textIn('de')).toBe('Learn how Dovetail uses this project');
    expect(textIn('zh')).toContain('本项目');
    for (const locale of ['en', 'zh', 'de']) {
      expect(lacksProject(textIn(locale), locale, configuration)).toBe(true);
    }
  });

  it('has the name of the project that the configuration says', () => {
    const configuration = configurationOf(`${pages}language: zh\nproject: Elm\n`);
    const text = linkTextFor('en', 'Dovetail', configuration, defaults);
    expect(text).toBe('Learn how Dovetail uses Elm');
    expect(lacksProject(text, 'en', configuration)).toBe(false);
  });
});
