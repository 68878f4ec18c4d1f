import type { Change, PullText } from '../../github/changes/change.ts';
import type { Author } from '../../github/nodes/author.ts';
import { loadTemplates } from '../../templates.ts';
import { commitMessage } from '../../words/commit-message.ts';
import { breakDirectives } from '../../words/defuse.ts';
import type { Proposed } from '../decide/desired-state.ts';
import type { Situation } from '../decide/situation.ts';
import { branchFor, temporaryBranchFor } from '../observe/branch-names.ts';
import { readPullNote } from '../observe/notes.ts';
import type { Services } from '../services.ts';
import { nextStep, type Publication, type PublicationState, stateAfter } from './publication.ts';
import { createdLabelId, requireAll, send } from './send.ts';

/** A proposal that is on GitHub but for the last changes. */
export interface Published {
  /** To be sent with whatever else there is to say. */
  readonly last: readonly Change[];
  readonly commit: string;
  readonly pull: { readonly id: string; readonly number: number };
  /** Of the label that was made on the way. */
  readonly labelId: string | undefined;
}

interface Made {
  readonly digest: string;
  readonly base: string;
  readonly oid: string;
}

/** Brings a proposal onto its branch. Remembers between attempts which commit it has made. */
export class BranchPublisher {
  readonly #services: Services;
  #made: Made | undefined;
  /** What the attempt was that began to tell, and has not told all. */
  #untold: { readonly isForced: boolean; readonly branch: string | undefined } | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  /**
   * Sees to it that an attempt behind one that told a part only does all of it: what was told may say that it is done.
   */
  resume(situation: Situation): Situation {
    if (!this.#untold) return situation;
    const { history, note, snapshot } = situation;
    // Written over is what stood there then, and nothing that was pushed since.
    const isSame = snapshot.branch?.oid === this.#untold.branch;
    const isForced = history.isForced || (this.#untold.isForced && isSame);
    return {
      ...situation,
      history: { ...history, isForced },
      note: note && { ...note, digest: '' },
    };
  }

  /** Sends the last document of an attempt. @throws Conflict, RequestFailed */
  async tell(changes: readonly Change[], { history, snapshot }: Situation): Promise<void> {
    this.#untold = { isForced: history.isForced, branch: snapshot.branch?.oid };
    await send(this.#services.client, changes);
    this.#untold = undefined;
  }

  /**
   * @param digest of all that the proposal follows from
   * @param first changes that go with the first document
   * @throws Conflict, RequestFailed where it has to be seen first how far it came
   */
  async publish(
    proposed: Proposed,
    digest: string,
    situation: Situation,
    pull: PullText,
    first: readonly Change[],
  ): Promise<Published> {
    const { snapshot, openPull } = situation;
    const publication = publicationOf(proposed, situation, pull);
    const base = snapshot.base.oid;
    const isMade = this.#made?.digest === digest && this.#made.base === base;
    let unsent = first;
    let labelId: string | undefined;
    let state: PublicationState = {
      branch: snapshot.branch,
      temporaryBranch: snapshot.temporaryBranch,
      pull: openPull,
      made: isMade ? this.#made?.oid : standingCommit(digest, situation),
    };
    for (;;) {
      const step = nextStep(publication, state);
      if (step.kind === 'finish') {
        return {
          last: [...unsent, ...step.changes],
          commit: step.commit,
          pull: step.pull,
          labelId,
        };
      }
      const results = await this.#services.client.apply([...unsent, ...step.changes]);
      state = stateAfter(publication, state, results);
      if (state.made !== undefined) this.#made = { digest, base, oid: state.made };
      requireAll(results);
      labelId = createdLabelId(results) ?? labelId;
      unsent = [];
    }
  }
}

/** The commit on our branch, where the pull request notes that it is just what is to stand there. */
function standingCommit(
  digest: string,
  { history, openPull, snapshot: { branch } }: Situation,
): string | undefined {
  const published = readPullNote(openPull?.body ?? '')?.published;
  const isSame = published?.digest === digest && published.commit === branch?.oid;
  return isSame && branch?.isOurs && !history.isForced ? branch.oid : undefined;
}

function publicationOf(
  { ready }: Proposed,
  { snapshot, configuration, issue }: Situation,
  pull: PullText,
): Publication {
  const { repository, base } = snapshot;
  const { proposal, requester } = ready;
  const templates = loadTemplates(configuration.language);
  // GitHub closes issues by what commits on the default branch say.
  const safe = { kind: proposal.kind, company: breakDirectives(proposal.company) };
  return {
    repositoryId: repository.id,
    branch: branchFor(issue.number),
    temporaryBranch: temporaryBranchFor(issue.number),
    base,
    commit: {
      nameWithOwner: repository.nameWithOwner,
      headline: commitMessage(safe, configuration, templates),
      body: coAuthor(requester),
      files: proposal.changes,
    },
    pull,
  };
}

/** Who asked, as GitHub finds the account; by the number in it even after a change of name. */
function coAuthor(requester: Author | undefined): string {
  if (!requester?.isPerson || requester.id === undefined) return '';
  const { login, id } = requester;
  return `Co-authored-by: ${login} <${id}+${login}@users.noreply.github.com>`;
}
