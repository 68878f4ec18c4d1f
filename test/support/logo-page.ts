/** A company on a written page. Without a logo or a text its slot is half-filled. */
export interface WrittenCompany {
  readonly name: string;
  /** What stands in `src`; made of the name unless given, and left out where it is empty. */
  readonly logo?: string;
  /** The text cell's markup, on one line; made of the name unless given, and left out where it is empty. */
  readonly text?: string;
  /** The logo cell's markup in the place of a picture's tag. */
  readonly markup?: string;
}

/** What a page is written with beside its companies. */
export interface PageOptions {
  readonly table?: string;
  readonly columns?: number;
  readonly newline?: '\n' | '\r\n';
}

/** Writes a page in the shape that Hugo sites of open-source projects have: pairs of rows, a logo above its text. */
export function logoPage(companies: readonly WrittenCompany[], options: PageOptions = {}): string {
  const { table = 'powered-by', columns = 4, newline = '\n' } = options;
  const ids = Array.from({ length: columns }, (_, index) => `column${index + 1}`);
  const rows: string[] = [];
  for (let start = 0; start < companies.length; start += columns) {
    const pair = companies.slice(start, start + columns);
    rows.push(...row(pair.map(logoCell)), ...row(pair.map(textCell)));
  }
  const lines = [
    '---',
    'title: Powered By',
    'tables:',
    `    ${table}:`,
    '        cols: ',
    ...ids.map((id) => `          - id: "${id}"`),
    '',
    rows.length === 0 ? '        rows: []' : '        rows: ',
    ...rows,
    '---',
    `{{< table_noheader "${table}" >}}`,
    '',
  ];
  return lines.join(newline);
}

/** Companies by name alone, each with a logo and a text. */
export function companiesOf(...names: readonly string[]): readonly WrittenCompany[] {
  return names.map((name) => ({ name }));
}

/** The logo's address that a company of this name gets. */
export function logoOf(name: string): string {
  return `/img/poweredby/${name.toLowerCase().replaceAll(' ', '-')}-logo.png`;
}

function logoCell({ name, logo = logoOf(name), markup }: WrittenCompany): string[] | undefined {
  if (logo === '') return undefined;
  const image = markup ?? `<img src='${logo}' alt='${name}'>`;
  return ['', ` val: ${JSON.stringify(image)}`, ' html: true'];
}

function textCell({ name, text = `${name} uses it.` }: WrittenCompany): string[] | undefined {
  return text === '' ? undefined : [` ${JSON.stringify(text)}`];
}

function row(cells: readonly (string[] | undefined)[]): string[] {
  const lines = cells.flatMap((cell, index) => {
    const [first = '', ...rest] = cell ?? [];
    return cell === undefined ? [] : [`column${index + 1}:${first}`, ...rest];
  });
  const [first = 'column1:', ...rest] = lines;
  return [`          - ${first}`, ...rest.map((line) => `            ${line}`)];
}
