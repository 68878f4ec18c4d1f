import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { poweredby } from '../support/command-line.ts';
import { folderWith } from '../support/folders.ts';

const file = (name: string, more = '') =>
  `# One file for each adopter.\nname: ${name}\nurl: "https://${name.toLowerCase()}.example"\ndescription: Plans trains.\n${more}`;

function git(folder: string, ...words: string[]): string {
  return execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8' });
}

/** A repository in which everything is committed. */
function project(): string {
  const root = folderWith({
    'data/adopters/alder.yml': file('Alder'),
    'data/adopters/birch.yml': file('Birch'),
    'data/adopters/cedar.yml': file('Cedar'),
    'data/adopters/README.md': '# Adopters\n',
  });
  git(root, 'init', '-q');
  commit(root);
  return root;
}

function commit(root: string): void {
  git(root, 'add', '-A');
  git(root, '-c', 'user.name=a', '-c', 'user.email=a@a.example', 'commit', '-qm', 'x');
}

const oak = ['--company', 'Oak', '--homepage', 'https://oak.example', '--description', 'Grows.'];

describe('a project with a file for each company', () => {
  it('is set up by init alone, and gets, changes and loses a file', async () => {
    const root = project();
    expect(await poweredby(['init', '--dir', root])).toMatchObject({ exitCode: 0, errors: '' });
    commit(root);
    const dry = await poweredby(['add', '--dir', root, ...oak, '--dry-run']);
    expect(dry.errors).toContain('line 2  data/adopters/oak.yml');
    git(root, 'apply', join(folderWith({ patch: dry.output }), 'patch'));
    const read = () => readFileSync(join(root, 'data/adopters/oak.yml'), 'utf8');
    const written = file('Oak').replace('Plans trains.', 'Grows.');
    expect(read()).toBe(written);
    git(root, 'clean', '-qfd');

    expect(await poweredby(['add', '--dir', root, ...oak])).toMatchObject({ exitCode: 0 });
    expect(read()).toBe(written);
    expect(git(root, 'status', '--short')).toBe('?? data/adopters/oak.yml\n');
    commit(root);
    await poweredby(['update', '--dir', root, '--company', 'Oak', '--description', 'Grows well.']);
    expect(read()).toBe(written.replace('Grows.', 'Grows well.'));
    commit(root);

    const listed = JSON.parse((await poweredby(['list', '--dir', root, '--json'])).output);
    expect(JSON.stringify(listed)).toContain('"path":"data/adopters/oak.yml"');
    const gone = await poweredby(['remove', 'Oak', '--dir', root, '--dry-run']);
    git(root, 'apply', join(folderWith({ patch: gone.output }), 'patch'));
    expect(git(root, 'status', '--short')).toBe(' D data/adopters/oak.yml\n');
    git(root, 'checkout', '-q', '.');
    await poweredby(['remove', 'Oak', '--dir', root]);
    expect(git(root, 'status', '--short')).toBe(' D data/adopters/oak.yml\n');
    expect(await poweredby(['check', '--dir', root])).toMatchObject({ exitCode: 0 });
  });

  it('is told by check which files name a company twice, or cannot be read', async () => {
    const root = project();
    await poweredby(['init', '--dir', root]);
    const twice = join(root, 'data/adopters/zebra.yml');
    writeFileSync(twice, file('Alder'));
    const found = await poweredby(['check', '--dir', root]);
    expect(found.exitCode).toBe(1);
    expect(found.output).toMatch(
      /data\/adopters\/zebra\.yml\n +2 .*in line 2 of data\/adopters\/alder\.yml/,
    );
    writeFileSync(twice, 'name: [');
    const broken = await poweredby(['check', '--dir', root]);
    expect(broken.output).toMatch(/data\/adopters\/zebra\.yml\n +1 /);
  });
});
