import { isCommand } from '../../command/parse-command.ts';
import { holdsPicture } from '../../command/read-comment-text.ts';
import type { Configuration } from '../../config/configuration.ts';
import type { GithubClient } from '../../github/client/github-client.ts';
import { type RecentThread, readRecent } from '../../github/repository/read-recent.ts';
import { readTexts } from '../../github/repository/read-texts.ts';
import type { RepositoryName } from '../../github/repository-name.ts';
import { issueOfBranch } from '../observe/branch-names.ts';
import { hasLabel } from '../observe/has-label.ts';

/** A pull request with its newest commit. */
export interface ChangedPull {
  readonly number: number;
  readonly headOid: string;
}

/** The issues in which something may have been missed, and why there may be others. */
export interface MissedIssues {
  readonly numbers: readonly number[];
  /** Open pull requests of others that changed, with their newest commits. */
  readonly changedPulls: readonly ChangedPull[];
  readonly failure?: unknown;
}

/** Two lines that may be an issue form's headings. Whether they are our form's is seen when the issue is read. */
const headings =
  /^ {0,3}(?:#{1,6}|\*\*|__|[=-]+[ \t]*$)[\s\S]*^ {0,3}(?:#{1,6}|\*\*|__|[=-]+[ \t]*$)/m;

/**
 * Lists the issues in which something may have been missed since a time. Texts are read only where nothing else tells, and
 * where one cannot be read, the issue is among those that are listed. What one request does not answer, others may.
 */
export async function listMissed(
  client: GithubClient,
  repository: RepositoryName,
  since: Date,
  configuration: Configuration,
): Promise<MissedIssues> {
  const issues = await readRecent(client, repository, 'issues', since);
  const pulls = await readRecent(client, repository, 'pullRequests', since);
  const numbers: number[] = [];
  const unclear: RecentThread[] = [];
  for (const thread of [...issues.threads, ...pulls.threads]) {
    const { number, branch, labels } = thread;
    const ours = branch === undefined ? undefined : issueOfBranch(branch);
    if (ours !== undefined) numbers.push(ours);
    else if (branch === undefined && hasLabel(labels, configuration)) numbers.push(number);
    else unclear.push(thread);
  }
  const wanted = unclear.flatMap((thread) => [...formOf(thread), ...thread.comments]);
  const texts = await readTexts(client, wanted);
  const mayBe = (id: string, fits: (text: string) => boolean): boolean => {
    const text = texts.get(id);
    return text === undefined || fits(text);
  };
  for (const thread of unclear) {
    const isForm = formOf(thread).some((id) =>
      mayBe(id, (text) => headings.test(text) || isCommand(text)),
    );
    const mayAsk = (text: string) => isCommand(text) || holdsPicture(text);
    const isAsked = thread.comments.some((id) => mayBe(id, mayAsk));
    if (isForm || isAsked) numbers.push(thread.number);
  }
  const [failed] = [issues, pulls].filter((each) => 'failure' in each);
  const changedPulls = pulls.threads.flatMap(({ number, headOid }) =>
    headOid === undefined ? [] : [{ number, headOid }],
  );
  return failed ? { numbers, changedPulls, failure: failed.failure } : { numbers, changedPulls };
}

/** The id of the text that may be a form: a pull request's is none. */
function formOf({ id, branch }: RecentThread): readonly string[] {
  return branch === undefined ? [id] : [];
}
