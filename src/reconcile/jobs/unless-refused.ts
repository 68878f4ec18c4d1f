import type { RepositoryName } from '../../github/repository-name.ts';
import type { AttemptMemory } from '../apply/attempt-memory.ts';
import type { Services } from '../services.ts';

/** An issue, or what is left of one. */
interface Place {
  readonly repository: RepositoryName;
  readonly number: number;
}

/**
 * Does what no comment can tell of, unless GitHub refused a part of it within the last day.
 *
 * @param what in one word: for something else it is done all the same
 */
export async function unlessRefused(
  { repository, number }: Place,
  what: string,
  { refusals, clock }: Pick<Services, 'refusals' | 'clock'>,
  { refused }: AttemptMemory,
  act: () => Promise<void>,
): Promise<void> {
  if (await refusals.isHeld(repository, number, what, clock.now())) return;
  await act();
  if (refused.length === 0) return;
  const at = Math.floor(clock.now() / 1000);
  const tried = { at, after: what, refusals: [...refused], answers: {} };
  await refusals.set(repository, number, tried);
}
