import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runChild } from '../../../src/logo/process/run-child.ts';
import { folderWith } from '../../support/folders.ts';
import { svg } from '../pictures.ts';

/** A program in the place of the drawing process. */
function program(source: string): string {
  return join(folderWith({ 'child.mjs': source }), 'child.mjs');
}

const childEntry = new URL('../../../src/logo/process/child.ts', import.meta.url);

const picture = Buffer.alloc(3_000_000);

describe('the drawing process', () => {
  it('gives a logo', async () => {
    const outcome = await runChild(svg('viewBox="0 0 200 60"'), 64);
    expect(outcome).toMatchObject({
      kind: 'logo',
      logo: { size: 64, png: expect.any(Uint8Array) },
    });
  });

  it('is ended when it has had a processor for its time', async () => {
    const entry = program('for (;;);');
    expect(await runChild(picture, 64, { entry, time: 1_000 })).toEqual({ kind: 'too-slow' });
  });

  it('draws a picture that has to wait for a processor longer than its time', async () => {
    const entry = program(
      `await new Promise((resolve) => setTimeout(resolve, 2_500));
       await import(${JSON.stringify(childEntry)});`,
    );
    const outcome = await runChild(svg('viewBox="0 0 200 60"'), 64, { entry, time: 2_000 });
    expect(outcome).toMatchObject({ kind: 'logo' });
  });

  it('is killed where it gets no processor at all: that is not the picture’s fault', async () => {
    const entry = program('setInterval(() => {}, 1e6)');
    const outcome = await runChild(picture, 64, { entry, patience: 300 });
    expect(outcome).toEqual({ kind: 'no-processor' });
  });

  it('is killed in the middle of a filter that would take minutes', async () => {
    const blur = '<feMorphology operator="dilate" radius="90"/><feGaussianBlur stdDeviation="90"/>';
    const slow = `<filter id="f">${blur.repeat(40)}</filter><rect width="200" height="60" filter="url(#f)"/>`;
    const outcome = await runChild(svg('viewBox="0 0 200 60"', slow), 600, { time: 1_500 });
    expect(outcome).toEqual({ kind: 'too-slow' });
  });

  it.runIf(process.platform === 'linux')('is killed when it holds too much memory', async () => {
    const entry = program(
      `const held = []; setInterval(() => held.push(Buffer.alloc(8 << 20, 1)), 5);`,
    );
    const outcome = await runChild(picture, 64, { entry, memory: 150 * 1024 * 1024 });
    expect(outcome).toEqual({ kind: 'too-much-memory' });
  });

  it.runIf(process.platform === 'linux')('is given no memory far past its limit', async () => {
    const entry = program('Buffer.alloc(1400 * 1024 * 1024, 1)');
    expect(await runChild(picture, 64, { entry })).toEqual({ kind: 'crashed' });
  });

  it.each([
    ['dies at once', 'process.exit()'],
    ['throws', 'throw new Error("no")'],
    ['kills itself', 'process.kill(process.pid, "SIGSEGV")'],
    ['answers nonsense', 'import fs from "node:fs"; fs.writeSync(3, "nonsense")'],
    [
      'answers half',
      'import fs from "node:fs"; fs.writeSync(3, "poweredby logo 1\\n\\0\\0\\0\\x09{")',
    ],
    [
      'answers no JSON',
      'import fs from "node:fs"; fs.writeSync(3, "poweredby logo 1\\n\\0\\0\\0\\x01{")',
    ],
    ['is not there', undefined],
  ])('is said to have crashed where it %s', async (_, source) => {
    const entry = source === undefined ? '/nowhere/child.mjs' : program(source);
    expect(await runChild(picture, 64, { entry })).toEqual({ kind: 'crashed' });
  });

  it('is not waited for for ever where a process of its own holds the pipe', async () => {
    const entry = program(
      `import { spawn } from 'node:child_process';
       spawn(process.execPath, ['-e', 'setTimeout(() => {}, 1500)'], { stdio: [0, 1, 2, 3] });
       process.exit();`,
    );
    expect(await runChild(picture, 64, { entry, patience: 400 })).toEqual({ kind: 'no-processor' });
  });

  it('sees nothing of the environment', async () => {
    process.env['PARCEL_SECRET'] = 'hidden';
    const entry = program(
      `import fs from 'node:fs';
       const header = JSON.stringify({ kind: 'fault', message: Object.keys(process.env).sort().join() });
       const length = Buffer.alloc(4);
       length.writeUInt32BE(header.length);
       fs.writeSync(3, Buffer.concat([Buffer.from('poweredby logo 1\\n'), length, Buffer.from(header)]));`,
    );
    const outcome = await runChild(picture, 64, { entry });
    expect(outcome).toMatchObject({
      kind: 'fault',
      message: expect.not.stringContaining('SECRET'),
    });
    delete process.env['PARCEL_SECRET'];
  });
});
