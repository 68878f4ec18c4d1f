import { note, report } from '../figures.ts';
import { inVirtualWorld, isAnswered, secondsUntil, untilOpen } from './virtual-world.ts';

const count = 200;

/** An installation on many repositories, one of which is configured: somebody submits as a sweep begins. */
export async function manyRepositories(): Promise<void> {
  console.log(`A sweep of ${count + 1} repositories, one of them configured`);
  await inVirtualWorld({}, async (made, time) => {
    const { github, repository } = made;
    const logo = made.drawing('ann');
    made.submit('ann', { logo });
    await untilOpen(made, time);
    const target = github.webhooks.target;
    github.webhooks.target = undefined;
    const others = [];
    for (let number = 0; number < count; number++) {
      others.push(
        await github.createRepository(`millrace/empty-${number}`, {
          isOrganization: true,
          files: { 'README.md': '' },
        }),
      );
    }
    github.install(...others);
    github.webhooks.target = target;
    github.requests.clear();
    const start = time.now();
    void made.app().keepSweeping();
    await time.pass(2000);
    const issue = made.submit('bob', { company: 'Harbour Bakery', logo });
    const seconds = await secondsUntil(time, () => isAnswered(issue));
    report('who submits as it begins waits, s', seconds, 15);
    await time.pass(14 * 60_000 - (time.now() - start));
    const { counted } = github.requests;
    report('requests of the sweep and that submission', counted.length, 30);
    const last = counted.at(-1)?.time.getTime() ?? start;
    note('until the last of them', (last - start) / 1000, 's');
    note('pull requests', github.pulls(repository).length, '');
  });
}
