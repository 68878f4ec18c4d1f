import { expect, it } from 'vitest';
import { isOfSetup, type ProblemCode } from '../../src/problem/codes.ts';
import { mayPass } from '../../src/problem/passing.ts';

it.each<[ProblemCode, boolean]>([
  ['configuration-missing', true],
  ['checkout-missing', true],
  ['form-not-yaml', true],
  ['page-missing', true],
  ['register-no-port', true],
  ['company-missing', false],
  ['consent-missing', false],
  ['files-not-written', false],
  ['page-not-yaml', false],
  ['logo-not-given', false],
])('%s is about how we were called or set up: %s', (code, expected) => {
  expect(isOfSetup(code)).toBe(expected);
});

it('a server that is down may be up later; a picture stays broken', () => {
  expect(mayPass({ code: 'download-server-fails', field: '', values: {} })).toBe(true);
  expect(mayPass({ code: 'logo-broken', field: '', values: {} })).toBe(false);
});
