import type { OtherPull } from '../github/submission-snapshot.ts';
import { problem } from '../problem/problem.ts';
import { answerByReaction } from './answer-by-reaction.ts';
import { converse } from './conversation.ts';
import { judgedWith } from './judged-with.ts';
import type { Sight } from './look.ts';
import { send } from './send.ts';
import type { Services } from './services.ts';

/** Answers commands on somebody else's pull request: nothing can be done there, and whoever asks is told so. */
export async function answerElsewhere(
  { id, thread }: OtherPull,
  { commands, configuration }: Sight,
  { client }: Services,
): Promise<void> {
  const here = commands.filter(
    ({ comment, state }) => state === 'pending' && thread.includes(comment),
  );
  if (here.length === 0) return;
  const verdicts = here.map((given) => ({
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
}
