import { expect, it } from 'vitest';
import { barriersOn, viewport } from './barriers.ts';
import { describeJourneys } from './stage.ts';

describeJourneys('a project with an ADOPTERS.md', (stage) => {
  it('is chosen on the first page, and takes a company into its table by mouse alone', async () => {
    const june = await stage().traveller();
    await june.go('');
    await june.follow(/penstock/);
    await june.sees('Organization, Contact, Environment, Description of use');
    await june.press('Try an example');
    expect(await june.page.getByRole('combobox', { name: 'Environment' }).inputValue()).toBe(
      'Production',
    );
    expect(await june.page.getByText('Logo', { exact: true }).count()).toBe(0);
    await june.create();
    await june.openPull();
    await june.sees('No conflicts with the base branch');
    await june.be('maintainer');
    await june.merge();
    await june.sees('Juniper Parcel is listed.');
    await june.follow('See the site');
    expect(await june.isMarkedOnSite()).toBe(true);
    const row = june.page.locator('#site iframe').contentFrame().locator('tr#poweredby-entry');
    expect(await row.locator('td').allInnerTexts()).toEqual([
      'Juniper Parcel',
      '@june-juniper',
      'Production',
      expect.stringMatching(/^Juniper Parcel steers 40,000 parcels/),
    ]);
    const { emulator, repository } = stage().running.playgrounds[1] ?? stage().running.playground;
    const list = await emulator.readFile(repository, 'ADOPTERS.md');
    expect(list).toMatch(/Harbour & Hound.*\n\| \[Juniper Parcel\].*\n\| \[Kestrel Weather\]/);
  });

  it('shows its list to everyone, in the light and in the dark, and on a telephone', async () => {
    // Pages of what strangers wrote run no script, and what looks at them here is one.
    const { page } = await stage().traveller({ viewport, bypassCSP: true });
    await page.goto('/penstock/penstock/site');
    const frame = await page.locator('#site iframe').getAttribute('src');
    await page.goto(`${frame}?company=Mossgate#poweredby-entry`);
    expect(await barriersOn(page)).toEqual([]);
  }, 60_000);
});
