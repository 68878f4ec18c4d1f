import { describe, expect, it } from 'vitest';
import { branchOf, downloaded, installed, site } from './support.ts';

const openPull = `mutation ($repository: ID!, $branch: CommittableBranch!, $name: String!, $head: String!, $oid: GitObjectID!, $expected: GitObjectID!, $files: FileChanges!) {
  createRef(input: {repositoryId: $repository, name: $name, oid: $oid}) { ref { name target { oid } } }
  createCommitOnBranch(input: {branch: $branch, expectedHeadOid: $expected, fileChanges: $files, message: {headline: "Add Acme", body: "Co-authored-by: ann <ann@example.com>"}}) {
    commit { oid messageHeadline signature { isValid } author { name } }
  }
  createPullRequest(input: {repositoryId: $repository, baseRefName: "main", headRefName: $head, title: "Add Acme", body: "Closes #1"}) {
    clientMutationId
    pullRequest { id number author { __typename login } headRefOid mergeable changedFiles }
  }
}`;

/** A page with Acme on it, a submission and everything that `openPull` wants. */
async function submission() {
  const made = await site();
  const { github, repository } = made;
  const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: 'Acme' });
  const oid = (await repository.git.branch('main')) ?? '';
  const variables = {
    repository: repository.nodeId,
    branch: { repositoryNameWithOwner: 'apache/flink', branchName: 'poweredby/issue-1' },
    name: 'refs/heads/poweredby/issue-1',
    head: 'poweredby/issue-1',
    oid,
    expected: oid,
    files: {
      additions: [
        { path: 'page.md', contents: Buffer.from('one\ntwo\nAcme\n').toString('base64') },
        { path: 'logos/acme.png', contents: Buffer.from([0, 1, 2]).toString('base64') },
      ],
    },
  };
  return { ...made, issue, oid, variables };
}

interface Refs {
  readonly repository: {
    readonly refs: {
      readonly nodes: readonly { readonly name: string; readonly prefix: string }[];
    };
  };
}

describe('a query', () => {
  it('reads a whole submission in one request', async () => {
    const { github, repository, octokit } = await site();
    github.as('mary').createLabel(repository, 'powered-by');
    const ann = github.as('ann');
    const issue = ann.openIssue(repository, { title: 'Add us', body: 'Acme' }, ['powered-by']);
    const comment = ann.comment(issue, '/poweredby help');
    github.as('mary').react(comment, 'THUMBS_UP');
    const asked = `query ($number: Int!) {
      repository(owner: "apache", name: "flink") {
        id isArchived isPrivate nameWithOwner
        defaultBranchRef { name target { oid ... on Commit {
          configuration: file(path: ".github/poweredby.yml") { oid }
          page: file(path: "page.md") { oid object { ... on Blob { text isBinary isTruncated byteSize } } }
          logos: file(path: "logos") { object { ... on Tree { entries { name type oid size } } } }
          logo: file(path: "logos/a.png") { object { ... on Blob { text isBinary } } }
        } } }
        issue(number: $number) {
          id title body bodyHTML state author { __typename login } authorAssociation
          labels(first: 10) { nodes { id name } }
          comments(last: 100) { totalCount pageInfo { hasPreviousPage } nodes {
            id databaseId body author { login } viewerDidAuthor
            reactionGroups { content viewerHasReacted reactors(first: 0) { totalCount } }
          } }
        }
        ref(qualifiedName: "refs/heads/poweredby/issue-1") { id target { oid } }
        label(name: "powered-by") { id }
        pullRequests(first: 10, headRefName: "poweredby/issue-1", states: [OPEN]) { nodes { id } }
      }
      rateLimit { cost remaining }
    }`;
    const data = await octokit.graphql<Record<string, never>>(asked, { number: issue.number });
    expect(data).toMatchObject({
      repository: {
        defaultBranchRef: {
          name: 'main',
          target: {
            configuration: null,
            page: { object: { text: 'one\ntwo\nthree\n', isBinary: false, isTruncated: false } },
            logos: { object: { entries: [{ name: 'a.png', type: 'blob', size: 4 }] } },
            logo: { object: { text: null, isBinary: true } },
          },
        },
        issue: {
          bodyHTML: '<p>Acme</p>',
          author: { __typename: 'User', login: 'ann' },
          labels: { nodes: [{ name: 'powered-by' }] },
          comments: { totalCount: 1, nodes: [{ body: '/poweredby help', viewerDidAuthor: false }] },
        },
        ref: null,
        pullRequests: { nodes: [] },
      },
      rateLimit: { cost: 1, remaining: 4999 },
    });
  });

  it('pages through a connection, and refuses one without a bound or with too large a one', async () => {
    const { github, repository, octokit } = await site();
    const ann = github.as('ann');
    for (const title of ['One', 'Two', 'Three']) ann.openIssue(repository, { title, body: '' });
    const ask = (bounds: string) =>
      octokit.graphql(
        `{ repository(owner: "apache", name: "flink") { issues${bounds} { nodes { title } pageInfo { endCursor hasNextPage } } } }`,
      );
    const first = await ask('(first: 2)');
    expect(first).toMatchObject({
      repository: { issues: { nodes: [{ title: 'One' }, { title: 'Two' }] } },
    });
    const cursor = JSON.stringify(first).match(/"endCursor":"([^"]+)"/)?.[1];
    expect(await ask(`(first: 2, after: "${cursor}")`)).toMatchObject({
      repository: { issues: { nodes: [{ title: 'Three' }], pageInfo: { hasNextPage: false } } },
    });
    await expect(ask('')).rejects.toThrow('You must provide a `first` or `last` value');
    await expect(ask('(first: 101)')).rejects.toThrow('exceeds the `first` limit of 100 records');
  });

  it.each([
    [true, ['issue-1 refs/heads/poweredby/', 'issue-2 refs/heads/poweredby/']],
    [false, ['poweredby/issue-1 refs/heads/', 'poweredby/issue-2 refs/heads/']],
  ])(
    'lists the branches below a prefix, and names them without all of it: %s',
    async (cutsRefPrefix, names) => {
      const { github, repository, octokit } = await site({ cutsRefPrefix });
      for (const branch of ['poweredby/issue-2', 'poweredby/issue-1', 'other/issue-3']) {
        await branchOf(github, repository, branch, branch);
      }
      const { nodes } = (
        await octokit.graphql<Refs>(
          `{ repository(owner: "apache", name: "flink") { refs(refPrefix: "refs/heads/poweredby/", first: 9) {
          nodes { name prefix associatedPullRequests(first: 1) { totalCount } }
        } } }`,
        )
      ).repository.refs;
      expect(nodes.map(({ name, prefix }) => `${name} ${prefix}`)).toEqual(names);
    },
  );

  it('tells who reacted, and when', async () => {
    const { github, repository, octokit } = await site();
    const issue = github.as('ann').openIssue(repository, { title: 'Add us', body: '' });
    const first = github.as('mary').react(issue, 'THUMBS_UP');
    github.clock.turn(60_000);
    await octokit.graphql(
      'mutation ($id: ID!) { addReaction(input: {subjectId: $id, content: THUMBS_UP}) { clientMutationId } }',
      { id: issue.nodeId },
    );
    const asked = `query ($id: ID!) { node(id: $id) { ... on Issue { reactionGroups {
      content createdAt reactors(first: 9) { totalCount edges { reactedAt node { __typename ... on Actor { login } } } }
    } } } }`;
    const answer = JSON.stringify(await octokit.graphql(asked, { id: issue.nodeId }));
    const second = new Date(Math.floor(first.createdAt.getTime() / 1000) * 1000 + 60_000);
    const time = (date: Date) => date.toISOString().replace(/\.\d+Z$/, 'Z');
    const reactors = {
      totalCount: 2,
      edges: [
        { reactedAt: time(first.createdAt), node: { __typename: 'User', login: 'mary' } },
        { reactedAt: time(second), node: { __typename: 'Bot', login: 'powered-by' } },
      ],
    };
    const group = { content: 'THUMBS_UP', createdAt: time(first.createdAt), reactors };
    expect(answer).toContain(JSON.stringify(group));
  });

  it('says what it cannot find, with a type', async () => {
    const { octokit } = await site();
    const asked = octokit.graphql(
      '{ repository(owner: "apache", name: "flink") { issue(number: 9) { id } } }',
    );
    await expect(asked).rejects.toMatchObject({
      errors: [{ type: 'NOT_FOUND', path: ['repository', 'issue'] }],
      data: { repository: { issue: null } },
    });
    const other = octokit.graphql('{ repository(owner: "apache", name: "no") { id } }');
    await expect(other).rejects.toMatchObject({ errors: [{ type: 'NOT_FOUND' }] });
  });

  it('may not read what the manifest does not grant', async () => {
    const manifest = 'name: Small\ndefault_permissions: {metadata: read}\ndefault_events: []\n';
    const { octokit } = await site({ manifest });
    const asked = octokit.graphql(
      '{ repository(owner: "apache", name: "flink") { name issues(first: 1) { totalCount } } }',
    );
    await expect(asked).rejects.toMatchObject({ errors: [{ type: 'FORBIDDEN' }] });
  });

  it('is a violation where GitHub’s schema does not have it, or the emulator does not', async () => {
    const { github, octokit } = await site();
    await expect(octokit.graphql('{ repositry { id } }')).rejects.toThrow('repositry');
    const rare = '{ repository(owner: "apache", name: "flink") { stargazerCount } }';
    await expect(octokit.graphql(rare)).rejects.toThrow('Repository.stargazerCount');
    expect(github.takeViolations()).toHaveLength(2);
  });

  it('shows pictures by signed addresses, others through the proxy, and no other HTML', async () => {
    const { github, repository, octokit } = await site();
    const ann = github.as('ann');
    const bytes = Buffer.from('a picture');
    const written = ann.upload(repository, { name: 'logo.png', type: 'image/png', bytes });
    const body = `${written}\n\n<img width="3" src="https://example.com/a.png" onerror="x()">\n\n<script>y()</script>`;
    const { number } = ann.openIssue(repository, { title: 'Add us', body });
    const asked = `{ repository(owner: "apache", name: "flink") { issue(number: ${number}) { bodyHTML } } }`;
    const data = JSON.stringify(await octokit.graphql(asked));
    expect(data).not.toMatch(/script|onerror/);
    expect(data).toContain('https://camo.githubusercontent.com/');
    const signed = /src=\\"([^"]*jwt[^"]*)\\"/.exec(data)?.[1] ?? '';
    expect(await downloaded(github, signed)).toBe('a picture');
    github.clock.turn(301_000);
    expect(await downloaded(github, signed)).toBe('download-not-found');
  });
});

describe('a document of mutations', () => {
  it('makes branch, commit and pull request in order', async () => {
    const { github, repository, octokit, variables } = await submission();
    const data = await octokit.graphql(openPull, variables);
    expect(data).toMatchObject({
      createRef: { ref: { name: 'poweredby/issue-1', target: { oid: variables.oid } } },
      createCommitOnBranch: {
        commit: { messageHeadline: 'Add Acme', signature: { isValid: true } },
      },
      createPullRequest: {
        clientMutationId: null,
        pullRequest: {
          number: 2,
          author: { __typename: 'Bot', login: 'powered-by' },
          mergeable: 'MERGEABLE',
          changedFiles: 2,
        },
      },
    });
    const [pull] = github.pulls(repository);
    expect(await github.readFile(repository, 'page.md', pull?.pull?.headOid)).toBe(
      'one\ntwo\nAcme\n',
    );
    expect(github.requests.counted.map(({ operation }) => operation)).toEqual([
      'mutation createRef createCommitOnBranch createPullRequest',
    ]);
  });

  it('goes on after a failure: it is not atomic', async () => {
    const { repository, octokit, variables } = await submission();
    await octokit.graphql(openPull, variables);
    const head = await repository.git.branch('poweredby/issue-1');
    await expect(octokit.graphql(openPull, variables)).rejects.toMatchObject({
      errors: [
        {
          type: 'UNPROCESSABLE',
          path: ['createRef'],
          message: expect.stringContaining('already exists'),
        },
        { type: 'STALE_DATA', path: ['createCommitOnBranch'] },
        { type: 'UNPROCESSABLE', path: ['createPullRequest'] },
      ],
      data: { createRef: null, createCommitOnBranch: null, createPullRequest: null },
    });
    expect(await repository.git.branch('poweredby/issue-1')).toBe(head);
  });

  it('refuses paths that git would drop, and workflows without their permission', async () => {
    const { octokit, variables } = await submission();
    const write = async (path: string) => {
      const files = { additions: [{ path, contents: '' }] };
      return octokit.graphql(openPull, { ...variables, files });
    };
    for (const path of ['../x', '.git/config', '/etc/passwd', 'a//b', 'a/../b', '']) {
      await expect(write(path)).rejects.toMatchObject({
        data: { createCommitOnBranch: null },
      });
    }
    await expect(write('.github/workflows/a.yml')).rejects.toThrow('not accessible');
    const files = { additions: [{ path: 'a', contents: 'YQ=\n=' }] };
    const loose = octokit.graphql(openPull, { ...variables, files });
    await expect(loose).rejects.toThrow('not valid Base64');
  });

  it('comments, labels, reacts, and takes it back', async () => {
    const { github, repository, octokit, issue } = await submission();
    const data = await octokit.graphql<{
      addComment: { commentEdge: { node: { id: string } } };
      createLabel: { label: { id: string } };
    }>(
      `mutation ($issue: ID!, $repository: ID!) {
        addComment(input: {subjectId: $issue, body: "Hello"}) { commentEdge { node { id author { login } } } }
        createLabel(input: {repositoryId: $repository, name: "powered-by", color: "00ff00"}) { label { id } }
        addReaction(input: {subjectId: $issue, content: EYES}) { reaction { content } }
      }`,
      { issue: issue.nodeId, repository: repository.nodeId },
    );
    const comment = data.addComment.commentEdge.node.id;
    const label = data.createLabel.label.id;
    expect(issue.reactions).toMatchObject([{ content: 'EYES' }]);
    await octokit.graphql(
      `mutation ($issue: ID!, $comment: ID!, $label: ID!) {
        updateIssueComment(input: {id: $comment, body: "Hello again"}) { issueComment { body } }
        addLabelsToLabelable(input: {labelableId: $issue, labelIds: [$label]}) { labelable { ... on Issue { number } } }
        removeReaction(input: {subjectId: $issue, content: EYES}) { subject { id } }
        closeIssue(input: {issueId: $issue, stateReason: COMPLETED}) { issue { state stateReason } }
      }`,
      { issue: issue.nodeId, comment, label },
    );
    expect(issue).toMatchObject({
      isOpen: false,
      reactions: [],
      comments: [{ body: 'Hello again' }],
    });
    expect(issue.labels.map(({ name }) => name)).toEqual(['powered-by']);
    await octokit.graphql(
      `mutation ($issue: ID!, $comment: ID!) {
        reopenIssue(input: {issueId: $issue}) { issue { state } }
        deleteIssueComment(input: {id: $comment}) { clientMutationId }
      }`,
      { issue: issue.nodeId, comment },
    );
    expect(issue).toMatchObject({ isOpen: true, comments: [] });
    expect(github.requests.counted).toHaveLength(3);
  });

  it('moves a branch and deletes another at once, or neither', async () => {
    const { github, repository, octokit, variables } = await submission();
    await octokit.graphql(openPull, variables);
    const [pull] = github.pulls(repository);
    const head = await repository.git.branch('poweredby/issue-1');
    const next = await branchOf(github, repository, 'temporary', 'one\ntwo\nAcme, Inc.\n');
    const move = (beforeOid: string | undefined, force: boolean) =>
      octokit.graphql(
        `mutation ($repositoryId: ID!, $refUpdates: [RefUpdate!]!) { updateRefs(input: {repositoryId: $repositoryId, refUpdates: $refUpdates}) { clientMutationId } }`,
        {
          repositoryId: repository.nodeId,
          refUpdates: [
            { name: 'refs/heads/poweredby/issue-1', beforeOid, afterOid: next, force },
            { name: 'refs/heads/temporary', beforeOid: next, afterOid: '0'.repeat(40) },
          ],
        },
      );
    await expect(move(variables.oid, true)).rejects.toThrow('is not at');
    await expect(move(head, false)).rejects.toThrow('not a fast forward');
    expect(await repository.git.branches()).toContain('temporary');
    await move(head, true);
    expect(await repository.git.branches()).toEqual(['main', 'poweredby/issue-1']);
    expect(pull).toMatchObject({ isOpen: true, pull: { headOid: next, commits: 1 } });
  });

  it('edits, closes and reopens a pull request', async () => {
    const { github, repository, octokit, variables } = await submission();
    await octokit.graphql(openPull, variables);
    const [pull] = github.pulls(repository);
    if (!pull) throw new Error('A pull request was opened');
    const id = { id: pull.nodeId };
    await octokit.graphql(
      `mutation ($id: ID!) {
        updatePullRequest(input: {pullRequestId: $id, body: "New"}) { pullRequest { body } }
        closePullRequest(input: {pullRequestId: $id}) { pullRequest { state } }
      }`,
      id,
    );
    expect(pull).toMatchObject({ body: 'New', isOpen: false });
    const reopen = `mutation ($id: ID!) { reopenPullRequest(input: {pullRequestId: $id}) { pullRequest { state } } }`;
    expect(await octokit.graphql(reopen, id)).toMatchObject({
      reopenPullRequest: { pullRequest: { state: 'OPEN' } },
    });
    const ref = await octokit.graphql<{ repository: { ref: { id: string } } }>(
      '{ repository(owner: "apache", name: "flink") { ref(qualifiedName: "refs/heads/poweredby/issue-1") { id } } }',
    );
    const remove = 'mutation ($id: ID!) { deleteRef(input: {refId: $id}) { clientMutationId } }';
    await octokit.graphql(remove, { id: ref.repository.ref.id });
    expect(pull.isOpen).toBe(false);
    await expect(octokit.graphql(reopen, id)).rejects.toThrow('Could not open');
  });

  it('has a pull request merged into another branch, once there is one', async () => {
    const { github, repository, octokit, variables } = await submission();
    await octokit.graphql(openPull, variables);
    const [pull] = github.pulls(repository);
    const change = (base: string) =>
      octokit.graphql(
        'mutation ($id: ID!, $base: String!) { updatePullRequest(input: {pullRequestId: $id, baseRefName: $base}) { pullRequest { baseRefName baseRefOid } } }',
        { id: pull?.nodeId, base },
      );
    await expect(change('next')).rejects.toThrow('was not found');
    await expect(change('poweredby/issue-1')).rejects.toThrow('no new commits');
    const oid = await branchOf(github, repository, 'next', 'zero\none\ntwo\nthree\n');
    expect(await change('next')).toEqual({
      updatePullRequest: { pullRequest: { baseRefName: 'next', baseRefOid: oid } },
    });
    github.configure(repository, { defaultBranch: 'next' });
    const asked = '{ repository(owner: "apache", name: "flink") { defaultBranchRef { name } } }';
    expect(await octokit.graphql(asked)).toEqual({
      repository: { defaultBranchRef: { name: 'next' } },
    });
  });

  it('is answered at the other base too', async () => {
    const { github, repository } = await site();
    const octokit = await installed(github, github.install(repository), '/api/v3');
    expect(await octokit.graphql('{ viewer { login } }')).toEqual({
      viewer: { login: 'powered-by[bot]' },
    });
  });
});
