import { createInterface } from 'node:readline/promises';
import { describeList } from '../../setup/describe-setup.ts';
import type { AskForList } from '../../setup/set-up.ts';
import { loadTemplates } from '../../templates.ts';
import { phrase } from '../output/phrases.ts';
import { print, printable } from '../output/terminal.ts';

/** Whether somebody is there to answer a question. */
export function isOnTerminal(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

/** Asks on the terminal which of several lists is meant; an empty answer is none of them. */
export const askForList: AskForList = async (lists) => {
  const templates = loadTemplates('en');
  print(phrase('en', 'init-which-list'));
  for (const [index, list] of lists.entries()) {
    print(`  ${index + 1}  ${printable(describeList(list, templates))}`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Where the input ends, a question is never answered.
  const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  try {
    for (;;) {
      const asked = terminal.question(`1-${lists.length}: `);
      const answer = (await Promise.race([asked, ended])).trim();
      const chosen = lists[Number(answer) - 1];
      if (chosen !== undefined || answer === '') return chosen;
    }
  } finally {
    terminal.close();
  }
};
