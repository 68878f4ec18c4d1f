import type { OtherPull } from '../../github/submission/submission-snapshot.ts';
import { problem } from '../../problem/problem.ts';
import { reactToCommands } from '../apply/react-to-commands.ts';
import { rememberAnswers } from '../apply/remember-answers.ts';
import { send } from '../apply/send.ts';
import { syncComment } from '../apply/sync-comment.ts';
import { chooseCommands } from '../history/choose-commands.ts';
import type { ObservedState } from '../observe/observe.ts';
import type { Services } from '../services.ts';

/**
 * Answers commands on somebody else's pull request: nothing can be done there, and whoever asks is told so.
 *
 * @returns whether commands are left to answer
 */
export async function answerOtherPullRequest(
  { id, thread }: OtherPull,
  { commands, configuration, snapshot }: ObservedState,
  { client }: Services,
): Promise<boolean> {
  const pending = commands.filter(
    ({ comment, state }) => state === 'pending' && thread.includes(comment),
  );
  if (pending.length === 0) return false;
  const chosen = chooseCommands(pending, snapshot);
  const results = chosen.map((given) => ({
    given,
    problems: [problem('command-not-here', '/poweredby')],
  }));
  // Nothing is accepted there.
  const answered = rememberAnswers(commands, results, new Date(0));
  const commentState = { status: { kind: 'none' }, digest: '', answered } as const;
  await send(client, {
    ...reactToCommands(results),
    ...syncComment({ name: 'comment', id, thread }, results, commentState, configuration),
  });
  return chosen.length < pending.length;
}
