import type { Account, Happening, Issue } from '../world/model.ts';
import type { World } from '../world/world.ts';

/** The prefixes of GitHub's node ids. */
const prefixes: Readonly<Record<Happening['type'], string>> = {
  ClosedEvent: 'CE',
  ReopenedEvent: 'REE',
  LockedEvent: 'LOE',
  UnlockedEvent: 'UNLOE',
  LabeledEvent: 'LE',
  UnlabeledEvent: 'UNLE',
  MergedEvent: 'ME',
  RenamedTitleEvent: 'RTE',
  HeadRefDeletedEvent: 'HRDE',
  HeadRefForcePushedEvent: 'HRFPE',
  PullRequestReview: 'PRR',
};

/** Writes down what happened to an issue or a pull request. */
export function record(world: World, actor: Account, issue: Issue, happening: Happening): void {
  const id = world.nextId();
  const nodeId = world.nodeId(prefixes[happening.type], id);
  const createdAt = world.clock.now();
  world.changing(issue);
  const event = { kind: 'event', id, nodeId, issue, actor, createdAt, happening } as const;
  issue.timeline.push(world.register(event));
}
