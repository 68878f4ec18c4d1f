import type { EmulatorOptions } from '../../src/emulator/emulator.ts';
import type { Issue, Repository } from '../../src/emulator/world/model.ts';
import { emulator } from '../emulator/support.ts';
import { unlimited } from './fifty.ts';
import { VirtualTime } from './virtual-time.ts';
import { bodyOf, world } from './world.ts';

/** A world in which time passes only when a test lets it, no sweep comes by itself, and the drawing is known already. */
export async function inTime(options: Partial<EmulatorOptions> = {}) {
  const github = await emulator(options);
  const time = new VirtualTime(github);
  const made = await world({ ...unlimited, github, app: time.app });
  const logo = made.drawing('ann');
  const submit = (company: string, where: Repository = made.repository): Issue => {
    const body = bodyOf({ company, logo });
    const who = `of-${company.toLowerCase().replaceAll(' ', '-')}`;
    return github.as(who).openIssue(where, { title: 'Add us', body }, ['powered-by']);
  };
  submit('Mallory Works');
  while (made.open().length === 0) await time.pass(100);
  await time.pass(20 * 60_000);
  await time.passFor(made.app().idle());
  github.requests.clear();
  const sent = () => github.requests.counted.map(({ operation }) => operation);
  return { ...made, time, submit, sent };
}

export function isAnswered({ comments }: Issue): boolean {
  return comments.some(({ author }) => author.type === 'Bot');
}
