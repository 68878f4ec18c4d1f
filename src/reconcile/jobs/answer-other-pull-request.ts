import type { OtherPull } from '../../github/submission/submission-snapshot.ts';
import { problem } from '../../problem/problem.ts';
import { answerCommands } from '../apply/comments/answer-commands.ts';
import { reactToCommands } from '../apply/comments/react-to-commands.ts';
import { send } from '../apply/send.ts';
import { chooseCommands } from '../history/choose-commands.ts';
import type { ObservedState } from '../observe/observe.ts';
import type { Services } from '../services.ts';

/**
 * Answers commands on somebody else's pull request: nothing can be done there, and whoever asks is told so.
 *
 * @returns whether commands are left to answer
 */
export async function answerOtherPullRequest(
  pull: OtherPull,
  { commands, configuration, snapshot }: ObservedState,
  { client }: Services,
): Promise<boolean> {
  const pending = commands.filter(
    ({ comment, state }) => state === 'pending' && pull.thread.includes(comment),
  );
  if (pending.length === 0) return false;
  const chosen = chooseCommands(pending, snapshot);
  const results = chosen.map((given) => ({
    given,
    accepted: [],
    problems: [problem('command-not-here', '/poweredby')],
  }));
  await send(client, [
    ...reactToCommands(results),
    ...answerCommands(pull, results, configuration),
  ]);
  return chosen.length < pending.length;
}
