import { openCheckout } from '../../checkout/checkout.ts';
import { writeFiles } from '../../checkout/write-files.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { describeSetup } from '../../setup/describe-setup.ts';
import { setUp } from '../../setup/set-up.ts';
import { loadTemplates, readDefaultLinkTexts, readTemplate } from '../../templates.ts';
import { askForList, isOnTerminal } from '../input/ask-for-list.ts';
import { insideOnly } from '../input/repository.ts';
import type { ExitCode } from '../output/exit-code.ts';
import { phrase } from '../output/phrases.ts';
import { refuse } from '../output/refuse.ts';
import { print, printable, styled } from '../output/terminal.ts';
import { whyNotWritten } from '../output/why-not-written.ts';

/** The options of `init`. */
export interface InitOptions {
  readonly dir: string;
  readonly force?: boolean;
  /** The list to set up: a file, and behind `#` the heading above the list or the key to it. */
  readonly list?: string;
}

/** Runs `poweredby init`. */
export async function runInit({ dir, force = false, list }: InitOptions): Promise<ExitCode> {
  const refused = (problems: readonly Problem[]): ExitCode => refuse(problems, {});
  const checkout = await openCheckout(dir);
  if (checkout === undefined)
    return refused([problem('checkout-missing', 'dir', { directory: dir })]);
  const templates = {
    configuration: readTemplate('configuration.yml'),
    form: (language: string) => readTemplate(`${language}/issue-form.yml`),
    linkTexts: readDefaultLinkTexts(),
  };
  const ask = isOnTerminal() ? askForList : undefined;
  const report = await insideOnly(() => setUp(checkout, { force, templates, list, ask }));
  if (!report.ok) return refused(report.problems);
  try {
    await writeFiles(checkout, report.value.changes);
  } catch (error) {
    return refused([whyNotWritten(error)]);
  }
  const { language } = report.value.configuration;
  for (const line of describeSetup(report.value, loadTemplates(language))) print(printable(line));
  print('');
  for (const { path } of report.value.changes) {
    print(styled('bold', phrase(language, 'init-written', { path })));
  }
  print('', phrase(language, 'init-next'));
  return 0;
}
