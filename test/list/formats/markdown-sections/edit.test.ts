import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownSections } from '../../../../src/list/formats/markdown-sections/markdown-sections.ts';
import { arbitraryString } from '../../text/generated-texts.ts';
import { hostileTexts } from '../../text/hostile-texts.ts';
import { entryIn, isInsertion, valueFrom, values } from '../edited-lists.ts';
import { asShown, renderMarkdown, textOfHtml, textsForFiles } from '../shown-html.ts';
import { read, threeCompanies, withAdded, withChanged, withRemoved } from './sections.ts';

const dovetail = values('Dovetail', { homepage: 'https://d.example/', text: 'Joins ends.' });

describe('adding a company to Markdown sections', () => {
  it('writes one section like its neighbours, and no other byte', () => {
    const section = '\n## [Dovetail](https://d.example/)\n\nJoins ends.\n';
    expect(withAdded(threeCompanies, dovetail)).toBe(threeCompanies + section);
    const edit = valueFrom(markdownSections.add(read(threeCompanies), dovetail, 'as-is'));
    expect(edit.place).toMatchObject({ index: 3, line: 17 });
  });

  it.each([
    ['no blank line', '# Users\n\n## C\nx\n\n## B\ny\n', '\n## Dovetail\nJoins ends.\n'],
    [
      'three of them',
      '# Users\n\n## C\n\nx\n\n\n\n## B\n\ny\n',
      '\n\n\n## Dovetail\n\nJoins ends.\n',
    ],
    [
      'lines between',
      '# Users\n\n## C\n\nx\n\n---\n\n## B\n\ny\n',
      '\n---\n\n## Dovetail\n\nJoins ends.\n',
    ],
    [
      'marks behind names',
      '# Users\n\n### C ###\n\nx\n\n### B ###\n\ny\n',
      '\n### Dovetail ###\n\nJoins ends.\n',
    ],
    [
      'names above a line',
      '# Users\n\nC\n---\n\nx\n\nB\n---\n\ny\n',
      '\nDovetail\n--------\n\nJoins ends.\n',
    ],
    ['no last newline', '# Users\n\n## C\n\nx\n\n## B\n\ny', '\n\n## Dovetail\n\nJoins ends.\n'],
    [
      'CRLF',
      '# Users\r\n\r\n## C\r\n\r\nx\r\n\r\n## B\r\n\r\ny\r\n',
      '\r\n## Dovetail\r\n\r\nJoins ends.\r\n',
    ],
    [
      'a label',
      '# Users\n\n## C\n\n- **Usage**: x\n\n## B\n\n- **Usage**: y\n',
      '\n## Dovetail\n\n- **Usage**: Joins ends.\n',
    ],
  ])('copies %s', (_, text, section) => {
    expect(withAdded(text, values('Dovetail', { text: 'Joins ends.' }))).toBe(text + section);
  });

  it.each([
    ['short paragraphs', 'Forges.\n\nWelds.\n'],
    ['short lines', 'Forges.\\\nWelds.\n'],
    ['long paragraphs', `${'Forges '.repeat(16)}.\n\n${'Welds '.repeat(19)}.\n`],
  ])('does not break a text into lines where others are %s', (_, text) => {
    const before = `# Users\n\n## C\n\n${text}\n## B\n\n${text}`;
    const long = 'Joins ends of boards without a nail, as our grandparents did. '.repeat(4).trim();
    expect(withAdded(before, values('Dovetail', { text: long }))).toContain(`\n\n${long}\n`);
  });

  it('writes labels and lists below them', () => {
    const section = (name: string, stage: string) =>
      `### ${name}\n\n- **Stage**: ${stage}\n- **Links**:\n  - [a](https://a.example)\n  - b\n`;
    const text = `# Users\n\n${section('C', 'live')}\n${section('B', 'test')}`;
    const fields = { Stage: 'Live', Links: '[a](https://a.example)\nb' };
    expect(withAdded(text, values('A', { fields }), { markup: 'inline' })).toBe(
      `${text}\n${section('A', 'live')}`,
    );
  });

  it('writes labels that only the configuration knows below the name', () => {
    const fields = { Stage: { role: 'status' } } as const;
    const text = '# Users\n\n## C\n\nx\n\n## B\n\ny\n';
    const company = values('A', { text: 'z', fields: { Stage: 'live' } });
    expect(withAdded(text, company, { fields })).toBe(`${text}\n## A\n\nz\n\n**Stage**: live\n`);
  });

  it('changes a company that has sections of its own', () => {
    const text = '# Users\n\n## A\n\nx\n\n### More\n\nWords\n\n## B\n\ny\n';
    expect(withChanged(text, 'A', { text: 'z' })).toBe(text.replace('x', 'z'));
  });

  it('keeps the paragraphs of a text', () => {
    const added = withAdded(threeCompanies, values('Dovetail', { text: 'Joins.\n\n- ends' }));
    expect(added).toBe(`${threeCompanies}\n## Dovetail\n\nJoins.\n\n&#45; ends\n`);
    expect(withChanged(added, 'Dovetail', { text: 'Joins.\n\n- ends' })).toBe(added);
    expect(withChanged(added, 'Dovetail', { text: 'Joins.\n\nIs\na box.' })).toBe(
      added.replace('&#45; ends', 'Is a box.'),
    );
  });

  it('puts it in order, before what belongs to the whole file', () => {
    const text =
      '# Users\n\n## A\n\nx\n\n## B\n\ny\n\n## D\n\nz\n\n---\n\nThank you!\n\n[1]: https://a.example\n';
    expect(withAdded(text, values('C', { text: 'w' }))).toBe(
      text.replace('## D', '## C\n\nw\n\n## D'),
    );
    expect(withAdded(text, values('E', { text: 'w' }))).toBe(
      text.replace('z\n', 'z\n\n## E\n\nw\n'),
    );
  });

  it.each([
    [
      'a placeholder',
      '# Adopters\n\n## Your company\n\nWords\n',
      '# Adopters\n\n## Dovetail\n\nJoins ends.\n',
    ],
    [
      'nothing',
      '# Adopters\n\nAdd yourself!\n',
      '# Adopters\n\nAdd yourself!\n\n## Dovetail\n\nJoins ends.\n',
    ],
  ])('begins a list where there is %s', (_, text, expected) => {
    const given = values('Dovetail', { text: 'Joins ends.' });
    expect(withAdded(text, given, { within: 'Adopters' })).toBe(expected);
  });
});

describe('changing and removing a company in Markdown sections', () => {
  it('writes what is new, and leaves all else byte for byte', () => {
    expect(withChanged(threeCompanies, 'Anvil', { text: 'Bends.' })).toBe(
      threeCompanies.replace('Forges reports.', 'Bends.'),
    );
    expect(
      withChanged(threeCompanies, 'Anvil', { company: 'ANVIL', homepage: 'https://b.example' }),
    ).toBe(threeCompanies.replace('[Anvil](https://anvil.example)', '[ANVIL](https://b.example)'));
  });

  it.each(['Cedar', 'Anvil', 'Birch'])('takes a section out, and nothing else: %s', (company) => {
    const section = new RegExp(`## \\[${company}\\].*\\n\\n.*\\n\\n?`);
    const expected = threeCompanies.replace(section, '');
    expect(withRemoved(threeCompanies, company)).toBe(
      company === 'Birch' ? expected.replace(/\n$/, '') : expected,
    );
  });

  it('takes a line between sections out with one of them', () => {
    const text = '# Users\n\n## A\n\nx\n\n---\n\n## B\n\ny\n';
    expect(withRemoved(text, 'A', { within: 'Users' })).toBe('# Users\n\n## B\n\ny\n');
    expect(withRemoved(text, 'B', { within: 'Users' })).toBe('# Users\n\n## A\n\nx\n');
  });
});

describe('a text in Markdown sections', () => {
  const files = [threeCompanies, threeCompanies.replace(/\)\n\n/g, ')\n')].map(
    (text) => `${text}\n---\n\nThank you!\n\n[ref]: https://ref.example\n`,
  );

  function addsAsText(typed: string): void {
    for (const file of files) {
      const given = values('Dovetail', { text: typed });
      const edit = valueFrom(markdownSections.add(read(file), given, 'append'));
      expect(isInsertion(file, edit.text)).toBe(true);
      const [, section = ''] = renderMarkdown(edit.text).split('<h2>Dovetail</h2>');
      const shown = section.slice(0, section.indexOf('<hr>')).replace(/<\/?p>/g, '');
      expect(shown).not.toMatch(/<(?!$)/);
      expect(textOfHtml(shown)).toBe(asShown(typed));
      const source = edit.text.split('## Dovetail')[1]?.split('\n---')[0] ?? '';
      expect(source).not.toMatch(/[{}<]|^\s*(?:import|export)\b(?=\s|["'{*])/m);
      const entry = entryIn(edit.list, 'Dovetail');
      expect(valueFrom(markdownSections.remove(edit.list, entry, { leaveGap: false })).text).toBe(
        file,
      );
    }
  }

  it.each([...hostileTexts.map(([, text]) => text), ...textsForFiles])(
    'is shown as it was typed, and does nothing: %s',
    addsAsText,
  );

  it('is shown as it was typed, whatever it is', () => {
    fc.assert(
      fc.property(arbitraryString, (typed) => {
        fc.pre(asShown(typed) !== '');
        addsAsText(typed);
      }),
    );
  });

  it('is a name that is shown as it was typed, and can be removed again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), arbitraryString, (file, typed) => {
        const company = asShown(typed);
        fc.pre(company !== '');
        const edit = valueFrom(
          markdownSections.add(read(file), values(company, { text: 'x' }), 'append'),
        );
        const heading = renderMarkdown(edit.text).split('<h2>').at(-1)?.split('</h2>')[0] ?? '';
        expect(textOfHtml(heading)).toBe(company);
        const entry = entryIn(edit.list, company);
        expect(valueFrom(markdownSections.remove(edit.list, entry, { leaveGap: false })).text).toBe(
          file,
        );
      }),
    );
  });
});
