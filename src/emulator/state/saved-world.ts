import * as z from 'zod';
import { reactionContents, roles } from '../world/model.ts';
import { noRules, pullPolicies, restrictions } from '../world/repository-rules.ts';

/** What refers to something else holds its `id`. */
const reference = z.int();

const date = z.iso.datetime().transform((text) => new Date(text));

const node = { id: z.int(), nodeId: z.string(), createdAt: date };

const account = z.object({
  ...node,
  kind: z.literal('account'),
  login: z.string(),
  type: z.literal(['User', 'Organization', 'Bot']),
  isGone: z.boolean().default(false),
});

const reaction = z.object({
  ...node,
  kind: z.literal('reaction'),
  content: z.literal(Object.keys(reactionContents) as (keyof typeof reactionContents)[]),
  author: reference,
});

const label = z.object({
  ...node,
  kind: z.literal('label'),
  name: z.string(),
  color: z.string(),
  description: z.string().nullable(),
});

const comment = z.object({
  ...node,
  kind: z.literal('comment'),
  author: reference,
  body: z.string(),
  updatedAt: date,
  lastEditedAt: date.nullable(),
  minimizedReason: z.string().nullable().default(null),
  reactions: z.array(reaction),
  isHidden: z.boolean().default(false),
});

const happening = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ClosedEvent'), closer: reference.nullable() }),
  z.object({
    type: z.literal(['ReopenedEvent', 'LockedEvent', 'UnlockedEvent', 'HeadRefDeletedEvent']),
  }),
  z.object({ type: z.literal(['LabeledEvent', 'UnlabeledEvent']), label: reference }),
  z.object({ type: z.literal('MergedEvent'), oid: z.string() }),
  z.object({ type: z.literal('RenamedTitleEvent'), from: z.string(), to: z.string() }),
  z.object({ type: z.literal('HeadRefForcePushedEvent'), before: z.string(), after: z.string() }),
  z.object({
    type: z.literal('PullRequestReview'),
    state: z.literal('APPROVED'),
    oid: z.string(),
  }),
]);

const event = z.object({ ...node, kind: z.literal('event'), actor: reference, happening });

const changes = z.object({
  additions: z.int(),
  deletions: z.int(),
  files: z.array(
    z.object({
      path: z.string(),
      status: z.literal(['added', 'modified', 'removed']),
      additions: z.int(),
      deletions: z.int(),
    }),
  ),
});

const pull = z.object({
  id: z.int(),
  headRefName: z.string(),
  fork: reference.nullable().default(null),
  baseRefName: z.string(),
  headOid: z.string(),
  baseOid: z.string(),
  commits: z.int(),
  changes,
  isDraft: z.boolean().default(false),
  requestedReviewers: z.array(z.string()).default([]),
  requestedTeams: z.array(z.string()).default([]),
  merged: z.object({ at: date, by: reference, oid: z.string() }).nullable(),
});

const issue = z.object({
  ...node,
  kind: z.literal('issue'),
  number: z.int(),
  author: reference,
  pull: pull.optional(),
  title: z.string(),
  body: z.string(),
  isOpen: z.boolean(),
  stateReason: z.literal(['COMPLETED', 'NOT_PLANNED', 'REOPENED']).nullable(),
  closedAt: date.nullable(),
  closedBy: reference.nullable(),
  isLocked: z.boolean(),
  updatedAt: date,
  lastEditedAt: date.nullable(),
  labels: z.array(reference),
  assignees: z.array(z.string()).default([]),
  comments: z.array(comment),
  reactions: z.array(reaction),
  timeline: z.array(event),
});

const rules = z.object({
  source: z.literal(['ruleset', 'protection']),
  restricts: z.array(z.literal(restrictions)).readonly(),
  prefix: z.string(),
  messagePattern: z.string(),
  bypass: z.array(z.string()).readonly(),
  pulls: z.literal(pullPolicies),
});

const checkRun = z.object({
  id: z.int(),
  nodeId: z.string(),
  headOid: z.string(),
  startedAt: date,
  name: z.string(),
  externalId: z.string(),
  detailsUrl: z.string().nullable(),
  status: z.literal(['queued', 'in_progress', 'completed']),
  conclusion: z.string().nullable(),
  completedAt: date.nullable(),
  title: z.string().nullable(),
  summary: z.string().nullable(),
  text: z.string().nullable(),
  annotations: z.array(
    z.object({
      path: z.string(),
      start_line: z.int(),
      end_line: z.int(),
      annotation_level: z.literal(['notice', 'warning', 'failure']),
      message: z.string(),
      title: z.string().optional(),
    }),
  ),
});

const repository = z.object({
  ...node,
  kind: z.literal('repository'),
  owner: reference,
  name: z.string(),
  /** Each with its owner, as `apache/flink`. */
  formerNames: z.array(z.string()),
  defaultBranch: z.string(),
  isPrivate: z.boolean(),
  deletesMergedBranches: z.boolean().default(false),
  isArchived: z.boolean(),
  rules: rules.default(noRules),
  pushedAt: date,
  roles: z.array(z.tuple([z.string(), z.literal(roles)])),
  teams: z
    .array(
      z.tuple([
        z.string(),
        z.object({ role: z.literal(roles), members: z.array(z.string()).readonly() }),
      ]),
    )
    .default([]),
  labels: z.array(label),
  issues: z.array(issue),
  goneIssues: z.array(z.tuple([z.int(), reference.nullable()])),
  checkRuns: z.array(checkRun).default([]),
  nextNumber: z.int(),
});

const installation = z.object({
  id: z.int(),
  account: reference,
  repositories: z.array(reference),
  createdAt: date,
  suspendedAt: date.nullable(),
  unaccepted: z.array(z.string()).readonly().default([]),
});

/** A world as it is written down: a tree, with ids for what is elsewhere. */
export const savedWorld = z.object({
  lastId: z.int(),
  accounts: z.array(account),
  repositories: z.array(repository),
  installations: z.array(installation),
});

export type SavedWorld = z.output<typeof savedWorld>;
export type SavedRepository = z.output<typeof repository>;
export type SavedIssue = z.output<typeof issue>;
export type SavedEvent = z.output<typeof event>;
export type SavedReaction = z.output<typeof reaction>;
