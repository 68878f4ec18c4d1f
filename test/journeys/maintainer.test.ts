import { expect, it } from 'vitest';
import { describeJourneys } from './stage.ts';

describeJourneys('a maintainer', (stage) => {
  it('ticks the checklist, approves, confirms the merge, and sees the new entry marked', async () => {
    const june = await stage().traveller();
    await june.submit('Marked Wren', 'Marked Wren stands out.');
    const number = await june.openPull();
    await june.sees('No conflicts with the base branch');
    expect(await june.page.locator('[data-task]:not(:disabled)').count()).toBe(0);
    await june.follow('Preview the site');
    await june.sees('This is a preview of the site');
    expect(await june.isMarkedOnSite()).toBe(true);
    await june.go(`/pull/${number}`);
    await june.be('maintainer');
    const box = june.page.locator('[data-task]').first();
    await box.check();
    const { issues } = stage().running.playground.repository;
    await expect.poll(() => issues.get(number)?.body, { timeout: 30_000 }).toContain('- [x] ');
    await june.press('Approve');
    await june.sees('Changes approved');
    expect(await box.isChecked()).toBe(true);
    await june.page.locator('summary', { hasText: 'Squash and merge' }).click();
    await june.press('Confirm squash and merge');
    await june.sees('Marked Wren is listed.');
    await june.follow('See the site');
    for (const language of ['English', 'Chinese']) {
      await june.page.getByRole('link', { name: language, exact: true }).click();
      await june.page.locator('.segmented [aria-current]', { hasText: language }).waitFor();
      expect(await june.isMarkedOnSite(), language).toBe(true);
    }
  });

  it('previews a comment, sends it with Ctrl+Enter, and edits the title in place', async () => {
    const mary = await stage().traveller();
    const { page } = mary;
    await mary.go('/issues');
    await mary.follow('New issue');
    await mary.follow('Open a blank issue');
    await page.getByLabel('Title').fill('A question');
    await mary.create();
    await mary.be('maintainer');
    const box = page.getByRole('textbox', { name: 'Comment' });
    await box.fill('**Well**, #1');
    await page.getByRole('tab', { name: 'Preview' }).last().click();
    await mary.finds('.box-preview strong', 'Well');
    await page.keyboard.press('ArrowLeft');
    await box.press('Control+Enter');
    await mary.finds('.comment[aria-label="max-miller wrote"] strong', 'Well');
    await mary.follow('Edit title');
    await page.getByRole('textbox', { name: 'Title' }).fill('An answer');
    await page.keyboard.press('Control+Enter');
    await mary.finds('h1', 'An answer');
    await mary.follow('Edit title');
    await mary.follow('Cancel');
    await page.getByRole('textbox', { name: 'Title' }).waitFor({ state: 'hidden' });
  });

  it('finds the configuration, and edits it', async () => {
    const mary = await stage().traveller();
    await mary.go('');
    await mary.page.locator('.identity > summary').press('Enter');
    for (const key of ['ArrowUp', 'ArrowUp', 'Enter']) await mary.page.keyboard.press(key);
    await mary.page.locator('.identity > summary', { hasText: 'max-miller' }).waitFor();
    await mary.page.locator('.identity > summary:focus').waitFor();
    await mary.follow('.github/poweredby.yml');
    await mary.follow('Edit this file');
    const text = mary.page.getByRole('textbox', { name: 'Text' });
    await text.fill(`${await text.inputValue()}\n# Seen.\n`);
    await mary.press('Commit and push');
    await mary.go('/blob/main/.github/poweredby.yml');
    await mary.finds('.diff', '# Seen.');
  });

  it('learns on every page that the app is stopped, and starts it there', async () => {
    const june = await stage().traveller();
    const operator = await stage().traveller();
    await operator.go('/behind-the-scenes');
    await operator.press('Stop the app');
    await june.submit('Late Wren', 'Late Wren waits.');
    await june.sees('The app is stopped, so nothing answers.');
    await june.press('Start the app');
    await june.page.goBack();
    await june.sees(/is ready to be listed/);
    await june.page.locator('.notice-warning').waitFor({ state: 'detached' });
  });

  it('opens a webhook and a request behind the scenes', async () => {
    const mary = await stage().traveller();
    await mary.submit('Open Wren', 'Open Wren hides nothing.');
    await mary.sees(/is ready to be listed/);
    await mary.go('/behind-the-scenes');
    await mary.follow('issues.opened');
    await mary.finds('pre', 'Open Wren hides nothing.');
    await mary.follow('Behind the scenes');
    await mary.follow(/^mutation .*createPullRequest/);
    await mary.finds('pre', 'createPullRequest');
    await mary.sees('Status 200');
  });
});
