import { resolve } from 'node:path';
import { type Problem, problem } from '../../problem/problem.ts';
import { credentialsOf } from '../../server/registration/credentials.ts';
import {
  assertFolderWritable,
  isTaken,
  writeVariables,
} from '../../server/registration/environment-file.ts';
import type { RegisteredApp } from '../../server/registration/exchange-code.ts';
import { appSettingsUrl, type GithubSite, siteAt } from '../../server/registration/github-site.ts';
import {
  registrationPorts,
  startRegistration,
} from '../../server/registration/start-registration.ts';
import { readWebAddress } from '../../server/settings/web-address.ts';
import { readTemplate } from '../../templates.ts';
import type { ExitCode } from '../output/exit-code.ts';
import { phrase } from '../output/phrases.ts';
import { reasonOf } from '../output/reason-of.ts';
import { refuse } from '../output/refuse.ts';
import { print, printError, styled } from '../output/terminal.ts';

/** The options of `register`. */
export interface RegisterOptions {
  readonly url: string;
  readonly organization?: string;
  readonly name?: string;
  readonly github?: string;
  readonly force?: boolean;
}

const file = '.env';

/** The longest name that GitHub gives an app, in characters. */
const longestName = 34;

/** Runs `poweredby register`. */
export async function runRegister(options: RegisterOptions): Promise<ExitCode> {
  const path = resolve(file);
  const { force = false, name, organization } = options;
  const web = readWebAddress(options.github ?? 'https://github.com');
  const serverUrl = readWebAddress(options.url);
  const problems = [...problemsOf(options), ...(await problemsOfFile(path, force))];
  if (web === undefined || serverUrl === undefined || problems.length > 0) {
    return refuse(problems, {});
  }
  const site = siteAt(web, organization);
  const registration = await startRegistration({
    site,
    appFile: readTemplate('../app.yml'),
    name,
    serverUrl,
    keep: (app) => keep(app, { site, path, force }),
    onFailure: (error) => printError(phrase('en', 'register-failed', { reason: reasonOf(error) })),
  });
  if (registration === undefined) {
    const { first, last } = registrationPorts;
    return refuse([problem('register-no-port', '', { first, last })], {});
  }
  print(
    phrase('en', 'register-open', { url: registration.url }),
    phrase('en', 'register-wait', { file }),
  );
  await registration.done;
  return 0;
}

function problemsOf({ url, github, organization, name }: RegisterOptions): Problem[] {
  const problems: Problem[] = [];
  if (readWebAddress(url) === undefined) {
    problems.push(problem('register-url-unfit', 'url', { value: url }));
  }
  if (github !== undefined && readWebAddress(github) === undefined) {
    problems.push(problem('register-github-unfit', 'github', { value: github }));
  }
  if (organization !== undefined && !/^[\w-]{1,100}$/.test(organization)) {
    problems.push(problem('register-organization-unfit', 'organization', { value: organization }));
  }
  if (name !== undefined && (name.trim() === '' || [...name].length > longestName)) {
    problems.push(problem('register-name-unfit', 'name', { most: longestName }));
  }
  return problems;
}

/** Looked at before GitHub is asked: its key comes once only. */
async function problemsOfFile(path: string, force: boolean): Promise<Problem[]> {
  if (!force && (await isTaken(path))) return [problem('register-file-exists', '', { file })];
  try {
    await assertFolderWritable(path);
    return [];
  } catch (error) {
    const reason = reasonOf(error);
    return [problem('register-file-not-written', '', { file, reason })];
  }
}

interface Keeping {
  readonly site: GithubSite;
  readonly path: string;
  readonly force: boolean;
}

async function keep(app: RegisteredApp, { site, path, force }: Keeping): Promise<void> {
  const { variables, isSecretOurs } = credentialsOf(app, site.api);
  const settings = `${appSettingsUrl(site)}/${app.slug}`;
  try {
    await writeVariables(path, variables, force);
  } catch (error) {
    throw new Error(phrase('en', 'register-key-lost', { name: app.name, file, settings }), {
      cause: error,
    });
  }
  print(
    '',
    styled('bold', phrase('en', 'register-done', { name: app.name })),
    phrase('en', 'register-written', { file }),
    ...(isSecretOurs ? [phrase('en', 'register-own-secret', { file, settings })] : []),
    '',
    phrase('en', 'register-next', { install: `${app.url}/installations/new` }),
  );
}
