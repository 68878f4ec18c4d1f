import { expect, it } from 'vitest';
import { describeJourneys } from './stage.ts';

describeJourneys('on the repository', (stage) => {
  it('a maintainer merges two submissions one after the other, and both are on both pages', async () => {
    const company = await stage().traveller();
    const maintainer = await stage().traveller();
    const pulls: number[] = [];
    await company.go('');
    for (const [key, name] of [
      ['submitter', 'First Wren'],
      ['rival', 'Second Wren'],
    ] as const) {
      await company.be(key);
      await company.submit(name, `${name} sings with Millrace.`);
      pulls.push(await company.openPull());
    }
    await maintainer.go('');
    await maintainer.be('maintainer');
    for (const pull of pulls) {
      await maintainer.go(`/pull/${pull}`);
      await maintainer.sees('No conflicts with the base branch');
      await maintainer.merge();
    }
    for (const language of ['English', 'Chinese']) {
      const words = ['First Wren sings with Millrace.', 'Second Wren sings with Millrace.'];
      await maintainer.seesOnSite(language, ...words);
    }
    await company.sees('Merged and closed');
  });

  it('the second language’s text comes by a comment', async () => {
    const june = await stage().traveller();
    await june.submit('Textile Wren', 'Textile Wren weaves.');
    await june.sees(/is ready to be listed/);
    await june.say('/poweredby text zh Textile Wren 织布。');
    await june.page.getByRole('button', { name: /^thumbs up, 1/ }).waitFor();
    await june.openPull();
    await june.finds('.comment table', 'Textile Wren 织布。');
  });

  it('nothing moves under whom the app’s comment finds writing', async () => {
    const june = await stage().traveller({ viewport: { width: 900, height: 500 } });
    const number = await june.submit('Steady Wren', 'Steady Wren stands.');
    await june.sees(/is ready to be listed/);
    const box = june.page.getByRole('textbox', { name: 'Comment' });
    await box.fill('Well, ');
    const before = await box.boundingBox();
    const mary = await stage().traveller();
    await mary.go(`/issues/${number}`);
    await mary.be('maintainer');
    await mary.say('Let us see.\n\n- one\n- two\n- three');
    await june.sees('Let us see.');
    expect(await box.boundingBox()).toEqual(before);
    expect(await box.inputValue()).toBe('Well, ');
  });

  it('two tabs of one browser are two people', async () => {
    const june = await stage().traveller();
    await june.go('/issues/new');
    await june.page.getByLabel('Title').fill('Two tabs');
    await june.create();
    const other = await june.page.context().newPage();
    await other.goto(june.page.url());
    await other.locator('.identity > summary').click();
    await other.locator('.identity').getByRole('button', { name: 'max-miller' }).click();
    await other.getByText('Lock conversation').waitFor();
    await other.getByRole('textbox', { name: 'Comment' }).fill('As a maintainer.');
    await other.getByRole('button', { name: 'Comment', exact: true }).click();
    await june.finds('.comment[aria-label="max-miller wrote"]', 'As a maintainer.');
    expect(await june.page.getByText('Lock conversation').count()).toBe(0);
    await june.say('As a company.');
    await june.finds('.comment[aria-label="june-juniper wrote"]', 'As a company.');
  });

  it('a stranger’s command is refused, with a reason', async () => {
    const june = await stage().traveller();
    await june.submit('Wary Wren', 'Wary Wren watches.');
    await june.sees(/is ready to be listed/);
    await june.be('stranger');
    await june.say('/poweredby withdraw');
    await june.page.getByRole('button', { name: /^confused, 1/ }).waitFor();
    await june.sees(/Only the author of this issue and people with write access/);
    await june.openPull();
    await june.sees('No conflicts with the base branch');
  });

  it('a branch that somebody pushed to is left alone', async () => {
    const li = await stage().traveller();
    await li.go('');
    await li.be('rival');
    const issue = await li.submit('Pushed Wren', 'Pushed Wren leans.');
    await li.openPull();
    await li.be('maintainer');
    await li.follow('Push a commit to this branch');
    const text = li.page.getByRole('textbox', { name: 'Text' });
    await text.fill((await text.inputValue()).replace('Pushed Wren leans.', 'By hand.'));
    await li.press('Commit and push');
    await li.sees('Edit by hand');
    await li.go(`/issues/${issue}`);
    await li.sees(/Somebody pushed to its branch/);
    await li.be('rival');
    await li.editIssue((body) => body.replace('Pushed Wren leans.', 'Pushed Wren flies.'));
    await li.openPull();
    await li.finds('.thread', 'Somebody pushed to this branch');
    await li.follow('Files changed');
    await li.finds('.diff-added', 'By hand.');
  });

  it('the app, killed between the issue and the pull request, comes back and finishes', async () => {
    const june = await stage().traveller();
    const operator = await stage().traveller();
    await operator.go('/behind-the-scenes');
    await operator.press(/^Let the next write hang/);
    await operator.finds('.switch[aria-pressed=true]', 'Let the next write hang');
    const issue = await june.submit('Killed Wren', 'Killed Wren lives.');
    await june.sees('Powered By is working on this…');
    await operator.finds('.jobs', `#${issue}`);
    // Only the request that hangs uses the fault up: stopped before it, the app would meet it when it comes back.
    await operator.finds('.switch[aria-pressed=false]', 'Let the next write hang');
    await operator.press('Stop the app');
    await operator.sees(/The app is stopped and misses whatever happens now/);
    await june.page.locator('#working').waitFor({ state: 'detached' });
    expect(await june.page.locator('#side .linked').count()).toBe(0);
    await operator.press('Start the app');
    await june.sees(/is ready to be listed/);
    await june.openPull();
    await june.sees('No conflicts with the base branch');
  });
});
