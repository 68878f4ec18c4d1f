import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asGivenBack, valueFrom, values } from '../formats/edited-lists.ts';
import { type DataKind, dataFormats, entriesIn, read } from './data-lists.ts';

const words = fc.constantFrom('Visit us', "It's, so", 'a: b # c', '彭博', '{x}', 'yes', '12', '~');
const address = fc.constantFrom(
  'https://a.example/',
  'https://b.example/?a=1#b',
  'http://c.example',
);

const company = fc.record({
  name: fc.constantFrom('Anvil', 'Birch & Co', 'O’Neil', '彭博', 'Yahoo!'),
  text: words,
  url: fc.option(address, { nil: undefined }),
  comment: fc.boolean(),
  isAbsent: fc.boolean(),
  isDeeper: fc.boolean(),
});

/** How the objects of a list are written, where they stand in an entry, and what is around them. */
const layout = fc.record({
  companies: fc.array(company, { maxLength: 5 }),
  quote: fc.constantFrom('"', "'"),
  isFlow: fc.boolean(),
  isCompact: fc.boolean(),
  isFirst: fc.boolean(),
  isTrailing: fc.boolean(),
  /** Whether some have no object. */
  isOptional: fc.boolean(),
  comments: fc.boolean(),
  indentation: fc.constantFrom('  ', '    '),
  newline: fc.constantFrom('\n', '\r\n'),
});

type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;
type Company = Layout['companies'][number];

const hasObject = ({ isOptional }: Layout, { isAbsent }: Company) => !(isOptional && isAbsent);

function yaml(chosen: Layout): string {
  const { companies, quote, isFlow, isFirst, comments, indentation } = chosen;
  const write = (text: string) =>
    quote === '"' ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
  const entries = companies.map((each) => {
    const note = comments && each.comment ? ' # a note' : '';
    const inner = indentation + (each.isDeeper ? '  ' : '');
    const keys = [`text: ${write(each.text)}`];
    if (each.url !== undefined) keys.push(`url: ${write(each.url)}`);
    const object = isFlow
      ? `link: { ${keys.join(', ')} }${note}`
      : `link:${note}\n  ${inner}${keys.join(`${note}\n  ${inner}`)}`;
    const name = `name: ${write(each.name)}`;
    const properties = hasObject(chosen, each) ? [name, object] : [name];
    if (isFirst) properties.reverse();
    return `- ${properties.join('\n  ')}\n`;
  });
  return companies.length === 0 ? '[]\n' : entries.join('');
}

function script(chosen: Layout, kind: 'json' | 'js'): string {
  const { companies, isFlow, isCompact, isFirst, isTrailing, comments, indentation } = chosen;
  const quote = kind === 'json' ? '"' : chosen.quote;
  const write = (text: string) =>
    quote === '"' ? JSON.stringify(text) : `'${text.replaceAll("'", "\\'")}'`;
  const key = (name: string) => (kind === 'json' ? `"${name}"` : name);
  const comma = kind === 'js' && isTrailing ? ',' : '';
  const braced = (all: readonly string[], margin: string, isInLine: boolean, note: string) => {
    if (isInLine) return `{ ${all.join(', ')} }`;
    const inner = `\n${margin}${indentation}`;
    return `{${note}${inner}${all.join(`,${inner}`)}${comma}\n${margin}}`;
  };
  const entries = companies.map((each) => {
    const note = comments && each.comment && kind === 'js' ? ' // a note' : '';
    const keys = [`${key('text')}: ${write(each.text)}`];
    if (each.url !== undefined) keys.push(`${key('url')}: ${write(each.url)}`);
    const margin = indentation.repeat(each.isDeeper ? 3 : 2);
    const object = braced(keys, margin, isFlow || isCompact, note);
    const name = `${key('name')}: ${write(each.name)}`;
    const properties = hasObject(chosen, each) ? [name, `${key('link')}: ${object}`] : [name];
    if (isFirst) properties.reverse();
    return indentation + braced(properties, indentation, isCompact, '');
  });
  const list = companies.length === 0 ? '[]' : `[\n${entries.join(',\n')}${comma}\n]`;
  return kind === 'json' ? `${list}\n` : `export default ${list};\n`;
}

function written(kind: DataKind, chosen: Layout): string {
  const text = kind === 'yaml' ? yaml(chosen) : script(chosen, kind);
  return text.replaceAll('\n', chosen.newline);
}

const at = {
  fields: {
    name: { role: 'name' },
    'link.text': { role: 'none' },
    'link.url': { role: 'homepage' },
  },
} as const;

const given = fc.record({
  company: fc.constantFrom('Dovetail', "L'Or", '# x', 'A "b"'),
  homepage: fc.option(address, { nil: undefined }),
  text: fc.option(words, { nil: undefined }),
});

describe.each(Object.keys(dataFormats) as DataKind[])('a list with objects in %s', (kind) => {
  const { format } = dataFormats[kind];

  it('gets one entry more, with what was given in its object, and is as it was when that is gone', () => {
    fc.assert(
      fc.property(layout, given, (chosen, { company, homepage, text: words }) => {
        const text = written(kind, chosen);
        const list = read(kind, text, at);
        const added = values(company, {
          ...(homepage !== undefined && { homepage }),
          fields: words === undefined ? {} : { 'link.text': words },
        });
        const edit = valueFrom(format.add(list, added, 'append'));
        const { index } = edit.place;
        const after = entriesIn(kind, edit.text);
        expect(after.toSpliced(index, 1)).toEqual(entriesIn(kind, text));
        const link = {
          ...(words !== undefined && { text: words }),
          ...(homepage !== undefined && { url: homepage }),
        };
        const own = after[index];
        expect(own).toMatchObject({ name: company, ...(Object.keys(link).length > 0 && { link }) });
        const entry = edit.list.entries[index];
        if (entry === undefined) return;
        const back = valueFrom(format.remove(edit.list, entry, { leaveGap: false }));
        expect(asGivenBack(text, back.text)).toBe(text);
      }),
    );
  });

  it('has nothing changed but what is replaced, and gets what an entry lacks', () => {
    fc.assert(
      fc.property(layout, fc.nat(), given, (chosen, which, { homepage, text: words }) => {
        const text = written(kind, chosen);
        const list = read(kind, text, at);
        const index = which % Math.max(1, list.entries.length);
        const entry = list.entries[index];
        fc.pre(entry !== undefined);
        const edit = valueFrom(
          format.replace(list, entry, {
            ...(homepage !== undefined && { homepage }),
            fields: words === undefined ? {} : { 'link.text': words },
          }),
        );
        const [before, after] = [entriesIn(kind, text), entriesIn(kind, edit.text)];
        expect(after.toSpliced(index, 1)).toEqual(before.toSpliced(index, 1));
        const link = {
          ...(before[index] !== undefined && 'link' in before[index] && Object(before[index].link)),
          ...(words !== undefined && { text: words }),
          ...(homepage !== undefined && { url: homepage }),
        };
        expect(after[index]).toEqual({
          ...before[index],
          ...(Object.keys(link).length > 0 && { link }),
        });
        if (homepage === undefined && words === undefined) expect(edit.text).toBe(text);
      }),
    );
  });

  it('stays as it is where an entry is replaced by itself', () => {
    fc.assert(
      fc.property(layout, (chosen) => {
        const text = written(kind, chosen);
        const list = read(kind, text, at);
        for (const entry of list.entries) {
          const { company, homepage, fields = {} } = entry;
          const same = { company, fields, ...(homepage !== undefined && { homepage }) };
          expect(valueFrom(format.replace(list, entry, same)).text).toBe(text);
        }
      }),
    );
  });
});
