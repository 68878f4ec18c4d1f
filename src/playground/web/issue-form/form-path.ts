import { basename } from 'node:path';
import { formPath as formFile } from '../../../form/write-form.ts';

/** The name of the repository's own issue form, as addresses and answers give it. */
export const formName = basename(formFile);

/** The path of the repository's own issue form. @param home the repository's; @param answers to fill in */
export function formPath(home: string, answers: URLSearchParams = new URLSearchParams()): string {
  return `${home}/issues/new?${new URLSearchParams([['template', formName], ...answers])}`;
}
