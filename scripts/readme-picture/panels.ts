import type { Page } from 'playwright-core';

/** The three pages of the story, as pictures. */
export interface Panels {
  readonly form: Buffer;
  readonly pull: Buffer;
  readonly site: Buffer;
}

/** The widths at which the pages are shown, and the height of the upper two, in CSS pixels. */
const narrow = 560;
const wide = 1120;
const tall = 640;

/** How much of the site is shown. */
const low = 478;

/**
 * Plays the story in a playground, and takes a picture of each of its pages: the form, filled in; the pull request that
 * follows; the page after the merge.
 *
 * @param page of a browser that is in the playground; it acts as the company first, then as the maintainer
 * @param home the address of the repository's pages
 */
export async function takePanels(page: Page, home: string): Promise<Panels> {
  await page.setViewportSize({ width: narrow, height: tall });
  await page.goto(home);
  await page.getByRole('button', { name: 'Try an example' }).click();
  await page.waitForURL(/issues\/new/);
  const button = page.getByRole('button', { name: 'Create issue' });
  await button.waitFor();
  // GitHub's own addresses have no port.
  const logo = page.getByRole('textbox', { name: 'Logo' });
  const address = await logo.inputValue();
  await logo.fill(address.replace(/:\d+/, ''));
  const form = await alone(page, formStyle);
  await logo.fill(address);
  await button.click();
  await page.locator('#side .linked a').first().click();
  await page.waitForURL(/pull\/\d+$/);
  await page.locator('.identity > summary').click();
  await page.locator('.identity').getByRole('button', { name: 'max-miller' }).click();
  await page.getByText('No conflicts with the base branch').waitFor();
  const pull = await alone(page, pullStyle);
  await page.locator('summary', { hasText: 'Merge pull request' }).click();
  await page.getByRole('button', { name: 'Confirm merge' }).click();
  await page.getByText('Merged and closed').waitFor();
  await page.setViewportSize({ width: wide, height: low });
  await page.getByRole('link', { name: 'See the site' }).first().click();
  const frame = await page.locator('#site iframe').getAttribute('src');
  await page.goto(new URL(frame ?? '', page.url()).href);
  await page.evaluate(
    `scrollBy(0, document.querySelector('td:has(#poweredby-entry)').getBoundingClientRect().top - 60)`,
  );
  const site = await picture(page);
  return { form, pull, site };
}

/** What a reader needs to see of a page: of the form, what a company must fill in. */
const formStyle = `
  .top, .side, .foot, .page-head p, .form-words, .field:has(#title), .who-sends, .form-foot a, .box-modes, .box-foot,
  .field:has([name="field:link"]), .field:has([name^="field:link-text"]),
  .field .help { display: none !important; }
  .field { margin-bottom: 14px; } .page-head-line { margin-bottom: 14px; padding-bottom: 10px; }
  .writing-box textarea { min-height: 0; height: 66px; } .form-foot-line { margin-top: 14px; padding-top: 14px; }
`;

/** Of the pull request, the row that it adds, and the button that merges it. */
const pullStyle = `
  .top, .side, .foot, .title-edit, .thread-state, .tabs, .new-comment, .reactions, .approvals, .happening,
  .comment-avatar, .comment-tools, .markdown :is(th, td):nth-child(n + 4), .comment-body > :not(p:first-of-type, h3:first-of-type, table:first-of-type),
  .confirm + .confirm { display: none !important; }
  .thread::before { display: none; } .thread { padding-bottom: 0 !important; } .comment, .merge { margin: 0 0 12px; }
  .comment { display: block; } .thread-title h1 { font-size: 24px; } .thread-head { margin-bottom: 14px; border: 0; padding: 0; }
  .markdown td, .markdown th { padding: 6px 8px; } .markdown td img { width: 72px; height: 72px; }
  .markdown table { display: table; table-layout: fixed; width: 100%; max-width: none; } .markdown td a { display: inline-block; }
  .comment-body { padding: 12px 16px; } .markdown p, .markdown table { margin-bottom: 10px; } .markdown h3 { margin: 12px 0 8px; }
  .merge-words h2, .merge-icon { display: none; } .merge-box { border: 0; padding: 0; min-height: 0; } .merge-buttons { margin: 0; }
`;

/** The page with some of it hidden. */
async function alone(page: Page, style: string): Promise<Buffer> {
  await page.addStyleTag({ content: style });
  const taken = await picture(page);
  await page.evaluate("document.querySelector('style').remove()");
  return taken;
}

async function picture(page: Page): Promise<Buffer> {
  await page.evaluate(`(async () => {
    document.activeElement?.blur();
    for (const each of document.images) each.loading = 'eager';
    await Promise.all([...document.images].map((each) => each.decode().catch(() => {})));
  })()`);
  return page.screenshot({ animations: 'disabled' });
}
