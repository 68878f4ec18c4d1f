import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../../../src/list/formats/front-matter-table/entries.ts';
import {
  type EntryUpdate,
  replaceEntry,
} from '../../../../src/list/formats/front-matter-table/replace-entry.ts';
import { read, threeCompanies, valueFrom } from './pages.ts';

function replaced(text: string, company: string, update: EntryUpdate): string {
  const page = read(text);
  const entry = entriesOf(page).find((each) => each.company === company);
  if (entry === undefined) throw new Error(`${company} is not there`);
  return valueFrom(replaceEntry(page, entry, update)).text;
}

describe('replacing parts of an entry', () => {
  it('changes the description and keeps separator and link as they stand', () => {
    expect(replaced(threeCompanies, 'Birch', { text: 'Birch counts “leaves”.' })).toBe(
      threeCompanies.replace('Birch, a nursery, counts its trees.', 'Birch counts “leaves”.'),
    );
  });

  it('changes the logo alone', () => {
    expect(replaced(threeCompanies, 'Anvil', { logo: '/img/poweredby/anvil-2.png' })).toBe(
      threeCompanies.replace('/img/poweredby/anvil-logo.png', '/img/poweredby/anvil-2.png'),
    );
  });

  it('changes the spelling of a name', () => {
    expect(replaced(threeCompanies, 'Anvil', { company: 'ANVIL' })).toBe(
      threeCompanies.replace("alt='Anvil'", "alt='ANVIL'"),
    );
  });

  it('adds a link like those of the neighbours', () => {
    const link = { text: 'Read on', url: 'https://anvil.example/' };
    expect(replaced(threeCompanies, 'Anvil', { link })).toBe(
      threeCompanies.replace(
        'from 3 streams."',
        `from 3 streams.
                    <br />
                    <br />
                    [Read on](https://anvil.example/)"`,
      ),
    );
  });

  it('sets line breaks as deep below the keys of its row as the neighbours’ are', () => {
    const deeper = threeCompanies.replace(/- column1: "Cedar[^"]*"/, '-    column1: "Cedar."');
    const link = { text: 'Read on', url: 'https://cedar.example/' };
    expect(replaced(deeper, 'Cedar', { link })).toContain(`          -    column1: "Cedar.
                       <br />
                       <br />
`);
  });

  it('changes nothing where all is as asked', () => {
    const birch = entriesOf(read(threeCompanies))[1];
    expect(replaced(threeCompanies, 'Birch', { ...birch })).toBe(threeCompanies);
  });

  it('keeps markup of the maintainers in what does not change', () => {
    const marked = threeCompanies.replace('a nursery', 'a **nursery** \\"of trees\\"');
    const link = { text: 'New', url: 'https://birch.example/new' };
    expect(replaced(marked, 'Birch', { link })).toBe(
      marked.replace('[Read how](https://birch.example/trees)', '[New](https://birch.example/new)'),
    );
  });

  it('gives a half-filled slot the text that it lacks', () => {
    const half = threeCompanies.replace(
      'column1: "Anvil forges reports from 3 streams."',
      'column1:',
    );
    expect(replaced(half, 'Anvil', { text: 'Anvil forges.' })).toContain(
      'column1: "Anvil forges."\n',
    );
  });

  it('writes a text that held HTML as Markdown, with all that it said', () => {
    const html = threeCompanies.replace(
      'column1: "Anvil forges reports from 3 streams."',
      'column1: {val: "Anvil forges &amp; more.", html: true}',
    );
    expect(replaced(html, 'Anvil', { text: 'Anvil forges.' })).toContain(
      'column1: "Anvil forges."\n',
    );
  });
});
