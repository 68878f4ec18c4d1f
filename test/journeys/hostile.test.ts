import { expect, it } from 'vitest';
import { drawing } from './logos.ts';
import { describeJourneys } from './stage.ts';

/** Ways to have a page do something, each of which says so. */
const attacks = [
  '<script>alert("script")</script>',
  '<img src=x onerror=alert("onerror")>',
  '<svg onload=alert("onload")><a href="javascript:alert(1)">x</a></svg>',
  '[x](javascript:alert("link")) <a href="java&#115;cript:alert(2)">y</a>',
  '<iframe srcdoc="<script>parent.alert(3)</script>"></iframe><base href="https://evil.example/">',
  '<form action="https://evil.example/"><button name=csrf>Merge</button></form>',
  '<style>* { background: url(https://evil.example/x) }</style><meta http-equiv=refresh content="0;url=https://evil.example/">',
  '![picture](https://evil.example/track.png) <details data-menu open data-live id=thread>z</details>',
  '</textarea><script>alert("textarea")</script>',
  '{{< evil >}} {{ .Site }}',
].join('\n\n');

describeJourneys('what a stranger writes', (stage) => {
  it('is shown as text, and does nothing, wherever it comes to', async () => {
    const stranger = await stage().traveller();
    const { page } = stranger;
    await stranger.go('/issues/new');
    await page.getByLabel('Title').fill('<img src=x onerror=alert("title")>');
    await page.getByRole('textbox', { name: 'Description' }).fill(attacks);
    await stranger.press('Create issue');
    await page.waitForURL(/\/issues\/\d+$/);
    const written = page.locator('.comment-body');
    expect(
      await written.locator('script, iframe, form, style, meta, base, svg, [id]').count(),
    ).toBe(0);
    expect(await written.locator('img, a[href^="javascript" i]').count()).toBe(0);
    await stranger.say(attacks);
    await page.locator('.comment').nth(1).waitFor();
    await stranger.go('/issues');
    await stranger.sees('<img src=x onerror=alert("title")>');
  });

  it('in the form comes to the site as the text that it is', async () => {
    const stranger = await stage().traveller();
    const company = 'Evil & Sons';
    const description =
      '<img src=x onerror=alert(2)> {{< evil >}} [x](javascript:alert(3)) https://evil.example';
    await stranger.submit(company, description);
    await stranger.sees(/is ready to be listed/);
    await stranger.openPull();
    await stranger.follow('Files changed');
    await stranger.finds('.diff-added', 'Evil');
    await stranger.be('maintainer');
    await stranger.follow('Conversation');
    await stranger.merge();
    for (const language of ['English', 'Chinese']) {
      await stranger.seesOnSite(language, '<img src=x onerror=alert(2)> {{< evil >}}');
    }
  });

  it('in a drawing cannot run, even where that is opened alone', async () => {
    const stranger = await stage().traveller();
    const bytes = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg"><script>document.documentElement.setAttribute("ran", "yes")</script><text y="20">Hello</text></svg>',
    );
    await stranger.go('/issues/new?template=powered-by.yml');
    await stranger.dropLogo({ ...drawing, bytes });
    const box = stranger.page.getByRole('textbox', { name: 'Logo' });
    const address = /\((.+)\)/.exec(await box.inputValue())?.[1] ?? '';
    await stranger.page.goto(`/attached?address=${encodeURIComponent(address)}`);
    await stranger.sees('Hello');
    expect(await stranger.page.locator('svg[ran]').count()).toBe(0);
    expect(stranger.mishaps.splice(0)).toEqual([expect.stringMatching(/script/)]);
  });
});
