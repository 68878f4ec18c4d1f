import type { Comment, Issue, Reaction, Repository, TimelineEvent } from '../world/model.ts';
import type { World } from '../world/world.ts';
import type {
  SavedEvent,
  SavedIssue,
  SavedReaction,
  SavedRepository,
  SavedWorld,
} from './saved-world.ts';

/** Takes a picture of the world, which what happens later does not change. */
export function saveWorld(world: World): SavedWorld {
  return {
    lastId: world.lastId,
    accounts: [...world.accounts.values()],
    repositories: [...world.repositories.values()].map((each) => saveRepository(world, each)),
    installations: [...world.installations.values()].map((installation) => ({
      ...installation,
      account: installation.account.id,
      repositories: [...installation.repositories].map(({ id }) => id),
    })),
  };
}

function saveRepository(world: World, repository: Repository): SavedRepository {
  const { git, owner, issues, goneIssues, labels, roles, teams, ...plain } = repository;
  return {
    ...plain,
    owner: owner.id,
    formerNames: world.formerNamesOf(repository),
    roles: [...roles],
    teams: [...teams],
    labels: labels.map(({ repository: _, ...label }) => label),
    issues: [...issues.values()].map(saveIssue),
    goneIssues: [...goneIssues].map(([number, movedTo]) => [number, placeOf(movedTo)]),
  };
}

/** An issue that moved may have moved on, or be deleted where it went: then it is nowhere. */
function placeOf(movedTo: Issue | null): number | null {
  const isThere = movedTo?.repository.issues.get(movedTo.number) === movedTo;
  return movedTo && isThere ? movedTo.id : null;
}

function saveIssue(issue: Issue): SavedIssue {
  const { repository, author, closedBy, labels, comments, reactions, timeline, pull, ...plain } =
    issue;
  const merged = pull?.merged ?? null;
  return {
    ...plain,
    author: author.id,
    closedBy: closedBy?.id ?? null,
    pull: pull && {
      ...pull,
      fork: pull.fork?.id ?? null,
      changes: copyOf(pull.changes),
      merged: merged && by(merged),
    },
    labels: labels.map(({ id }) => id),
    comments: comments.map(saveComment),
    reactions: reactions.map(saveReaction),
    timeline: timeline.map(saveEvent),
  };
}

type Merged = NonNullable<NonNullable<Issue['pull']>['merged']>;

function by(merged: Merged) {
  return { ...merged, by: merged.by.id };
}

function copyOf({ files, ...changes }: NonNullable<Issue['pull']>['changes']) {
  return { ...changes, files: [...files] };
}

function saveComment({ issue, author, reactions, ...plain }: Comment) {
  return { ...plain, author: author.id, reactions: reactions.map(saveReaction) };
}

function saveReaction({ subject, author, ...plain }: Reaction): SavedReaction {
  return { ...plain, author: author.id };
}

function saveEvent({ issue, actor, happening, ...plain }: TimelineEvent): SavedEvent {
  return { ...plain, actor: actor.id, happening: saveHappening(happening) };
}

function saveHappening(happening: TimelineEvent['happening']): SavedEvent['happening'] {
  if (happening.type === 'ClosedEvent') {
    return { ...happening, closer: happening.closer?.id ?? null };
  }
  return 'label' in happening ? { ...happening, label: happening.label.id } : happening;
}
