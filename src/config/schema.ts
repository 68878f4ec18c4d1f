import * as z from 'zod';
import {
  formatIds,
  formatTraits,
  markups,
  orders,
  reformats,
  submissionStates,
} from './configuration.ts';
import { checkLogoPlace, checkPagePaths } from './page-paths.ts';
import { defaultLanguage, languages } from './reply-languages.ts';
import { fields, group } from './schema/fields.ts';
import { refuseLargeForm } from './schema/form-size.ts';
import { logo } from './schema/logo.ts';
import { commit, pullRequest } from './schema/pull-request.ts';
import { line, pathInRepository, refuse, template } from './schema/texts.ts';

const localePattern = /^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/;

const pages = z
  .record(z.string().regex(localePattern), pathInRepository('The page, from the repository’s root'))
  .describe(
    'Each locale’s page. The first locale is the one in which companies describe themselves.',
  )
  .superRefine((byLocale, context) => {
    if (Object.keys(byLocale).length === 0)
      refuse(context, 'configuration-not-a-list-of-pages', {});
    const seen = new Map<string, string>();
    for (const [locale, path] of Object.entries(byLocale)) {
      const other = seen.get(path);
      if (other !== undefined) {
        refuse(context, 'configuration-page-twice', { path, locale, other }, [locale]);
      }
      seen.set(path, locale);
    }
  });

const quota = z
  .strictObject({
    submitter: z.int().min(1).max(10_000).default(5).describe('By one person'),
    repository: z.int().min(1).max(10_000).default(30).describe('By all together'),
  })
  .describe('Submissions a day');

const labelName = line.max(50);

const stateLabels = z
  .union([z.boolean(), z.partialRecord(z.enum(submissionStates), labelName)])
  .describe('Labels that say where a submission is: `true` for the usual ones, or their names')
  .transform((given) => (given === false ? {} : given));

/** The one description of `.github/poweredby.yml`: types, defaults, checks and the JSON Schema come from it. */
export const configurationSchema = z
  .strictObject({
    pages,
    format: z
      .enum(formatIds)
      .default('front-matter-table')
      .describe('How the list is written on the pages'),
    within: line
      .optional()
      .describe('Which list of a page: the heading above it, or the key to it in its data'),
    table: line
      .optional()
      .describe('The key under `tables:` in a page’s front matter; `powered-by` if left out'),
    markup: z
      .enum(markups)
      .default('none')
      .describe(
        'What markup in texts does: nothing, or links, emphasis and code in Markdown files',
      ),
    fields: fields.default({}),
    group: group.optional(),
    'http-links': z
      .boolean()
      .default(false)
      .describe('Whether links may begin with `http:`; `https:` is suggested all the same'),
    reformat: z
      .enum(reformats)
      .optional()
      .describe('What a change may write anew around its entry: the padding of the whole table'),
    project: line
      .optional()
      .describe('The project’s name, as sentences use it; “this project” if left out'),
    logo: logo.prefault({}),
    'link-text': z
      .record(z.string().regex(localePattern), template('Text of the link', ['company', 'project']))
      .default({})
      .describe('For each locale, the text of a company’s link where it gave none'),
    order: z
      .enum(orders)
      .default('as-is')
      .describe(
        'Where a new company goes: the next free place, the first one, by its name, or as the list is ordered today',
      ),
    label: labelName.default('powered-by').describe('Label of the issues'),
    'state-labels': stateLabels.prefault(false),
    open: z
      .enum(['automatically', 'on-command'])
      .default('automatically')
      .describe('When a pull request is opened: at once, or after a maintainer’s `/poweredby add`'),
    commit: commit.prefault({}),
    'pull-request': pullRequest.prefault({}),
    'co-author': z
      .boolean()
      .default(true)
      .describe('Whether the submitter is named as co-author of the commit'),
    language: z
      .enum(languages)
      .default(defaultLanguage)
      .describe('Language of what is written to people'),
    quota: quota.prefault({}),
  })
  .superRefine((configuration, context) => {
    for (const locale of Object.keys(configuration['link-text'])) {
      if (!Object.hasOwn(configuration.pages, locale)) {
        refuse(context, 'configuration-locale-unknown', { locale }, ['link-text', locale]);
      }
    }
  })
  .superRefine(({ format, logo }, context) => {
    const isNone = logo === 'none';
    // Each of its cells is a logo, with a text below it.
    if (format === 'front-matter-table' && (isNone || !logo.required)) {
      refuse(
        context,
        'configuration-logo-needed',
        { format },
        isNone ? ['logo'] : ['logo', 'required'],
      );
    }
  })
  .superRefine(({ format, fields: all }, context) => {
    if (formatTraits[format].hasSeveralLinks) return;
    for (const [name, { role, multiple }] of Object.entries(all)) {
      if (role !== 'homepage' || multiple !== true) continue;
      refuse(context, 'configuration-links-not-in-table', {}, ['fields', name, 'multiple']);
    }
  })
  .superRefine(checkPagePaths)
  .superRefine(checkLogoPlace)
  .superRefine(({ label, 'state-labels': stateLabels }, context) => {
    if (stateLabels === true) return;
    for (const [state, name] of Object.entries(stateLabels)) {
      if (name.toLowerCase() !== label.toLowerCase()) continue;
      refuse(context, 'configuration-label-twice', { label }, ['state-labels', state]);
    }
  })
  .superRefine(refuseLargeForm)
  .describe('Configuration of Powered By: .github/poweredby.yml');
