import { GitRepository } from '../git/git-repository.ts';
import type {
  Account,
  Comment,
  Happening,
  Issue,
  Label,
  Reaction,
  Repository,
} from '../world/model.ts';
import type { World } from '../world/world.ts';
import type {
  SavedEvent,
  SavedIssue,
  SavedReaction,
  SavedRepository,
  SavedWorld,
} from './saved-world.ts';

/**
 * Puts what was written down into a world that has nothing but the accounts of it.
 *
 * @throws Error where something refers to what is not there, or a git repository is missing
 */
export function restoreWorld(world: World, saved: SavedWorld): void {
  const restored = new Restored(world);
  for (const repository of saved.repositories) restored.addRepository(repository);
  // What may lead from one repository to another comes when all are there.
  for (const repository of saved.repositories) restored.connect(repository);
  for (const installation of saved.installations) {
    const repositories = installation.repositories.map((id) => restored.repository(id));
    const account = restored.account(installation.account);
    const whole = { ...installation, account, repositories: new Set(repositories) };
    world.installations.set(installation.id, whole);
  }
}

/** Changes what bodies say, and tells nobody: it is no edit. */
export function replaceInBodies(world: World, replace: (body: string) => string): void {
  for (const { issues } of world.repositories.values()) {
    for (const issue of issues.values()) {
      issue.body = replace(issue.body);
      for (const comment of issue.comments) comment.body = replace(comment.body);
    }
  }
}

/** The world, with everything found by its id. */
class Restored {
  readonly #world: World;
  readonly #accounts: Map<number, Account>;
  readonly #repositories = new Map<number, Repository>();
  readonly #labels = new Map<number, Label>();
  readonly #issues = new Map<number, Issue>();

  constructor(world: World) {
    this.#world = world;
    this.#accounts = new Map([...world.accounts.values()].map((each) => [each.id, each]));
  }

  account(id: number): Account {
    return found(this.#accounts.get(id), 'account', id);
  }

  repository(id: number): Repository {
    return found(this.#repositories.get(id), 'repository', id);
  }

  addRepository(saved: SavedRepository): void {
    const { formerNames, ...plain } = saved;
    const repository: Repository = {
      ...plain,
      owner: this.account(saved.owner),
      git: GitRepository.open(this.#world.folderOf(saved.id)),
      roles: new Map(saved.roles),
      teams: new Map(saved.teams),
      labels: [],
      issues: new Map(),
      goneIssues: new Map(),
    };
    this.#repositories.set(repository.id, repository);
    this.#world.place(repository, formerNames);
    for (const each of saved.labels) {
      const label = this.#world.register({ ...each, repository });
      repository.labels.push(label);
      this.#labels.set(label.id, label);
    }
    for (const each of saved.issues) this.#addIssue(repository, each);
  }

  #addIssue(repository: Repository, saved: SavedIssue): void {
    const { pull } = saved;
    const merged = pull?.merged ? { ...pull.merged, by: this.account(pull.merged.by) } : null;
    const issue: Issue = {
      ...saved,
      repository,
      author: this.account(saved.author),
      closedBy: saved.closedBy === null ? null : this.account(saved.closedBy),
      pull: pull && { ...pull, fork: pull.fork === null ? null : this.account(pull.fork), merged },
      labels: saved.labels.map((id) => found(this.#labels.get(id), 'label', id)),
      comments: [],
      reactions: [],
      timeline: [],
    };
    repository.issues.set(issue.number, issue);
    this.#issues.set(issue.id, this.#world.register(issue));
    issue.reactions = saved.reactions.map((each) => this.#reaction(each, issue));
    for (const each of saved.comments) {
      const author = this.account(each.author);
      const comment: Comment = { ...each, issue, author, reactions: [] };
      comment.reactions = each.reactions.map((reaction) => this.#reaction(reaction, comment));
      issue.comments.push(this.#world.register(comment));
    }
  }

  #reaction(saved: SavedReaction, subject: Issue | Comment): Reaction {
    return this.#world.register({ ...saved, subject, author: this.account(saved.author) });
  }

  connect(saved: SavedRepository): void {
    const repository = this.repository(saved.id);
    for (const [number, id] of saved.goneIssues) {
      repository.goneIssues.set(number, id === null ? null : this.#issue(id));
    }
    for (const { id, timeline } of saved.issues) {
      const issue = this.#issue(id);
      for (const event of timeline) {
        const happening = this.#happening(event.happening);
        const whole = { ...event, issue, actor: this.account(event.actor), happening };
        issue.timeline.push(this.#world.register(whole));
      }
    }
  }

  #issue(id: number): Issue {
    return found(this.#issues.get(id), 'issue', id);
  }

  #happening(saved: SavedEvent['happening']): Happening {
    if (saved.type === 'ClosedEvent') {
      return { ...saved, closer: saved.closer === null ? null : this.#issue(saved.closer) };
    }
    if (!('label' in saved)) return saved;
    return { ...saved, label: found(this.#labels.get(saved.label), 'label', saved.label) };
  }
}

function found<Thing>(thing: Thing | undefined, kind: string, id: number): Thing {
  if (thing !== undefined) return thing;
  throw new Error(`There is no ${kind} ${id}`);
}
