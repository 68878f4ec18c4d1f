import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { downloadAction } from '../action/run-steps.ts';
import { root } from '../docs/document.ts';
import { copyOfExample } from '../support/command-line.ts';
import { runScript, type ScriptRun } from '../support/run-script.ts';

const version = '7.8.9';
const tag = `v${version}`;
const repository = 'Millrace/Powered-By';

const jobs = z.record(
  z.string(),
  z.object({
    needs: z.union([z.string(), z.array(z.string())]).optional(),
    steps: z
      .array(
        z.object({
          id: z.string().optional(),
          run: z.string().optional(),
          env: z.record(z.string(), z.string()).optional(),
        }),
      )
      .default([]),
  }),
);
const workflow = parse(readFileSync(join(root, '.github/workflows/release.yml'), 'utf8'));
const release = jobs.parse(workflow.jobs);

/** What must not be asked of anybody in a test: `gh` and `docker` only note how they are called. */
const programs = {
  gh: `echo "gh $*" >>"$CALLS"; case "$*" in "release list"*) printf '%s\\n' $RELEASED;; *PATCH*) echo "Reference does not exist" >&2; exit 1;; esac`,
  docker: `echo "docker $*" >>"$CALLS"; case "$1" in inspect) echo "ghcr.io/x@sha256:abc";; login) cat >/dev/null;; esac`,
};

let folder: string;
let clone: string;
let commit: string;

/** The project as it would be released: a clone with a version, a date in CHANGELOG.md, and a tag. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'poweredby-release-'));
  clone = downloadAction(({ path }) => !path.startsWith('test/'));
  for (const [name, script] of Object.entries(programs)) {
    const file = join(folder, 'bin', name);
    mkdirSync(join(folder, 'bin'), { recursive: true });
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }
  const changes = readFileSync(join(clone, 'CHANGELOG.md'), 'utf8');
  const heading = `# Changelog\n\n## ${version} (2027-01-31)\n\n- A change of this version.\n`;
  writeFileSync(join(clone, 'CHANGELOG.md'), changes.replace(/^# Changelog\n/, heading));
  const packageFile = join(clone, 'package.json');
  const text = readFileSync(packageFile, 'utf8');
  writeFileSync(packageFile, text.replace(/"version": ".*"/, `"version": "${version}"`));
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', clone, ...words], { encoding: 'utf8' });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  const author = ['-c', 'user.name=Mary', '-c', 'user.email=mary@example.org'];
  git(...author, 'commit', '--quiet', '--message', 'Release');
  git(...author, 'tag', '--annotate', '--message', tag, tag);
  commit = git('rev-parse', 'HEAD').trim();
  const modules = join(clone, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(root, 'node_modules'))) {
    const source = join(root, 'node_modules', name);
    // The bundle holds a part of it, and its files must be below the clone.
    if (name === 'zod') cpSync(source, join(modules, name), { recursive: true });
    else symlinkSync(source, join(modules, name));
  }
});

afterAll(() => {
  for (const each of [folder, clone]) rmSync(each, { recursive: true, force: true });
});

/**
 * Runs the scripts of a job one after the other, in a clone, as far as that needs no network.
 *
 * @param released the tags of the releases that there are
 */
async function runJob(name: string, released = ''): Promise<readonly ScriptRun[]> {
  const runs: ScriptRun[] = [];
  rmSync(join(folder, 'calls'), { force: true });
  for (const { run, env } of release[name]?.steps ?? []) {
    // What is installed is ours already.
    if (run === undefined || run.startsWith('npm ci')) continue;
    const environment = {
      PATH: `${join(folder, 'bin')}:${join(root, 'node_modules/node/bin')}:${process.env['PATH']}`,
      GITHUB_REF_NAME: tag,
      GITHUB_REPOSITORY: repository,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_SHA: commit,
      GITHUB_ACTOR: 'mary',
      GITHUB_OUTPUT: join(folder, 'output'),
      CALLS: join(folder, 'calls'),
      RELEASED: released,
      // Only said, and nobody is asked whether the version is a new one.
      npm_config_dry_run: 'true',
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_fetch_retries: '0',
      ...env,
    };
    runs.push(await runScript(run, { directory: clone, environment }));
  }
  return runs;
}

const calls = (): string => readFileSync(join(folder, 'calls'), 'utf8');

describe('the release workflow, as it is written,', () => {
  it('checks the version and the changes before anything is published', async () => {
    expect(release['check']?.needs).toBe('notes');
    for (const name of ['package', 'image']) expect(release[name]?.needs).toBe('check');
    expect(release['release']?.needs).toEqual(['package', 'image']);
    expect(await runJob('notes')).toEqual([{ exitCode: 0, log: '- A change of this version.\n' }]);
  });

  it('publishes a package whose `init --action` writes the action at the commit of the tag', async () => {
    const runs = await runJob('package');
    const log = runs.map((each) => each.log).join('\n');
    expect(
      runs.map(({ exitCode }) => exitCode),
      log,
    ).toEqual(runs.map(() => 0));
    expect(log).toContain(`+ poweredby@${version}`);
    expect(log).toContain('with tag latest');
    expect(log).not.toMatch(/npm warn publish (?!This command requires you to be logged in)/i);
    const published = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8'));
    expect(published).toMatchObject({
      action: `${repository}@${commit}`,
      repository: { type: 'git', url: `git+https://github.com/${repository}.git` },
    });
    // `prepack` has built it where it would be packed from.
    const site = copyOfExample();
    const words = [join(clone, published.bin.poweredby), 'init', '--dir', site, '--action'];
    execFileSync(process.execPath, words);
    const written = readFileSync(join(site, '.github/workflows/powered-by.yml'), 'utf8');
    expect(written).toContain(`uses: ${repository}@${commit} # ${tag}`);
  }, 180_000);

  it('pushes the image under the version, and hands its digest to what signs it', async () => {
    const runs = await runJob('image');
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    const image = `ghcr.io/${repository.toLowerCase()}`;
    expect(calls()).toContain(`docker build --tag ${image}:${version} --tag ${image}:latest`);
    expect(calls()).toContain(`org.opencontainers.image.revision=${commit}`);
    expect(calls()).toContain(`docker push --all-tags ${image}`);
    const output = readFileSync(join(folder, 'output'), 'utf8');
    expect(output).toBe(`image=${image}\ndigest=sha256:abc\n`);
  });

  it('creates the release with its changes, and moves the tag of the major version to its commit', async () => {
    const runs = await runJob('release');
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(readFileSync(join(clone, 'notes.md'), 'utf8')).toBe('- A change of this version.\n');
    expect(calls()).toContain(`gh release create ${tag} --verify-tag`);
    expect(calls()).toContain('--latest=true');
    // There is none before the first release.
    expect(calls()).toContain(
      `--method POST repos/${repository}/git/refs -f ref=refs/tags/v7 -f sha=${commit}`,
    );
  });

  it('moves the tags forward past older versions, compared as numbers, and when it runs again', async () => {
    await runJob('release', `v7.8.8 v7.7.10 v6.10.0 ${tag} v7 v8.0.0-rc.1 nightly`);
    expect(calls()).toContain('--latest=true');
    expect(calls()).toContain('git/refs/tags/v7');
  });

  it('does not move the tags back when an older version is fixed', async () => {
    const newer = 'v7.8.8 v7.10.0';
    const [, published] = await runJob('package', newer);
    expect(published?.log).toContain('with tag release-7.8');
    await runJob('image', newer);
    expect(calls()).toContain(`--tag ghcr.io/${repository.toLowerCase()}:${version} `);
    expect(calls()).not.toContain(':latest');
    await runJob('release', newer);
    expect(calls()).toContain('--latest=false');
    expect(calls()).not.toContain('refs/tags');
  }, 180_000);

  it('moves the tag of its major version, and not `latest`, when a newer major version is there', async () => {
    await runJob('release', 'v7.8.8 v10.0.0');
    expect(calls()).toContain('--latest=false');
    expect(calls()).toContain('git/refs/tags/v7');
  });
});
