import { describe, expect, it } from 'vitest';
import { appStarter } from '../../src/playground/start-app.ts';
import { silentLogger } from '../../src/telemetry/logger.ts';
import { playground, sample, wordsOf } from './visitor.ts';

/** A playground with the app at work, and somebody who asks for a place on the page. */
async function withApp(logger = silentLogger) {
  const made = await playground({ startApp: appStarter(logger) });
  const { app, changes, emulator } = made;
  /** Resolves when something is so. */
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const end = changes.subscribe(() => {
        if (!isSo()) return;
        end();
        resolve();
      });
    });
  const someone = made.visitor();
  const submit = () =>
    someone.post('/issues', {
      template: 'powered-by.yml',
      title: 'Add us',
      'field:company': 'Juniper Parcel',
      'field:description': 'It steers parcels.',
      'file:logo': new File([sample('juniper-parcel.svg')], 'juniper.svg'),
      'field:consent': ['0', '1'],
    });
  const isReady = () => emulator.pulls(made.repository).length > 0 && app.jobs().length === 0;
  return { ...made, someone, submit, until, isReady };
}

describe('the app in the playground', () => {
  it('has its requests counted for each submission', async () => {
    const { someone, submit, until, isReady } = await withApp();
    const ready = until(isReady);
    await submit();
    await ready;
    const page = wordsOf(await someone.get('/behind-the-scenes'));
    const counts =
      /Submission Reads Writes All #1 Add us (\d) 2 (\d) /.exec(page)?.map(Number) ?? [];
    const [, reads = 0, all] = counts;
    expect([reads >= 1, all]).toEqual([true, reads + 2]);
    expect(page).toMatch(/createCommitOnBranch createPullRequest #1 just now/);
  });

  it('has what it does about a pull request counted for its submission', async () => {
    const { someone, emulator, repository, submit, until, isReady } = await withApp();
    const ready = until(isReady);
    await submit();
    await ready;
    const [pull] = emulator.pulls(repository);
    const helped = until(() => isReady() && pull?.comments.length === 2);
    await someone.post(`/pull/${pull?.number}/comments`, { body: '/poweredby help' });
    await helped;
    const page = wordsOf(await someone.get('/behind-the-scenes'));
    expect(page).toMatch(/Submission Reads Writes All #1 Add us \d+ \d+ \d+ Break something/);
  });

  it('follows every edit at once, however many there are', async () => {
    const { emulator, repository, submit, until, isReady } = await withApp();
    const ready = until(isReady);
    await submit();
    await ready;
    const [pull] = emulator.pulls(repository);
    const issue = repository.issues.get(1);
    if (!pull || !issue) throw new Error('There is a submission');
    for (let edit = 1; edit <= 7; edit++) {
      const followed = until(() => isReady() && pull.body.includes(`${edit} parcels`));
      const body = issue.body.replace(/It steers.*/, `It steers ${edit} parcels.`);
      emulator.as(issue.author.login).edit(issue, { body });
      await followed;
    }
  });

  it('finds by its sweep what a lost webhook told', async () => {
    const swept = Promise.withResolvers<void>();
    const info = (message: string) => message === 'Swept' && swept.resolve();
    const { someone, emulator, repository, app, submit, until, isReady } = await withApp({
      ...silentLogger,
      info,
    });
    const isIdle = () => app.jobs().length === 0;
    await swept.promise;
    if (!isIdle()) await until(isIdle);
    for (let lost = 0; lost < 2; lost += 1) emulator.faults.order({ kind: 'webhook-lost' });
    await submit();
    await emulator.webhooks.settle();
    expect([isIdle(), emulator.pulls(repository).length]).toEqual([true, 0]);
    const ready = until(isReady);
    await someone.post('/behind-the-scenes/sweep');
    await ready;
  });

  it('is killed in the midst of its work, and finishes it when it is back', async () => {
    const { someone, emulator, repository, app, submit, until, isReady } = await withApp();
    const fault = emulator.faults.order({ kind: 'no-answer-after', operation: 'createRef' });
    await submit();
    await fault.came;
    expect(wordsOf(await someone.get('/issues/1'))).toContain('Powered By is working on this');
    await app.kill();
    expect(wordsOf(await someone.get('/issues/1'))).not.toContain('working on this');
    const [pull] = emulator.pulls(repository);
    expect(repository.issues.get(1)?.comments).toEqual([]);
    const said = until(() => isReady() && repository.issues.get(1)?.comments.length === 1);
    await app.start();
    await said;
    expect(emulator.pulls(repository)).toEqual([pull]);
  });
});
