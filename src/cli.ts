#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { LogoOptions } from './cli/commands/logo.ts';
import type { EntryOptions } from './cli/input/entry-input.ts';
import {
  collectFields,
  collectLinkTexts,
  collectTexts,
  onceOnly,
} from './cli/input/option-parsers.ts';
import type { ExitCode } from './cli/output/exit-code.ts';
import { phrase } from './cli/output/phrases.ts';
import { printableLines, printError } from './cli/output/terminal.ts';
import { type LogoSize, logoSizes, readLogoSize } from './config/logo-sizes.ts';
import { languages } from './config/reply-languages.ts';
import { readTemplate } from './templates.ts';

/** An older Node.js fails somewhere else, with a message that helps nobody. */
const oldestNode = { major: 22, minor: 19 };

/**
 * Runs the command line. A command's code is loaded only when it is called, so that each starts fast.
 *
 * @param words what follows the program's name
 */
async function run(words: readonly string[]): Promise<ExitCode> {
  const { node: version } = process.versions;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < oldestNode.major || (major === oldestNode.major && minor < oldestNode.minor)) {
    const oldest = `${oldestNode.major}.${oldestNode.minor}`;
    printError(phrase('en', 'node-too-old', { oldest, version }));
    return 2;
  }
  let exitCode: ExitCode = 0;
  const program = describe(new Command('poweredby'), 'program');
  program.version(readVersion(), '--version');

  const add = (name: string, options: readonly Option[], argument?: string): Command => {
    const command = describe(program.command(name), name);
    for (const option of options) command.addOption(onceOnly(option));
    for (const each of argument?.split(' ') ?? []) command.argument(each);
    return command;
  };
  const onCall = (command: Command, action: (...words: string[]) => Promise<ExitCode>): void => {
    command.action(async () => {
      exitCode = await action(...command.args);
    });
  };

  for (const name of ['add', 'update'] as const) {
    const entry = add(name, entryOptions());
    onCall(entry, async () => {
      const options = entry.opts<EntryOptions>();
      const { form, company, field, values } = options;
      if ([form, company, field, values].every((given) => given === undefined)) {
        entry.error(phrase('en', `usage-${name}-form-or-company`));
      }
      return (await import('./cli/commands/entry.ts')).runEntry(name, options);
    });
  }
  const remove = add('remove', [directory(), flag('--leave-gap'), ...output()], '<company>');
  onCall(remove, async (company = '') =>
    (await import('./cli/commands/remove.ts')).runRemove(company, remove.opts()),
  );
  const rename = add('rename', [directory(), ...output()], '<old> <new>');
  onCall(rename, async (old = '', newName = '') =>
    (await import('./cli/commands/rename.ts')).runRename(old, newName, rename.opts()),
  );
  const list = add('list', [directory(), flag('--json')]);
  onCall(list, async () => (await import('./cli/commands/list.ts')).runList(list.opts()));
  const check = add('check', [directory(), flag('--json'), flag('--github').conflicts('json')]);
  onCall(check, async () => (await import('./cli/commands/check.ts')).runCheck(check.opts()));
  const init = add('init', initOptions());
  onCall(init, async () => (await import('./cli/commands/init.ts')).runInit(init.opts()));
  const logo = add('logo', logoOptions(), '[files...]');
  onCall(logo, async (...files) => {
    const wrong = wrongLogoUsage(files, logo.opts());
    if (wrong !== undefined) logo.error(phrase('en', wrong));
    return (await import('./cli/commands/logo.ts')).runLogo(files, logo.opts());
  });
  const register = add('register', registerOptions());
  onCall(register, async () =>
    (await import('./cli/commands/register.ts')).runRegister(register.opts()),
  );
  const playground = add('playground', playgroundOptions());
  onCall(playground, async () =>
    (await import('./cli/commands/playground.ts')).runPlayground(playground.opts()),
  );
  const run = add('run', runOptions());
  onCall(run, async () => (await import('./cli/commands/run.ts')).runRun(run.opts()));
  // With this the playground starts a run.
  onCall(program.command('run-in-playground', { hidden: true }), async () =>
    (await import('./cli/commands/run-in-playground.ts')).runInPlayground(),
  );
  const start = add('start', []);
  onCall(start, async () => (await import('./cli/commands/start.ts')).runStart());

  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const reason =
      error instanceof Error ? [error.message, causeOf(error)].join('') : String(error);
    printError(phrase('en', 'unexpected', { reason }));
    return 1;
  }
  return exitCode;
}

function causeOf({ cause }: Error): string {
  return cause === undefined ? '' : `: ${cause instanceof Error ? cause.message : cause}`;
}

/** Gives a command its help, a text in `templates/`. */
function describe(command: Command, name: string): Command {
  command.helpInformation = () => readTemplate(`en/help/${name}.txt`);
  return command
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(printableLines(text)) })
    .allowExcessArguments(false)
    .showHelpAfterError(`(poweredby ${name === 'program' ? '' : `${name} `}--help shows how)`);
}

function directory(): Option {
  return new Option('--dir <directory>').default('.');
}

function flag(name: string): Option {
  return new Option(name);
}

function output(): Option[] {
  return [flag('--dry-run'), flag('--json')];
}

function entryOptions(): Option[] {
  const typed = ['--company <name>', '--description <text>', '--link <url>', '--homepage <url>'];
  const others = ['company', 'description', 'link', 'homepage', 'linkText', 'field', 'values'];
  return [
    directory(),
    new Option('--form <file>').conflicts([...others, 'group']),
    ...[...typed, '--group <name>', '--values <file>'].map(flag),
    new Option('--field <name=value>').argParser(collectFields),
    new Option('--link-text <text>').argParser(collectLinkTexts),
    new Option('--text <locale=text>').argParser(collectTexts),
    ...['--logo <file>', '--logo-dark <file>'].map(flag),
    ...output(),
  ];
}

function logoOptions(): Option[] {
  return [
    new Option('--size <pixels>').argParser(parseSize).conflicts('dir'),
    new Option('--backgrounds <which>').choices(['light', 'dark', 'both']).conflicts('dir'),
    flag('--clear-background').conflicts('dir'),
    flag('--sheet <file>'),
    ...['--dir <directory>', '--all', '--dry-run'].map(flag),
  ];
}

/** One picture goes to one place, several to a sheet, and all of a checkout back to where they are. */
function wrongLogoUsage(
  files: readonly string[],
  { dir, all, dryRun, sheet }: LogoOptions,
): string | undefined {
  if (dir !== undefined) return all && files.length === 0 ? undefined : 'usage-logo-all';
  if (all || dryRun) return 'usage-logo-all';
  const isRight = sheet === undefined ? files.length === 2 : files.length > 0;
  return isRight ? undefined : 'usage-logo-files';
}

function registerOptions(): Option[] {
  const url = new Option('--url <url>').makeOptionMandatory();
  const others = ['--organization <name>', '--name <name>', '--github <url>', '--force'];
  return [url, ...others.map(flag)];
}

function playgroundOptions(): Option[] {
  const port = new Option('--port <number>').argParser(parsePort);
  const others = ['--repo <directory>', '--data <directory>', '--host <address>', '--action'];
  return [...others.map(flag), port];
}

function initOptions(): Option[] {
  const form = flag('--form').conflicts(['list', 'action', 'language']);
  const language = new Option('--language <language>').choices(languages);
  return [
    directory(),
    form,
    language,
    ...['--list <file>', '--action [reference]', '--force'].map(flag),
  ];
}

function runOptions(): Option[] {
  const issue = new Option('--issue <number>').argParser(collectIssues).conflicts('sweep');
  const minutes = new Option('--minutes <number>').argParser((word) => parseWhole(word));
  const flags = ['--sweep', '--repository <name>', '--configuration <path>', '--dry-run'];
  return [issue, minutes, ...flags.map(flag)];
}

function collectIssues(word: string, issues: readonly number[] = []): readonly number[] {
  return [...issues, parseWhole(word)];
}

function parseWhole(word: string): number {
  if (!/^[1-9]\d{0,9}$/.test(word)) throw new InvalidArgumentError(phrase('en', 'usage-whole'));
  return Number(word);
}

function parsePort(word: string): number {
  const port = Number(word);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError(phrase('en', 'usage-port'));
  return port;
}

function parseSize(word: string): LogoSize {
  const size = readLogoSize(word);
  if (size === undefined) throw new InvalidArgumentError(phrase('en', 'usage-size', logoSizes));
  return size;
}

function readVersion(): string {
  const { version } = JSON.parse(readTemplate('../package.json'));
  return String(version);
}

// npm runs a script in the package's folder; the paths that a person types are relative to that person's folder.
const { INIT_CWD: invokedFrom, npm_lifecycle_event: script } = process.env;
if (script === 'poweredby' && invokedFrom !== undefined) process.chdir(invokedFrom);

// The reader of our output may stop before its end, as `head` does: that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2));
