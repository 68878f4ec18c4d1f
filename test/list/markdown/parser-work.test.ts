import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allNodes } from '../../../src/list/markdown/all-nodes.ts';
import { mostWorkOf, workOf } from '../../../src/list/markdown/parser-work.ts';
import { parseMarkdown } from '../../../src/list/markdown/read-markdown.ts';

/** Lines that begin and end blocks, or seem to. */
const lines = [
  ...[
    '- a*',
    '+ p*',
    '1. b*',
    '2. c*',
    '1) z*',
    '   3. d*',
    '   - n*',
    '     - m*',
    '\t- t*',
    '> q*',
  ],
  ...['| a | b |', '|---|---|', '|--|', '|-|', '| |', '|| |', '| x* | `y` |', '|x*', '  | a |'],
  ...[
    '|a\\|b|',
    '|`a|b`|',
    '',
    '  ',
    '\u00A0',
    'para *x*',
    '    code*',
    '# h*',
    '#no*',
    '```',
    '~~~',
  ],
  ...['<div>', '</div>', '<!--', '-->', '***', '* * *', '=====', '[a]: /b', '[^1]: *x*', '&amp;*'],
];

/** The work of all paragraphs, headings and cells, as the parser finds them. */
function workIn(text: string): number {
  let work = 0;
  for (const node of allNodes(parseMarkdown(text))) {
    const isDivided =
      node.type === 'paragraph' || node.type === 'tableCell' || node.type === 'heading';
    const [first, last] = isDivided ? [node.children[0], node.children.at(-1)] : [];
    const [start, end] = [first?.position?.start.offset ?? 0, last?.position?.end.offset ?? 0];
    work += workOf(text.slice(start, end));
  }
  return work;
}

describe('the work that a file is at most', () => {
  it('is never less than that of the paragraphs that the parser finds', () => {
    const texts = fc
      .tuple(fc.array(fc.constantFrom(...lines), { maxLength: 9 }), fc.constantFrom('\n', '\r\n'))
      .map(([some, newline]) => some.join(newline));
    fc.assert(
      fc.property(texts, (text) => {
        expect(mostWorkOf(text)).toBeGreaterThanOrEqual(workIn(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is little of long lists and tables', () => {
    const row = '| [Anvil](https://anvil.example) | **streams** |\n'.repeat(5000);
    const table = `# Users\n\n| Name | Use |\n|---|---|\n${row}`;
    const item = '[Anvil](https://anvil.example): *streams*\n';
    for (const text of [table, `- ${item}`.repeat(5000), `1. ${item}`.repeat(5000)]) {
      expect(mostWorkOf(text)).toBeLessThan(text.length * 10);
    }
  });
});
