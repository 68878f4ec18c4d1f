import { type Checkout, openCheckout } from '../../checkout/checkout.ts';
import { sourceTreeOf } from '../../checkout/source-tree.ts';
import { writeFiles } from '../../checkout/write-files.ts';
import type { Language } from '../../config/reply-languages.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { describeSetup } from '../../setup/describe-setup.ts';
import { planForm } from '../../setup/plan-form.ts';
import { type SetupReport, setUp } from '../../setup/set-up.ts';
import { addWorkflow, isConfigured, readSetup } from '../../setup/workflow/add-workflow.ts';
import { type ActionReference, readActionReference } from '../../setup/workflow/write-workflow.ts';
import { loadTemplates, readTemplate } from '../../templates.ts';
import { readSetupTemplates } from '../../written-form.ts';
import { askForList, isOnTerminal } from '../input/ask-for-list.ts';
import { readOwnAction } from '../input/own-action.ts';
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
  /** Write only the form, from the configuration as it is. */
  readonly form?: boolean;
  /** The list to set up: a file, and behind `#` the heading above the list or the key to it. */
  readonly list?: string;
  /** The language of comments and the form. */
  readonly language?: Language;
  /** Also write the workflow of the Action: this one, or `true` for that of this installation. */
  readonly action?: string | true;
}

/** Runs `poweredby init`. */
export async function runInit(options: InitOptions): Promise<ExitCode> {
  const { dir, action } = options;
  const refused = (problems: readonly Problem[]): ExitCode => refuse(problems, {});
  const checkout = await openCheckout(dir);
  if (checkout === undefined)
    return refused([problem('checkout-missing', 'dir', { directory: dir })]);
  const report = await insideOnly(() => plan(checkout, options));
  if (!report.ok) return refused(report.problems);
  const { language } = report.value.configuration;
  try {
    await writeFiles(checkout, report.value.changes);
  } catch (error) {
    return refused([whyNotWritten(error)]);
  }
  for (const line of describeSetup(report.value, loadTemplates(language))) print(printable(line));
  print('');
  for (const { path } of report.value.changes) {
    print(styled('bold', phrase(language, 'init-written', { path })));
  }
  print('');
  // Where the repository was set up before, only the workflow is new.
  if (report.value.changes.length > 1) print(phrase(language, 'init-next'));
  if (action !== undefined) print(phrase(language, 'init-next-action'));
  return 0;
}

async function plan(
  checkout: Checkout,
  { force = false, form = false, list, language, action }: InitOptions,
): Promise<Result<SetupReport>> {
  if (form) return planForm(checkout, force, readSetupTemplates());
  const reference = action === undefined ? success(undefined) : referenceOf(action);
  if (!reference.ok) return reference;
  const ask = isOnTerminal() ? askForList : undefined;
  const isSetUp = reference.value && !force && (await isConfigured(checkout));
  const report = isSetUp
    ? await readSetup(checkout)
    : await setUp(sourceTreeOf(checkout), {
        force,
        templates: readSetupTemplates(),
        list,
        language,
        ask,
      });
  if (!report.ok || !reference.value) return report;
  return addWorkflow(checkout, report.value, reference.value, {
    force,
    template: readTemplate('workflow.yml'),
  });
}

function referenceOf(action: string | true): Result<ActionReference> {
  const own = action === true ? readOwnAction() : readActionReference(action);
  if (own) return success(own);
  return failure(
    action === true
      ? problem('setup-action-unknown', '--action')
      : problem('setup-action-unfit', '--action', { value: action }),
  );
}
