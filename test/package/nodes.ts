import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Node.js to run the package with. */
interface Node {
  readonly version: string;
  readonly program: string;
}

/** The oldest that package.json's `engines` allows, without the patch. */
const oldest = '22';

/**
 * The Node.js that runs the tests, and one of the oldest supported major version, where `NODE_22` names it or it is on the path.
 * Without one its tests are left out, with a line on the console; in CI that is an error.
 */
export function nodes(): Node[] {
  const own = { version: process.versions.node, program: process.execPath };
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const given = process.env['NODE_22'];
  const old = [...(given ? [given] : []), ...folders.map((folder) => join(folder, 'node'))]
    .filter((program) => globSync(program).length > 0)
    .map((program) => ({ program, version: versionOf(program) }))
    .find(({ version }) => version.startsWith(`${oldest}.`));
  if (old !== undefined) return [own, old];
  const missing = `There is no Node.js ${oldest}: NODE_22 may name one`;
  if (process.env['CI']) throw new Error(missing);
  console.warn(`${missing}. The package is tried on ${own.version} only.`);
  return [own];
}

function versionOf(program: string): string {
  return execFileSync(program, ['--version'], { encoding: 'utf8' }).trim().replace(/^v/, '');
}
