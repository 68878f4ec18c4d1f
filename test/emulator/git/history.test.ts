import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GitRepository } from '../../../src/emulator/git/git-repository.ts';
import { author, linesOf, withRepository } from './repositories.ts';

/** Parents of each commit, by how far they are above it; none for one without parents. */
const shape = fc.array(fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 2 }), {
  minLength: 2,
  maxLength: 14,
});

async function commitAll(git: GitRepository, shape: readonly (readonly number[])[]) {
  const oids: string[] = [];
  for (const [index, distances] of shape.entries()) {
    const above = distances.flatMap((distance) => oids[index - 1 - distance] ?? []);
    const files = new Map([['file', Buffer.from(`${index}`)]]);
    oids.push(
      await git.write({ parents: [...new Set(above)], message: `${index}`, author, files }),
    );
  }
  return oids;
}

describe('a history', () => {
  it('is what git says it is', async () => {
    const places = fc.tuple(fc.nat(), fc.nat());
    await fc.assert(
      fc.asyncProperty(shape, fc.array(places, { minLength: 3, maxLength: 3 }), (graph, pairs) =>
        withRepository(async (git) => {
          const oids = await commitAll(git, graph);
          for (const pair of pairs) {
            const [one = '', other = ''] = pair.map((place) => oids[place % oids.length] ?? '');
            const between = await git.commitsBetween(one, other);
            const listed = await linesOf(git, 'rev-list', other, `^${one}`);
            expect(between.toSorted()).toEqual(listed.toSorted());
            const bases = await linesOf(git, 'merge-base', '--all', one, other);
            expect(await git.contains(one, other)).toBe(bases.includes(other));
            const changes = await git.changesSince(one, other);
            expect(changes.files.map(({ path }) => path)).toEqual(
              bases.includes(other) ? [] : ['file'],
            );
          }
        }),
      ),
      { numRuns: 12 },
    );
  });

  it('lists parents before their children, and no more than it is asked for', async () => {
    await withRepository(async (git) => {
      const oids = await commitAll(git, [[], [0], [1], [0, 1], [0]]);
      const [first = '', second = '', third = '', merged = '', last = ''] = oids;
      const listed = await git.commitsBetween(first, last);
      expect(new Set(listed)).toEqual(new Set([second, third, merged, last]));
      expect(listed.slice(-2)).toEqual([merged, last]);
      expect(await git.commitsBetween(first, last, 1)).toEqual([last]);
      expect(await git.commitsBetween('0'.repeat(40), second)).toEqual([first, second]);
    });
  });
});
