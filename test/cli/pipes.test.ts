import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { NothingWritten, readPieces } from '../../src/cli/input/read-pieces.ts';
import { copyOfExample, example, poweredby } from '../support/command-line.ts';
import { folderWith } from '../support/folders.ts';

/** A new pipe, and what else belongs into its folder. */
function pipe(): string {
  const path = join(folderWith({}), 'pipe');
  execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', path]);
  return path;
}

/** Runs a line of the shell while the test goes on. */
function run(line: string, ...words: readonly string[]): void {
  const child = spawn('/bin/sh', ['-c', line, ...words], { stdio: 'ignore' });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
}

async function textOf(path: string, patience = { withoutWriter: 300, withWriter: 300 }) {
  const pieces: Uint8Array[] = [];
  for await (const piece of readPieces(path, patience)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe.skipIf(process.platform === 'win32')('a pipe', () => {
  it('to which nobody writes is refused as a logo, and as a form', async () => {
    const site = copyOfExample();
    const given = await Promise.all([
      poweredby(['logo', pipe(), join(site, 'out.png')]),
      poweredby(['add', '--dir', site, '--form', example.form, '--logo', pipe()]),
      poweredby(['add', '--dir', site, '--form', pipe(), '--logo', example.logo]),
    ]);
    for (const { exitCode, errors } of given) {
      expect(exitCode).toBe(2);
      expect(errors).toContain('no program writes to it');
    }
  });

  it('is a logo like a file where somebody writes to it', async () => {
    const path = pipe();
    run('sleep 1; cat "$0" > "$1"', example.logo, path);
    const out = join(folderWith({}), 'out.png');
    expect(await poweredby(['logo', path, out])).toMatchObject({ exitCode: 0, errors: '' });
    const file = join(folderWith({}), 'file.png');
    await poweredby(['logo', example.logo, file]);
    expect(readFileSync(out)).toEqual(readFileSync(file));
  });

  it('is waited for while its writer is at work', async () => {
    const path = pipe();
    run('exec 3> "$0"; sleep 1; echo one >&3; sleep 1; echo two >&3', path);
    const patience = { withoutWriter: 5_000, withWriter: 5_000 };
    expect(await textOf(path, patience)).toBe('one\ntwo\n');
  });

  it('whose writer says nothing is given up too', async () => {
    const path = pipe();
    run('exec 3<> "$0"; sleep 60', path);
    await expect(textOf(path)).rejects.toThrow(NothingWritten);
  });
});

describe('what is no file', () => {
  it.each(['/dev/null', '/dev/zero', '/', '/nothing'])('is refused: %s', async (path) => {
    const run = await poweredby(['logo', path, join(folderWith({}), 'out.png')]);
    expect([1, 2]).toContain(run.exitCode);
    expect(run.errors).toMatch(/^✗ /);
  });
});
