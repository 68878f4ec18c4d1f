import { expect, inject, it } from 'vitest';
import { RunHistory } from '../../src/playground/action/run-history.ts';
import { actionStarter } from '../../src/playground/start-action.ts';
import { barriersOn, viewport } from './barriers.ts';
import { describeJourneys } from './stage.ts';

describeJourneys(
  'a project that uses the GitHub Action',
  (stage) => {
    it('takes a company into its list by mouse alone, by runs that the Actions tab shows', async () => {
      const june = await stage().traveller();
      await june.page.goto('/penstock/penstock');
      await june.sees('no server, and a run for each event');
      await june.press('Try an example');
      await june.create();
      await june.openPull();
      await june.sees('github-actions');
      await june.sees('No conflicts with the base branch');
      await june.be('maintainer');
      await june.merge();
      await june.sees('Juniper Parcel is listed.');
      const { emulator, repository } = stage().running.playgrounds[1] ?? stage().running.playground;
      expect(await emulator.readFile(repository, 'ADOPTERS.md')).toMatch(
        /Harbour & Hound.*\n\| \[Juniper Parcel\].*\n\| \[Kestrel Weather\]/,
      );
      await june.follow('Actions');
      await june.finds('#runs tr', /success\s*Run 1\s*issues\.opened\s*#1/);
      await june.finds('#runs tr', /success\s*Run \d+\s*pull_request\.closed/);
      await june.follow('Run 1');
      await june.finds('#run', /#1: #2 adds Juniper Parcel\. Review it next\./);
    }, 120_000);

    it('is told of nothing while its workflow is disabled, and finds what it missed by its schedule', async () => {
      const june = await stage().traveller();
      await june.go('/behind-the-scenes');
      await june.press('Disable the workflow');
      await june.sees('The workflow is disabled and misses whatever happens now.');
      await june.go('');
      await june.press('Try an example');
      await june.create();
      await june.sees('The workflow is disabled, so nothing answers.');
      await june.press('Enable the workflow');
      await june.sees('No app is installed.');
      await june.press('Run the schedule now');
      await june.follow('Actions');
      await june.finds('#runs tr', /success\s*Run \d+\s*schedule/);
      await june.follow(/^Issues/);
      await june.follow(/^Add/);
      await june.openPull();
    }, 120_000);

    it('shows its runs to everyone, in the light and in the dark, and on a telephone', async () => {
      const { page } = await stage().traveller({ viewport });
      for (const path of ['actions', 'actions/1', 'behind-the-scenes', '']) {
        await page.goto(`/penstock/penstock/${path}`);
        expect(await barriersOn(page)).toEqual([]);
      }
    }, 60_000);
  },
  () => {
    const runs = new RunHistory();
    return { runs, startApp: actionStarter(inject('program'), runs) };
  },
);
