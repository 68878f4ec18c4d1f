import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeContacts } from '../../../../src/list/markdown/write/write-contacts.ts';
import { valueFrom, values } from '../../formats/edited-lists.ts';
import { renderOnGithub } from '../../formats/judges.ts';
import { read } from '../../formats/markdown-table/tables.ts';
import { arbitraryString } from '../../text/generated-texts.ts';

/** Writes contacts into a column in which somebody has others. */
function writeBeside(others: string): (typed: string) => string {
  const list = read(`| Name | Contact |\n|---|---|\n| Anvil | ${others} |\n`);
  return (typed) => {
    const added = values('Elm', { fields: { Contact: typed } });
    const edit = list.format.add(list, added, 'append');
    // What cannot be written is refused.
    const text = edit.ok ? edit.value.text : '';
    return /^\| Elm \| ?(.*?) ?\|$/.exec(text.split('\n').at(-2) ?? '')?.[1] ?? '';
  };
}

/** The links that GitHub shows. */
function linksShown(markdown: string): readonly { text: string; url: string }[] {
  const html = renderOnGithub(`- ${markdown}\n`);
  return Array.from(
    html.matchAll(/<(?:a|img)[^>]*(?:href|src)="([^"]*)"[^>]*>(.*?)(?:<\/a>|$)/g),
  ).map(([, url = '', text = '']) => ({ text, url }));
}

const write = (typed: string) => writeContacts(typed, { samples: [], allowsMarkup: false });

describe('contacts', () => {
  it.each(['@ann, @ben', 'Ann & @ben', 'Ann (press), @ben'])(
    'are written as they were typed: %s',
    (typed) => {
      expect(write(typed)).toBe(typed);
    },
  );

  it('are addresses of pages as these are, unless there is anything in them that would act', () => {
    expect(write('https://anvil.example/about-us')).toBe('https://anvil.example/about-us');
    expect(write('https://anvil.example/a?b=*c*')).not.toContain('https://');
  });

  it('are links where others are links to people on GitHub, whatever these are called', () => {
    const url = 'https://github.com/anna';
    const source = `[Anna](${url})`;
    const nodes = [{ type: 'link', url, children: [{ type: 'text', value: 'Anna' }] }] as const;
    const samples = [
      { start: 0, source, nodes: structuredClone(nodes) as never, company: 'Anvil' },
    ];
    expect(writeContacts('@ben', { samples, allowsMarkup: false })).toBe(
      '[@ben](https://github.com/ben)',
    );
  });

  describe('that are links with a person’s own words', () => {
    const anna = '[Anna Roe-Ó Briain](https://github.com/anna-roe)';
    const ben = '[Ben B. Birch](mailto:ben@birch.example)';

    it.each([
      [anna, '[Carl](mailto:carl@cedar.example)'],
      [ben, '[Carl](https://example.com/carl)'],
      [`${anna}, ${ben}`, '@dora, [Carl](https://github.com/carl)'],
    ])('are taken where others have such: %s', (typed, others) => {
      expect(writeBeside(others)(typed)).toBe(typed);
    });

    it.each([
      ['@carl', anna],
      ['[@carl](https://github.com/carl)', anna],
      ['https://cedar.example', anna],
      ['[carl@cedar.example](mailto:carl@cedar.example)', ben],
      ['[Carl](https://github.com/carl)', '[Ben](https://birch.example)'],
      ['[Carl](https://github.com/carl)', '[Ben](https://github.com/ben/malware)'],
      ['[Carl](https://github.com/carl)', '[Ben](javascript:alert(1))'],
      ['[Carl](https://github.com/carl)', '[birch.example](https://github.com/ben)'],
      ['[Carl](https://github.com/carl)', `![Ben](https://github.com/ben)`],
      ['[Carl](https://github.com/carl)', `${anna} <b>`],
    ])('stay words where others are “%s”: %s', (others, typed) => {
      expect(linksShown(writeBeside(others)(typed))).toEqual([]);
    });

    it('let nothing else become a link, whatever is typed', () => {
      const parts = [
        anna,
        ben,
        '[',
        ']',
        '](',
        '![',
        '(https://evil.example)',
        '(mailto:x@y.example)',
      ];
      const marks = [
        ', ',
        ' & ',
        ' ',
        '\\',
        '`',
        '<',
        '>',
        '*',
        '|',
        '[x](//evil.example)',
        '[www.x.example]',
      ];
      const piece = fc.oneof(fc.constantFrom(...parts, ...marks), arbitraryString);
      const write = writeBeside('[Carl](https://github.com/carl)');
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
          const typed = pieces.join('');
          for (const { text, url } of linksShown(write(typed))) {
            const isAsTyped = url === text || url === `mailto:${text}` || text.startsWith('@');
            expect(isAsTyped || typed.includes(`[${text}](${url})`)).toBe(true);
            if (!isAsTyped) expect([anna, ben].join()).toContain(`[${text}](${url})`);
          }
        }),
      );
    });
  });

  it('are mail addresses as typed where those of the nearest entry are', async () => {
    const text = (contact: string) =>
      `| Name | Contact |\n|---|---|\n| Anvil | ${contact} |\n| Birch | @bert |\n`;
    const added = (contact: string, typed: string, markup: 'none' | 'inline' = 'none') => {
      const list = read(text(contact), { markup });
      const edit = valueFrom(
        list.format.add(list, values('Elm', { fields: { Contact: typed } }), 'append'),
      );
      return edit.text.split('\n').at(-2);
    };
    expect(added('anna@anvil.example', 'elma@elm.example')).toBe('| Elm | elma@elm.example |');
    expect(
      added(
        'anna@anvil.example [Call](https://anvil.example/call)',
        'elma@elm.example [Call](https://elm.example/call)',
        'inline',
      ),
    ).toBe('| Elm | elma@elm.example [Call](https://elm.example/call) |');
    expect(added('anna@anvil.example', '_a_@elm.example')).not.toContain('@elm');
    expect(added('@anna', 'elma@elm.example')).toBe('| Elm | elma&commat;elm.example |');
  });

  it('do nothing together that their parts do not do alone', () => {
    expect(write('&colon; Acme')).toBe('&amp;colon; Acme');
    expect(write('*Ann, Ben*')).not.toBe('*Ann, Ben*');
  });
});
