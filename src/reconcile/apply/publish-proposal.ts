import type { Change, PullText } from '../../github/changes/change.ts';
import type { GithubClient } from '../../github/client/github-client.ts';
import type { Author } from '../../github/nodes/author.ts';
import type { RepositoryFacts } from '../../github/submission/submission-snapshot.ts';
import { templatesFor } from '../../templates.ts';
import { commitMessage } from '../../words/commit-message.ts';
import { breakDirectives } from '../../words/defuse.ts';
import type { Proposed } from '../decide/desired-state.ts';
import type { Situation } from '../decide/situation.ts';
import { isOwnBranch } from '../observe/is-own-branch.ts';
import { readPullNote } from '../observe/notes/notes.ts';
import type { AttemptMemory } from './attempt-memory.ts';
import { nextStep, type Publication, type PublicationState, stateAfter } from './publication.ts';
import { newLabelId, requireAll } from './send.ts';

/** A proposal that is on GitHub but for the last changes. */
export interface Published {
  /** To be sent with whatever else there is to say. */
  readonly last: readonly Change[];
  readonly commit: string;
  readonly pull: { readonly id: string; readonly number: number };
  /** Of the label that was made on the way. */
  readonly labelId: string | undefined;
}

/**
 * Brings a proposal onto its branch, and opens a pull request for it.
 *
 * @param digest of all that the proposal follows from
 * @param first changes that go with the first document
 * @param mayDelete whether GitHub lets us delete branches
 * @throws Conflict, RequestFailed where it has to be read first how far it came
 */
export async function publishProposal(
  proposed: Proposed,
  digest: string,
  situation: Situation,
  pull: PullText,
  first: readonly Change[],
  client: GithubClient,
  memory: AttemptMemory,
  mayDelete: boolean,
): Promise<Published> {
  const { snapshot, openPull } = situation;
  const publication = { ...publicationOf(proposed, situation, pull), mayDelete };
  const base = snapshot.base.oid;
  const { commit } = memory;
  const isCreated = commit?.digest === digest && commit.base === base;
  let unsent = first;
  let labelId: string | undefined;
  let state: PublicationState = {
    branch: snapshot.branch,
    temporaryBranch: snapshot.temporaryBranch,
    pull: openPull,
    made: isCreated ? commit.oid : standingCommit(digest, situation),
  };
  for (;;) {
    const step = nextStep(publication, state);
    if (step.kind === 'finish') {
      const last = [...unsent, ...step.changes];
      return { last, commit: step.commit, pull: step.pull, labelId };
    }
    const results = await client.apply([...unsent, ...step.changes]);
    state = stateAfter(publication, state, results);
    if (state.made !== undefined) memory.commit = { digest, base, oid: state.made };
    requireAll(results, memory);
    const { label } = situation.configuration;
    labelId = (await newLabelId(client, snapshot.repository, label, results)) ?? labelId;
    unsent = [];
  }
}

/** The commit on our branch, where the pull request notes that it is just what is to be there. */
function standingCommit(
  digest: string,
  { history, openPull, snapshot, note }: Situation,
): string | undefined {
  const { branch } = snapshot;
  const published = readPullNote(openPull?.body ?? '')?.published;
  const isSame = published?.digest === digest && published.commit === branch?.oid;
  return isSame && isOwnBranch(snapshot, note) && !history.isForced ? branch?.oid : undefined;
}

function publicationOf(
  { ready }: Proposed,
  { snapshot, configuration, names }: Situation,
  pull: PullText,
): Omit<Publication, 'mayDelete'> {
  const { repository, base } = snapshot;
  const { proposal, requester } = ready;
  const templates = templatesFor(configuration);
  // GitHub closes issues by what commits on the default branch say.
  const { kind, company, formerName } = proposal;
  const former = formerName && breakDirectives(formerName);
  const safe = { kind, company: breakDirectives(company), formerName: former };
  const { headline, body } = commitMessage(safe, configuration, templates);
  const trailer = configuration.coAuthor ? coAuthor(requester, repository) : '';
  return {
    repositoryId: repository.id,
    branch: names.branch,
    temporaryBranch: names.temporary,
    base,
    commit: {
      nameWithOwner: repository.nameWithOwner,
      headline,
      body: withTrailer(body, trailer),
      files: proposal.changes,
    },
    pull,
    isDraft: configuration.pullRequest.draft,
  };
}

/** Git reads trailers in the last paragraph of a message: others that are there stay in one with ours. */
function withTrailer(body: string, trailer: string): string {
  if (body === '' || trailer === '') return body + trailer;
  const last = body.split(/\n\s*\n/).at(-1) ?? '';
  const areTrailers = last.split('\n').every((line) => /^[A-Za-z][A-Za-z0-9-]*: /.test(line));
  return `${body}${areTrailers ? '\n' : '\n\n'}${trailer}`;
}

/**
 * Who asked, as GitHub finds the account; by the number in it even after a change of name. Each GitHub has a domain of its
 * own for these addresses.
 */
function coAuthor(requester: Author | undefined, { url }: RepositoryFacts): string {
  if (!requester?.isPerson || requester.id === undefined) return '';
  const { login, id } = requester;
  return `Co-authored-by: ${login} <${id}+${login}@users.noreply.${new URL(url).hostname}>`;
}
