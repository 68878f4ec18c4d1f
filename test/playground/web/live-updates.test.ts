import { describe, expect, it } from 'vitest';
import { playground } from '../visitor.ts';

describe('live updates', () => {
  it('tell an open page of whatever changes', async () => {
    const { url, emulator, repository } = await playground();
    const stop = new AbortController();
    const answer = await fetch(`${url}/live`, { signal: stop.signal });
    const words = answer.body?.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
    const next = async () => (await words?.next())?.value;
    const june = emulator.as('june-juniper');
    const first = await next();
    const issue = june.openIssue(repository, { title: 'One', body: '' });
    const second = await next();
    june.react(issue, 'HEART');
    const third = await next();
    june.comment(issue, 'Hello');
    const seen = [first, second, third, await next()];
    stop.abort();
    expect(seen.every((each) => /event: version\ndata: \S+/.test(`${each}`))).toBe(true);
    expect(new Set(seen).size).toBe(4);
  });
});
