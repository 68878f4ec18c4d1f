import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take ten seconds and more, the longest first: little of that shows in their size. */
const longest = [
  'app/kill',
  'action/real-runs',
  'list/formats/read-by-others',
  'journeys/every-page',
  'app/done-once',
  'deploy/container',
  'package/package',
  'journeys/conversation',
  'site/site',
  'queue/postgres/servers',
  'queue/postgres/postgres-queue',
  'app/machines',
  'cli/commands',
  'app/life',
  'app/many-repositories',
  'app/refusals',
  'app/floods',
  'app/onboarding-kill',
  'list/formats/markdown-list/text.property',
  'app/pinned-logo',
  'server/flood',
  'action/outage',
  'journeys/action',
  'app/pull-checks',
  'journeys/maintainer',
  'journeys/submission',
  'cli/entry',
  'cli/pipes',
  'server/start',
  'playground/start-app',
  'package/release',
];

/** Begins with the longest files, so that none of them is at work alone in the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = longest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return rank === -1 ? longest.length : rank;
    };
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}
