import { describe, expect, it } from 'vitest';
import { type Change, deleteBranch } from '../../../src/github/changes/change.ts';
import { lastingRefusal, persistentRefusal } from '../../../src/github/changes/lasting-refusal.ts';

const branch = 'poweredby/issue-1';
const move = { branch, before: 'a', after: 'b' };
const changes = {
  create: { kind: 'create-branch', repositoryId: 'R', branch, oid: 'a' },
  commit: {
    kind: 'commit',
    nameWithOwner: 'a/b',
    branch,
    expectedHead: 'a',
    headline: '',
    body: '',
    files: [],
  },
  move: { kind: 'move-branches', repositoryId: 'R', moves: [move] },
  swap: {
    kind: 'move-branches',
    repositoryId: 'R',
    moves: [move, { branch: 'poweredby/next-1', before: 'b', after: undefined }],
  },
  remove: deleteBranch('R', branch, 'a'),
  open: {
    kind: 'open-pull-request',
    repositoryId: 'R',
    branch,
    base: 'main',
    title: '',
    body: '',
  },
  comment: { kind: 'add-comment', subjectId: 'I', body: '' },
} satisfies Readonly<Record<string, Change>>;

type Name = keyof typeof changes;

const rule = (words: string) => `Repository rule violations found\n\n${words}\n\n`;
const protection = 'BRANCH_PROTECTION_RULE_VIOLATION';

describe('what lasts is told by type and words', () => {
  const table: readonly (readonly [Name, string | undefined, string, string])[] = [
    [
      'create',
      'UNPROCESSABLE',
      rule('Cannot create ref due to creations being restricted.'),
      'branch-creation',
    ],
    [
      'create',
      undefined,
      rule('Cannot create ref due to creations being restricted.'),
      'branch-creation',
    ],
    ['create', protection, 'Cannot create ref', 'branch-creation'],
    [
      'commit',
      'UNPROCESSABLE',
      rule('Commit message must match a given regex pattern: ^A'),
      'commit',
    ],
    ['commit', 'UNPROCESSABLE', rule('Changes must be made through a pull request.'), 'commit'],
    ['commit', protection, 'Protected branch rules not satisfied', 'commit'],
    ['move', 'UNPROCESSABLE', rule('Cannot force-push to this branch'), 'force-push'],
    ['swap', 'UNPROCESSABLE', rule('Cannot force-push to this branch'), 'force-push'],
    ['swap', 'UNPROCESSABLE', rule('Cannot delete this branch'), 'branch-deletion'],
    [
      'swap',
      'UNPROCESSABLE',
      rule('Cannot force-push to this branch\n\nCannot delete this branch'),
      'force-push',
    ],
    ['remove', 'UNPROCESSABLE', rule('Cannot delete this branch'), 'branch-deletion'],
    ['remove', protection, 'Cannot delete this protected branch', 'branch-deletion'],
    ['open', 'UNPROCESSABLE', 'must be a collaborator', 'pull-request'],
    ['open', 'FORBIDDEN', 'Whatever it says', 'pull-request'],
    [
      'open',
      'UNPROCESSABLE',
      'GitHub Actions is not permitted to create or approve pull requests',
      'actions-pull-request',
    ],
    ['open', 'FORBIDDEN', 'Resource not accessible by integration', 'permission'],
    ['comment', 'FORBIDDEN', 'Resource not accessible by integration', 'permission'],
    ['comment', 'FORBIDDEN', 'Although you appear to have the correct authorization, …', 'other'],
  ];
  it.each(table)('%s: %s %j: %s', (name, type, message, kind) => {
    const error = type === undefined ? { message } : { type, message };
    expect(lastingRefusal(changes[name], error)).toBe(kind);
    expect(persistentRefusal(changes[name], error)).toBe(kind);
  });
});

describe('what GitHub does not explain lasts if it came again and again', () => {
  const table: readonly (readonly [Name, string, string])[] = [
    ['create', 'Ref cannot be created', 'branch-blocked'],
    ['create', 'Reference update failed', 'branch-blocked'],
    ['commit', 'A path was requested which is invalid', 'commit'],
    ['move', 'Reference cannot be updated', 'force-push'],
    ['remove', 'Reference cannot be updated', 'branch-deletion'],
    ['open', 'Pull requests of this kind are not wanted', 'pull-request'],
    ['comment', 'Body is not liked', 'other'],
  ];
  it.each(table)('%s: %s: %s', (name, message, kind) => {
    const error = { type: 'UNPROCESSABLE', message };
    expect(lastingRefusal(changes[name], error)).toBe(undefined);
    expect(persistentRefusal(changes[name], error)).toBe(kind);
  });
});

describe('what passes never lasts', () => {
  const table: readonly (readonly [Name, string, string])[] = [
    ['open', 'UNPROCESSABLE', 'No commits between main and poweredby/issue-1'],
    ['open', 'UNPROCESSABLE', 'A pull request already exists for a:poweredby/issue-1.'],
    ['open', 'UNPROCESSABLE', 'was submitted too quickly'],
    ['create', 'UNPROCESSABLE', 'A ref named "refs/heads/x" already exists in the repository.'],
    [
      'create',
      'FORBIDDEN',
      'refusing to allow a GitHub App to create or update workflow `.github/workflows/a.yml`',
    ],
    ['commit', 'STALE_DATA', 'Expected branch to point to "a" but it did not. Pull and try again.'],
    ['commit', 'NOT_FOUND', 'Branch poweredby/issue-1 does not exist'],
    ['comment', 'INTERNAL', 'Something went wrong while executing your query.'],
    ['remove', 'UNPROCESSABLE', 'Reference refs/heads/x is not at a'],
  ];
  it.each(table)('%s: %s %s', (name, type, message) => {
    const error = { type, message };
    expect(lastingRefusal(changes[name], error)).toBe(undefined);
    expect(persistentRefusal(changes[name], error)).toBe(undefined);
  });
});
