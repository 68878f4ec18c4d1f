import { describe, expect, it } from 'vitest';
import { downloadLogo } from '../../src/download/download-logo.ts';
import { problemCodes } from '../../src/problem/codes.ts';
import { mayPass } from '../../src/problem/passing.ts';
import type { Problem } from '../../src/problem/problem.ts';
import { loadTemplates } from '../../src/templates.ts';
import { describeProblem } from '../../src/words/describe-problem.ts';
import { placeholdersOf } from '../words/placeholders.ts';
import { hostileServer } from './hostile-server.ts';

const server = hostileServer();
const codes = problemCodes.filter((code) => code.startsWith('download-'));

/** Every problem of the room, as it really arises. */
async function allProblems(): Promise<readonly Problem[]> {
  const options = server.options();
  const to = (path: string, answer: Parameters<typeof server.answer>[1]) => {
    server.answer(path, answer);
    return server.at(path);
  };
  const attempts = [
    downloadLogo('x', options),
    downloadLogo('http://a.example', options),
    downloadLogo('https://a.example', options),
    downloadLogo(server.at('/x').replace('://', '://me@'), options),
    downloadLogo(server.at('/x'), { ...options, isAllowedAddress: () => false }),
    downloadLogo(server.at('/x'), { ...options, resolve: async () => [] }),
    ...[
      to('/loop', (_request, response) => response.writeHead(302, { location: '/loop' }).end()),
      to('/cut', ({ socket }) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\na')),
      to('/slow', () => {}),
      to('/fails', (_request, response) => response.writeHead(502).end()),
      to('/gone', (_request, response) => response.writeHead(404).end()),
      to('/no', (_request, response) => response.writeHead(400).end()),
      to('/page', (_request, response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end(),
      ),
      to('/large', (_request, response) => response.end(Buffer.alloc(200_000))),
    ].map((address) => downloadLogo(address, options)),
  ];
  const results = await Promise.all(attempts);
  return results.flatMap((result) => (result.ok ? [] : result.problems));
}

describe('the words for a download', () => {
  it('name only values that its problems have, and there is a way to each', async () => {
    const problems = await allProblems();
    expect(problems.map(({ code }) => code).sort()).toEqual([...codes].sort());
    for (const { code, values } of problems) {
      const { message, hint, example = '' } = loadTemplates('en').problems[code];
      expect(Object.keys(values)).toEqual(
        expect.arrayContaining([message, hint, example].flatMap(placeholdersOf)),
      );
    }
  });

  it('promise to try again just where that may help', async () => {
    for (const problem of await allProblems()) {
      const { hint } = describeProblem(problem, loadTemplates('en'));
      expect([problem.code, hint.includes('retried')]).toEqual([problem.code, mayPass(problem)]);
    }
  });
});
