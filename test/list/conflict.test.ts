import { describe, expect, it } from 'vitest';
import { loadFormat } from '../../src/list/formats.ts';

const formats = await Promise.all(
  (
    [
      [
        'markdown-table',
        '| Name | Use |\n| --- | --- |\n',
        '| Anvil | Forges |\n',
        '| Birch | Trees |\n',
      ],
      [
        'markdown-list',
        '',
        '- [Anvil](https://anvil.example)\n',
        '- [Birch](https://birch.example)\n',
      ],
      ['markdown-sections', '', '## Anvil\n\nForges.\n\n', '## Birch\n\nTrees.\n\n'],
      ['yaml-list', '', '- name: Anvil\n', '- name: Birch\n'],
      ['json-array', '[\n', '{"name": "Anvil"},\n', '{"name": "Birch"}\n]\n'],
      ['js-array', 'export const users = [\n', '{name: "Anvil"},\n', '{name: "Birch"}];\n'],
    ] as const
  ).map(async ([id, ...texts]) => ({ id, format: await loadFormat(id), texts })),
);

describe.each(formats)('a file with a merge conflict: $id', ({ format, texts }) => {
  const [head, first, last] = texts;
  const read = (text: string) => format.read({ path: 'ADOPTERS.md', text }, {});

  it.each(['\n', '\r\n'])('is refused, with the line, until the conflict is resolved', (end) => {
    const conflict = ['<<<<<<< HEAD', first, '=======', first, '>>>>>>> main', ''].join('\n');
    const text = (middle: string) => `${head}${middle}${last}`.replaceAll('\n', end);
    const line = head.split('\n').length;
    expect(read(text(conflict))).toMatchObject({
      problems: [{ code: 'list-conflicted', values: { line } }],
    });
    expect(read(text(first))).toMatchObject({ ok: true });
  });
});

it('a file that shows a conflict in a code block has none', async () => {
  const format = await loadFormat('markdown-list');
  const shown = '```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n```\n\n';
  const list = '# Users\n\n- [Anvil](https://anvil.example)\n- [Birch](https://birch.example)\n';
  expect(format.read({ path: 'README.md', text: `${shown}${list}` }, {})).toMatchObject({
    ok: true,
  });
});
