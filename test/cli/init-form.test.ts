import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { poweredby } from '../support/command-line.ts';
import { folderWith } from '../support/folders.ts';

const list = `# Adopters

| Organization | Environment | Description |
|---|---|---|
| [Anvil](https://anvil.example) | Production | Forges reports. |
| [Birch](https://birch.example) | Testing | Counts trees. |
| [Cedar](https://cedar.example) | Production | Sells chests. |
`;

let folder: string;
let configuration: string;
let form: string;

/** Replaces words in a file that have to be there. */
function edit(path: string, from: string | RegExp, to: string): void {
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

async function init(...words: readonly string[]) {
  return poweredby(['init', '--dir', folder, ...words]);
}

function fieldWithId(id: string) {
  const { body } = parse(readFileSync(form, 'utf8'));
  return body.find((field: { id?: string }) => field.id === id);
}

beforeEach(async () => {
  folder = folderWith({ 'ADOPTERS.md': list, 'README.md': '# Juniper\n' });
  configuration = join(folder, '.github/poweredby.yml');
  form = join(folder, '.github/ISSUE_TEMPLATE/powered-by.yml');
  expect((await init()).exitCode).toBe(0);
});

describe('poweredby init --form', () => {
  it('writes the form, and only it, from the configuration as somebody changed it', async () => {
    edit(
      configuration,
      /^ {2}Environment: .*$/m,
      '  Environment: {role: status, required: true, choices: [Production, Pilot]}',
    );
    const changed = readFileSync(configuration, 'utf8');
    const run = await init('--form');
    expect(run).toMatchObject({ exitCode: 0, errors: '' });
    expect(run.output.trim()).toBe('Written: .github/ISSUE_TEMPLATE/powered-by.yml');
    expect(fieldWithId('environment')).toMatchObject({
      type: 'dropdown',
      attributes: { options: ['Production', 'Pilot'] },
      validations: { required: true },
    });
    expect(readFileSync(configuration, 'utf8')).toBe(changed);
  });

  it('is what the configuration and a refusal name', async () => {
    expect(readFileSync(configuration, 'utf8')).toContain('poweredby init --form');
    expect(readFileSync(form, 'utf8')).toContain('poweredby init --form');
    rmSync(form);
    expect((await init()).errors).toContain('init --form');
    expect((await init('--form')).exitCode).toBe(0);
    expect(fieldWithId('company')).toBeDefined();
  });

  it('refuses a form that somebody edited, unless it is told to discard that', async () => {
    edit(form, 'Thank you', 'Many thanks');
    const edited = readFileSync(form, 'utf8');
    const refused = await init('--form');
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('--form --force');
    expect(readFileSync(form, 'utf8')).toBe(edited);
    expect((await init('--form', '--force')).exitCode).toBe(0);
    expect(readFileSync(form, 'utf8')).not.toContain('Many thanks');
  });

  it('does not take other line ends, blank lines or comments for edits', async () => {
    const written = readFileSync(form, 'utf8');
    writeFileSync(form, `# Ours.\n\n${written}`.replaceAll('\n', '\r\n'));
    expect((await init('--form')).exitCode).toBe(0);
    expect(readFileSync(form, 'utf8')).toBe(written);
  });

  it('refuses a form of which nothing tells who wrote it', async () => {
    edit(form, /^# checksum: .*$/m, '');
    expect((await init('--form')).exitCode).toBe(1);
  });

  it('needs a configuration that can be read, and no list', async () => {
    writeFileSync(configuration, 'pages: [');
    expect((await init('--form')).exitCode).toBe(2);
    rmSync(configuration);
    expect((await init('--form')).errors).toContain('poweredby.yml');
    expect((await init('--form', '--list', 'ADOPTERS.md')).exitCode).toBe(2);
  });
});
