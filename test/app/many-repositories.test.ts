import { describe, expect, it } from 'vitest';
import type { Issue, Repository } from '../../src/emulator/world/model.ts';
import { inTime } from './in-time.ts';
import { configurationFile, exampleFiles } from './world.ts';

const second = 1000;
const hour = 3600 * second;

/** An installation on many repositories, two of which are configured, and one of another account, as at an app's start. */
async function onMany(count: number) {
  const made = await inTime();
  const { github, time } = made;
  const options = { isOrganization: true, files: exampleFiles() };
  const beside = await github.createRepository('millrace/weir', options);
  const elsewhere = await github.createRepository('anvil/anvil', options);
  const others: Repository[] = [];
  for (let number = 0; number < count; number++) {
    const name = `millrace/empty-${number}`;
    others.push(await github.createRepository(name, { isOrganization: true }));
  }
  github.install(beside, ...others);
  github.install(elsewhere);
  await time.pass(2 * hour);
  // On a busy machine these pass while the app is at work, which would be counted with what comes next.
  await time.passFor(made.app().idle());
  await made.restart();
  github.requests.clear();
  const asked = () =>
    github.requests.counted.filter(({ variables }) => 'path' in variables && 'name0' in variables);
  /** Sweeps, and lets everything be done that follows. @returns how many requests it took */
  const sweep = async () => {
    github.requests.clear();
    await time.passFor(made.app().sweep());
    await time.passFor(made.app().idle());
    return github.requests.counted.length;
  };
  return { ...made, beside, elsewhere, others, asked, sweep };
}

describe('an installation on many repositories', () => {
  it('is swept by few requests, and who submits meanwhile is looked at before the sweep goes on, there and elsewhere', async () => {
    const { github, repository, beside, elsewhere, time, submit, app } = await onMany(220);
    const isLookedAt = ({ number, repository: { name } }: Issue) =>
      github.requests.counted.some(
        ({ variables }) => variables['number'] === number && variables['name'] === name,
      );
    void app().sweep();
    const waits: number[] = [];
    for (const [index, where] of [repository, beside, repository].entries()) {
      await time.pass(second);
      const issues = [where, elsewhere].map((each) => submit(`Company ${index}`, each));
      waits.push(await time.passUntil(() => issues.every(isLookedAt)));
      await time.pass(2 * second);
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(3);
    await time.passFor(app().idle());
    // Seven submissions by four requests or less, three queries for each configured repository, and three pages of the list.
    expect(github.requests.counted.length).toBeLessThan(60);
  });

  it('has its configurations asked for by the hundred after a start, and then only where something was pushed', async () => {
    const { github, beside, others, asked, sweep } = await onMany(220);
    const first = await sweep();
    expect(asked()).toHaveLength(3 + 1);
    expect(first).toBeLessThan(25);
    const next = await sweep();
    expect(asked()).toEqual([]);
    expect(next).toBeLessThan(18);
    const files = { [configurationFile]: String(exampleFiles()[configurationFile]) };
    const [one] = others;
    github.webhooks.target = undefined;
    if (one) await github.as('millrace').push(one, { files: { ...exampleFiles(), ...files } });
    await github.as('millrace').push(beside, { files: { [configurationFile]: null } });
    await sweep();
    expect(asked()).toHaveLength(1);
    // Where the configuration is gone, it is looked once whether one of ours is proposed.
    const looked = github.requests.counted
      .filter(({ variables }) => !('misnamed' in variables))
      .map(({ variables }) => variables['name']);
    expect(looked).toContain('empty-0');
    expect(looked).not.toContain('weir');
  });

  it('is asked for all of them again after some hours, whatever the list says', async () => {
    const { asked, sweep, time } = await onMany(20);
    await sweep();
    await time.pass(7 * hour);
    await sweep();
    expect(asked()).toHaveLength(2);
  });
});
