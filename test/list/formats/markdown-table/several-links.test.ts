import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { EntryValues } from '../../../../src/list/format.ts';
import { markdownTable } from '../../../../src/list/formats/markdown-table/markdown-table.ts';
import { toSingleLine } from '../../../../src/text/single-line.ts';
import { hostileTexts } from '../../text/hostile-texts.ts';
import { entryIn, valueFrom, values } from '../edited-lists.ts';
import { read, withAdded } from './tables.ts';

const markdown = markdownIt({ html: true, linkify: true });
const endOfLink = ['the end of a link', 'a](https://evil.example) | ![d](e) [x]'] as const;
const head = '| Organization | Text | Link |\n|---|---|---|\n';
const anvilLinks = '[Homepage](https://anvil.example/) & [Blog](https://blog.anvil.example/forge)';
const anvil = `| Anvil | Forges. | ${anvilLinks} |\n`;
const birch = '| Birch | Trees. | [Homepage](https://birch.example) |\n';
const cedar = '| Cedar | Chests. | [Homepage](https://cedar.example) |\n';
const table = head + anvil + birch + cedar;

/** What a company gives for its homepages: an address each, perhaps with a word. */
function given(...links: readonly (readonly [url: string, text?: string])[]) {
  const homepageLinks = links.map(([url, text = '']) => ({ text, url }));
  const [first] = homepageLinks;
  return { ...(first && { homepage: first.url }), homepageLinks };
}

function rowOf(text: string, links: Partial<EntryValues>): string {
  const added = withAdded(text, values('Dovetail', { text: 'Joins.', ...links }));
  expect(added.startsWith(text)).toBe(true);
  return added.slice(text.length);
}

function replaced(text: string, company: string, change: Partial<EntryValues>): string {
  const list = read(text);
  return valueFrom(markdownTable.replace(list, entryIn(list, company), change)).text;
}

const dovetail = 'https://dovetail.example';

describe('a column of homepages in which some entries have several links', () => {
  it('is read with all of them', () => {
    const { entries } = read(table);
    expect(entries[0]).toMatchObject({
      homepage: 'https://anvil.example/',
      homepageLinks: [
        { text: 'Homepage', url: 'https://anvil.example/' },
        { text: 'Blog', url: 'https://blog.anvil.example/forge' },
      ],
    });
    expect(entries[1]?.homepage).toBe('https://birch.example');
    expect(entries[1]?.homepageLinks).toBeUndefined();
  });

  it.each([
    ['a comma', '[A](https://a.example), [B](https://b.example)'],
    ['a line break', '[A](https://a.example)<br>[B](https://b.example)'],
    ['a blank', '[A](https://a.example) [B](https://b.example)'],
    ['a word', '[A](https://a.example), and [B](https://b.example)'],
    ['bold', '**[A](https://a.example)** & **[B](https://b.example)**'],
  ])('is read with %s between them', (_, cell) => {
    const [entry] = read(`${head}| Anvil | Forges. | ${cell} |\n`).entries;
    expect(entry?.homepageLinks).toEqual([
      { text: 'A', url: 'https://a.example' },
      { text: 'B', url: 'https://b.example' },
    ]);
  });

  it('is read with addresses that have no words', () => {
    const [entry] = read(
      `${head}| Anvil | Forges. | https://a.example, <https://b.example> |\n`,
    ).entries;
    expect(entry?.homepageLinks).toEqual([
      { text: '', url: 'https://a.example' },
      { text: '', url: 'https://b.example' },
    ]);
  });

  it.each([
    'See [A](https://a.example) and [B](https://b.example)',
    '[A](https://a.example), where we tell more of [B](https://b.example)',
    '[A](https://a.example) ![B](https://b.example/b.png)',
  ])('has one homepage where a cell says more: %s', (cell) => {
    const [entry] = read(`${head}| Anvil | Forges. | ${cell} |\n`).entries;
    expect(entry).toMatchObject({ homepage: 'https://a.example' });
    expect(entry?.homepageLinks).toBeUndefined();
  });

  it('gets several, joined and called as those of the neighbours', () => {
    expect(rowOf(table, given([dovetail], ['https://blog.dovetail.example/joints', 'Blog']))).toBe(
      `| Dovetail | Joins. | [Homepage](${dovetail}) & [Blog](https://blog.dovetail.example/joints) |\n`,
    );
  });

  it('gets one as before', () => {
    expect(rowOf(table, { homepage: dovetail })).toBe(
      `| Dovetail | Joins. | [Homepage](${dovetail}) |\n`,
    );
    expect(rowOf(table, given([dovetail, 'Our shop']))).toBe(
      `| Dovetail | Joins. | [Our shop](${dovetail}) |\n`,
    );
  });

  it.each([
    ['https://blog.dovetail.example/', 'Blog'],
    ['https://dovetail.example/en/blog/joints', 'Blog'],
    ['https://www.joints.example/about', 'joints.example'],
    ['https://blogs.example', 'blogs.example'],
  ])('calls %s, which has no word, %s', (url, text) => {
    expect(rowOf(table, given([dovetail], [url]))).toContain(` & [${text}](${url}) |`);
  });

  it.each([
    ['<br>', '[A](https://a.example)<br>[B](https://b.example)'],
    [', ', '[A](https://a.example), [B](https://b.example)'],
    [' ', '[A](https://a.example) [B](https://b.example)'],
  ])('joins them with “%s” where most do', (joint, cell) => {
    const rows = `| Anvil | Forges. | ${cell} |\n| Birch | Trees. | ${cell} |\n${anvil}`;
    const row = rowOf(head + rows, given([dovetail, 'D'], ['https://e.example', 'E']));
    expect(row).toContain(`[D](${dovetail})${joint}[E](https://e.example)`);
  });

  it('joins them with a comma where none are joined, and leaves bare addresses bare', () => {
    const bare = `${head}| Anvil | Forges. | https://anvil.example |\n`;
    expect(rowOf(bare, given([dovetail], ['https://e.example'], ['https://f.example', 'F']))).toBe(
      `| Dovetail | Joins. | ${dovetail}, https://e.example, [F](https://f.example) |\n`,
    );
  });

  it.each([...hostileTexts, endOfLink])(
    'shows words as they were typed, and nothing in them acts: %s',
    (_, typed) => {
      const more = given([dovetail, typed], ['https://e.example', typed]);
      const text = withAdded(table, values('Dovetail', { text: 'Joins.', ...more }));
      const shown = toSingleLine(typed).replace(/\s+/g, ' ').trim();
      expect(read(text).entries.at(-1)?.homepageLinks).toEqual([
        { text: shown, url: dovetail },
        { text: shown, url: 'https://e.example' },
      ]);
      const cell = markdown.render(text).split('<td>').at(-1);
      expect(cell?.match(/<[a-z][^>]*>/g)).toEqual([
        `<a href="${dovetail}">`,
        '<a href="https://e.example">',
      ]);
    },
  );
});

describe('updating a company that has several links', () => {
  it('changes no byte when the same is given again, with or without words', () => {
    const blog = 'https://blog.anvil.example/forge';
    for (const change of [
      { homepage: 'https://anvil.example/' },
      given(['https://anvil.example/'], [blog]),
      given(['https://anvil.example/', 'Homepage'], [blog, 'Blog']),
    ]) {
      expect(replaced(table, 'Anvil', change)).toBe(table);
    }
  });

  it('keeps them when something else changes', () => {
    expect(replaced(table, 'Anvil', { text: 'Melts.' })).toBe(table.replace('Forges.', 'Melts.'));
    expect(replaced(table, 'Anvil', { company: 'Anvil & Co' })).toContain(anvilLinks);
  });

  it('keeps the others when one address without a word is given', () => {
    expect(replaced(table, 'Anvil', { homepage: 'https://anvil.test' })).toBe(
      table.replace('https://anvil.example/)', 'https://anvil.test)'),
    );
  });

  it('writes what is given in the place of all, and leaves of it what is there as it is', () => {
    const shop = given(['https://anvil.example/'], ['https://shop.example', 'Shop']);
    expect(replaced(table, 'Anvil', shop)).toBe(
      table.replace('[Blog](https://blog.anvil.example/forge)', '[Shop](https://shop.example)'),
    );
    expect(replaced(table, 'Anvil', given(['https://anvil.example/', 'Homepage']))).toBe(
      table.replace(anvilLinks, '[Homepage](https://anvil.example/)'),
    );
    expect(replaced(table, 'Birch', given(['https://birch.example'], [dovetail, 'Joints']))).toBe(
      table.replace(
        '[Homepage](https://birch.example)',
        `[Homepage](https://birch.example) & [Joints](${dovetail})`,
      ),
    );
  });

  it('keeps what its own entry has between them', () => {
    const own =
      head + anvil + cedar + birch.replace(' |\n', '<br>[Docs](https://docs.example) |\n');
    const change = given(['https://birch.example'], [dovetail, 'Joints']);
    expect(replaced(own, 'Birch', change)).toBe(
      own.replace('[Docs](https://docs.example)', `[Joints](${dovetail})`),
    );
  });
});
