import type { LogoReader } from '../../check/check-logo-pictures.ts';
import { checkRepository } from '../../check/check-repository.ts';
import { checkForm } from '../../check/form/check-form.ts';
import {
  hasPassed,
  type Look,
  printAsAnnotations,
  printAsJson,
  printAsText,
} from '../../check/print-findings.ts';
import { problemFinding } from '../../check/problem-finding.ts';
import { readBytes } from '../../checkout/checkout.ts';
import { takeSnapshot } from '../../checkout/read-repository.ts';
import { configurationPath } from '../../config/configuration.ts';
import type { Language } from '../../config/reply-languages.ts';
import { formPath } from '../../form/write-form.ts';
import type { Problem } from '../../problem/problem.ts';
import { success } from '../../problem/result.ts';
import { loadTemplates } from '../../templates.ts';
import { insideOnly, openConfigured } from '../input/repository.ts';
import { type ExitCode, exitCodeFor } from '../output/exit-code.ts';
import { describeForPrograms, printJson } from '../output/json-report.ts';
import { refuse } from '../output/refuse.ts';
import { printable, styled } from '../output/terminal.ts';

/** The options of `check`. */
export interface CheckOptions {
  readonly dir: string;
  readonly json?: boolean;
  readonly github?: boolean;
}

/** Runs `poweredby check`. */
export async function runCheck(options: CheckOptions): Promise<ExitCode> {
  const configured = await openConfigured(options.dir);
  if (!configured.ok) return refuseCheck(configured.problems, options, 'en');
  const { checkout, configuration } = configured.value;
  const { language } = configuration;
  const reader: LogoReader = {
    read: (path) => readBytes(checkout, path),
    measure: async (bytes) => (await import('../../logo/measure-logo.ts')).measureLogo(bytes),
  };
  const checked = await insideOnly(async () => {
    const snapshot = await takeSnapshot(checkout, configuration);
    const form = await readBytes(checkout, formPath);
    return success([
      ...checkForm(form && Buffer.from(form).toString(), configuration),
      ...(await checkRepository({ configuration, snapshot, reader })),
    ]);
  });
  if (!checked.ok) return refuseCheck(checked.problems, options, language);
  const templates = loadTemplates(language);
  const findings = checked.value;
  if (options.json === true) process.stdout.write(printAsJson(findings, templates));
  else if (options.github === true) process.stdout.write(printAsAnnotations(findings, templates));
  else process.stdout.write(printAsText(findings, templates, look));
  return hasPassed(findings) ? 0 : 1;
}

const look: Look = {
  paint: (severity, word) => styled(severity === 'error' ? 'red' : 'yellow', word),
  show: printable,
};

/** Tells why nothing could be checked. Only the configuration's problems name a line, which GitHub can mark. */
function refuseCheck(
  problems: readonly Problem[],
  { json = false, github = false }: CheckOptions,
  language: Language,
): ExitCode {
  if (json) {
    printJson({ ok: false, findings: [], problems: describeForPrograms(problems, language) });
    return exitCodeFor(problems);
  }
  if (github) {
    const findings = problems.map((each) => problemFinding(each, configurationPath));
    const marked = findings.filter(({ line }) => line !== undefined);
    process.stdout.write(printAsAnnotations(marked, loadTemplates(language)));
  }
  return refuse(problems, { language, onlyReads: true });
}
