import type { Comment } from '../../../src/emulator/world/model.ts';
import { note, report } from '../figures.ts';
import { inVirtualWorld, secondsUntilEach, untilOpen } from './virtual-world.ts';

const count = 100;

/** A stranger gives command upon command in a company's issue; a maintainer gives one. */
export async function commandFlood(): Promise<void> {
  console.log(`${2 * count} commands of a stranger in an issue`);
  await inVirtualWorld({}, async (made, time) => {
    const { github } = made;
    const issue = made.submit('ann');
    await untilOpen(made, time);
    void made.app().keepSweeping();
    await time.pass(60_000);
    for (let number = 0; number < count; number++) {
      github.as('mallory').comment(issue, '/poweredby help');
      github.as('mallory').comment(issue, '/poweredby rebuild');
    }
    const writes = () =>
      github.requests.counted.filter(({ operation }) => operation.startsWith('mutation')).length;
    const before = writes();
    const question = github.as('bob').comment(issue, '/poweredby help');
    const words = github.as('ann').comment(issue, '/poweredby text zh 配送包裹的公司。');
    const command = github.as('mary').comment(issue, '/poweredby withdraw');
    const waits = await secondsUntilEach(time, {
      'a maintainer’s withdraw waits, s': () => isDone(command),
      'the company’s own text waits, s': () => isDone(words),
      'another one’s help waits, s': () => isDone(question),
    });
    for (const [whose, seconds] of Object.entries(waits)) report(whose, seconds, 60);
    await time.pass(60 * 60_000);
    report('requests that write in the hour', writes() - before, 100);
    note('of the stranger’s commands have an answer', issue.comments.filter(isDone).length - 3, '');
  });
}

function isDone({ reactions }: Comment): boolean {
  return reactions.some(({ content }) => content === 'THUMBS_UP' || content === 'CONFUSED');
}
