import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Prints what CHANGELOG.md says of the version that a tag names, such as `v1.2.3`. Ends with 1 where package.json or
 * CHANGELOG.md do not know it as released.
 */

const [tag = ''] = process.argv.slice(2);
const read = (name: string) => readFileSync(join(import.meta.dirname, '../..', name), 'utf8');
const { version } = JSON.parse(read('package.json'));
const sections = read('CHANGELOG.md').split(/^## /m).slice(1);
const section = sections.find((text) => text.split(/\s/, 1)[0] === version) ?? '';
const [heading = '', ...lines] = section.split('\n');
const wrong = [
  ...(tag === `v${version}`
    ? []
    : [`package.json has the version ${version}, and the tag is ${tag}.`]),
  ...(/^\S+ \(\d{4}-\d\d-\d\d\)$/.test(heading)
    ? []
    : [`CHANGELOG.md has no heading “## ${version} (YEAR-MONTH-DAY)”.`]),
];
if (wrong.length === 0) console.log(lines.join('\n').trim());
else console.error(wrong.join('\n'));
process.exitCode = wrong.length === 0 ? 0 : 1;
