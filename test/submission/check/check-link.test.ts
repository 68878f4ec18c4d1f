import { describe, expect, it } from 'vitest';
import { checkAddress } from '../../../src/submission/check/check-link.ts';

function check(link: string) {
  const field = {
    kind: 'link',
    id: 'link',
    name: undefined,
    label: undefined,
    role: undefined,
  } as const;
  const asked = { ...field, locale: undefined, required: true, choices: [] };
  return checkAddress(link, asked, true, { httpLinks: false });
}

function problemsOf(link: string) {
  return check(link).problems.map(({ code }) => code);
}

describe('checkAddress prints as URL does, without a slash that was not typed', () => {
  it.each([
    ['https://juniper.example', 'https://juniper.example'],
    ['HTTPS://Juniper.Example/', 'https://juniper.example/'],
    ['https://juniper.example?', 'https://juniper.example'],
    ['https://juniper.example?a=b#c', 'https://juniper.example?a=b#c'],
    ['https://juniper.example/?a=b', 'https://juniper.example/?a=b'],
    ['https://juniper.example?a=/', 'https://juniper.example?a=/'],
    ['https://juniper.example#/a', 'https://juniper.example#/a'],
    ['https:\\\\juniper.example\\?a', 'https://juniper.example/?a'],
    ['https:juniper.example', 'https://juniper.example'],
    ['HTTPS://Juniper.Example/A', 'https://juniper.example/A'],
    ['https://juniper.example:8443/a?b=c&d=e#f', 'https://juniper.example:8443/a?b=c&d=e#f'],
    ['https://münchen.example/ä', 'https://xn--mnchen-3ya.example/%C3%A4'],
    ['https://juniper.example/wiki_(x)', 'https://juniper.example/wiki_(x)'],
  ])('%s', (typed, printed) => {
    expect(check(typed)).toEqual({ value: printed, problems: [] });
  });
});

describe('checkAddress completes what can only be a web address', () => {
  it.each([
    ['www.juniper.example', 'https://www.juniper.example'],
    ['WWW.Juniper.example/a?b', 'https://www.juniper.example/a?b'],
  ])('%s', (typed, printed) => {
    expect(check(typed)).toEqual({ value: printed, problems: [] });
  });

  it.each([
    ['www.10.0.0.1', 'link-not-a-url'],
    ['www.internal', 'link-not-a-url'],
    ['www.juniper.example and more', 'link-not-a-url'],
    ['www.me@juniper.example', 'link-not-a-url'],
    ['/www.juniper.example', 'link-without-scheme'],
  ])('but not %s', (typed, code) => {
    expect(problemsOf(typed)).toEqual([code]);
  });
});

describe('checkAddress refuses', () => {
  it.each([
    ['http', 'http://juniper.example', 'link-not-https'],
    ['no scheme', 'juniper.example/talk', 'link-without-scheme'],
    ['no scheme but a port', 'juniper.example:8080/talk', 'link-without-scheme'],
    ['an address relative to the protocol', '//juniper.example', 'link-without-scheme'],
    ['scripts', 'javascript:alert(1)', 'link-scheme-unsupported'],
    ['data', 'data:text/html,x', 'link-scheme-unsupported'],
    ['mail addresses with a scheme', 'mailto:press@juniper.example', 'link-scheme-unsupported'],
    ['mail addresses', 'press@juniper.example', 'link-not-a-url'],
    ['words', 'see our website', 'link-not-a-url'],
    ['two addresses', 'https://a.example https://b.example', 'link-not-a-url'],
    ['an empty host', 'https://', 'link-not-a-url'],
    ['what http cannot mean', 'http://', 'link-not-a-url'],
    ['user names', 'https://me@juniper.example', 'link-has-credentials'],
    ['passwords', 'https://me:secret@juniper.example', 'link-has-credentials'],
    ['its own machine', 'https://localhost/x', 'link-to-private-host'],
    ['a machine of its own network', 'https://wiki.internal/x', 'link-to-private-host'],
    ['a name without a dot', 'https://intranet/x', 'link-to-private-host'],
    ['an IPv4 address', 'https://10.0.0.1/', 'link-to-private-host'],
    ['an IPv4 address in disguise', 'https://2130706433/', 'link-to-private-host'],
    ['an IPv6 address', 'https://[::1]/', 'link-to-private-host'],
    ['empty parts of a name', 'https://.example', 'link-to-private-host'],
  ])('%s', (_what, typed, code) => {
    expect(problemsOf(typed)).toEqual([code]);
  });

  it('more than 500 characters', () => {
    const start = 'https://juniper.example/';
    expect(problemsOf(start.padEnd(500, 'x'))).toEqual([]);
    expect(problemsOf(start.padEnd(501, 'x'))).toEqual(['link-too-long']);
  });

  it('a password and a private host, both at once', () => {
    expect(problemsOf('https://me:secret@10.0.0.1')).toEqual([
      'link-has-credentials',
      'link-to-private-host',
    ]);
  });
});

describe('checkAddress shows what was probably meant', () => {
  it.each([
    ['http://juniper.example/a', 'https://juniper.example/a'],
    ['juniper.example/talk', 'https://juniper.example/talk'],
    ['//juniper.example', 'https://juniper.example'],
  ])('%s', (typed, suggestion) => {
    expect(check(typed).problems[0]?.values).toMatchObject({ suggestion });
  });
});
