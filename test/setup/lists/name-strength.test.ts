import { describe, expect, it } from 'vitest';
import {
  fileStrength,
  isOtherwise,
  liesAside,
  nameStrength,
} from '../../../src/setup/lists/name-strength.ts';
import { isWorthReading } from '../../../src/setup/lists/worth-reading.ts';

describe('A heading or key', () => {
  it.each([
    'Adopters',
    'Who uses Kestrel?',
    "Who's using it",
    'Used by',
    'Powered By',
    'In the Wild',
    'Companies using Kestrel in production',
    'End users',
    'whoUses',
    'powered_by',
    '谁在使用',
    '用户',
  ])('names those who use a project without doubt: %s', (name) => {
    expect(nameStrength(name)).toBe(2);
  });

  it.each(['Users', 'Customers', 'Companies', 'Vendors', 'Showcase', 'Success stories', '案例'])(
    'may name them: %s',
    (name) => {
      expect(nameStrength(name)).toBe(1);
    },
  );

  it.each([
    'Contributors',
    'Maintainers',
    'How to add your company',
    'Adding adopters',
    'Adopter types',
    'Contributing users',
    'Features',
    'Manage users',
    'User settings',
    'Options',
    'Usage',
    '',
  ])('names something else: %s', (name) => {
    expect(nameStrength(name)).toBe(0);
  });

  it('may say that what is below it is something else', () => {
    expect(isOtherwise('How to get on the list of adopters')).toBe(true);
    expect(isOtherwise('Teams using Kestrel')).toBe(false);
  });
});

describe('A file', () => {
  it.each([
    'ADOPTERS.md',
    'docs/powered-by.md',
    '_data/powered_by.yml',
    'INTHEWILD.md',
    'USERS.md',
    'PoweredBy.md',
    'core/users.zh.md',
    'USERS_CN.md',
    'users-zh-CN.md',
    'used_by.md',
    'content/who-uses.json',
    'src/UserLogos/index.tsx',
    'docs/adopters/README.md',
  ])('is named for those who use a project: %s', (path) => {
    expect(fileStrength(path)).toBe(2);
  });

  it.each(['README.md', 'docs/users-guide.md', 'src/models/account.ts', 'CONTRIBUTORS.md'])(
    'is named for something else: %s',
    (path) => {
      expect(fileStrength(path)).toBe(0);
    },
  );

  it.each([
    ['docs/anything.md', true],
    ['_data/site.yml', true],
    ['hugo.toml', true],
    ['src/components/Adopters.jsx', true],
    ['src/components/button.jsx', false],
    ['src/deep/settings.json', false],
    ['package.json', false],
    ['data/users.test.ts', false],
    ['pnpm-lock.yaml', false],
    ['logo.png', false],
  ])('is read or not by its name: %s', (path, isRead) => {
    expect(isWorthReading(path)).toBe(isRead);
  });

  it.each([
    ['versioned_docs/version-1.2/adopters.md', true],
    ['docs/1.x/adopters.md', true],
    ['test/fixtures/users.json', true],
    ['blog/adopters.md', true],
    ['docs/adopters.md', false],
    ['tests.md', false],
  ])('may be a copy, a sample or news: %s', (path, expected) => {
    expect(liesAside(path)).toBe(expected);
  });
});
