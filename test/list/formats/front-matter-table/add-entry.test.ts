import { describe, expect, it } from 'vitest';
import type { Order } from '../../../../src/config/configuration.ts';
import { addEntry } from '../../../../src/list/formats/front-matter-table/add-entry.ts';
import {
  dovetail,
  layoutOf,
  pageWith,
  read,
  threeCompanies,
  valueFrom,
  valuesOf,
} from './pages.ts';

function added(text: string, order: Order = 'append', values = dovetail) {
  return valueFrom(addEntry(read(text), values, order));
}

describe('adding an entry', () => {
  it('takes the next free slot and writes it like its neighbours of the same column', () => {
    const { text, slot } = added(threeCompanies);
    expect(slot).toEqual({ pair: 1, column: 'column2' });
    const logo = `            column2:
             val: "<img src='/img/poweredby/dovetail-logo.png' alt='Dovetail'>"
             html: true
`;
    const words = `            column2: "Dovetail joins “loose” ends.
                    <br />
                    <br />
                    [Learn more](https://dovetail.example/joints)"
`;
    expect(text).toContain(logo);
    expect(text).toContain(words);
    expect(text.replace(logo, '').replace(words, '')).toBe(threeCompanies);
  });

  it('begins a new pair of rows where every slot is taken', () => {
    const full = added(threeCompanies).text;
    const { text, slot } = added(full, 'append', { ...dovetail, company: 'Elm' });
    expect(slot).toEqual({ pair: 2, column: 'column1' });
    expect(text).toContain(`          - column1: 
             val: "<img src='/img/poweredby/dovetail-logo.png' alt='Elm'>"
             html: true
          - column1: "Dovetail joins`);
  });

  it('leaves the separator out with the link', () => {
    const { link: _, ...plain } = dovetail;
    const { text } = added(threeCompanies, 'append', plain);
    expect(text).toContain('            column2: "Dovetail joins “loose” ends."\n');
  });

  it('fills a hole before the first cell of a row without touching the line with the dash', () => {
    const page = pageWith(`          - column2:
             val: "<img src='/a.png' alt='Anvil'>"
             html: true
          - column2: "Anvil forges."
`);
    const { text } = added(page);
    expect(layoutOf(text)).toEqual(['Dovetail Anvil']);
    for (const line of page.split('\n')) expect(text.split('\n')).toContain(line);
  });

  it('takes a cell with nothing behind its key as free', () => {
    const page = threeCompanies
      .replace("alt='Cedar'>\"\n             html: true\n", '$&            column2: \n')
      .replace('a=1&b=2)"\n', '$&            column2: ""\n');
    const { text, slot } = added(page);
    expect(slot).toEqual({ pair: 1, column: 'column2' });
    expect(layoutOf(text)).toEqual(['Anvil Birch', 'Cedar Dovetail']);
  });

  it('does not take a half-filled slot', () => {
    const half = threeCompanies.replace(
      '[See the chests](https://cedar.example/?a=1&b=2)"\n',
      '$&            column2: "A text without its logo."\n',
    );
    expect(added(half).slot).toEqual({ pair: 2, column: 'column1' });
  });

  it.each(['', ' ', ' []', ' # none yet', ' [] # none yet'])(
    'writes the documented defaults into an empty table: rows:%s',
    (rest) => {
      const page = pageWith('').replace('rows: \n\n', `rows:${rest}\n`);
      const { text } = added(page);
      expect(layoutOf(text)).toEqual(['Dovetail -']);
      expect(valuesOf(text)).toEqual([dovetail]);
      expect(text).toContain(`          - column1:
              val: "<img src='/img/poweredby/dovetail-logo.png' alt='Dovetail'>"
              html: true
          - column1: "Dovetail joins “loose” ends.
                    <br />
                    <br />
                    [Learn more](https://dovetail.example/joints)"
`);
    },
  );

  it('keeps comments, blank lines and what follows the table', () => {
    const page = threeCompanies
      .replace('          - column1: "Cedar', '          # ours\n\n$&')
      .replace('b=2)"\n', 'b=2)" # the last\n          # end of rows\n');
    const { text } = added(page);
    expect(text).toContain('b=2)" # the last\n            column2: "Dovetail');
    const lines = text.split('\n');
    for (const line of page.split('\n')) expect(lines).toContain(line);
  });

  it('copies the blank lines between pairs', () => {
    const spaced = threeCompanies.replace(/\n( {10}- column1: \n.*cedar)/, '\n\n$1');
    const full = added(spaced).text;
    const { text } = added(full, 'append', { ...dovetail, company: 'Elm' });
    expect(text).toMatch(/joints\)"\n\n {10}- column1: \n {13}val: "<img [^\n]*alt='Elm'/);
  });

  it('does not copy what belongs to another company alone', () => {
    const page = threeCompanies.replaceAll(
      /<img src='([^']*)' alt='(\w+)'>/g,
      "<img id='$2' class='logo' src='$1' alt='$2' title='$2' data-since='2019' />",
    );
    expect(added(page).text).toContain(
      `"<img class='logo' src='/img/poweredby/dovetail-logo.png' alt='Dovetail' title='Dovetail' />"`,
    );
  });

  it('takes no logo with a key of its company alone as its pattern', () => {
    const withKey = (text: string): string =>
      text.replace(/alt='Birch'>"\n/, '$&             source: "Birch Press"\n');
    expect(added(withKey(threeCompanies)).text).toBe(withKey(added(threeCompanies).text));
  });

  it('takes no logo inside a link as its pattern', () => {
    const page = threeCompanies.replaceAll(
      /<img [^>]*cedar[^>]*>/g,
      "<a href='https://cedar.example'>$&</a>",
    );
    expect(added(page).text).not.toMatch(/href[^\n]*Dovetail/);
  });

  it('writes CRLF where the page does', () => {
    const { text } = added(threeCompanies.replaceAll('\n', '\r\n'));
    expect(text).toBe(added(threeCompanies).text.replaceAll('\n', '\r\n'));
  });

  it('encodes what would act, and leaves prose as it is', () => {
    const { text } = added(threeCompanies, 'append', {
      ...dovetail,
      company: "O'Neil & <Sons>",
      text: 'R&D says "yes": {{< evil >}} <script>alert(1)</script>',
    });
    expect(valuesOf(text).at(-1)).toMatchObject({
      company: "O'Neil & <Sons>",
      text: 'R&D says "yes": {{< evil >}} <script>alert(1)</script>',
    });
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('{{< evil');
    expect(text).toContain('R&D says \\"yes\\"');
  });
});

describe('adding in another order', () => {
  it('puts an entry before all others, which move by one, whole', () => {
    const { text, slot } = added(threeCompanies, 'prepend');
    expect(slot).toEqual({ pair: 0, column: 'column1' });
    expect(layoutOf(text)).toEqual(['Dovetail Anvil', 'Birch Cedar']);
  });

  it('takes the next free slot where the order is to stay as it is', () => {
    expect(added(threeCompanies, 'as-is').text).toBe(added(threeCompanies).text);
  });
});

describe('adding in alphabetical order', () => {
  const inOrder = (text: string, company: string) =>
    added(text, 'alphabetical', { ...dovetail, company });

  it('moves the entries behind it by one, whole', () => {
    const { text, slot } = inOrder(threeCompanies, 'Bamboo');
    expect(slot).toEqual({ pair: 0, column: 'column2' });
    expect(layoutOf(text)).toEqual(['Anvil Bamboo', 'Birch Cedar']);
    const others = valuesOf(text).filter(({ company }) => company !== 'Bamboo');
    expect(others).toEqual(valuesOf(threeCompanies));
  });

  it('leaves the key lines where they are: their blanks belong to the slot', () => {
    const { text } = inOrder(threeCompanies, 'Aspen');
    const keys = (of: string) => of.match(/column\d: ?$/gm);
    expect(keys(text)).toEqual([...(keys(threeCompanies) ?? []), 'column2:']);
  });

  it('moves nothing when the new entry comes last', () => {
    expect(inOrder(threeCompanies, 'Willow').text).toBe(
      added(threeCompanies, 'append', { ...dovetail, company: 'Willow' }).text,
    );
  });

  it('moves entries up into a hole that lies before', () => {
    const hole = added(threeCompanies)
      .text.replace(/ {12}column2:\n.*birch.*\n.*\n/, '')
      .replace(/ {12}column2: "Birch[^"]*"\n/, '');
    expect(layoutOf(hole)).toEqual(['Anvil -', 'Cedar Dovetail']);
    expect(layoutOf(inOrder(hole, 'Elm').text)).toEqual(['Anvil Cedar', 'Dovetail Elm']);
  });

  it('takes case and accents as readers do', () => {
    expect(layoutOf(inOrder(threeCompanies, 'ängström').text)[0]).toBe('ängström Anvil');
  });
});
