import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOfExample, poweredby } from '../support/command-line.ts';

const nothing = {
  GITHUB_TOKEN: '',
  GITHUB_REPOSITORY: '',
  GITHUB_EVENT_NAME: '',
  GITHUB_EVENT_PATH: '',
  GITHUB_ACTIONS: '',
};

const run = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  poweredby(['run', ...words], { environment: { ...nothing, ...environment } });

/** An event of a workflow of a/b. */
function withEvent(content: string) {
  const file = join(copyOfExample(), 'event.json');
  writeFileSync(file, content);
  const event = { GITHUB_EVENT_NAME: 'issues', GITHUB_EVENT_PATH: file };
  return { file, told: { GITHUB_TOKEN: 'ghs_x', GITHUB_REPOSITORY: 'a/b', ...event } };
}

describe('run', () => {
  it('says everything that is missing or wrong at once', async () => {
    const { exitCode, errors } = await run(['--configuration', '/etc/passwd.yml'], {
      POWEREDBY_KEY: 'short',
    });
    expect(exitCode).toBe(2);
    for (const each of [
      'GITHUB_REPOSITORY',
      'GITHUB_TOKEN',
      'POWEREDBY_KEY',
      'POWEREDBY_CONFIGURATION',
      'GITHUB_EVENT_PATH',
    ]) {
      expect(errors).toContain(`${each}:`);
    }
  });

  it('names an event that cannot be read', async () => {
    const { file, told } = withEvent('nothing');
    const { exitCode, errors } = await run([], told);
    expect(exitCode).toBe(2);
    expect(errors).toContain(file);
    expect((await run([], withEvent('[]').told)).errors).toContain('not an object');
  });

  it('takes no event of one repository for another', async () => {
    const { told } = withEvent(JSON.stringify({ repository: { full_name: 'a/b' } }));
    const { exitCode, errors } = await run(['--repository', 'c/d'], told);
    expect(exitCode).toBe(2);
    expect(errors).toContain('The event is from a/b, not from c/d');
  });

  it('refuses what is no number, and an issue together with a sweep', async () => {
    expect(await run(['--issue', 'x'])).toMatchObject({ exitCode: 2 });
    expect(await run(['--issue', '0'])).toMatchObject({ exitCode: 2 });
    expect(await run(['--issue', '1', '--sweep'])).toMatchObject({ exitCode: 2 });
  });
});

describe('init --action', () => {
  const action = `millrace/powered-by@${'a'.repeat(40)}`;

  it('writes the workflow alone where the rest is there, and not over one', async () => {
    const dir = copyOfExample();
    const first = await poweredby(['init', '--dir', dir, '--action', action]);
    expect(first).toMatchObject({ exitCode: 0, errors: '' });
    expect(first.output).toContain('.github/workflows/powered-by.yml');
    expect(first.output).not.toContain('Written: .github/poweredby.yml');
    const again = await poweredby(['init', '--dir', dir, '--action', action]);
    expect(again.exitCode).toBe(1);
    expect(again.errors).toContain('.github/workflows/powered-by.yml');
  });

  it('takes no tag for a commit', async () => {
    const tagged = await poweredby(['init', '--dir', copyOfExample(), '--action', 'a/b@v1']);
    expect(tagged.exitCode).toBe(2);
    expect(tagged.errors).toContain('a/b@v1');
  });
});
