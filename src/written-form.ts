import type { Configuration } from './config/configuration.ts';
import type { Language } from './config/reply-languages.ts';
import { writeForm } from './form/write-form.ts';
import { loadTemplates, readDefaultLinkTexts, readTemplate } from './templates.ts';

/** The text of the issue form for a repository, in the configuration's language. */
export function writtenForm(configuration: Configuration): string {
  return writeForm(readTemplate(`${configuration.language}/issue-form.yml`), configuration);
}

/** The texts with which set-up writes a configuration and a form, as `SetupOptions` asks for them. */
export function readSetupTemplates() {
  return {
    configuration: readTemplate('configuration.yml'),
    form: writtenForm,
    linkTexts: readDefaultLinkTexts(),
    message: (language: Language) => loadTemplates(language).commits.add,
  };
}
