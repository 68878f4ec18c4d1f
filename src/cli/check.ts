import type { LogoReader } from '../check/check-logo-pictures.ts';
import { checkRepository } from '../check/check-repository.ts';
import {
  hasPassed,
  printAsAnnotations,
  printAsJson,
  printAsText,
} from '../check/print-findings.ts';
import { readBytes } from '../checkout/checkout.ts';
import { takeSnapshot } from '../checkout/read-repository.ts';
import { success } from '../problem/result.ts';
import { loadTemplates } from '../templates.ts';
import type { ExitCode } from './exit-code.ts';
import { refuse } from './refuse.ts';
import { insideOnly, openConfigured } from './repository.ts';
import { printable } from './terminal.ts';

/** The options of `check`. */
export interface CheckOptions {
  readonly dir: string;
  readonly json?: boolean;
  readonly github?: boolean;
}

/** Runs `poweredby check`. */
export async function runCheck(options: CheckOptions): Promise<ExitCode> {
  const configured = await openConfigured(options.dir);
  if (!configured.ok) return refuse(configured.problems, options);
  const { checkout, configuration } = configured.value;
  const { language } = configuration;
  const reader: LogoReader = {
    read: (path) => readBytes(checkout, path),
    measure: async (bytes) => (await import('../logo/measure-logo.ts')).measureLogo(bytes),
  };
  const checked = await insideOnly(async () => {
    const snapshot = await takeSnapshot(checkout, configuration);
    return success(await checkRepository({ configuration, snapshot, reader }));
  });
  if (!checked.ok) return refuse(checked.problems, { ...options, language });
  const templates = loadTemplates(language);
  const findings = checked.value;
  if (options.json === true) process.stdout.write(printAsJson(findings, templates));
  else if (options.github === true) process.stdout.write(printAsAnnotations(findings, templates));
  else process.stdout.write(lines(printAsText(findings, templates)));
  return hasPassed(findings) ? 0 : 1;
}

function lines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
