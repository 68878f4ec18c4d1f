import { afterEach, describe, expect, it } from 'vitest';
import { readData } from '../../../../../src/list/formats/front-matter-table/read/front-matter.ts';
import { readPage } from '../../../../../src/list/formats/front-matter-table/read/read-page.ts';

const executed = globalThis as { poweredByWasExecuted?: boolean };

afterEach(() => {
  delete executed.poweredByWasExecuted;
});

describe('a page is never executed', () => {
  const program = 'globalThis.poweredByWasExecuted = true; ({tables: {}})';
  const engines = [
    'js',
    'javascript',
    'JS',
    ' js',
    'coffee',
    'coffeescript',
    'cson',
    'json',
    'toml',
  ];

  it.each(engines)('not as ---%s', (engine) => {
    const text = `---${engine}\n${program}\n---\n`;
    const result = readPage(text, { table: 'powered-by', path: 'page.md' });
    expect(result.ok).toBe(false);
    expect(() => readData(text)).toThrow();
    expect(executed.poweredByWasExecuted).toBeUndefined();
  });

  it.each(['!!js/function "function () {}"', '!!js/undefined ""', '!!js/regexp /x/'])(
    'not by the tag in %s',
    (value) => {
      expect(() => readData(`---\na: ${value}\n---\n`)).toThrow();
    },
  );
});

describe('the data of a page', () => {
  it('is not taken from a cache: broken YAML throws at the second call too', () => {
    const broken = '---\na: [\n---\n';
    expect(() => readData(broken)).toThrow();
    expect(() => readData(broken)).toThrow();
  });

  it.each(['\n', '\r\n'])(
    'is the same with line ends %j, at the end of the front matter too',
    (end) => {
      const text = ['---', 'a: 1', 'b: |+', '  kept', '', '---', 'text', ''].join(end);
      expect(readData(text)).toEqual({ data: { a: 1, b: 'kept\n\n' }, content: `text${end}` });
    },
  );

  it('is refused where another reader sees the front matter end earlier', () => {
    expect(() => readData('---\na: 1\n---b\nc: 2\n---\ntext\n')).toThrow('page-front-matter-end');
  });
});

describe('a page that is huge or odd', () => {
  const lineEnds = '\n'.repeat(190_000);

  it.each([
    ['double quotes', `"${lineEnds}"`],
    ['single quotes', `'${lineEnds}'`],
    ['a block', `|\n  a${lineEnds}`],
    ['nothing at all', lineEnds],
  ])('is read in time linear in its line ends within %s', (_, value) => {
    const { content } = readData(`---\na: ${value}\nb: 1\n---\ntext\n`);
    expect(content).toBe('text\n');
  });

  it.each(['\n', '\r', '\r\n', '\n \t', '\u2028', '\u2029'])(
    'is read in time linear in its line ends of the form %j, and each of them is read',
    (lineEnd) => {
      const count = 150_000;
      const { data } = readData(`---\na: "x${lineEnd.repeat(count)}y"\nb: 1\n---\n`);
      const isText = /[\u2028\u2029]/.test(lineEnd);
      expect(String(data['a'])).toHaveLength(2 + (isText ? count : count - 1));
      expect(data['b']).toBe(1);
    },
  );

  it.each(['- ', '[', '{a: '])('is refused where it is nested deeply: %j', (opening) => {
    const page = readPage(`---\na:\n  ${opening.repeat(30_000)}\n---\n`, {
      table: 'powered-by',
      path: 'page.md',
    });
    expect(page).toMatchObject({ ok: false, problems: [{ code: 'page-not-yaml' }] });
  });

  it('is refused where it holds several documents', () => {
    const page = readPage('---\na: 1\n...\nb: 1\n---\n', { table: 'powered-by', path: 'page.md' });
    expect(page).toMatchObject({ ok: false, problems: [{ code: 'page-not-yaml' }] });
  });
});
