import { execFileSync } from 'node:child_process';

/**
 * Prints which tags the release of a version such as `v1.2.3` moves, one a line: `latest` if no version that was released is
 * newer, and `v1` if none of version 1 is. So a fix of an older version does not move them back.
 */

const [tag = ''] = process.argv.slice(2);
const list = ['release', 'list', '--exclude-drafts', '--limit', '1000'];
const names = ['--json', 'tagName', '--jq', '.[].tagName'];
const repository = process.env['GITHUB_REPOSITORY'] ?? '';
const released = execFileSync('gh', [...list, ...names, '--repo', repository], {
  encoding: 'utf8',
});

const versionTag = /^v\d+\.\d+\.\d+$/;
const { compare } = new Intl.Collator('en', { numeric: true });
const newer = released
  .split('\n')
  .filter((other) => versionTag.test(other) && compare(other, tag) > 0);
const [major = ''] = tag.split('.');
if (newer.length === 0) console.log('latest');
if (!newer.some((other) => other.startsWith(`${major}.`))) console.log(major);
