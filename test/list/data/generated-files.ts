import fc from 'fast-check';
import type { DataKind } from './data-lists.ts';

interface Company {
  readonly name: string;
  readonly url: string;
  readonly text: string | undefined;
}

const company: fc.Arbitrary<Company> = fc.record({
  name: fc.constantFrom('Anvil', 'Birch & Co', 'O’Neil', '彭博', '37signals', 'Yahoo!', "D'Or"),
  url: fc.constantFrom('https://a.example/', 'https://b.example/?a=1#b', 'http://c.example'),
  text: fc.constantFrom(undefined, '', 'Forges: reports.', 'It is #1.', 'Says "so".'),
});

/** What is around and between the entries of a list. */
const layout = fc.record({
  companies: fc.array(company, { maxLength: 6 }),
  newline: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\uFEFF'),
  end: fc.constantFrom('', '\n', '\n\n'),
  indentation: fc.constantFrom('  ', '    '),
  quote: fc.constantFrom('"', "'", ''),
  key: fc.constantFrom('', 'adopters', 'adopters.companies'),
  blank: fc.constantFrom('\n', '\n\n'),
  comments: fc.boolean(),
  isCompact: fc.boolean(),
  isTrailing: fc.boolean(),
});

type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

const writers: Readonly<Record<DataKind, (layout: Layout) => string>> = {
  yaml({ companies, indentation, quote, key, blank, comments, isCompact }) {
    const keys = key === '' ? [] : key.split('.');
    const margin =
      keys.length < 2
        ? isCompact
          ? ''
          : indentation.slice(keys.length === 0 ? 4 : 0)
        : indentation;
    const write = (text: string) =>
      quote === '' ? JSON.stringify(text) : quoted(text, quote, "''");
    const entries = companies.map(({ name, url, text }, index) => {
      const note = comments && index % 2 === 0 ? ' # a note' : '';
      const own = comments && index === 1 ? `# ${name} came later\n${margin}` : '';
      const lines = [`name: ${write(name)}`, `url: ${quote === '' ? url : write(url)}${note}`];
      if (text !== undefined) lines.push(`description: ${write(text)}`);
      return `${margin}${own}- ${lines.join(`\n${margin}  `)}`;
    });
    const head = keys.map((each, depth) => `${indentation.slice(0, depth * 2)}${each}:`).join('\n');
    const opening = comments ? '# Those who use it\n' : '';
    if (entries.length === 0) return `${opening}${head}${head === '' ? '' : ' '}[]`;
    return `${opening}${head}${head === '' ? '' : '\n'}${entries.join(blank)}`;
  },

  json({ companies, indentation, key, isCompact }) {
    const [first, second] = key.split('.');
    const entries = companies.map(({ name, url, text }) => ({ name, url, description: text }));
    const data = second
      ? { a: 1, [first ?? '']: { [second]: entries } }
      : first
        ? { [first]: entries }
        : entries;
    if (!isCompact) return JSON.stringify(data, null, indentation);
    const lines = entries.map((entry) => `${indentation}${JSON.stringify(entry)}`).join(',\n');
    return entries.length === 0 ? '[]' : `[\n${lines}\n]`;
  },

  js({ companies, indentation, quote, blank, comments, isCompact, isTrailing }) {
    const write = (text: string) => quoted(text, quote || '`', `\\${quote || '`'}`);
    const comma = isTrailing ? ',' : '';
    const entries = companies.map(({ name, url, text }, index) => {
      const note =
        comments && index % 2 === 0 ? `${indentation}// ${index === 0 ? 'A group' : name}\n` : '';
      const pairs = [`name: ${write(name)}`, `url: ${write(url)}`];
      if (text !== undefined) pairs.push(`text: ${write(text)}`);
      if (isCompact) return `${note}${indentation}{ ${pairs.join(', ')} }`;
      const inner = pairs.join(`,\n${indentation}${indentation}`);
      return `${note}${indentation}{\n${indentation}${indentation}${inner}${comma}\n${indentation}}`;
    });
    const list = entries.length === 0 ? '[]' : `[\n${entries.join(`,${blank}`)}${comma}\n]`;
    const head = isCompact
      ? 'export default '
      : 'const users: { name: string; url: string; text?: string }[] = ';
    return `// Those who use it\n${head}${list}${isTrailing && isCompact ? ' as const' : ''};`;
  },
};

function quoted(text: string, quote: string, escaped: string): string {
  return `${quote}${text.replaceAll(quote, quote === '"' ? '\\"' : escaped)}${quote}`;
}

/** A file of a kind, written in one of the ways in which people write them. */
export function generatedFile(kind: DataKind): fc.Arbitrary<string> {
  return layout.map((chosen) => {
    const { newline, mark, end } = chosen;
    return `${mark}${`${writers[kind](chosen)}${end}`.replaceAll('\n', newline)}`;
  });
}
