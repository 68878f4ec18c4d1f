import { afterAll, beforeAll, expect, it } from 'vitest';
import { onGithub } from '../bench/emulated-world.ts';
import { type Played, play } from '../bench/machines/play.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { describeWith } from '../support/programs.ts';

// The whole, as long as it takes, is `npm run bench -- machines`.
describeWith('postgres', 'three servers that share a database', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.close());

  it('lose nothing and do nothing twice, while they are killed and the database is restarted', async () => {
    let played: Played | undefined;
    await onGithub(async (github) => {
      played = await play(github, postgres, {
        machines: 3,
        installations: 3,
        repositories: 6,
        submissions: 18,
        within: 6_000,
        isLively: true,
        killEvery: 3_000,
        restartsDatabase: true,
        patience: 100_000,
        database: {
          requestSpacing: 50,
          leaseTimes: { beat: 500, trust: 2_000, takeover: 4_000 },
        },
      });
    });
    expect(played).toMatchObject({ faults: [], overlaps: 0, refused: 0 });
    expect(played?.waits).toHaveLength(18);
    expect(played?.kills).toBeGreaterThan(0);
  }, 120_000);
});
