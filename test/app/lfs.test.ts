import { describe, expect, it } from 'vitest';
import { lfsPointer } from '../../src/proposal/lfs/lfs-pointer.ts';
import { logoFolder, submitted } from './world.ts';

const stored = { '.gitattributes': '*.png filter=lfs diff=lfs merge=lfs -text\n' };
const logo = `${logoFolder}/juniper-parcel-logo.png`;
const head = 'poweredby/issue-1';

describe('in a repository that keeps its pictures in Git LFS', () => {
  it('the maintainer is told before the merge what to do, for no request more', async () => {
    const made = await submitted({ files: stored });
    const { github, repository, pull } = made;
    expect(pull.body).toContain(`git add --renormalize ${logo}`);
    expect(pull.body).toContain('- [ ] According to .gitattributes');
    github.requests.clear();
    made.submit('bob', { company: 'Harbour Bakery' });
    await made.settle();
    const kinds = github.requests.counted.map(({ operation }) => operation.split(' ')[0]);
    expect(kinds).toEqual(['query', 'mutation', 'mutation']);
    expect((await repository.git.read(`${head}:${logo}`))?.bytes.subarray(1, 4).toString()).toBe(
      'PNG',
    );
  });

  it('a pointer that a maintainer pushed stays, and is the same picture afterwards', async () => {
    const made = await submitted({ files: stored });
    const { github, repository, issue, pull, mary } = made;
    const picture = await repository.git.read(`${head}:${logo}`);
    const pointer = lfsPointer(picture?.bytes ?? new Uint8Array());
    const pushed = await mary.push(repository, { branch: head, files: { [logo]: pointer } });
    await made.settle();
    expect(await repository.git.branch(head)).toBe(pushed);
    await made.merge(pull);
    await made.settle();
    expect(issue.isOpen).toBe(false);
    const again = made.submit('ann');
    await made.settle();
    expect(made.open()).toEqual([]);
    expect(made.said(again)).toContain('already has all of this');
    expect(await github.readFile(repository, logo)).toContain('git-lfs');
  });

  it('nothing is said any more once the logo folder is left out', async () => {
    const made = await submitted({ files: stored });
    const { repository, pull, mary } = made;
    const files = { '.gitattributes': `${stored['.gitattributes']}${logoFolder}/** -filter\n` };
    await mary.push(repository, { files });
    await made.settle();
    expect(pull.body).not.toContain('LFS');
    expect(made.open()).toEqual([pull]);
  });

  it('nothing is said where only another folder is kept there', async () => {
    const made = await submitted({ files: { 'art/.gitattributes': '*.png filter=lfs\n' } });
    expect(made.pull.body).not.toContain('LFS');
  });
});
