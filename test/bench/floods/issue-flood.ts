import { note, report } from '../figures.ts';
import { inVirtualWorld, isAnswered, secondsUntil, untilOpen } from './virtual-world.ts';

const count = 60;

/** Somebody opens issue upon issue, and edits them; a company opens one. */
export async function issueFlood(): Promise<void> {
  console.log(`${count} issues of one person, each edited`);
  await inVirtualWorld({}, async (made, time) => {
    const { github } = made;
    const logo = made.drawing('ann');
    made.submit('ann', { company: 'Juniper Parcel', logo });
    await untilOpen(made, time);
    const issues = Array.from({ length: count }, (_, index) =>
      made.submit('mallory', { company: `Mallory Works ${index}`, logo, consent: false }),
    );
    await time.pass(1000);
    for (const issue of issues) {
      github.as('mallory').edit(issue, { body: issue.body.replace('parcels', 'letters') });
    }
    const asked = made.submit('bob', { company: 'Harbour Bakery', logo });
    const seconds = await secondsUntil(time, () => isAnswered(asked));
    report('who submits then waits, s', seconds, 45);
    const all = await secondsUntil(time, () => issues.every(isAnswered));
    note('all of them are answered, s after that', all, '');
  });
}
