import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { poweredby } from '../support/command-line.ts';
import { folderWith } from '../support/folders.ts';

const birch = ['--company', 'Birch', '--link', 'https://birch.example/'];

const projects = [
  {
    format: 'markdown-list',
    adopters: `# Adopters

1. [Anvil](https://anvil.example) - Forges reports.
1. [Cedar](https://cedar.example) - Sells chests.
1. [Elm](https://elm.example) - Grows.
`,
    entry: '1. [Birch](https://birch.example/) - Counts trees.\n',
    line: 4,
  },
  {
    format: 'markdown-sections',
    adopters: `# Adopters

## [Anvil](https://anvil.example)

Forges reports.

## [Cedar](https://cedar.example)

Sells chests.

## [Elm](https://elm.example)

Grows.
`,
    entry: '## [Birch](https://birch.example/)\n\nCounts trees.\n\n',
    line: 7,
  },
] as const;

describe.each(projects)(
  'a project with an ADOPTERS.md as $format',
  ({ format, adopters, entry, line }) => {
    const project = () =>
      folderWith({
        'ADOPTERS.md': adopters,
        '.github/poweredby.yml': `pages: {en: ADOPTERS.md}\nformat: ${format}\n`,
      });

    it('gets an entry for a company, changes it, and takes it off again', async () => {
      const dir = project();
      const text = () => readFileSync(join(dir, 'ADOPTERS.md'), 'utf8');
      const run = await poweredby([
        'add',
        '--dir',
        dir,
        ...birch,
        '--description',
        'Counts trees.',
        '--json',
      ]);
      expect(run.errors).toBe('');
      const [start = ''] = adopters.split(/(?=.*\[Cedar\])/);
      const after = start + entry + adopters.slice(start.length);
      expect(text()).toBe(after);
      expect(JSON.parse(run.output)).toMatchObject({
        ok: true,
        places: { en: { path: 'ADOPTERS.md', group: 0, index: 1, line } },
      });
      const update = [
        'update',
        '--dir',
        dir,
        '--company',
        'birch',
        '--description',
        'Fells trees.',
      ];
      expect(await poweredby(update)).toMatchObject({ exitCode: 0, errors: '' });
      expect(text()).toBe(after.replace('Counts trees', 'Fells trees'));
      expect(await poweredby(['remove', 'Birch', '--dir', dir])).toMatchObject({
        exitCode: 0,
        errors: '',
      });
      expect(text()).toBe(adopters);
    });

    it('is listed and checked', async () => {
      const dir = project();
      const list = await poweredby(['list', '--dir', dir, '--json']);
      expect(JSON.parse(list.output).companies).toMatchObject([
        { company: 'Anvil', places: { en: { index: 0 } } },
        { company: 'Cedar' },
        { company: 'Elm' },
      ]);
      expect(await poweredby(['check', '--dir', dir])).toMatchObject({ exitCode: 0, errors: '' });
    });
  },
);
