import * as z from 'zod';
import { type FormField, fieldTypes } from '../../../form/form-field.ts';
import { problemCodes } from '../../../problem/codes.ts';
import { remarkCodes } from '../../../problem/remark.ts';
import { acts, quotaOwners, type Refusal, type Status } from '../../../words/comment-content.ts';
import { type AskedBefore, type ChangeKind, changes } from '../../../words/pull-content.ts';
import { type AnsweredCommands, answeredCommands } from '../commands/answered-commands.ts';
import { readMarker } from './marker.ts';
import type { Reviewed } from './reviewed.ts';

/** What a pull request of ours notes of itself. */
export interface PullNote {
  readonly issue: number;
  readonly company: string;
  readonly change: ChangeKind;
  /** The login of whom it was asked by. */
  readonly submitter: string;
  /** Of that account. */
  readonly submitterId?: number | undefined;
  /** Whether merging it closes the issue. */
  readonly closesIssue: boolean;
  /** The branch that it was opened for, the default one then. */
  readonly base?: string | undefined;
  /** The commit that was published last, and the digest of all that it follows from. */
  readonly published?: { readonly commit: string; readonly digest: string } | undefined;
  /** The form by which the issue was read. */
  readonly form?: readonly FormField[] | undefined;
  readonly reviewed?: Reviewed | undefined;
  /** Whose request for the same entry was merged before. */
  readonly askedBefore?: AskedBefore | undefined;
}

/** What our comment on an issue notes of the last job. */
export interface CommentNote {
  /** Of all that decided what was done; empty where time alone may change it. */
  readonly digest: string;
  /** The commit that was published last. */
  readonly commit?: string | undefined;
  /** What the names of the issue's branches begin with, once there was a pull request. */
  readonly branchPrefix?: string | undefined;
  /** The label that the issue has had: that it is not there any more means that somebody took it off. */
  readonly label?: string | undefined;
  /** The label that said where the submission was, if one did. */
  readonly stateLabel?: string | undefined;
  /** Whether the issue was taken for a form before we set the label: that alone does not make it one. */
  readonly isForm?: boolean | undefined;
  /** The form by which the issue was read. */
  readonly form?: readonly FormField[] | undefined;
  /** The commands that have an answer. */
  readonly answered?: AnsweredCommands | undefined;
  readonly reviewed?: Reviewed | undefined;
  readonly status: Status;
  /** What the submitter was told of: see `notificationCauses`. */
  readonly told?: readonly string[] | undefined;
  readonly refused?: RefusedBefore | undefined;
}

/** What GitHub refused when it was tried last: it is tried again when it would follow from something else, and each day. */
export interface RefusedBefore {
  /** In seconds since 1970. */
  readonly at: number;
  /** A digest of what it followed from. */
  readonly after: string;
  readonly refusals: readonly Refusal[];
}

const values = z.record(z.string(), z.union([z.string(), z.number()]));
const problem = z.object({ code: z.enum(problemCodes), field: z.string(), values });
const remark = z.object({
  code: z.enum(remarkCodes),
  values,
  about: z.literal('dark-logo').optional(),
});
const labelled = z.object({
  problem,
  label: z.string().optional(),
  key: z.string().optional(),
});
const change = z.enum(changes);
const company = z.string();
const pull = z.int();
const askedIn = z.literal('comment').optional();

const status = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('problems'),
    problems: z.array(labelled),
    pull: pull.optional(),
    askedIn,
  }),
  z.object({ kind: z.literal('logo-waiting'), problems: z.array(labelled), pull: pull.optional() }),
  z.object({
    kind: z.literal('proposed'),
    change,
    company,
    pull,
    remarks: z.array(remark),
    isPushedTo: z.boolean(),
    askedIn,
  }),
  z.object({ kind: z.literal('waiting'), company, pull: pull.optional() }),
  z.object({ kind: z.literal('merged'), change, company, pull }),
  z.object({ kind: z.literal('refused'), company, pull: pull.optional() }),
  z.object({
    kind: z.literal('form-wanted'),
    form: z.string().optional(),
    lines: z.string(),
    hasSeveral: z.boolean(),
    hasNoLogo: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('nothing-to-change'), company }),
  z.object({ kind: z.literal('withdrawn') }),
  z.object({ kind: z.literal('issue-closed') }),
  z.object({ kind: z.literal('label-taken-off'), label: z.string() }),
  z.object({ kind: z.literal('pull-closed'), pull }),
  z.object({
    kind: z.literal('repository-broken'),
    problems: z.array(problem),
    file: z.string().optional(),
  }),
  z.object({
    kind: z.literal('quota'),
    whose: z.enum(quotaOwners),
    limit: z.int(),
  }),
  z.object({ kind: z.literal('none') }),
]);

const logo = z.object({
  address: z.string(),
  fingerprint: z.string(),
  settings: z.string(),
  oid: z.string(),
  remarks: z.array(remark),
});
const reviewed = z
  .strictObject({
    content: z.string().optional(),
    logo: logo.optional(),
    darkLogo: logo.optional(),
  })
  .optional();

const refusal = z.object({ act: z.enum(acts), problem });
const form = z
  .array(
    z.object({
      id: z.string(),
      type: z.enum(fieldTypes),
      label: z.string(),
      required: z.boolean(),
      placeholder: z.string().optional(),
      value: z.string().optional(),
      render: z.string().optional(),
      options: z.array(z.object({ label: z.string(), required: z.boolean() })).optional(),
    }),
  )
  .optional();

const commentNote = z.object({
  digest: z.string(),
  commit: z.string().optional(),
  branchPrefix: z.string().optional(),
  label: z.string().optional(),
  stateLabel: z.string().optional(),
  isForm: z.boolean().optional(),
  form,
  answered: answeredCommands.optional(),
  reviewed,
  status,
  told: z.array(z.string()).optional(),
  refused: z.object({ at: z.int(), after: z.string(), refusals: z.array(refusal) }).optional(),
});

const pullNote = z.object({
  issue: z.int(),
  company,
  change,
  submitter: z.string(),
  submitterId: z.int().optional(),
  closesIssue: z.boolean(),
  base: z.string().optional(),
  published: z.object({ commit: z.string(), digest: z.string() }).optional(),
  form,
  reviewed,
  askedBefore: z.object({ login: z.string(), issue: z.int() }).optional(),
});

/** Reads the note in a comment of ours; nothing where it has none that we understand. */
export function readCommentNote(body: string): CommentNote | undefined {
  return commentNote.safeParse(readMarker(body)).data as CommentNote | undefined;
}

/** Reads the note in a pull request of ours; nothing where it has none that we understand. */
export function readPullNote(body: string): PullNote | undefined {
  return pullNote.safeParse(readMarker(body)).data as PullNote | undefined;
}
