import { describe, expect, it } from 'vitest';
import { copyOfExample, example, poweredby } from '../support/command-line.ts';
import { blocksIn, codeIn, tableOf, textOf } from './document.ts';

const document = textOf('docs/command-line.md');

/** The keys of an object, and of what is in it, such as `places.en.path`. */
function keysOf(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return [prefix];
  const [first] = Array.isArray(value) ? value : [];
  if (Array.isArray(value)) return keysOf(first, `${prefix}[]`);
  return Object.entries(value).flatMap(([key, each]) => keysOf(each, `${prefix}.${key}`));
}

describe('docs/command-line.md', () => {
  it('names every command of poweredby --help', () => {
    const [, help = ''] = textOf('templates/en/help/program.txt').split('Usage:');
    const commands = Array.from(help.matchAll(/^ {2}([a-z]+) {2,}/gm), ([, name]) => name);
    const documented = tableOf(document, 'Commands', 'command').map(
      ([usage]) => codeIn(usage)[0]?.split(' ')[0],
    );
    expect(documented.toSorted()).toEqual(commands.toSorted());
  });

  it('begins with a command that shows what adding a company would change', async () => {
    const [command = ''] = blocksIn(document, 'sh');
    const [npm, words = ''] = command.split(' -- ');
    expect(npm).toBe('npm run -s poweredby');
    const run = await poweredby(words.trim().split(' '));
    expect(run).toMatchObject({ exitCode: 0 });
    expect(run.output).toContain('+++ b/docs/content/powered-by.md');
    expect(run.output).toContain('Juniper Parcel');
  });

  it('shows what programs get', async () => {
    const [shown = ''] = blocksIn(document, 'json');
    const words = ['add', '--dir', copyOfExample(), '--company', 'Kelp', '--description', 'Grows.'];
    const run = await poweredby([...words, '--logo', example.logo, '--json']);
    const printed = new Set(keysOf(JSON.parse(run.output)));
    const documented = keysOf(JSON.parse(shown)).filter((key) => !key.endsWith('[]'));
    expect(documented.filter((key) => !printed.has(key))).toEqual([]);
  });
});
