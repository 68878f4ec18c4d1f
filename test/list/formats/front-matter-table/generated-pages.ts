import fc from 'fast-check';

/** How a generated page is written. */
export interface PageStyle {
  readonly newline: '\n' | '\r\n';
  readonly byteOrderMark: boolean;
  readonly lastNewline: boolean;
  readonly outer: number;
  readonly rowShift: number;
  readonly dashBlanks: number;
  readonly dashAlone: boolean;
  readonly keyQuote: '' | '"' | "'";
  readonly leads: readonly string[];
  readonly logo: 'mapping' | 'html first' | 'flow' | 'scalar' | 'single' | 'bare' | 'literal';
  readonly image: (source: string, name: string) => string;
  readonly text:
    | 'double'
    | 'single'
    | 'bare'
    | 'literal'
    | 'folded'
    | 'strip'
    | 'keep'
    | 'indicated';
  readonly separator: 'lines' | 'inline' | 'escaped';
  readonly blankBetweenPairs: number;
  readonly blankBetweenRows: number;
  readonly blankBetweenCells: number;
  readonly comments: boolean;
  readonly emptyRows: boolean;
}

/** A slot of a generated page: a company with or without a link, or a hole. */
type Content = 'linked' | 'plain' | 'hole';

const images: PageStyle['image'][] = [
  (source, name) => `<img src='${source}' alt='${name}'>`,
  (source, name) => `<img alt='${name}'  src='${source}' />`,
  (source, name) => `<img class='logo' src='${source}' width='200' alt='${name}' loading='lazy'/>`,
];

const styles: fc.Arbitrary<PageStyle> = fc.record({
  newline: fc.constantFrom('\n', '\r\n'),
  byteOrderMark: fc.boolean(),
  lastNewline: fc.boolean(),
  outer: fc.integer({ min: 1, max: 5 }),
  rowShift: fc.integer({ min: 0, max: 4 }),
  dashBlanks: fc.integer({ min: 1, max: 4 }),
  dashAlone: fc.boolean(),
  keyQuote: fc.constantFrom('', '"', "'"),
  leads: fc.array(fc.constantFrom('', ' ', '  '), { minLength: 6, maxLength: 6 }),
  logo: fc.constantFrom('mapping', 'html first', 'flow', 'scalar', 'single', 'bare', 'literal'),
  image: fc.constantFrom(...images),
  text: fc.constantFrom(
    'double',
    'single',
    'bare',
    'literal',
    'folded',
    'strip',
    'keep',
    'indicated',
  ),
  separator: fc.constantFrom('lines', 'inline', 'escaped'),
  blankBetweenPairs: fc.integer({ min: 0, max: 2 }),
  blankBetweenRows: fc.integer({ min: 0, max: 1 }),
  blankBetweenCells: fc.integer({ min: 0, max: 1 }),
  comments: fc.boolean(),
  emptyRows: fc.boolean(),
});

/** A generated page and how many companies stand on it. */
export interface GeneratedPage {
  readonly text: string;
  readonly companies: readonly string[];
  readonly style: PageStyle;
}

/** Pages of 1 to 6 columns in many styles, or in some of them; `holes` leaves slots empty. */
export function generatedPages(options: {
  holes: boolean;
  style?: (style: PageStyle) => boolean;
}): fc.Arbitrary<GeneratedPage> {
  const content = options.holes
    ? fc.constantFrom<Content>('linked', 'plain', 'hole')
    : fc.constantFrom<Content>('linked', 'plain');
  return fc
    .record({
      style: styles.filter(options.style ?? (() => true)),
      columns: fc.integer({ min: 1, max: 6 }),
      slots: fc.array(content, { maxLength: 14 }),
    })
    .map(({ style, columns, slots }) => writePage(style, columns, slots));
}

function writePage(style: PageStyle, columns: number, slots: readonly Content[]): GeneratedPage {
  const ids = Array.from({ length: columns }, (_, index) => `column${index + 1}`);
  const base = ' '.repeat(style.outer);
  const lines = [
    '---',
    'title: "Powered By"',
    'date: 2024-02-03',
    'aliases:',
    '- /powered-by.html   ',
    '',
    'tables:',
    `${base}powered-by:`,
    `${base}${base}name: "Powered By"`,
    `${base}  `,
    `${base}${base}cols: `,
    ...ids.map((id) => `${base}${base}- id: "${id}"`),
    '',
    `${base}${base}rows:${slots.length === 0 && style.emptyRows ? ' # none yet' : ''}`,
  ];
  const companies: string[] = [];
  const rowIndent = base + base + ' '.repeat(style.rowShift);
  let pairs = 0;
  for (let start = 0; start < slots.length; start += columns) {
    const pair = slots.slice(start, start + columns);
    if (pair.every((slot) => slot === 'hole')) continue;
    const logos: string[][] = [];
    const texts: string[][] = [];
    const keyIndent = `${rowIndent} ${' '.repeat(style.dashBlanks)}`;
    pair.forEach((slot, index) => {
      if (slot === 'hole') return;
      const id = ids[index] ?? '';
      const name = `Company ${companies.length}`;
      companies.push(name);
      const key = `${style.keyQuote}${id}${style.keyQuote}:`;
      const lead = style.leads[index] ?? '';
      logos.push(logoCell(style, key, lead, name, keyIndent));
      texts.push(textCell(style, key, lead, name, slot === 'linked', keyIndent));
    });
    if (pairs > 0) lines.push(...Array<string>(style.blankBetweenPairs).fill(''));
    if (style.comments && pairs % 2 === 1) lines.push(`${rowIndent}# pair ${pairs}`);
    lines.push(...row(style, rowIndent, keyIndent, logos));
    lines.push(...Array<string>(style.blankBetweenRows).fill('  '));
    if (style.comments) lines.push(`${rowIndent}# texts`);
    lines.push(...row(style, rowIndent, keyIndent, texts));
    pairs += 1;
  }
  lines.push(style.comments ? '# end of the table' : '', '---', '# Powered by', '');
  lines.push('{{< table_noheader "powered-by" >}}');
  const text = lines.join(style.newline) + (style.lastNewline ? style.newline : '');
  return {
    text: (style.byteOrderMark ? '\uFEFF' : '') + text,
    companies,
    style,
  };
}

function row(style: PageStyle, rowIndent: string, keyIndent: string, cells: string[][]): string[] {
  const lines = cells.flatMap((cell, index) => [
    ...(index > 0 ? Array<string>(style.blankBetweenCells).fill('') : []),
    ...(style.comments && index === 2 ? [`${keyIndent}# third`] : []),
    ...cell.map((line, at) => (at === 0 ? keyIndent + line : line)),
  ]);
  if (style.dashAlone) return [`${rowIndent}-`, ...lines];
  const [first = '', ...rest] = lines;
  return [`${rowIndent}-${' '.repeat(style.dashBlanks)}${first.trimStart()}`, ...rest];
}

function logoCell(
  style: PageStyle,
  key: string,
  lead: string,
  name: string,
  indent: string,
): string[] {
  const image = style.image(`/img/${name.replaceAll(' ', '-')}.png`, name);
  const single = `'${image.replaceAll("'", "''")}'`;
  const inline = lead === '' ? ' ' : lead;
  switch (style.logo) {
    case 'mapping':
      return [`${key}${lead}`, `${indent} val: "${image}"`, `${indent} html: true`];
    case 'html first':
      return [`${key}${lead}`, `${indent}  html: true # raw`, `${indent}  val: ${single}`];
    case 'flow':
      return [`${key}${inline}{val: "${image}", html: true}`];
    case 'scalar':
      return [`${key}${inline}"${image}"`];
    case 'single':
      return [`${key}${inline}${single}`];
    case 'bare':
      return [`${key}${lead}`, `${indent}    val: ${image}`, `${indent}    html: true`];
    case 'literal':
      return [`${key}${lead}`, `${indent} html: true`, `${indent} val: |-`, `${indent}   ${image}`];
  }
}

function textCell(
  style: PageStyle,
  key: string,
  lead: string,
  name: string,
  linked: boolean,
  indent: string,
): string[] {
  const inline = lead === '' ? ' ' : lead;
  const deep = `${indent}      `;
  const link = `[Read about ${name}](https://${name.replaceAll(' ', '-')}.example/a?b=1&c=2)`;
  const text = `${name}, “the” company, uses it for this and that.`;
  const blocks = { literal: '|', folded: '>', strip: '|-', keep: '|+', indicated: `|6-` };
  if (style.text in blocks) {
    const header = blocks[style.text as keyof typeof blocks];
    const tail = !linked
      ? []
      : style.separator === 'inline'
        ? [` <br /> <br /> ${link}`]
        : ['<br />', '<br/>', link];
    const [first = '', ...rest] = tail;
    const body =
      linked && style.separator === 'inline'
        ? [text + first]
        : [text, ...(linked ? [first] : []), ...rest];
    return [`${key}${inline}${header}`, ...body.map((line) => deep + line)];
  }
  const quote = style.text === 'double' ? '"' : style.text === 'single' ? "'" : '';
  if (!linked) return [`${key}${inline}${quote}${text}${quote}`];
  if (style.separator === 'lines') {
    return [
      `${key}${inline}${quote}${text}`,
      `${deep}<br />`,
      `${deep}<br />`,
      `${deep}${link}${quote}`,
    ];
  }
  const separator = style.separator === 'escaped' && quote === '"' ? '\\n<br>\\n' : ' <br /> ';
  return [`${key}${inline}${quote}${text}${separator}${link}${quote}`];
}
