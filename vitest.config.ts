import { availableParallelism } from 'node:os';
import { defineConfig, type Plugin } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';
import { pureRooms } from './test/support/pure-rooms.ts';

const pureTests = pureRooms.map((room) => `test/${room}/**/*.test.ts`);

/** Resolves packages as Node.js does for users: under `development`, Markdown's parser checks itself at every step. */
const likeUsers: Plugin = {
  name: 'like-users',
  configResolved({ ssr, environments }) {
    for (const { resolve } of [ssr, ...Object.values(environments)]) {
      if (resolve) resolve.conditions = ['node'];
    }
  },
};

// `--mode pure` runs the tests of the pure rooms and measures how much of these they reach; `--mode rest` runs all others.
export default defineConfig(({ mode }) => ({
  plugins: [likeUsers],
  test: {
    include: mode === 'pure' ? pureTests : ['test/**/*.test.ts'],
    exclude: mode === 'rest' ? pureTests : [],
    globalSetup: [
      'test/support/temporary-folder.ts',
      ...(mode === 'pure' ? [] : ['test/support/build.ts']),
    ],
    setupFiles: ['test/support/property-seed.ts'],
    isolate: false,
    // Most tests wait for processes of their own: on two cores, three at once take a fifth less time than two.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      enabled: mode === 'pure',
      provider: 'v8',
      include: pureRooms.map((room) => `src/${room}/**`),
      reporter: ['text-summary'],
      thresholds: { statements: 96, branches: 90, functions: 97, lines: 97 },
    },
  },
}));
