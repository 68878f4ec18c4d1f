import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { logoSizes } from '../../config/logo-sizes.ts';
import { normaliseLogo } from '../../logo/normalise-logo.ts';
import { problem } from '../../problem/problem.ts';
import { loadTemplates } from '../../templates.ts';
import { describeRemark } from '../../words/describe-remark.ts';
import { readGiven } from '../input/read-given.ts';
import type { ExitCode } from '../output/exit-code.ts';
import { phrase } from '../output/phrases.ts';
import { logoLine } from '../output/proposal-lines.ts';
import { refuse } from '../output/refuse.ts';
import { print, printable, styled } from '../output/terminal.ts';

/** Runs `poweredby logo`: normalizes one picture, to see the result. */
export async function runLogo(
  source: string,
  target: string,
  { size = logoSizes.usual }: { readonly size?: number },
): Promise<ExitCode> {
  if (!target.toLowerCase().endsWith('.png') || resolve(source) === resolve(target)) {
    return refuse([problem('logo-target-unfit', 'out', { file: target })], {});
  }
  const read = await readGiven(source, 'in');
  if (!read.ok) return refuse(read.problems, {});
  const logo = await normaliseLogo(read.value.bytes, { size });
  if (!logo.ok) return refuse(logo.problems, {});
  try {
    await writeFile(target, logo.value.png);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse([problem('files-not-written', 'out', { reason })], {});
  }
  const templates = loadTemplates('en');
  print(styled('bold', phrase('en', 'logo-written', { path: target })));
  print(`  ${logoLine(logo.value, { language: 'en' })}`);
  for (const each of logo.value.remarks) {
    print(`${styled('yellow', '!')} ${printable(describeRemark(each, templates).message)}`);
  }
  return 0;
}
