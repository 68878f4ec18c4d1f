import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import * as z from 'zod';
import type { Emulator } from '../emulator/emulator.ts';
import type { RunHistory } from './action/run-history.ts';
import { WorkflowRuns } from './action/workflow-runs.ts';
import type { RunningApp, StartApp } from './running-app.ts';

/** How long a run is waited for, in milliseconds. */
const grace = 5_000;

/** How often the workflow's schedule comes, in milliseconds. */
const hour = 60 * 60_000;

const payloadShape = z.looseObject({ repository: z.object({ full_name: z.string() }) });

/**
 * Starts no app, but what GitHub does for a repository with the workflow of the Action: each event that it names starts a run,
 * a process of its own with its own `GITHUB_TOKEN`, and so does its schedule.
 *
 * @param program of the command line, with which a run is started
 */
export function actionStarter(program: string, history: RunHistory): StartApp {
  return (emulator, changed) => startAction(emulator, { program, history, changed });
}

async function startAction(
  emulator: Emulator,
  options: {
    readonly program: string;
    readonly history: RunHistory;
    readonly changed: () => void;
  },
): Promise<RunningApp> {
  const runs = new WorkflowRuns({ ...options, emulator });
  const server = createServer((incoming, outgoing) => {
    receive(incoming, emulator, runs).then(
      (words) => respond(outgoing, 202, words),
      (error: unknown) => respond(outgoing, 500, String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  emulator.webhooks.target = `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`;
  let lastSweep: Date | undefined;
  const sweep = async () => {
    const asked = emulator.clock.now();
    await runs.schedule();
    lastSweep = asked;
  };
  const timer = setInterval(sweep, hour).unref();
  const stop = async (patience: number) => {
    clearInterval(timer);
    server.close();
    server.closeAllConnections();
    await runs.stop(patience);
  };
  return {
    jobs: () => runs.jobs(),
    sweep,
    lastSweep: () => lastSweep,
    stop: () => stop(grace),
    kill: () => stop(0),
  };
}

/** An event as webhooks tell it, which is the same but for the installation. */
async function receive(
  incoming: IncomingMessage,
  emulator: Emulator,
  runs: WorkflowRuns,
): Promise<string> {
  const { installation: _, ...payload } = payloadShape.parse(await json(incoming));
  const repository = emulator.repositories.find(
    ({ owner, name }) => `${owner.login}/${name}` === payload.repository.full_name,
  );
  if (!repository) return 'No run: there is no such repository.';
  return runs.receive(repository, { name: String(incoming.headers['x-github-event']), payload });
}

function respond(outgoing: ServerResponse, status: number, words: string): void {
  outgoing.writeHead(status, { 'content-type': 'text/plain' }).end(words);
}
