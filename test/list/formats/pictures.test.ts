import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryValues, ListFormat } from '../../../src/list/format.ts';
import { markdownList } from '../../../src/list/formats/markdown-list/markdown-list.ts';
import { markdownSections } from '../../../src/list/formats/markdown-sections/markdown-sections.ts';
import { arbitraryString } from '../text/generated-texts.ts';
import { hostileTexts } from '../text/hostile-texts.ts';
import { entryIn, valueFrom, values } from './edited-lists.ts';
import { asShown, renderMarkdown } from './shown-html.ts';

/** Ways in which entries have a logo, with a text behind it; the text is empty where an entry has none. */
const kinds = [
  {
    kind: 'sections with pictures in HTML',
    format: markdownSections,
    entry: (name: string, logo: string, text: string) =>
      `\n## [${name}](https://${name}.example)\n${
        logo && `<img src="${logo}" alt="${name}" width="350" />\n`
      }${text && `\n${text}\n`}`,
    before: '# Adopters\n',
  },
  {
    kind: 'sections with pictures in Markdown',
    format: markdownSections,
    entry: (name: string, logo: string, text: string) =>
      `\n## [${name}](https://${name}.example)\n${logo && `\n![${name}](${logo})\n`}${
        text && `\n${text}\n`
      }`,
    before: '# Adopters\n',
  },
  {
    kind: 'items with pictures behind names',
    format: markdownList,
    entry: (name: string, logo: string, text: string) =>
      `- [${name}](https://${name}.example)${logo && ` ![${name}](${logo})`}${
        text && `\n  - Usage: ${text}`
      }\n`,
    before: '# Adopters\n\n',
  },
] as const;

describe.each(kinds)('$kind', ({ format, entry, before }) => {
  const [cedar, birch, elm] = [
    entry('Cedar', 'logos/cedar.svg', 'Chests.'),
    entry('Birch', 'logos/birch.png', 'Trees.'),
    entry('Elm', 'https://elm.example/logo.png', 'Boats.'),
  ];
  const text = before + cedar + birch + elm;
  const read = (file: string) =>
    valueFrom((format as ListFormat).read({ path: 'ADOPTERS.md', text: file }, {}));
  const given = (logo: string, words: string): EntryValues => ({
    ...values('Anvil', { homepage: 'https://Anvil.example' }),
    logo,
    text: words,
  });
  const added = (file: string, company: EntryValues) =>
    valueFrom(format.add(read(file), company, 'append')).text;
  const changed = (file: string, company: string, change: Partial<EntryValues>) => {
    const list = read(file);
    return valueFrom(format.replace(list, entryIn(list, company), change)).text;
  };

  it('have logos', () => {
    const { fields, entries } = read(text);
    expect(fields.map(({ role }) => role)).toContain('logo');
    expect(entries.map(({ logo, text: words }) => [logo, words])).toEqual([
      ['logos/cedar.svg', 'Chests.'],
      ['logos/birch.png', 'Trees.'],
      ['https://elm.example/logo.png', 'Boats.'],
    ]);
  });

  it('get an entry with a picture like those of the others, or without one', () => {
    expect(added(text, given('logos/anvil.png', 'Forges.'))).toBe(
      text + entry('Anvil', 'logos/anvil.png', 'Forges.'),
    );
    expect(added(text, given('logos/anvil.png', ''))).toBe(
      text + entry('Anvil', 'logos/anvil.png', ''),
    );
    expect(added(text, given('', 'Forges.'))).toBe(text + entry('Anvil', '', 'Forges.'));
  });

  it('get another picture, or the first one, and nothing else changes', () => {
    expect(changed(text, 'Birch', { logo: 'logos/new.png' })).toBe(
      text.replace('logos/birch.png', 'logos/new.png'),
    );
    const lacking = before + cedar + birch + elm + entry('Anvil', '', 'Forges.');
    expect(changed(lacking, 'Anvil', { logo: 'logos/anvil.png' })).toBe(
      text + entry('Anvil', 'logos/anvil.png', 'Forges.'),
    );
    expect(changed(text, 'Birch', { text: 'Woods.' })).toBe(text.replace('Trees.', 'Woods.'));
    expect(changed(text, 'Birch', { logo: 'logos/birch.png' })).toBe(text);
  });

  it('describe a picture by the new name if it was described by the old one', () => {
    const named = text
      .replaceAll('Birch', 'Birch & Co')
      .replaceAll('Birch & Co.example', 'b.example');
    expect(
      changed(text.replaceAll('Birch.example', 'b.example'), 'Birch', { company: 'Birch & Co' }),
    ).toBe(named);
    const described = text.replace(/(alt="|!\[)Birch/, '$1Two birches');
    expect(changed(described, 'Birch', { company: 'Alder' })).toBe(
      described.replace('[Birch]', '[Alder]'),
    );
  });

  it('lose a picture with their entry', () => {
    const list = read(text);
    expect(valueFrom(format.remove(list, entryIn(list, 'Birch'), { leaveGap: false })).text).toBe(
      before + cedar + elm,
    );
  });

  it('have no logos where few entries have a picture, or where these have several', () => {
    const few = before + entry('Cedar', '', 'x') + entry('Birch', '', 'y') + elm;
    expect(read(few).fields.map(({ role }) => role)).not.toContain('logo');
  });

  it('show a name as it is, and nothing else, whatever it is', () => {
    const names = fc.oneof(
      fc.constantFrom(...hostileTexts.map(([, name]) => name)),
      arbitraryString,
    );
    fc.assert(
      fc.property(names, (typed) => {
        const company = asShown(typed);
        fc.pre(company !== '');
        const edit = format.add(read(text), { ...given('logos/a.png', ''), company }, 'append');
        const html = renderMarkdown(valueFrom(edit).text);
        expect(html.match(/<(?!\/?(?:h1|h2|ul|li|p|a|img)\b)/g)).toBeNull();
        expect(html.match(/<img(?: (?:src|alt|width)="[^"]*")+ ?\/?>/g)).toHaveLength(4);
      }),
    );
  });
});

describe('words below a picture in HTML', () => {
  it('are apart from it, even if others have them directly below the name', () => {
    const section = (name: string, content: string) => `\n## ${name}\n${content}\n`;
    const picture = (name: string) => `<img src="logos/${name}.png" alt="${name}">`;
    const text = `# Users\n${section('A', picture('A'))}${section('B', picture('B'))}${section('C', 'Words.')}`;
    const list = valueFrom(markdownSections.read({ path: 'USERS.md', text }, {}));
    const given = { ...values('D', { text: 'More.' }), logo: 'logos/D.png' };
    expect(valueFrom(markdownSections.add(list, given, 'append')).text).toBe(
      text + section('D', `${picture('D')}\n\nMore.`),
    );
    const change = { logo: 'logos/C.png' };
    expect(valueFrom(markdownSections.replace(list, entryIn(list, 'C'), change)).text).toBe(
      text.replace('Words.', `${picture('C')}\n\nWords.`),
    );
    expect(
      valueFrom(markdownSections.replace(list, entryIn(list, 'B'), { text: 'More.' })).text,
    ).toBe(text.replace(picture('B'), `${picture('B')}\n\nMore.`));
  });
});
