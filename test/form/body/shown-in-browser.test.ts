import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { expect, it } from 'vitest';
import { readShown } from '../../../src/form/body/read-shown.ts';
import { findBrowser } from '../../journeys/find-browser.ts';
import { launch } from '../../journeys/launch.ts';
import { describeWith } from '../../support/programs.ts';

/** What opens, closes or breaks what hides something. */
const pieces = [
  ...['<details>', '</details>', '<DETAILS\nopen>', '<details/>', '</details >', '</details x>'],
  ...[
    '<!--',
    '-->',
    '<!-- a -->',
    '<!-->',
    '<!--->',
    '--!>',
    '<?',
    '?>',
    '<!D',
    '<![CDATA[',
    ']]>',
  ],
  ...['<table>', '<td>', '</table>', '<tr><td></details></td></tr>', '|a|\n|-|\n|', '|</details>|'],
  ...[
    '<div title="',
    '">',
    '<a ="',
    '<a "x>',
    "<a b='",
    '<details x=">">',
    "'",
    '"',
    '</',
    '</ x>',
  ],
  ...[
    '<ul>',
    '</ul>',
    '<li>',
    '</li>',
    '<blockquote>',
    '</blockquote>',
    '<p>',
    '</p>',
    '<b>',
    '</b>',
  ],
  ...['<a>', '</a>', '<h3>', '</h3>', '<select>', '<template>', '<svg>', '<math><mi>', '<object>'],
  ...[
    '> ',
    '- ',
    '    ',
    '\n',
    '\n\n',
    '`',
    '```\n',
    '~~~\n',
    '[a](',
    ')',
    '[b]: ',
    '\\',
    '### a ',
  ],
];

const text = fc
  .array(
    fc.oneof(fc.constantFrom(...pieces), fc.constantFrom('\n\n- [x] BOX\n', '\n- [x] BOX\n')),
    {
      minLength: 3,
      maxLength: 16,
    },
  )
  .map((parts) => {
    let count = 0;
    return `${parts.join('')}\n\n- [x] BOX`.replace(/BOX/g, () => `box ${count++};`);
  });

describeWith('chromium', 'a browser, which shows a text as GitHub does,', () => {
  it('shows every box that is read as ticked', async () => {
    const browser = await launch(findBrowser() ?? '');
    const texts = fc.sample(text, 2000);
    const markdown = markdownIt({ html: true });
    const page = await browser.newPage();
    const rendered = texts.map((source) => markdown.render(source));
    const shown = await page.evaluate<(string | undefined)[][]>(`
      ${JSON.stringify(rendered)}.map((source) => {
        const { body } = new DOMParser().parseFromString(source, 'text/html');
        return [...body.querySelectorAll('li')]
          .filter((item) => !item.closest('details, select, template'))
          .map((item) => /box \\d+;/.exec(item.textContent)?.[0]);
      })`);
    await browser.close();
    const read = texts.map((source) =>
      readShown(source).boxes.map(({ label }) => label.slice(0, 6)),
    );
    expect(read.flat().length).toBeGreaterThan(1000);
    for (const [index, labels] of read.entries()) {
      const missing = labels.filter(
        (label) => !shown[index]?.some((box) => box?.startsWith(label)),
      );
      expect([texts[index], missing]).toEqual([texts[index], []]);
    }
  });
});
