import { describe, expect, it } from 'vitest';
import { commitsOn, pages, submitted } from './world.ts';

const enterprise = { web: 'https://ghe.example', signsCommits: false };
const head = 'poweredby/issue-1';

/** A line to GitHub on which a document may lose all but one of its mutations, and its answer. */
function lossyLine() {
  let kept: string | undefined;
  let isDead = false;
  let lost = Promise.withResolvers<void>();
  const send: typeof fetch = async (address, options) => {
    if (isDead) return new Promise(() => {});
    const body = String(options?.body ?? '');
    if (kept === undefined || !body.includes(`: ${kept}(`)) return fetch(address, options);
    const { query, variables } = JSON.parse(body);
    const line = new RegExp(`^ +(\\w+): ${kept}\\(.*$`, 'm').exec(query);
    const type = new RegExp(`\\$${line?.[1]}: \\w+!`).exec(query)?.[0];
    const left = { query: `mutation (${type}) {\n${line?.[0]}\n}`, variables };
    kept = undefined;
    const sent = await fetch(address, { ...options, body: JSON.stringify(left) });
    expect(await sent.json()).not.toHaveProperty('errors');
    lost.resolve();
    return isDead ? new Promise(() => {}) : new Response('Bad gateway', { status: 502 });
  };
  return {
    send,
    /** @returns when it happened */
    keepOnly(mutation: string): Promise<void> {
      kept = mutation;
      lost = Promise.withResolvers<void>();
      return lost.promise;
    },
    setDead: (dead: boolean) => {
      isDead = dead;
    },
  };
}

describe('an Enterprise Server that signs no commits', () => {
  it('has our commit taken for ours, whatever was lost of the document that moved it there', async () => {
    const line = lossyLine();
    const made = await submitted({ emulator: enterprise, app: { fetch: line.send } });
    const { github, repository, issue, pull, said } = made;
    line.keepOnly('updateRefs');
    const body = issue.body.replace('40,000', '50,000');
    made.ann.edit(issue, { body });
    await made.settle();
    expect(said(issue)).not.toContain('pushed');
    expect(pull.body).toContain('50,000');
    expect(await github.readFile(repository, pages.en, head)).toContain('50,000');
    expect(await commitsOn(repository, head)).toHaveLength(1);
    // The next time the app is killed there, and nobody remembers the commit.
    const lost = line.keepOnly('updateRefs').then(() => line.setDead(true));
    made.ann.edit(issue, { body: body.replace('50,000', '60,000') });
    await lost;
    await made.app().stop(0);
    line.setDead(false);
    await made.restart();
    await made.app().sweep();
    await made.settle();
    expect(said(issue)).not.toContain('pushed');
    expect(await github.readFile(repository, pages.en, head)).toContain('60,000');
    expect(await commitsOn(repository, head)).toHaveLength(1);
    expect(made.open()).toHaveLength(1);
  });

  it('names the submitter by an address of its own', async () => {
    const { repository, issue } = await submitted({ emulator: enterprise });
    const { message } = await repository.git.commit((await repository.git.branch(head)) ?? '');
    const address = `${issue.author.id}+ann@users.noreply.ghe.example`;
    expect(message).toContain(`Co-authored-by: ann <${address}>`);
  });

  it('has our branch deleted when the submission is withdrawn', async () => {
    const made = await submitted({ emulator: enterprise });
    made.ann.comment(made.issue, '/poweredby withdraw');
    await made.settle();
    expect(made.open()).toEqual([]);
    expect(await made.repository.git.branches()).toEqual(['main']);
  });

  it('has somebody’s commit on our branch left alone, also one that was made of ours', async () => {
    const made = await submitted({ emulator: enterprise });
    const { git, defaultBranch } = made.repository;
    const oid = (await git.branch(head)) ?? '';
    const { author, message, treeOid } = await git.commit(oid);
    const amended = await git.write({
      parents: [(await git.branch(defaultBranch)) ?? ''],
      author,
      committer: made.mary.signature(),
      message: `${message}\nAmended`,
      tree: treeOid,
    });
    await made.mary.forcePush(made.repository, head, amended);
    made.ann.edit(made.issue, { body: made.issue.body.replace('40,000', '50,000') });
    await made.settle();
    expect(made.said(made.issue)).toContain('pushed');
    expect(await git.branch(head)).toBe(amended);
  });
});
