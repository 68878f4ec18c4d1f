import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../../../src/list/formats/front-matter-table/edit/apply-changes.ts';
import type { Body } from '../../../../../src/list/formats/front-matter-table/edit/body.ts';
import { verifyChange } from '../../../../../src/list/formats/front-matter-table/edit/verify.ts';
import { read, threeCompanies } from '../pages.ts';

const page = read(threeCompanies);

/** What the check of a changed page finds that nobody asked for. */
function unasked(changed: string): string | undefined {
  const verified = verifyChange(page, changed, []);
  return typeof verified === 'string' ? verified : undefined;
}

describe('the check of a changed page', () => {
  it('finds nothing where nothing changed', () => {
    expect(unasked(threeCompanies)).toBeUndefined();
  });

  it('finds a word below the front matter', () => {
    expect(unasked(threeCompanies.replace('# Powered By', '# Powered'))).toBe('content');
  });

  it.each([
    ['a word in a text', 'Anvil forges', 'Anvil bends'],
    ['a word in a logo', "alt='Birch'", "alt='Beech'"],
    ['a flag of a logo', 'html: true', 'html: false'],
    ['a cell that went', /\n {12}column2: "Birch[^"]*"/, ''],
    ['a cell under another column', 'column2: "Birch', 'column3: "Birch'],
    ['a row that came', 'rows: \n', '$&          - column1: "x"\n'],
  ])('finds %s', (_, old, changed) => {
    expect(unasked(threeCompanies.replace(old, changed))).toBe('rows');
  });

  it.each([
    ['beside the table', 'title: Powered By', 'title: Powered'],
    ['in the table', 'name: "Powered By"', 'name: "Powered"'],
    ['that came', 'title: Powered By', '$&\ndraft: true'],
  ])('finds a key %s', (_, old, changed) => {
    expect(unasked(threeCompanies.replace(old, changed))).toBe('front matter');
  });

  it.each([
    ['broken YAML', threeCompanies.replace('title: Powered', 'title: "Powered'), /./],
    ['no front matter', 'Powered By', /page-without-front-matter$/],
    [
      'a line that another reader takes for the end',
      `---\na: 1\n---b\n---\n`,
      /page-front-matter-end$/,
    ],
  ])('says in one line why it cannot read %s', (_, changed, reason) => {
    expect(unasked(changed)).toMatch(reason);
    expect(unasked(changed)).not.toContain('\n');
  });
});

describe('a change that does not read back as meant', () => {
  const body: Body = { source: ' "Cedar sells chairs."', indentation: 12, expected: 'No chairs.' };
  const slot = { pair: 1, column: 'column1' };

  it('is refused, and nothing is given to write', () => {
    expect(applyChanges(page, [{ slot, logo: 'leave', text: body }])).toEqual({
      ok: false,
      problems: [{ code: 'page-edit-unsafe', field: 'page.md', values: { reason: 'rows' } }],
    });
  });

  it('is made where it does', () => {
    const right = { ...body, expected: 'Cedar sells chairs.' };
    const changed = applyChanges(page, [{ slot, logo: 'leave', text: right }]);
    expect(changed).toMatchObject({
      ok: true,
      value: { text: expect.stringContaining('sells chairs') },
    });
  });
});
