import type { BrowserContext, Locator, Page } from 'playwright-core';
import { people } from '../../src/playground/people.ts';
import { homeOf } from '../../src/playground/playground.ts';
import type { RunningPlayground } from '../../src/playground/start-playground.ts';
import type { LocalFile } from './local-file.ts';
import { drawing } from './logos.ts';

/** What a company answers in the demo's form. What is left out stays empty. */
export interface Answers {
  readonly company: string;
  readonly description: string;
  readonly chinese?: string;
  readonly link?: string;
  readonly linkText?: string;
}

/** How long something may take to appear, in milliseconds: long, for other tests share the machine. */
const patience = 30_000;

/** Whoever needs more to come to something by keyboard gives up. */
const mostPresses = 60;

/** Somebody in front of a browser. */
export class Traveller {
  readonly page: Page;
  /** What must not be: requests to elsewhere, errors of scripts, and scripts that are not ours. */
  readonly mishaps: string[] = [];
  readonly #context: BrowserContext;
  readonly #home: string;

  private constructor(context: BrowserContext, page: Page, { url, playground }: RunningPlayground) {
    this.#context = context;
    this.page = page;
    this.#home = homeOf(playground);
    context.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(`${url}/`) && !/^(?:data|about|blob):/.test(address)) {
        this.mishaps.push(`asked for ${address}`);
      }
    });
    page.on('dialog', (dialog) => {
      this.mishaps.push(`a page said ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => this.mishaps.push(String(error)));
    page.on('console', (message) => {
      const isRefusal = /Failed to load resource: the server responded with a status of 4/;
      if (message.type() === 'error' && !isRefusal.test(message.text())) {
        this.mishaps.push(message.text());
      }
    });
  }

  static async enter(context: BrowserContext, running: RunningPlayground): Promise<Traveller> {
    context.setDefaultTimeout(patience);
    return new Traveller(context, await context.newPage(), running);
  }

  leave(): Promise<void> {
    return this.#context.close();
  }

  /** @param path below the repository's own */
  async go(path: string): Promise<void> {
    await this.page.goto(this.#home + path);
  }

  /** Becomes somebody else, by the menu at the top. */
  async be(key: (typeof people)[number]['key']): Promise<void> {
    const login = people.find((person) => person.key === key)?.login ?? '';
    await this.page.locator('.identity > summary').click();
    await this.page.locator('.identity').getByRole('button', { name: login }).click();
    await this.page.locator('.identity > summary', { hasText: login }).waitFor();
  }

  /** Presses a button, or follows a link that looks like one. */
  async press(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name }).first();
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name }).first().click();
  }

  /** Waits until words can be seen. */
  async sees(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor();
  }

  /** Waits until something can be seen. @param place a selector */
  async finds(place: string, words: string | RegExp): Promise<void> {
    await this.page.locator(place, { hasText: words }).first().waitFor();
  }

  /** Answers the form's questions. */
  async answer({ company, description, chinese, link, linkText }: Answers): Promise<void> {
    const { page } = this;
    await page.getByRole('textbox', { name: 'Company' }).fill(company);
    await page.getByRole('textbox', { name: 'What you use' }).fill(description);
    if (chinese !== undefined) {
      await page.getByRole('textbox', { name: 'The same in Chinese' }).fill(chinese);
    }
    if (link !== undefined) await page.getByLabel('Link', { exact: true }).fill(link);
    if (linkText !== undefined)
      await page.getByLabel('Text of the link', { exact: true }).fill(linkText);
  }

  /** Checks every box of the form. */
  async consent(): Promise<void> {
    for (const box of await this.page.getByRole('checkbox').all()) await box.check();
  }

  /** Drags a file from a folder onto something, as a mouse does. */
  async drop(file: LocalFile, place: Locator): Promise<void> {
    const given = JSON.stringify({ ...file, bytes: file.bytes.toString('base64') });
    const dataTransfer = await this.page.evaluateHandle(`(() => {
      const { name, type, bytes } = ${given};
      const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], name, { type }));
      return transfer;
    })()`);
    await place.scrollIntoViewIfNeeded();
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await place.dispatchEvent(type, { dataTransfer });
    }
  }

  /** Fills the form in and sends it, as far as a journey does not care how. @returns the number of the issue */
  async submit(company: string, description: string): Promise<number> {
    const given = new URLSearchParams({ template: 'powered-by.yml', company, description });
    await this.go(`/issues/new?${given}`);
    await this.dropLogo(drawing);
    await this.consent();
    return this.create();
  }

  /** Drags a logo into the form, and waits until its address has appeared. */
  async dropLogo(file: LocalFile): Promise<void> {
    const box = this.page.getByRole('textbox', { name: 'Logo' });
    await this.drop(file, box);
    await this.finds('.upload-state', 'is in place');
  }

  /** Drags a file into the box for a new comment. @returns the Markdown that has appeared there, which is taken out again */
  async attach(file: LocalFile): Promise<string> {
    const box = this.page.getByRole('textbox', { name: 'Comment' });
    await this.drop(file, box);
    await this.finds('.upload-state', 'is in place');
    const markdown = (await box.inputValue()).trim();
    await box.fill('');
    return markdown;
  }

  /** Presses a key until something has the focus. */
  async tabTo(
    role: 'link' | 'button' | 'textbox' | 'checkbox',
    name: string | RegExp,
    key = 'Tab',
  ): Promise<void> {
    const wanted = this.page.getByRole(role, { name }).and(this.page.locator(':focus'));
    for (let presses = 0; presses < mostPresses; presses += 1) {
      if ((await wanted.count()) > 0) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`${name} does not get the focus`);
  }

  /** Sends the form. @returns the number of the issue */
  async create(): Promise<number> {
    await this.press('Create issue');
    await this.page.waitForURL(/\/issues\/\d+$/);
    return Number(/\d+$/.exec(this.page.url())?.[0]);
  }

  /** Waits for the link to the pull request beside the issue, and follows it. @returns its number */
  async openPull(): Promise<number> {
    await this.page.locator('#side .linked a').first().click();
    await this.page.waitForURL(/\/pull\/\d+$/);
    return Number(/\d+$/.exec(this.page.url())?.[0]);
  }

  /** Merges the pull request that is looked at. */
  async merge(): Promise<void> {
    await this.page.locator('summary', { hasText: 'Merge pull request' }).click();
    await this.press('Confirm merge');
    await this.sees('Merged and closed');
  }

  /** Changes the text of the issue that is looked at. */
  async editIssue(change: (text: string) => string): Promise<void> {
    await this.page.getByLabel('Menu of the description').click();
    await this.page.locator('.comment-menu[open]').getByRole('link', { name: 'Edit' }).click();
    const box = this.page.getByRole('textbox', { name: 'Text of the description' });
    await box.fill(change(await box.inputValue()));
    await this.press('Save');
  }

  /** Says something below the issue or pull request that is looked at. */
  async say(words: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Comment' }).fill(words);
    await this.page.getByRole('button', { name: 'Comment', exact: true }).click();
  }

  /** Waits for the marked entry of the site that is looked at. @returns whether it can be seen without scrolling the site */
  async isMarkedOnSite(): Promise<boolean> {
    const frame = this.page.locator('#site iframe');
    const mark = frame.contentFrame().locator('#poweredby-entry');
    await mark.waitFor();
    const isInside = async () => {
      const [entry, window] = [await mark.boundingBox(), await frame.boundingBox()];
      if (!entry || !window) return false;
      return entry.y >= window.y && entry.y + entry.height <= window.y + window.height;
    };
    // The frame scrolls when all of its page has come.
    for (let times = 0; times < 50 && !(await isInside()); times += 1) {
      await this.page.waitForTimeout(100);
    }
    return isInside();
  }

  /** Looks at the site in a language, and waits until its page shows all of some words. */
  async seesOnSite(language: string, ...words: readonly string[]): Promise<void> {
    await this.go('/site');
    await this.page.getByRole('link', { name: language, exact: true }).click();
    await this.page.locator('.segmented [aria-current]', { hasText: language }).waitFor();
    const site = this.page.frameLocator('#site iframe');
    for (const each of words) await site.getByText(each).first().waitFor();
  }
}
