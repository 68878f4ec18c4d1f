import fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { markdownTable } from '../../../../src/list/formats/markdown-table/markdown-table.ts';
import { entryIn, valueFrom, values } from '../edited-lists.ts';
import { read, withAdded } from './tables.ts';

const at = { reformat: 'table' } as const;

/** Whether a formatter that people use leaves a file alone. */
async function isFormatted(text: string): Promise<boolean> {
  return (await format(text, { parser: 'markdown' })) === text;
}

const padded = `# Adopters

| Company | Text    |
| ------- | ------- |
| Anvil   | Forges. |
| 柏树    | 种树。  |

Words   stay.
`;

describe('a table that a formatter keeps padded', () => {
  it('is padded as a whole where a new cell is wider, and nothing else of the file changes', () => {
    expect(withAdded(padded, values('Sycamore & Sons', { text: 'Fall.' }), at)).toBe(
      `# Adopters

| Company         | Text    |
| --------------- | ------- |
| Anvil           | Forges. |
| 柏树            | 种树。  |
| Sycamore & Sons | Fall.   |

Words   stay.
`,
    );
  });

  it('is not padded anew where the configuration does not say so', () => {
    expect(withAdded(padded, values('Sycamore & Sons', { text: 'Fall.' }))).toBe(
      padded.replace('\n\nWords', '\n| Sycamore & Sons | Fall.   |\n\nWords'),
    );
  });

  it('becomes narrower again where the widest row goes or changes', () => {
    const list = read(withAdded(padded, values('Sycamore & Sons'), at), at);
    const entry = entryIn(list, 'Sycamore & Sons');
    expect(valueFrom(markdownTable.remove(list, entry, { leaveGap: false })).text).toBe(padded);
    const renamed = valueFrom(markdownTable.replace(list, entry, { company: 'Elm' }));
    expect(renamed.text).toBe(padded.replace('。  |\n', '。  |\n| Elm     |         |\n'));
  });

  it.each([
    ['dashes up to the borders', '|Name |Text|', '|-----|----|', '|Anvil|x   |'],
    ['a row that sticks out', '| Name | Text |', '| ---- | ---- |', '| Anvil | x    |'],
    ['rows without borders', 'Name  | Text', '----- | ----', 'Anvil | x'],
  ])('is left as it is where no formatter writes it so: %s', (_, ...lines) => {
    const text = `${lines.join('\n')}\n`;
    const added = withAdded(text, values('Sycamore', { text: 'y' }), at);
    expect(added.startsWith(text)).toBe(true);
  });

  it('has dashes beside its borders, and Chinese letters of one width, where it had them before', () => {
    const text = '| 公司 | Text |\n|----|:----:|\n| 柏树 | x    |\n';
    expect(withAdded(text, values('梧桐树', { text: 'y' }), at)).toBe(
      '| 公司  | Text |\n|-----|:----:|\n| 柏树  | x    |\n| 梧桐树 | y    |\n',
    );
  });

  it('is found to be so', () => {
    const isPadded = (text: string) =>
      markdownTable.find({ path: 'ADOPTERS.md', text }).lists.map((list) => list.isPadded);
    expect(isPadded(padded)).toEqual([true]);
    expect(isPadded(padded.replace('Anvil  ', 'Anvil'))).toEqual([false]);
  });

  it('is left alone by the formatter when something was added, whatever is in it', async () => {
    const word = fc.oneof(
      fc.stringMatching(/^[a-z]{1,12}$/),
      fc.constantFrom(
        '柏树',
        'カエデ',
        '오크',
        '🌳',
        '👩‍💻',
        '🇨🇭',
        'é',
        'Ｗｉｄｅ',
        '…',
        '“x”',
        '5 %',
      ),
    );
    const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
    // A row of nothing but dots is a placeholder.
    const names = words.filter((name) => name !== '…');
    const rows = fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 6 });
    const mark = fc.constantFrom('---', ':--', '--:', ':-:');
    await fc.assert(
      fc.asyncProperty(rows, mark, names, words, async (table, own, company, text) => {
        const lines = ['Company|Text', `${own}|${own}`, ...table.map((row) => row.join('|'))];
        const before = await format(`${lines.map((line) => `|${line}|`).join('\n')}\n`, {
          parser: 'markdown',
        });
        const added = withAdded(before, values(company, { text }), at);
        expect(await isFormatted(added)).toBe(true);
      }),
    );
  });
});
