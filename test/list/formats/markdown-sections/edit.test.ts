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

  it.each([
    [{ text: 'Joins.', fields: { Stage: 'test' } }, '**Stage**: test\\\nJoins.'],
    [{ text: 'Joins.' }, 'Joins.'],
    [{ fields: { Stage: 'test' } }, '**Stage**: test'],
  ])('writes words that go on below a label there, or alone: %j', (given, written) => {
    const section = (name: string, words: string) =>
      `\n## ${name}\n\n**Stage**: live\\\n${words}\n`;
    const text = `# Users\n${section('C', 'Planes.')}${section('B', 'Saws.')}`;
    expect(withAdded(text, values('A', given))).toBe(`${text}\n## A\n\n${written}\n`);
  });

  it('adds words that others have below a label to a section with that label alone', () => {
    const section = (name: string, more: string) => `\n## ${name}\n\n**Stage**: live${more}\n`;
    const text = `# Users\n${section('C', '\\\nPlanes.')}${section('B', '\\\nSaws.')}${section('A', '')}`;
    expect(withChanged(text, 'A', { text: 'Joins.' })).toBe(`${text.trimEnd()}\\\nJoins.\n`);
  });

  describe('where each has a link, labels and a list below the last of these', () => {
    const runner = 'Uses [the runner](https://runner.example/docs)';
    const section = (name: string, cloud: string, details: string) => {
      const host = `${name.toLowerCase()}.example`;
      const lines = [
        `[${host}](https://www.${host})`,
        `Clouds: ${cloud}`,
        `${runner}: Yes`,
        details,
      ];
      return `\n## ${name}\n\n${lines.join('\n\n')}\n`;
    };
    const text = `# Users\n${section('Cedar', 'AWS', 'Details:\n- one\n- two')}${section(
      'Birch',
      'Azure',
      'Details:\n- three',
    ).replace(runner, 'Uses the runner')}${section('Elm', 'AWS', 'Details:\n- four')}`;
    const anvil = {
      homepage: 'https://www.anvil.example',
      text: '- five\n- six',
      fields: { Clouds: 'GCP', 'Uses the runner': 'Yes' },
    };

    it('reads all of them', () => {
      const { fields, entries } = read(text);
      expect(fields.map(({ name, role }) => [name, role])).toEqual([
        ['name', 'name'],
        ['homepage', 'homepage'],
        ['Clouds', 'none'],
        ['Uses the runner', 'none'],
        ['Details', 'text'],
      ]);
      expect(entries[1]).toMatchObject({
        homepage: 'https://www.birch.example',
        text: 'three',
        fields: { Clouds: 'Azure', 'Uses the runner': 'Yes' },
      });
    });

    it('writes them in the same order, with the bullets of the others', () => {
      const added = section('Anvil', 'GCP', 'Details:\n- five\n- six');
      expect(withAdded(text, values('Anvil', anvil))).toBe(text + added);
      const { text: _, ...short } = anvil;
      const without = section('Anvil', 'GCP', '').trimEnd();
      expect(withAdded(text, values('Anvil', short))).toBe(`${text}${without}\n`);
    });

    it('changes each of them, and nothing if they are given again', () => {
      const added = withAdded(text, values('Anvil', anvil));
      const again = { ...anvil, text: 'five six' };
      expect(withChanged(added, 'Anvil', anvil)).toBe(added);
      expect(withChanged(added, 'Anvil', again)).toBe(added);
      expect(withChanged(text, 'Cedar', { homepage: 'https://cedar.example/en' })).toBe(
        text.replace('https://www.cedar.example', 'https://cedar.example/en'),
      );
      expect(withChanged(text, 'Cedar', { text: 'one\nthree' })).toBe(text.replace('two', 'three'));
    });

    it('takes no words that begin like such a label for one', () => {
      const words = `${runner}: No`;
      const plain = text.replace(/Details:\n- /g, '');
      const list = read(plain, { markup: 'inline' });
      const edit = valueFrom(
        markdownSections.add(list, values('Anvil', { text: words }), 'append'),
      );
      expect(edit.text).toBe(`${plain}\n## Anvil\n\n${runner}&colon; No\n`);
    });
  });

  it('takes a label below which most have several links for words, and not for the homepage', () => {
    const links = (name: string) =>
      `[${name}](https://${name}.example), [Docs](https://docs.${name}.example)`;
    const section = (name: string) => `\n## ${name}\n\n**Links:** ${links(name)}\n`;
    const text = `# Users\n${section('C')}${section('B')}`;
    const company = values('A', { fields: { Links: links('A') } });
    expect(withAdded(text, company, { markup: 'inline' })).toBe(text + section('A'));
    const single = text.replace(/, \[Docs[^\n]*/g, '');
    expect(read(single).fields.map(({ role }) => role)).toEqual(['name', 'homepage', 'text']);
  });

  it('takes links that are called in other ways for words', () => {
    const section = (name: string) =>
      `\n## ${name}\n\n[How ${name} planes](https://${name}.example)\n`;
    const text = `# Users\n${section('C')}${section('B')}`;
    expect(read(text).fields.map(({ name }) => name)).toEqual(['name', 'homepage', 'text']);
    expect(withAdded(text, values('A', { text: 'Joins.' }))).toBe(`${text}\n## A\n\nJoins.\n`);
  });

  it('takes a link before a colon for a label only if others have the same', () => {
    const section = (name: string) =>
      `\n## ${name}\n\n[Story](https://${name}.example): how it planes\n`;
    const { fields } = read(`# Users\n${section('A')}${section('B')}${section('C')}`);
    expect(fields.map(({ name }) => name)).toEqual(['name', 'text']);
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

  it('leaves a section that invites others where it is', () => {
    const text = '# Users\n\n## B\n\nx\n\n## D\n\nz\n\n## Your company here\n\nTell us!\n';
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
