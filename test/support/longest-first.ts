import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They take most of a minute each, and little of that shows in their size. */
const longest = [
  'journeys/every-page',
  'journeys/conversation',
  'app/kill',
  'deploy/container',
  'site/site',
  'package/package',
];

/** Begins with the longest files, so that none of them is at work alone in the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      longest.some((name) => moduleId.endsWith(`/test/${name}.test.ts`));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
