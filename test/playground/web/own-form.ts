import { readForm } from '../../../src/form/read-form.ts';
import type { Playground } from '../../../src/playground/playground.ts';
import { configurationAt, formText } from '../../../src/playground/read-configuration.ts';
import { needed } from '../../form/forms.ts';

/** The repository's form and configuration, read by the app's own code. */
export async function readFormText(playground: Playground) {
  const form = readForm((await formText(playground)) ?? '', needed);
  const configuration = await configurationAt(playground);
  if (!form.ok || !configuration?.ok) throw new Error('The demo is not ready');
  return { form: form.value, configuration: configuration.value };
}
