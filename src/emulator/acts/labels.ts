import { Refusal } from '../refusal.ts';
import type { Account, Issue, Label, Repository } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { emitFor } from './issues.ts';
import { requireRole } from './rules.ts';
import { record } from './timeline.ts';

/** What a new label is. */
export interface NewLabel {
  readonly name: string;
  /** Six hexadecimal digits, without a number sign. */
  readonly color: string;
  readonly description?: string | null | undefined;
}

/** Makes a label. Names are the same without regard to case. */
export function createLabel(
  world: World,
  actor: Account,
  repository: Repository,
  { name, color, description }: NewLabel,
): Label {
  requireRole(world, actor, repository, 'write');
  if (name.trim() === '') throw new Refusal('UNPROCESSABLE', "Name can't be blank");
  if (!/^[0-9a-f]{6}$/i.test(color)) {
    throw new Refusal('UNPROCESSABLE', 'Color must be 6 hexadecimal characters');
  }
  if (findLabel(repository.labels, name)) {
    throw new Refusal('UNPROCESSABLE', 'Name has already been taken');
  }
  const id = world.nextId();
  const nodeId = world.nodeId('LA', id);
  const createdAt = world.clock.now();
  const label: Label = {
    kind: 'label',
    id,
    nodeId,
    repository,
    name,
    color: color.toLowerCase(),
    description: description ?? null,
    createdAt,
  };
  repository.labels.push(label);
  return world.register(label);
}

/** A label by name, without regard to case. */
export function findLabel(labels: readonly Label[], name: string): Label | undefined {
  return labels.find((label) => label.name.toLowerCase() === name.toLowerCase());
}

/** Sets labels. Those that are set already stay, and nobody is told of them. */
export function addLabels(
  world: World,
  actor: Account,
  issue: Issue,
  labels: readonly Label[],
): void {
  requireRole(world, actor, issue.repository, 'triage');
  for (const label of labels) {
    if (label.repository !== issue.repository) {
      throw new Refusal('UNPROCESSABLE', `The label ${label.name} belongs to another repository`);
    }
    if (issue.labels.includes(label)) continue;
    world.changing(issue);
    issue.labels.push(label);
    issue.updatedAt = world.clock.now();
    record(world, actor, issue, { type: 'LabeledEvent', label });
    emitFor(world, actor, issue, 'labeled', { label });
  }
}

/** Takes a label off. */
export function removeLabel(world: World, actor: Account, issue: Issue, label: Label): void {
  requireRole(world, actor, issue.repository, 'triage');
  if (!issue.labels.includes(label)) throw new Refusal('NOT_FOUND', 'Label does not exist');
  world.changing(issue);
  issue.labels = issue.labels.filter((each) => each !== label);
  issue.updatedAt = world.clock.now();
  record(world, actor, issue, { type: 'UnlabeledEvent', label });
  emitFor(world, actor, issue, 'unlabeled', { label });
}
