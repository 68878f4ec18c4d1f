import { createServer } from 'node:http';
import { AppManifests } from './apps/app-manifests.ts';
import { type AppRegistration, registerApp } from './apps/app-registration.ts';
import { Tokens } from './apps/authentication.ts';
import { startAttachmentServer } from './attachments/attachment-server.ts';
import { Attachments } from './attachments/attachments.ts';
import { Clock } from './clock.ts';
import { Emulator } from './emulated-github.ts';
import { Faults } from './faults.ts';
import { apiHandler } from './http/answer-request.ts';
import { githubLimitWords, type LimitWords } from './http/limit-answers.ts';
import { githubLimits, Limits, type LimitValues } from './http/limits.ts';
import { listen } from './http/listen.ts';
import { serve } from './http/server.ts';
import { Listeners } from './listeners.ts';
import { RequestLog } from './request-log.ts';
import { followGit } from './state/follow-git.ts';
import { Keeper } from './state/keeper.ts';
import { replaceInBodies, restoreWorld } from './state/restore-world.ts';
import { saveWorld } from './state/save-world.ts';
import type { SavedState } from './state/saved-state.ts';
import { StateFolder } from './state/state-folder.ts';
import { Webhooks } from './webhooks/webhooks.ts';
import type { Repository } from './world/model.ts';
import { Replica } from './world/replica.ts';
import { World } from './world/world.ts';

export type { Emulator } from './emulated-github.ts';

/** How an emulator is started. */
export interface EmulatorOptions {
  /** An existing folder, for the bare git repositories and everything else there is. */
  readonly folder: string;
  /** The text of the app's manifest, `app.yml`: what it may do, and what it is told of. */
  readonly manifest: string;
  /** Of loopback; any free one, if left out. */
  readonly port?: number;
  /** In front of `/OWNER/REPOSITORY` in what is answered, as `https://github.com`; its own, if left out. */
  readonly web?: string;
  /** Where they are other than GitHub's. */
  readonly limits?: Partial<LimitValues>;
  /** How it says so to who exceeds them, where other than GitHub's way today. */
  readonly limitWords?: Partial<LimitWords>;
  /**
   * Whether GraphQL's `refs` names each reference without all of `refPrefix`, or only without `refs/heads/`. GitHub's
   * documentation does not say; public programs that list below `refs/heads/release/` take the name for what follows.
   */
  readonly cutsRefPrefix?: boolean;
  /** Whether it signs commits that are made on it; so, if left out. Not every Enterprise Server does. */
  readonly signsCommits?: boolean;
}

/**
 * Starts a GitHub on this machine, on loopback. Where the folder has the state of an earlier one, it goes on from there.
 *
 * @throws Error that names the state's file where it is damaged
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const folder = new StateFolder(options.folder);
  const saved = await folder.read();
  const clock = new Clock(saved?.turned);
  const app = registerApp(options.manifest, 1, saved?.secrets);
  const faults = new Faults();
  const listeners = new Listeners();
  const changed = () => listeners.tell();
  const requests = new RequestLog(changed);
  const violations: string[] = [];
  const violated = (message: string): void => {
    violations.push(message);
  };
  // Nothing is written before everything is restored: what could not be read would be lost.
  let keeper: Keeper | undefined;
  const world: World = new World({
    folder: options.folder,
    clock,
    replica: new Replica(clock, faults),
    appSlug: app.slug,
    signsCommits: options.signsCommits ?? true,
    host: new URL(options.web ?? 'http://127.0.0.1').hostname,
    happened: (event) => webhooks.send(event),
    changed: () => {
      keeper?.touch();
      changed();
    },
    start: saved?.world,
  });
  if (saved) await folder.orDamaged(async () => restoreWorld(world, saved.world));
  const files = saved ? await folder.readAttachments(saved) : [];
  const server = createServer();
  const running = await listen(server, options.port ?? 0);
  const attachmentServer = await startAttachmentServer(saved?.attachments.port ?? 0);
  const attachments = new Attachments(clock, attachmentServer.running.port, files);
  if (saved) {
    replaceInBodies(world, (body) => attachments.moved(body, saved.attachments.port));
    await followGit(world);
  }
  const api = `http://127.0.0.1:${running.port}`;
  const addresses = { api, web: options.web ?? api };
  const webhooks = new Webhooks({ world, app, addresses }, { faults, violated, changed });
  const manifests = new AppManifests();
  const tokens = new Tokens(app, manifests);
  const limits = new Limits(clock, { ...githubLimits, ...options.limits });
  const { cutsRefPrefix = true } = options;
  const parties = { world, app, manifests, tokens, limits, webhooks, attachments };
  const service = { ...parties, addresses, cutsRefPrefix };
  attachmentServer.serve(attachments);
  const limitWords = { ...githubLimitWords, ...options.limitWords };
  serve(server, apiHandler({ ...service, faults, log: requests, limitWords, violated }));
  const parts = { app, manifests, world, faults, requests, webhooks, attachments, tokens };
  keeper = new Keeper(() =>
    holdStill(world, () => folder.write(takeState(app, world, attachments), attachments.files)),
  );
  return new Emulator({
    server: running,
    attachmentServer,
    violations,
    keeper,
    listeners,
    webUrl: addresses.web,
    ...parts,
  });
}

/** Does something while nothing moves a branch. */
function holdStill(world: World, act: () => Promise<void>): Promise<void> {
  const hold = (still: () => Promise<void>, { git }: Repository) => {
    return () => git.serially(still);
  };
  return [...world.repositories.values()].reduce(hold, act)();
}

function takeState(
  { privateKey, webhookSecret }: AppRegistration,
  world: World,
  attachments: Attachments,
): SavedState {
  const files = attachments.files.map(({ bytes: _, ...file }) => file);
  return {
    version: 1,
    secrets: { privateKey, webhookSecret },
    turned: world.clock.turned,
    attachments: { port: attachments.port, files },
    world: saveWorld(world),
  };
}
