import { describe, expect, it } from 'vitest';
import type { Comment, Issue } from '../../src/emulator/world/model.ts';
import { submitted, type World, world } from './world.ts';

const accepted = ['EYES', 'THUMBS_UP'];
const refused = ['EYES', 'CONFUSED'];

function reactionsTo({ reactions }: Comment): string[] {
  return reactions.map(({ content }) => content);
}

/** Has somebody say something, whom only a team of this role gives access. */
async function say(made: World, where: Issue, words: string): Promise<Comment> {
  const comment = made.github.as('tess').comment(where, words);
  await made.settle();
  return comment;
}

function joinTeam({ github, repository }: World, role: 'write' | 'maintain' | 'admin' | 'triage') {
  github.setTeam(repository, 'committers', { role, members: ['Tess'] });
}

describe('somebody whose access comes through a team', () => {
  for (const role of ['write', 'maintain', 'admin'] as const) {
    it(`may use writers’ commands with the role ${role}`, async () => {
      const made = await submitted();
      joinTeam(made, role);
      const rebuild = await say(made, made.issue, '/poweredby rebuild');
      expect(reactionsTo(rebuild)).toEqual(accepted);
      const other = made.github.as('ann').openIssue(made.repository, { title: 'A', body: 'b' });
      const remove = await say(made, other, '/poweredby remove Ember Kitchens');
      expect(reactionsTo(remove)).toEqual(accepted);
      expect(made.open().map(({ title }) => title)).toContain(
        'Remove Ember Kitchens from Powered By',
      );
    });
  }

  it('may not with the role triage, nor when the team has lost its role', async () => {
    const made = await submitted();
    joinTeam(made, 'triage');
    expect(reactionsTo(await say(made, made.pull, '/poweredby rebuild'))).toEqual(refused);
    joinTeam(made, 'write');
    expect(reactionsTo(await say(made, made.pull, '/poweredby rebuild'))).toEqual(accepted);
    made.github.setTeam(made.repository, 'committers', { role: 'none', members: ['Tess'] });
    expect(reactionsTo(await say(made, made.pull, '/poweredby rebuild'))).toEqual(refused);
  });

  it('approves what waits for a maintainer', async () => {
    const made = await world({ configuration: (text) => `${text}\nopen: on-command\n` });
    joinTeam(made, 'maintain');
    const issue = made.submit('ann');
    await made.settle();
    expect(made.open()).toEqual([]);
    expect(reactionsTo(await say(made, issue, '/poweredby add'))).toEqual(accepted);
    expect(made.open()).toHaveLength(1);
  });
});
