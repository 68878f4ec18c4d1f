/** A page with one entry in its first slot, and the second slot free: a way in which pages are written. */
export interface PageShape {
  readonly name: string;
  readonly page: string;
}

const mapped = `
             val: "<img src='/ahm.png' alt='Ahm'>"
             html: true`;

/** Logo cells, in as many ways. */
const logos = [
  mapped,
  `
             val: '<img src="/ahm.png" alt="Ahm">'
             html: true`,
  ` "<img src='/ahm.png' alt='Ahm' title='Ahm'>"`,
  ` '<img class="logo" src="/ahm.png" alt="Ahm"/>'`,
  ` {val: "<img alt='Ahm' src='/ahm.png'>", html: true}`,
  `
             html: true
             val: "<figure><img src='/ahm.png' alt='Ahm'></figure>"`,
];

const lines = `
                    <br />
                    <br />
                    `;

function text(separator: string): string {
  return `Ahm runs things.${separator}[Learn how](https://ahm.example/)`;
}

function shape(name: string, textCell: string, logoCell: string): PageShape {
  const page = `---
title: Powered By
tables:
    powered-by:
        cols:
          - id: "column1"
          - id: "column2"
        rows:
          - column1:${logoCell}
          - column1: ${textCell}
---
{{< table_noheader "powered-by" >}}

<!--more-->

The page goes on.
`;
  return { name, page };
}

const texts: readonly (readonly [name: string, cell: string])[] = [
  ['two <br> without blanks', `"${text('<br><br>')}"`],
  ['<br/> without blanks', `"${text('<br/>')}"`],
  ['<br> without blanks in single quotes', `'${text('<br>')}'`],
  ['<br /> with blanks', `"${text(' <br /> <br /> ')}"`],
  ['lines of their own', `"${text(lines)}"`],
  ['lines of their own in single quotes', `'${text(lines)}'`],
  ['escaped line ends', `"${text('\\n<br>\\n')}"`],
  ['no quotes', text(' <br> ')],
  ['a literal block', `|\n              ${text('\n              <br />\n              ')}`],
  ['a literal block without blanks', `|-\n              ${text('<br><br>')}`],
  ['a folded block', `>\n              ${text('\n              <br/>\n              ')}`],
];

/** A page that tells nothing of raw HTML in Markdown: its site may leave it out. */
export const shapeWithoutHtml: PageShape = shape('no quotes and no <br>', text(' '), mapped);

/** Pages in every shape that was met: quotes, blocks, logos, and what stands between a text and its link. */
export const pageShapes: readonly PageShape[] = [
  ...texts.map(([name, cell], index) => shape(name, cell, logos[index % logos.length] ?? mapped)),
  shapeWithoutHtml,
];
