import { describe, expect, it } from 'vitest';
import { readSubmissionForm } from '../../../src/form/read-submission-form.ts';
import { logoLimits } from '../../../src/logo/limits.ts';
import { playground, sample, wordsOf } from '../visitor.ts';
import { readFormText } from './own-form.ts';

const answers = {
  template: 'powered-by.yml',
  title: 'Add Juniper Parcel to Powered By',
  'field:company': 'Juniper Parcel',
  'field:description': 'Two\r\nlines',
  'field:description-zh': '',
  'field:link': 'https://juniper-parcel.example/',
  'field:link-text': '',
  'field:consent': ['0', '1'],
};

const svg = (name = 'juniper.svg') => new File([sample('juniper-parcel.svg')], name);

describe('the form of a new issue', () => {
  it('shows every field of the repository’s own form, with its help and whether it must be filled in', async () => {
    const { visitor } = await playground();
    const page = await visitor().get('/issues/new?template=powered-by.yml');
    const words = wordsOf(page);
    for (const label of ['Company', 'The same in Chinese', 'Link', 'Logo', 'Consent']) {
      expect(words).toContain(label);
    }
    expect(words).toContain('The name that readers know, up to 80 characters.');
    expect(words).toContain(`One picture, up to ${logoLimits.bytes / 1024 ** 2} MiB`);
    expect(page.text).toMatch(/<input type="text" id="field-company"[^>]*\srequired\s/);
    expect(page.text).toMatch(/<input type="text" id="field-link"(?:(?! required )[^>])*>/);
    expect(page.text).toContain('placeholder="Example: Juniper Parcel"');
  });

  it('is one of two ways to begin an issue, the other is a blank one', async () => {
    const { visitor } = await playground();
    const someone = visitor();
    expect((await someone.get('/issues')).text).toContain('/issues/new/choose"');
    const page = await someone.get('/issues/new/choose');
    expect(wordsOf(page)).toMatch(/Add us to Powered By .* Get started .* Open a blank issue/);
    expect(page.text).toContain('href="/millrace/millrace/issues/new"');
  });

  it('keeps everything where GitHub refuses the issue, and says why', async () => {
    const { visitor, repository } = await playground();
    const title = 'T'.repeat(257);
    const page = await visitor().post('/issues', {
      ...answers,
      title,
      'field:logo': 'https://logo.example/x.png',
    });
    expect(page.status).toBe(422);
    expect(wordsOf(page)).toContain('Title is too long (maximum is 256 characters).');
    expect(page.text).toContain(`value="${title}"`);
    expect(page.text).toContain('value="Juniper Parcel"');
    const blank = await visitor().post('/issues', { title, body: 'A long story' });
    expect(wordsOf(blank)).toContain('Title is too long (maximum is 256 characters).');
    expect(blank.text).toContain('>A long story</textarea>');
    const file = new File(['text'], 'notes.txt');
    const refused = await visitor().post('/issues', { title: 'Hi', body: 'A long story', file });
    expect(wordsOf(refused)).toContain('notes.txt is not a file of a supported type');
    expect(refused.text).toContain('>A long story</textarea>');
    expect(repository.issues.size).toBe(0);
  });

  it('may be left out: a blank issue takes a picture, and is filled in by its address too', async () => {
    const { visitor, repository } = await playground();
    const someone = visitor();
    const { text } = await someone.get('/issues/new?title=Add+us&body=Please');
    expect(text).toContain('value="Add us"');
    expect(text).toContain('>Please</textarea>');
    await someone.post('/issues', { title: 'Add us', body: 'Please', file: svg() });
    expect(repository.issues.get(1)?.body).toMatch(
      /^Please\n\n!\[Image\]\(https:\/\/github\.com.*\)/,
    );
  });

  it('is filled in by its address', async () => {
    const { visitor } = await playground();
    const query = new URLSearchParams({
      template: 'powered-by.yml',
      title: 'Add "us"',
      company: 'O\'Neill & <Söhne> "GmbH"',
      description: 'Line one\nline two</textarea><script>',
    });
    const { text } = await visitor().get(`/issues/new?${query}`);
    expect(text).toContain('value="Add &quot;us&quot;"');
    expect(text).toContain('value="O&#39;Neill &amp; &lt;Söhne&gt; &quot;GmbH&quot;"');
    expect(text).toContain('Line one\nline two&lt;/textarea&gt;&lt;script&gt;</textarea>');
  });

  it('makes an issue just as GitHub does, which is read as a submission', async () => {
    const made = await playground();
    const page = await made.visitor().post('/issues', { ...answers, 'file:logo': svg() });
    expect(page.url).toBe('/millrace/millrace/issues/1');
    const issue = made.repository.issues.get(1);
    expect(issue?.title).toBe(answers.title);
    expect(issue?.author.login).toBe('june-juniper');
    const logo = /!\[Image\]\((https:[^)]+)/.exec(issue?.body ?? '')?.[1] ?? '';
    expect(issue?.body).toBe(
      `### Company

Juniper Parcel

### What you use Millrace for, in English

Two
lines

### The same in Chinese

_No response_

### Link

https://juniper-parcel.example/

### Text of the link

_No response_

### Text of the link in Chinese

_No response_

### Logo

![Image](${logo})

### Consent

- [X] My company asks to be listed, and I may speak for it.
- [X] The logo may be shown on the project's website and kept in its repository.`,
    );
    const { form, configuration } = await readFormText(made);
    const read = readSubmissionForm(issue?.body ?? '', form, configuration);
    expect(read).toMatchObject({ logo, missing: [], problems: [] });
    expect(read.fields.company).toBe('Juniper Parcel');
    expect(made.emulator.attachment(logo)?.bytes).toEqual(
      new Uint8Array(sample('juniper-parcel.svg')),
    );
  });

  it('sets the form’s label where the repository has it', async () => {
    const made = await playground();
    await made.visitor().post('/issues', { ...answers, 'file:logo': svg() });
    made.emulator.as('max-miller').createLabel(made.repository, 'powered-by');
    await made.visitor().post('/issues', { ...answers, 'file:logo': svg() });
    const labels = [1, 2].map((number) => made.repository.issues.get(number)?.labels.length);
    expect(labels).toEqual([0, 1]);
  });

  it('names everything that is missing at once, and keeps what was filled in', async () => {
    const made = await playground();
    const page = await made.visitor().post('/issues', {
      ...answers,
      'field:description': ' ',
      'field:consent': ['0'],
    });
    expect(page.status).toBe(422);
    expect(made.repository.issues.size).toBe(0);
    expect(wordsOf(page)).toContain('3 answers are missing');
    expect(page.text).toContain('value="Juniper Parcel"');
    expect(page.text).toMatch(/name="field:consent" value="0" checked/);
    expect(page.text).not.toMatch(/name="field:consent" value="1" checked/);
  });

  it('keeps a file that was taken when another answer was not', async () => {
    const made = await playground();
    const fields = { ...answers, 'field:company': '', 'file:logo': svg() };
    const page = await made.visitor().post('/issues', fields);
    expect(page.text).toMatch(/!\[Image\]\(https:[^)]+\)<\/textarea>/);
  });

  it('takes pictures only', async () => {
    const made = await playground();
    const fields = { ...answers, 'file:logo': new File(['x'], 'virus.exe') };
    const page = await made.visitor().post('/issues', fields);
    expect(page.status).toBe(422);
    expect(wordsOf(page)).toContain('virus.exe is not a file of a supported type');
  });

  it('is filled in for an invented company, whose logo is there, and which consents', async () => {
    const { visitor } = await playground();
    for (const example of ['juniper', 'lantern', 'wrong']) {
      const page = await visitor().post('/examples', { example });
      expect(page.url).toContain('/issues/new?template=powered-by.yml');
      expect(page.text).toMatch(/!\[Image\]\(https:[^)]+\)<\/textarea>/);
      expect(page.text.match(/name="field:consent" value="\d" checked/g)).toHaveLength(2);
    }
  });

  it('says why GitHub would not show it', async () => {
    const { visitor, emulator, repository } = await playground();
    for (const [form, reason] of [
      ['name: [', 'The issue form is not valid YAML, line 1'],
      ['name: Add us', 'no list of fields under “body”'],
      ['body: []', 'The issue form has no name.'],
      ['body: [{type: input}]', 'The field on line 1 of the issue form cannot be read.'],
    ] as const) {
      const files = { '.github/ISSUE_TEMPLATE/powered-by.yml': form };
      await emulator.as('max-miller').push(repository, { message: 'A new form', files });
      const page = await visitor().get('/issues/new?template=powered-by.yml');
      expect(wordsOf(page)).toContain('GitHub would not show this form.');
      expect(wordsOf(page)).toContain(reason);
    }
  });

  it('gives way to an issue without a form', async () => {
    const made = await playground();
    expect((await made.visitor().get('/issues/new')).text).toContain('name="body"');
    const page = await made.visitor().post('/issues', { title: 'A <b>question</b>', body: 'Why?' });
    expect(page.text).toContain('A &lt;b&gt;question&lt;/b&gt;');
    expect(made.repository.issues.get(1)?.body).toBe('Why?');
  });
});
