import { describe, expect, it } from 'vitest';
import { downloadLogo } from '../../../src/download/download-logo.ts';
import { findAttachments } from '../../../src/form/find-attachments.ts';
import { downloaded, emulator, installed } from '../support.ts';

const picture = { name: 'logo.png', type: 'image/png', bytes: Buffer.from('a picture') };
const document = { name: 'our logo.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF') };
const drawing = { name: 'our logo.svg', type: 'image/svg+xml', bytes: Buffer.from('<svg/>') };

/** The address in what is written into a text box. */
function addressIn(written: string): string {
  return findAttachments(written)[0] ?? '';
}

describe('an attachment', () => {
  it('has an address of GitHub’s, and is downloaded from there along a redirect', async () => {
    const github = await emulator();
    const repository = await github.createRepository('apache/flink');
    const ann = github.as('ann');
    const files = [picture, drawing, document];
    const [one, two, other] = files.map((each) => addressIn(ann.upload(repository, each)));
    // To GitHub, a drawing is a picture too.
    for (const shown of [one, two]) {
      expect(shown).toMatch(/^https:\/\/github\.com:\d+\/user-attachments\/assets\/[-0-9a-f]{36}$/);
    }
    expect(other).toMatch(
      /^https:\/\/github\.com:\d+\/user-attachments\/files\/\d+\/our%20logo\.pdf$/,
    );
    expect(await downloaded(github, one ?? '')).toBe('a picture');
    expect(await downloaded(github, two ?? '')).toBe('<svg/>');
    expect(await downloaded(github, other ?? '')).toBe('%PDF');
    expect(github.attachment(two ?? '')).toMatchObject({ name: 'our logo.svg' });
  });

  it('of a private repository shows nothing to those without a signed address', async () => {
    const github = await emulator();
    const repository = await github.createRepository('apache/secret', { isPrivate: true });
    const apache = github.as('apache');
    const body = apache.upload(repository, picture);
    expect(await downloaded(github, addressIn(body))).toBe('download-not-found');
    const { number } = apache.openIssue(repository, { title: 'Add us', body });
    const octokit = await installed(github, github.install(repository));
    const shown = await octokit.graphql(
      `{ repository(owner: "apache", name: "secret") { issue(number: ${number}) { bodyHTML } } }`,
    );
    const signed = /src=\\"(https:\/\/private-user-images[^\\]*)/.exec(JSON.stringify(shown))?.[1];
    expect(await downloaded(github, signed ?? '')).toBe('a picture');
  });

  it('is there for nobody who does not trust this emulator, or asks it for something else', async () => {
    const [github, stranger] = [await emulator(), await emulator()];
    const repository = await github.createRepository('apache/flink');
    const address = addressIn(github.as('ann').upload(repository, picture));
    const { certificates } = stranger.downloads();
    const options = { ...github.downloads(), ...(certificates ? { certificates } : {}) };
    expect(await downloadLogo(address, options)).toMatchObject({
      problems: [{ code: 'download-unreachable' }],
    });
    expect(await downloaded(stranger, address)).toBe('download-host-not-allowed');
    const unknown = address.replace(/[^/]*$/, 'no-such-file');
    expect(await downloaded(github, unknown)).toBe('download-not-found');
    expect(github.attachment(unknown)).toBeUndefined();
    expect(github.attachment('no address')).toBeUndefined();
  });
});
