import type { Issue, Repository } from '../../../src/emulator/world/model.ts';
import type { VirtualTime } from '../../app/virtual-time.ts';
import { bodyOf, exampleFiles, type World } from '../../app/world.ts';
import { note, report } from '../figures.ts';
import { inVirtualWorld, isAnswered, secondsUntilEach, untilOpen } from './virtual-world.ts';

/** For so long the issue is edited, every four seconds. */
const minutes = 20;

/** Somebody edits his own issue again and again; others ask meanwhile. */
export async function editFlood(): Promise<void> {
  console.log(`An issue edited every 4 seconds for ${minutes} minutes`);
  await inVirtualWorld({}, async (made, time) => {
    const { github, repository } = made;
    const other = await anotherRepository(made);
    const logo = made.drawing('ann');
    const issue = made.submit('mallory', { company: 'Mallory Works', logo });
    submit(made, other, 'ann', 'Juniper Parcel', logo);
    await untilOpen(made, time);
    for (let edit = 0; edit < (minutes * 60) / 4; edit++) {
      const body = issue.body.replace(/\S+ parcels/, `${edit} parcels`);
      github.as('mallory').edit(issue, { body });
      await time.pass(4000);
    }
    report('its branch was pushed to, times', pushesTo(made, issue), 10);
    await askOthers(made, time, { issue, other, logo });
    await time.pass(60 * 60_000);
    const isNewest = made.open().some(({ body }) => body.includes('299 parcels'));
    report('the newest edit missing in the end', Number(!isNewest), 0);
    report('its branch was pushed to in all, an hour later', pushesTo(made, issue), 12);
    note('requests to GitHub', github.requests.counted.length, '');
    note('pull requests', github.pulls(repository).length, '');
  });
}

async function askOthers(
  made: World,
  time: VirtualTime,
  { issue, other, logo }: { issue: Issue; other: Repository; logo: string },
): Promise<void> {
  const { github, repository } = made;
  const elsewhere = submit(made, other, 'bob', 'Harbour Bakery', logo);
  const asked = submit(made, repository, 'bob', 'Harbour Bakery', logo);
  const command = github.as('mary').comment(issue, '/poweredby rebuild');
  const isDone = () => command.reactions.some(({ content }) => content === 'THUMBS_UP');
  const waits = await secondsUntilEach(time, {
    'who asks then in another repository waits, s': () => isAnswered(elsewhere),
    'who asks then in the same repository waits, s': () => isAnswered(asked),
    'a writer’s command in that issue waits, s': isDone,
  });
  for (const [who, seconds] of Object.entries(waits)) report(who, seconds, 30);
}

/** Another repository of the same owner, which is to say of the same installation. */
async function anotherRepository({ github }: World): Promise<Repository> {
  const other = await github.createRepository('millrace/weir', {
    files: exampleFiles(),
    roles: { mary: 'write' },
    isOrganization: true,
  });
  github.as('millrace').createLabel(other, 'powered-by');
  github.install(other);
  return other;
}

function submit({ github }: World, where: Repository, who: string, company: string, logo: string) {
  const body = bodyOf({ company, logo });
  return github.as(who).openIssue(where, { title: 'Add us', body }, ['powered-by']);
}

function pushesTo({ github, repository }: World, { number }: Issue): number {
  const pushed = github.webhooks
    .recentDeliveries()
    .filter(({ request }) => request.event === 'push');
  const name = `"refs/heads/poweredby/issue-${number}"`;
  const place = `"full_name":"${repository.owner.login}/${repository.name}"`;
  return pushed.filter(({ request: { body } }) => body.includes(name) && body.includes(place))
    .length;
}
