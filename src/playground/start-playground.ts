import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '../emulator/emulator.ts';
import type { Repository } from '../emulator/world/model.ts';
import { readTemplate } from '../templates.ts';
import type { RunHistory } from './action/run-history.ts';
import { AppSwitch } from './app-switch.ts';
import { Changes } from './changes.ts';
import { people } from './people.ts';
import { homeOf, type Playground } from './playground.ts';
import { rememberedPort, rememberPort } from './port-memory.ts';
import { addActionWorkflow } from './repository/make-ready.ts';
import { openRepositories } from './repository/open-repositories.ts';
import type { StartApp } from './running-app.ts';
import { SiteBuilder } from './site/site-builder.ts';
import { createWebs } from './web/web.ts';
import { listenFrom } from './web/web-server.ts';

/** How a playground is started. */
export interface PlaygroundOptions {
  /** Where its state is kept, and found again the next time; a temporary folder, gone at the end, if left out. */
  readonly folder?: string;
  /** The first port to be tried; 0 for any. If left out, that of the folder's time before, or the usual one. */
  readonly port?: number;
  /** The address to listen on, and a name by which it is asked for; loopback, if left out. */
  readonly host?: string;
  /** The checkout to copy; the demo, if left out. It is only read. */
  readonly repository?: string;
  /** Is told before that checkout is copied, which takes a while. */
  readonly onCopy?: (folder: string) => void;
  /** Starts the app; the pages are there without it. */
  readonly startApp?: StartApp;
  /** The runs of the Action, where that is at work and not the app. */
  readonly runs?: RunHistory;
}

/** A playground that runs. */
export interface RunningPlayground {
  /** The address of its first page. */
  readonly url: string;
  /** What its first page shows. */
  readonly playground: Playground;
  /** One for each repository, the first page's first. */
  readonly playgrounds: readonly [Playground, ...Playground[]];
  /** The pages do not wait for the app: what it misses meanwhile, its first sweep finds. Rejected where it does not start. */
  readonly appStarted: Promise<void>;
  /** The port that it should have had, and that something else had taken; nothing, if it has that. */
  readonly takenPort: number | undefined;
  stop(): Promise<void>;
}

const usualPort = 4000;

/** Starts a GitHub on this machine, the pages to use it, and then the app: one address for a browser. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<RunningPlayground> {
  const { host = '127.0.0.1' } = options;
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'poweredby-playground-')));
  await mkdir(folder, { recursive: true });
  const remembered = await rememberedPort(folder);
  const port = options.port ?? remembered ?? usualPort;
  const server = await listenFrom(port, host);
  // The one of before is to be come back to, even where something else has it at the moment.
  if (remembered === undefined || options.port !== undefined) {
    await rememberPort(folder, server.port);
  }
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const origin = `http://${name.includes(':') ? `[${name}]` : name}:${server.port}`;
  const manifest = readTemplate('../app.yml');
  const emulator = await startEmulator({ folder, manifest, web: origin });
  const repositories = await openRepositories(
    emulator,
    options.repository,
    options.onCopy ?? (() => {}),
  );
  const { runs } = options;
  if (runs) for (const each of repositories) await addActionWorkflow(emulator, each);
  const bots = [`${emulator.app.slug}[bot]`, 'github-actions[bot]'];
  const logins = new Set([...people.map(({ login }) => login), ...bots]);
  const app = new AppSwitch(emulator, options.startApp);
  const changes = new Changes(emulator, app);
  const playgroundOf = (repository: Repository): Playground => ({
    emulator,
    repository,
    repositories,
    app,
    runs,
    changes,
    sites: new SiteBuilder(
      join(folder, 'sites'),
      (oid) => `${origin}${homeOf({ repository })}/site/${oid}/built/`,
    ),
    isKnown: (login) => logins.has(login),
  });
  const [first, ...others] = repositories;
  const playgrounds = [playgroundOf(first), ...others.map(playgroundOf)] as const;
  server.answerWith(createWebs(playgrounds, host));
  const appStarted = app.start();
  return {
    url: origin,
    appStarted,
    playground: playgrounds[0],
    playgrounds,
    takenPort: port === 0 || port === server.port ? undefined : port,
    stop: async () => {
      await server.close();
      await app.stop();
      await emulator.close();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
