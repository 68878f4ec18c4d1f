import type { OtherPull } from '../../github/submission/submission-snapshot.ts';
import { problem } from '../../problem/problem.ts';
import type { AttemptMemory } from '../apply/attempt-memory.ts';
import { answerCommands } from '../apply/comments/answer-commands.ts';
import { reactToCommands } from '../apply/comments/react-to-commands.ts';
import { sendAllowed } from '../apply/send.ts';
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
  { commands, configuration, writers }: ObservedState,
  services: Pick<Services, 'client' | 'ownComments'>,
  memory: AttemptMemory,
): Promise<boolean> {
  const pending = commands.filter(
    ({ comment, state }) => state === 'pending' && pull.thread.includes(comment),
  );
  if (pending.length === 0) return false;
  const chosen = chooseCommands(pending, { writers });
  const results = chosen.map((given) => ({
    given,
    accepted: [],
    problems: [problem('command-not-here', '/poweredby')],
  }));
  const changes = [...reactToCommands(results), ...answerCommands(pull, results, configuration)];
  await sendAllowed(services, changes, memory);
  return chosen.length < pending.length;
}
