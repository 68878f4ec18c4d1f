import { timestamp } from '../../clock.ts';
import { EmulatorGap } from '../../gaps.ts';
import { issuePage, timestampOrNull } from '../../shapes/issue-shape.ts';
import type { Comment, Happening, Issue, TimelineEvent } from '../../world/model.ts';
import { connect } from '../connection.ts';
import { type Arguments, type Fields, type Resolver, readObject, readRef } from '../context.ts';

/** What GitHub lists of things that happen here, and the emulator keeps no list of. */
const lacking = new Set([
  'BASE_REF_DELETED_EVENT',
  'BASE_REF_FORCE_PUSHED_EVENT',
  'COMMENT_DELETED_EVENT',
  'CROSS_REFERENCED_EVENT',
  'HEAD_REF_RESTORED_EVENT',
  'MENTIONED_EVENT',
  'PULL_REQUEST_COMMIT',
  'REFERENCED_EVENT',
  'SUBSCRIBED_EVENT',
  'TRANSFERRED_EVENT',
]);

/** A type's name as `itemTypes` writes it: `ClosedEvent` is `CLOSED_EVENT`. */
function itemType(item: TimelineEvent | Comment): string {
  const type = item.kind === 'event' ? item.happening.type : 'IssueComment';
  return type.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}

/** What happened to an issue or a pull request, the oldest first. */
export function timelineItems(issue: Issue, args: Arguments) {
  const types = args['itemTypes'] as readonly string[] | undefined;
  const gap = types ? types.find((type) => lacking.has(type)) : 'every item type';
  if (gap) throw new EmulatorGap(`The emulator does not have ${gap} of timelineItems`);
  const since = args['since'] === undefined ? new Date(0) : new Date(String(args['since']));
  const wanted = [...issue.timeline, ...issue.comments]
    .filter((item) => types?.includes(itemType(item)) && item.createdAt >= since)
    .sort((one, other) => one.id - other.id)
    .slice(Number(args['skip'] ?? 0));
  const connection = connect('timelineItems', wanted, args, ({ nodeId }) => nodeId);
  return {
    ...connection,
    filteredCount: connection.totalCount,
    pageCount: connection.nodes.length,
    updatedAt: timestampOrNull(issue.updatedAt),
  };
}

const eventFields: Fields<TimelineEvent> = {
  id: ({ nodeId }) => nodeId,
  actor: ({ actor }) => (actor.isGone ? null : actor),
  createdAt: ({ createdAt }) => timestamp(createdAt),
};

/** Gives what an entry of this type has beside others. */
function detail({ happening }: TimelineEvent, key: string): unknown {
  return Object.entries(happening).find(([each]) => each === key)?.[1];
}

function commit(event: TimelineEvent, key: string) {
  return readObject(event.issue.repository, String(detail(event, key)));
}

function branch({ repository, pull }: Issue, name: 'baseRefName' | 'headRefName') {
  return readRef(repository, `refs/heads/${pull?.[name]}`);
}

const url: Resolver<TimelineEvent> = ({ issue, id }, _, { addresses }) =>
  `${issuePage(issue, addresses)}#event-${id}`;

const label: Resolver<TimelineEvent> = (event) => detail(event, 'label');

const subject: Resolver<TimelineEvent> = ({ issue }) => issue;

/** The entries of a timeline, by the names of their types. */
export const timelineFields: Readonly<Record<Happening['type'], Fields<TimelineEvent>>> = {
  ClosedEvent: {
    ...eventFields,
    closable: subject,
    closer: (event) => detail(event, 'closer'),
    url,
  },
  ReopenedEvent: { ...eventFields, closable: subject },
  LabeledEvent: { ...eventFields, label, labelable: subject },
  UnlabeledEvent: { ...eventFields, label, labelable: subject },
  MergedEvent: {
    ...eventFields,
    commit: (event) => commit(event, 'oid'),
    mergeRef: ({ issue }) => branch(issue, 'baseRefName'),
    mergeRefName: ({ issue }) => issue.pull?.baseRefName,
    pullRequest: subject,
    url,
  },
  LockedEvent: { ...eventFields, lockReason: () => null, lockable: subject },
  UnlockedEvent: { ...eventFields, lockable: subject },
  RenamedTitleEvent: {
    ...eventFields,
    previousTitle: (event) => detail(event, 'from'),
    currentTitle: (event) => detail(event, 'to'),
    subject,
  },
  HeadRefDeletedEvent: {
    ...eventFields,
    headRef: ({ issue }) => branch(issue, 'headRefName'),
    headRefName: ({ issue }) => issue.pull?.headRefName,
    pullRequest: subject,
  },
  HeadRefForcePushedEvent: {
    ...eventFields,
    beforeCommit: (event) => commit(event, 'before'),
    afterCommit: (event) => commit(event, 'after'),
    pullRequest: subject,
    ref: ({ issue }) => branch(issue, 'headRefName'),
  },
  PullRequestReview: {
    ...eventFields,
    author: ({ actor }) => actor,
    body: () => '',
    commit: (event) => commit(event, 'oid'),
    pullRequest: subject,
    state: (event) => detail(event, 'state'),
    submittedAt: ({ createdAt }) => timestamp(createdAt),
    url,
  },
};
