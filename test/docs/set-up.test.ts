import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOfExample, poweredby } from '../support/command-line.ts';
import { folderWith } from '../support/folders.ts';
import { blocksIn, textOf } from './document.ts';

const document = textOf('docs/set-up.md');

describe('docs/set-up.md', () => {
  it('begins with a command that sets up a repository, from its folder', async () => {
    const site = copyOfExample();
    rmSync(join(site, '.github'), { recursive: true });
    const [command = ''] = blocksIn(document, 'sh');
    expect(command).toBe('poweredby init --dir .\n');
    const run = await poweredby(['init', '--dir', site]);
    expect(run).toMatchObject({ exitCode: 0, errors: '' });
    expect(run.output).toContain('.github/poweredby.yml');
    expect(run.output).toContain('.github/ISSUE_TEMPLATE/powered-by.yml');
  });

  it('shows a page that init finds and list reads', async () => {
    const [page = ''] = blocksIn(document, 'yaml');
    const site = folderWith({ 'content/powered-by.md': page });
    await poweredby(['init', '--dir', site]);
    expect((await poweredby(['list', '--dir', site])).output).toContain('Alder Rail');
  });
});
