import { describe, expect, it } from 'vitest';
import { commandNames } from '../../src/command/commands.ts';
import { mayUse, notAllowed } from '../../src/command/permission.ts';

const automatically = { open: 'automatically' } as const;
const onCommand = { open: 'on-command' } as const;
const writer = { isWriter: true, isSubmitter: false };
const submitter = { isWriter: false, isSubmitter: true };
const stranger = { isWriter: false, isSubmitter: false };

function allowed(person: typeof writer, configuration: typeof automatically | typeof onCommand) {
  return commandNames.filter((name) => mayUse(name, person, configuration));
}

describe('a command may be used', () => {
  it('by a writer, whichever it is', () => {
    expect(allowed(writer, automatically)).toEqual(commandNames);
    expect(allowed(writer, onCommand)).toEqual(commandNames);
  });

  it('by the submitter for what is his own', () => {
    expect(allowed(submitter, automatically)).toEqual(['add', 'text', 'withdraw', 'help']);
  });

  it('by the submitter to add only where pull requests open automatically', () => {
    expect(allowed(submitter, onCommand)).toEqual(['text', 'withdraw', 'help']);
  });

  it('by a stranger for help', () => {
    expect(allowed(stranger, automatically)).toEqual(['help']);
  });
});

describe('who may not use a command', () => {
  it.each([
    ['remove', automatically, 'command-for-writers'],
    ['rebuild', onCommand, 'command-for-writers'],
    ['add', onCommand, 'command-for-writers'],
    ['add', automatically, 'command-for-submitter'],
    ['withdraw', onCommand, 'command-for-submitter'],
  ] as const)('learns of %s who may', (name, configuration, code) => {
    expect(notAllowed(name, configuration)).toEqual({
      code,
      field: `/poweredby ${name}`,
      values: { command: name },
    });
  });
});
