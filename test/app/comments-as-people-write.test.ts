import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/emulator/world/model.ts';
import { accepted, reactionsTo, refused, say } from './said.ts';
import { pages, submitted, type World, world } from './world.ts';

async function textsOf({ github, repository }: World, branch = 'poweredby/issue-1') {
  const read = (path: string) => github.readFile(repository, path, branch);
  return { en: (await read(pages.en)) ?? '', zh: (await read(pages.zh)) ?? '' };
}

/** What our comments say, one after the other. */
function told({ comments }: Issue): string {
  const ours = comments.filter(({ author }) => author.type === 'Bot');
  return ours.map(({ body }) => body.replace(/<!-- poweredby.*/s, '')).join('\n');
}

describe('several commands in one comment', () => {
  it('are carried out in their order', async () => {
    const made = await submitted();
    const comment = await say(
      made,
      'ann',
      made.issue,
      '/poweredby text en Hello world.\n/poweredby text zh 你好世界',
    );
    expect(reactionsTo(comment)).toEqual(accepted);
    const { en, zh } = await textsOf(made);
    expect([en.includes('Hello world.'), zh.includes('你好世界')]).toEqual([true, true]);
    expect(`${en}${zh}`).not.toContain('/poweredby text');
    const again = await say(made, 'ann', made.issue, '/poweredby withdraw\n\n/poweredby add');
    expect(reactionsTo(again)).toEqual(accepted);
    expect(made.open()).toHaveLength(1);
  });

  it('are done as far as they may be: what is not done is named, and the rest stays, come what may', async () => {
    const made = await submitted();
    const words = '/poweredby text zh 你好世界\n/poweredby rebuild';
    const comment = await say(made, 'ann', made.issue, words);
    expect(reactionsTo(comment)).toEqual(refused);
    expect(told(made.issue)).toContain('/poweredby rebuild');
    expect((await textsOf(made)).zh).toContain('你好世界');
    // Everything that we know of it goes, and something else changes.
    for (const each of made.issue.comments.filter(({ author }) => author.type === 'Bot')) {
      made.mary.deleteComment(each);
    }
    await made.settle();
    made.ann.edit(made.issue, { body: made.issue.body.replace('storms', 'tempests') });
    await made.settle();
    const { en, zh } = await textsOf(made);
    expect([en.includes('tempests'), zh.includes('你好世界')]).toEqual([true, true]);
    expect(zh).not.toContain('rebuild');
    expect(reactionsTo(comment)).toEqual(refused);
    expect(reactionsTo(await say(made, 'mary', made.issue, words))).toEqual(accepted);
  });

  it('that are edited are new ones', async () => {
    const made = await submitted();
    const comment = await say(made, 'ann', made.issue, '/poweredby text zh 一\n/poweredby rebuild');
    made.ann.editComment(comment, '/poweredby text zh 二\n/poweredby text en Two.');
    await made.settle();
    expect(reactionsTo(comment)).toEqual(accepted);
    const { en, zh } = await textsOf(made);
    expect([en.includes('Two.'), zh.includes('二')]).toEqual([true, true]);
  });
});

describe('a text ends where other words begin', () => {
  it.each([
    ['a signature', '你好世界\r\n-- \r\nSam, Juniper Parcel\r\nSent from my iPhone\r\n'],
    ['a signature whose blank is gone', '你好世界\n--\nSam'],
    ['a telephone’s signature', '你好世界\nSent from my iPhone'],
    [
      'the mail that is answered',
      '你好世界\r\nOn Mon, 5 Oct 2026 at 09:12, powered-by[bot] ***@***.***> wrote:\r\n> Comment\r\n',
    ],
    [
      'the same over two lines',
      '你好世界\nOn Mon, 5 Oct 2026 at 09:12, powered-by[bot] <\nreply@github.com> wrote:\n> Comment',
    ],
    [
      'the same in German',
      '你好世界\nAm Mo., 5. Okt. 2026 um 09:12 Uhr schrieb Ann <a@b.example>:\n> x',
    ],
    ['the same in Chinese', '你好世界\n在 2026年10月5日，Ann <a@b.example> 写道：\n> x'],
    [
      'a mail’s head',
      '你好世界\nFrom: Ann <a@b.example>\nSent: Monday\nTo: powered-by\nSubject: Re',
    ],
    ['underscores', `你好世界\n${'_'.repeat(32)}\nFrom: Ann`],
    ['dashes', '你好世界\n-----\nSam'],
    ['a field', '你好世界\ncompany: Juniper\ncontact: a@b.example'],
    ['a command', '你好世界\n/poweredby help'],
    ['a quote', '你好世界\n> Comment'],
    ['quotes around it', '“你好世界”'],
  ])('such as %s', async (_, words) => {
    const made = await submitted();
    const comment = await say(made, 'ann', made.issue, `/poweredby text zh ${words}`);
    expect(reactionsTo(comment)).toEqual(accepted);
    const { zh } = await textsOf(made);
    const [line = ''] = zh.split('\n').filter((each) => each.includes('你好世界'));
    expect(line.trim()).toMatch(/^column\d: "你好世界"?$/);
    expect(zh).not.toMatch(/Sam|iPhone|wrote|@|Ann|contact|Comment/);
  });

  it('and is none where it is the example that we show', async () => {
    const made = await submitted();
    for (const words of ['…', '...', 'N/A', '无']) {
      const comment = await say(made, 'ann', made.issue, `/poweredby text zh ${words}`);
      expect([words, reactionsTo(comment)]).toEqual([words, refused]);
    }
  });
});

describe('a command is found', () => {
  it.each([
    'Hi all,\n\n/poweredby rebuild',
    '/powered-by rebuild',
    '@powered-by rebuild',
    '@powered-by[bot] rebuild please\n\n/poweredby rebuild',
  ])('in %j', async (words) => {
    const made = await submitted();
    const comment = await say(made, 'mary', made.issue, words);
    expect(reactionsTo(comment)).toContain('EYES');
    expect(reactionsTo(comment)).toHaveLength(2);
  });

  it('nowhere in talk', async () => {
    const made = await submitted();
    for (const words of [
      'LGTM! /poweredby withdraw',
      '@powered-by thanks!',
      '> /poweredby withdraw',
      '`/poweredby withdraw`',
    ]) {
      expect(reactionsTo(await say(made, 'mary', made.issue, words))).toEqual([]);
    }
    expect(made.open()).toHaveLength(1);
  });
});

describe('an issue without the form', () => {
  const lines = 'company: Brass Lantern Bank\ndescription: Streams card payments.';

  it('is taken up by a command in its own text, answered where it is, and follows its edits', async () => {
    const made = await world();
    const ann = made.github.as('ann');
    const body = `Hello!\n\n/poweredby add\n${lines}\n\n${made.drawing('ann')}`;
    const issue = ann.openIssue(made.repository, { title: 'Add us', body });
    await made.settle();
    const [pull] = made.open();
    expect(pull?.title).toBe('Add Brass Lantern Bank to Powered By');
    expect(pull?.body).toContain(`Closes #${issue.number}`);
    expect(reactionsTo(issue)).toEqual(accepted);
    ann.edit(issue, { body: body.replace('Streams', 'Watches') });
    await made.settle();
    expect((await textsOf(made)).en).toContain('Watches card payments.');
    await made.merge(pull as Issue);
    await made.settle();
    expect(issue.isOpen).toBe(false);
  });

  it('is read by its lines, where it has the label', async () => {
    const made = await world();
    const body = `**公司**：Brass Lantern Bank\n描述：Streams card payments.\ncontact: data@b.example\n\n${made.drawing('ann')}`;
    const issue = made.github
      .as('ann')
      .openIssue(made.repository, { title: 'Add us', body }, ['powered-by']);
    await made.settle();
    expect(made.open()[0]?.title).toBe('Add Brass Lantern Bank to Powered By');
    expect(told(issue)).toContain('contact');
    expect((await textsOf(made)).en).not.toContain('data@');
  });

  it('is taken up by a maintainer’s add, with the lines and the logo that it has', async () => {
    const made = await world();
    const open = (body: string) =>
      made.github.as('ann').openIssue(made.repository, { title: 'Add us', body });
    const withLines = open(`${lines}\n\n${made.drawing('ann')}`);
    const withLogo = open(`Please add us!\n\n${made.drawing('ann')}`);
    await made.settle();
    expect(made.open()).toEqual([]);
    expect(told(withLines)).toBe('');
    expect(reactionsTo(await say(made, 'mary', withLines, '/poweredby add'))).toEqual(accepted);
    const given = lines.replace('Brass Lantern Bank', 'Rookery Press');
    expect(reactionsTo(await say(made, 'mary', withLogo, `/poweredby add\n${given}`))).toEqual(
      accepted,
    );
    expect(made.open().map(({ title }) => title)).toEqual([
      'Add Brass Lantern Bank to Powered By',
      'Add Rookery Press to Powered By',
    ]);
  });
});

describe('a logo in a comment', () => {
  it('counts where the form has none, and it is the submitter’s', async () => {
    const made = await world();
    const issue = made.submit('ann', { logo: 'will follow' });
    await made.settle();
    await say(made, 'stranger', issue, made.drawing('stranger'));
    expect(made.open()).toEqual([]);
    await say(made, 'ann', issue, `Here it is:\n\n${made.drawing('ann')}`);
    expect(made.open()).toHaveLength(1);
  });

  it('counts with add, also from a maintainer', async () => {
    const made = await world();
    const issue = made.submit('ann', { logo: '' });
    await made.settle();
    const comment = await say(made, 'mary', issue, `/poweredby add\n\n${made.drawing('mary')}`);
    expect(reactionsTo(comment)).toEqual(accepted);
    expect(made.open()).toHaveLength(1);
  });
});

describe('an add that does not help', () => {
  it('gets 😕 and the reason', async () => {
    const made = await world();
    const issue = made.submit('ann', { consent: false });
    await made.settle();
    expect(reactionsTo(await say(made, 'mary', issue, '/poweredby add'))).toEqual(refused);
    expect(made.open()).toEqual([]);
  });
});

describe('a rename', () => {
  it('changes the name on every page, and nothing else', async () => {
    const made = await world();
    const mary = made.github.as('mary');
    const issue = mary.openIssue(made.repository, { title: 'A new name', body: 'They ask.' });
    const comment = await say(
      made,
      'mary',
      issue,
      '/poweredby rename Alder Rail to Alder Mobility',
    );
    expect(reactionsTo(comment)).toEqual(accepted);
    const [pull] = made.open();
    expect(pull?.title).toBe('Rename Alder Rail to Alder Mobility in Powered By');
    const { en, zh } = await textsOf(made);
    for (const page of [en, zh]) {
      expect(page).toContain("<img src='/img/poweredby/alder-rail-logo.png' alt='Alder Mobility'>");
      expect(page).not.toContain("alt='Alder Rail'");
    }
    expect(en).toContain(
      '[See the talk of Alder Rail](https://alder-rail.example/talks/late-trains)',
    );
    await made.merge(pull as Issue);
    await made.settle();
    expect(issue.isOpen).toBe(true);
  });

  it.each([
    ['mary', 'Nobody to Somebody', /not in the list/],
    ['mary', 'Alder Rail to Brightwater', /already in the list/],
    ['mary', 'Alder Rail', /two names/],
    ['stranger', 'Alder Rail to Alder', /write access to this repository/],
  ])('by %s of %s is refused with the reason', async (who, words, reason) => {
    const made = await world();
    const issue = made.github.as(who).openIssue(made.repository, { title: 'A', body: 'B' });
    const comment = await say(made, who, issue, `/poweredby rename ${words}`);
    expect(reactionsTo(comment)).toEqual(refused);
    expect(told(issue)).toMatch(reason);
    expect(made.open()).toEqual([]);
  });
});

const reported = join(import.meta.dirname, '../../../shared/data/faults/commands');

describe.skipIf(!existsSync(reported))('the comments that were reported', () => {
  const textOf = (name: string) => readFileSync(join(reported, `${name}.txt`), 'utf8');

  it.each(['mail-signature', 'mail-wrote', 'two-commands'])('%s', async (name) => {
    const made = await submitted();
    expect(reactionsTo(await say(made, 'ann', made.issue, textOf(name)))).toEqual(accepted);
    const { en, zh } = await textsOf(made);
    expect(zh).toContain('你好世界');
    expect(`${en}${zh}`).not.toMatch(/Sam|iPhone|wrote|poweredby text/);
  });

  it.each(['text-then-rebuild', 'withdraw-then-add', 'hyphen', 'greeting'])('%s', async (name) => {
    const made = await submitted();
    expect(reactionsTo(await say(made, 'mary', made.issue, textOf(name)))).toEqual(accepted);
    expect(made.open()).toHaveLength(1);
  });

  it('example-copied', async () => {
    const made = await submitted();
    const comment = await say(made, 'ann', made.issue, textOf('example-copied'));
    expect(reactionsTo(comment)).toEqual(refused);
  });

  it.each([
    ['entry-unknown-lines', 'Brass Lantern Bank'],
    ['entry-quoted-values', 'Rookery Press'],
  ])('%s', async (name, company) => {
    const made = await world();
    const issue = made.github.as('ann').openIssue(made.repository, { title: 'A', body: 'B' });
    const words = textOf(name).replace('PICTURE', made.drawing('mary'));
    expect(reactionsTo(await say(made, 'mary', issue, words))).toEqual(accepted);
    expect(made.open()[0]?.title).toBe(`Add ${company} to Powered By`);
    const { en } = await textsOf(made);
    expect(en).toContain(`alt='${company}'`);
    expect(en).not.toMatch(/Haikou|data@|given by mail|Press"/);
    if (name === 'entry-unknown-lines') expect(told(issue)).toContain('location, contact, consent');
  });
});
