import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { constants, setPriority } from 'node:os';
import type { Emulator } from '../../../src/emulator/emulator.ts';
import { onGithub } from '../emulated-world.ts';
import { letHappen, makeRepositories } from './happenings.ts';
import { answer, type GithubReady, type GithubReport, type Webhooks } from './messages.ts';

// An emulated GitHub in a process of its own. A lot happens there, and its webhooks are kept to be sent later.

process.once('disconnect', () => process.exit(1));
// The real one has machines of its own.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
await onGithub(async (github) => {
  const places = await makeRepositories(github, 20);
  const { hosts, certificates } = github.downloads();
  const downloads = { ...(hosts && { hosts }), ...(certificates && { certificates }) };
  const { id: appId, privateKey, webhookSecret } = github.app;
  const app = { appId, privateKey, webhookSecret, githubApiUrl: github.url };
  await answer<GithubReady>({ app, downloads });
  await answer<Webhooks>(await webhooksOf(github, () => letHappen(github, places)));
  const { all, counted } = github.requests;
  await answer<GithubReport>({
    submissions: places.length * 3,
    pulls: places.reduce((sum, place) => sum + github.pulls(place).length, 0),
    requests: counted.length,
    refused: all.filter(({ status }) => status === 403 || status === 429).length,
  });
});
process.exit();

/** The webhooks that GitHub sends of what happens, in their order. They go elsewhere, to be sent later. */
async function webhooksOf(github: Emulator, happen: () => Promise<void>): Promise<Webhooks> {
  const server = createServer((incoming, outgoing) => {
    incoming.resume().on('end', () => outgoing.writeHead(202).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  github.webhooks.target = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await happen();
  await github.webhooks.settle();
  github.webhooks.target = undefined;
  server.closeAllConnections();
  server.close();
  const sent = github.webhooks.recentDeliveries().reverse();
  return sent.map(({ request: { headers, body } }) => ({ headers: { ...headers }, body }));
}
