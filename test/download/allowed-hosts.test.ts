import { describe, expect, it } from 'vitest';
import { githubHosts, isListed } from '../../src/download/allowed-hosts.ts';

describe('a logo may be', () => {
  it.each([
    'github.com',
    'user-images.githubusercontent.com',
    'private-user-images.githubusercontent.com',
    'raw.githubusercontent.com',
    'camo.githubusercontent.com',
  ])('on %s', (host) => {
    expect(isListed(host, githubHosts.named)).toBe(true);
  });

  it('redirected to the storage of GitHub', () => {
    const storage = 'github-production-user-asset-6210df.s3.amazonaws.com';
    expect(isListed(storage, githubHosts.redirected)).toBe(true);
    expect(isListed(storage, githubHosts.named)).toBe(false);
  });
});

describe('a logo may not be', () => {
  it.each([
    '',
    'githubusercontent.com',
    '.githubusercontent.com',
    'a.b.githubusercontent.com',
    'githubXcom',
    'gist.github.com',
    'github.com:8443',
    'github-production-.s3.amazonaws.com',
    'github-production-a.b.s3.amazonaws.com',
    'github-production-a.s3.amazonaws.com.evil.example',
    'evil-github-production-a.s3.amazonaws.com',
  ])('on %j', (host) => {
    expect(isListed(host, [...githubHosts.named, ...githubHosts.redirected])).toBe(false);
  });
});
