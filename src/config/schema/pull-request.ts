import * as z from 'zod';
import { type CommitMessages, usualBranchPrefix } from '../configuration.ts';
import { checkPlaceholders, line, refuse } from './texts.ts';

/** Of a commit: several lines, the first of which is also the title of the pull request. */
const message = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .regex(/^[^\p{Cc}]{1,200}(?:\n[^\p{Cc}]*)*$/u);

/** Messages of commits. */
export const commit = z
  .union([
    message,
    z.strictObject({
      add: message
        .optional()
        .describe('That adds a company; `Add {company} to {list}` in the `language`, if left out'),
      update: message.optional().describe('That changes an entry'),
      remove: message.optional().describe('That removes an entry'),
    }),
  ])
  .describe('Message of the commit, or one for each kind of change')
  .superRefine((given, context) => {
    const known = ['company', 'project', 'list'];
    if (typeof given === 'string') return checkPlaceholders(given, context, known);
    for (const [kind, text = ''] of Object.entries(given)) {
      checkPlaceholders(text, context, known, [], [kind]);
    }
  })
  .transform((given): CommitMessages => (typeof given === 'string' ? { add: given } : given));

const login = z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/);

/** Whether branches can be named so: by git's rules, and without what would be a command in a shell. */
function isBranchPrefix(prefix: string): boolean {
  if (!/^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/.test(prefix)) return false;
  return !/\.\.|\/[./]|\.(?:lock)?\//.test(prefix) && !/^refs\//.test(prefix);
}

/** How pull requests are opened. */
export const pullRequest = z
  .strictObject({
    'branch-prefix': z
      .string()
      .default(usualBranchPrefix)
      .describe('What the names of their branches begin with')
      .superRefine((prefix, context) => {
        if (!isBranchPrefix(prefix)) {
          refuse(context, 'configuration-branch-prefix-unfit', { prefix });
        }
      }),
    labels: z.array(line.max(50)).max(20).default([]).describe('Labels, beside ours'),
    assignees: z.array(login).max(10).default([]).describe('Who is assigned'),
    reviewers: z
      .array(z.union([login, z.string().regex(/^team:[\w.-]{1,100}$/)]))
      .max(15)
      .default([])
      .describe('Whose review is requested: logins, and teams of the organization as `team:SLUG`'),
    draft: z.boolean().default(false).describe('Open it as a draft'),
  })
  .describe('How pull requests are opened')
  .transform(({ 'branch-prefix': branchPrefix, ...rest }) => ({ branchPrefix, ...rest }));
