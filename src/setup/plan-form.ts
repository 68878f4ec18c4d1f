import { type Checkout, readBytes } from '../checkout/checkout.ts';
import { readConfigurationOf } from '../checkout/read-repository.ts';
import { isAsWritten } from '../form/form-checksum.ts';
import { formPath } from '../form/write-form.ts';
import { problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import type { SetupTemplates } from './plan-setup.ts';
import type { SetupReport } from './set-up.ts';

/**
 * Plans the form, and nothing else, from the configuration as it is.
 *
 * @param force whether a form that somebody edited is overwritten
 * @returns a problem where there is such a form, or no configuration that can be read
 */
export async function planForm(
  checkout: Checkout,
  force: boolean,
  { form }: SetupTemplates,
): Promise<Result<SetupReport>> {
  const read = await readConfigurationOf(checkout);
  if (!read.ok) return read;
  const configuration = read.value;
  const existing = await readBytes(checkout, formPath);
  if (existing && !force && !isAsWritten(Buffer.from(existing).toString())) {
    return failure(problem('setup-form-edited', formPath));
  }
  const changes = [{ path: formPath, content: form(configuration) }];
  return success({ configuration, changes, notes: [], problems: [] });
}
