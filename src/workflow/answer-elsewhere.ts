import type { OtherPull } from '../github/submission-snapshot.ts';
import { problem } from '../problem/problem.ts';
import { answerByReaction } from './answer-by-reaction.ts';
import { chooseCommands } from './choose-commands.ts';
import { converse } from './conversation.ts';
import { judgedWith } from './judged-with.ts';
import type { Sight } from './look.ts';
import { send } from './send.ts';
import type { Services } from './services.ts';

/**
 * Answers commands on somebody else's pull request: nothing can be done there, and whoever asks is told so.
 *
 * @returns whether commands are left to answer
 */
export async function answerElsewhere(
  { id, thread }: OtherPull,
  { commands, configuration, snapshot }: Sight,
  { client }: Services,
): Promise<boolean> {
  const pending = commands.filter(
    ({ comment, state }) => state === 'pending' && thread.includes(comment),
  );
  if (pending.length === 0) return false;
  const isWriter = (login: string) => snapshot.writers.get(login.toLowerCase()) === true;
  const chosen = chooseCommands(pending, isWriter);
  const verdicts = chosen.map((given) => ({
    given,
    problems: [problem('command-not-here', '/poweredby')],
  }));
  // Nothing is accepted there.
  const judged = judgedWith(commands, verdicts, new Date(0));
  const saying = { status: { kind: 'none' }, digest: '', judged } as const;
  await send(client, {
    ...answerByReaction(verdicts),
    ...converse({ name: 'comment', id, thread }, verdicts, saying, configuration),
  });
  return chosen.length < pending.length;
}
