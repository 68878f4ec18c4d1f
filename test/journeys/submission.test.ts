import { expect, it } from 'vitest';
import { drawing, picture } from './logos.ts';
import { describeJourneys } from './stage.ts';

describeJourneys('a company', (stage) => {
  it('adds itself with a drawing that it drags in, and is on both pages once that is merged', async () => {
    const june = await stage().traveller();
    await june.go('');
    await june.follow('Open the form');
    await june.answer({
      company: 'Juniper Parcel',
      description: 'Juniper Parcel steers parcels around storms.',
      chinese: 'Juniper Parcel 让包裹绕开风暴。',
      link: 'https://juniper-parcel.example/storm',
      linkText: 'How Juniper Parcel goes around the storm',
    });
    await june.dropLogo(drawing);
    await june.consent();
    await june.create();
    await june.sees(/is ready to be listed/);
    await june.openPull();
    await june.sees('No conflicts with the base branch');
    await june.be('maintainer');
    await june.merge();
    await june.seesOnSite('English', 'Juniper Parcel steers parcels around storms.');
    await june.seesOnSite('Chinese', 'Juniper Parcel 让包裹绕开风暴。');
  });

  it('adds itself with a picture that it drags in', async () => {
    const li = await stage().traveller();
    await li.go('/issues/new?template=powered-by.yml');
    await li.be('rival');
    await li.answer({ company: '纸灯笼 Paper Lantern', description: 'It counts dumplings.' });
    await li.dropLogo(await picture());
    await li.consent();
    await li.create();
    await li.sees(/is ready to be listed/);
    await li.openPull();
    await li.follow('Files changed');
    await li.page.getByRole('img', { name: /-logo\.png, added/ }).waitFor();
  });

  it('learns at once of everything that is wrong, and fixes it by editing', async () => {
    const june = await stage().traveller();
    await june.go('/issues/new?template=powered-by.yml');
    const wrong = {
      company: 'W'.repeat(90),
      description: 'too long '.repeat(80).trim(),
      link: 'http://wren.example/we',
      linkText: 'L'.repeat(130),
    };
    await june.answer({ ...wrong, chinese: '长'.repeat(700) });
    await june.page.getByRole('textbox', { name: 'Logo' }).fill('as on our website');
    await june.consent();
    await june.create();
    await june.sees(/Please fix 6 things before your organization can be listed/);
    const list = june.page.locator('.comment ul').filter({ hasText: 'Text of the link' });
    expect(await list.locator('li').count()).toBe(6);
    const logo = await june.attach(drawing);
    await june.editIssue((text) =>
      text
        .replace(wrong.company, 'Wren & Sons')
        .replace(wrong.description, 'Wren & Sons count birds.')
        .replace('长'.repeat(700), '数鸟。')
        .replace(wrong.link, 'https://wren.example/we')
        .replace(wrong.linkText, 'How birds are counted')
        .replace('as on our website', logo),
    );
    await june.sees(/is ready to be listed/);
    expect(await june.page.locator('.comment').count()).toBe(2);
  });

  it('tries its logo in the studio, and uses it in the form', async () => {
    const june = await stage().traveller();
    await june.go('/studio');
    await june.drop(drawing, june.page.locator('[data-drop-place]'));
    await june.sees('On a dark page');
    await june.press('Use it in the form');
    await june.answer({ company: 'Studio Wren', description: 'It draws with Millrace.' });
    expect(await june.page.getByRole('textbox', { name: 'Logo' }).inputValue()).toContain(
      '/user-attachments/assets/',
    );
    await june.consent();
    await june.create();
    await june.sees(/is ready to be listed/);
  });

  it('may become somebody else halfway, who sees nothing of it, and has to type nothing again', async () => {
    const june = await stage().traveller();
    const { page } = june;
    const company = page.getByRole('textbox', { name: 'Company' });
    /** The pages' script puts it there. */
    const isThere = (name: string) =>
      expect.poll(() => company.inputValue(), { timeout: 30_000 }).toBe(name);
    await june.go('/issues/new?template=powered-by.yml');
    await june.answer({ company: 'Early Wren', description: 'It begins.' });
    await june.go('/issues/new?template=powered-by.yml&company=Given+Wren');
    await june.answer({ company: 'Halfway Wren', description: 'It turns back.', link: 'wren' });
    await june.consent();
    await june.be('rival');
    await isThere('Given Wren');
    await june.be('submitter');
    await isThere('Halfway Wren');
    // A blank passes the browser, and is no answer.
    await page.getByRole('textbox', { name: 'Logo' }).fill(' ');
    await june.press('Create issue');
    await june.sees('missing or not accepted');
    expect(await company.inputValue()).toBe('Halfway Wren');
    await june.be('rival');
    await june.be('submitter');
    await isThere('Halfway Wren');
    expect(await page.getByLabel('Link', { exact: true }).inputValue()).toBe('wren');
    expect(await page.getByRole('checkbox').first().isChecked()).toBe(true);
    await june.dropLogo(drawing);
    await june.create();
    await june.go('/issues/new?template=powered-by.yml');
    expect(await company.inputValue()).toBe('');
  });

  it('needs no mouse', async () => {
    const june = await stage().traveller();
    const { page } = june;
    const { keyboard } = page;
    const type = async (words: string) => {
      await keyboard.press('Tab');
      await keyboard.type(words);
    };
    await june.go('');
    await june.tabTo('link', 'Skip to content');
    await keyboard.press('Enter');
    await page.waitForURL(/#content$/);
    await june.tabTo('link', 'Open the form');
    await keyboard.press('Enter');
    await page.waitForURL(/issues\/new/);
    await june.tabTo('textbox', 'Company');
    await keyboard.type('Keyboard Wren');
    await type('It types with Millrace.');
    await june.tabTo('textbox', 'Logo');
    await keyboard.press('Tab');
    const asked = page.waitForEvent('filechooser');
    // A browser that is still busy lets a key pass without a word; somebody at the keyboard presses it again.
    const isAsked = () => Promise.race([asked.then(() => true), page.waitForTimeout(2000)]);
    do await keyboard.press('Enter');
    while (!(await isAsked()));
    const chooser = await asked;
    await chooser.setFiles({ name: drawing.name, mimeType: drawing.type, buffer: drawing.bytes });
    await june.finds('.upload-state', 'is in place');
    await june.tabTo('checkbox', 'My company');
    await keyboard.press('Space');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await june.tabTo('button', 'Create issue');
    await keyboard.press('Enter');
    await june.sees(/is ready to be listed/);
    await june.tabTo('link', /#\d+$/, 'Shift+Tab');
  });
});
