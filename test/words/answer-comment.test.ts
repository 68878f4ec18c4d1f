import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandNames } from '../../src/command/commands.ts';
import { usersOf } from '../../src/command/permission.ts';
import { type Problem, problem } from '../../src/problem/problem.ts';
import { loadTemplates } from '../../src/templates.ts';
import { writeAnswers } from '../../src/words/answer-comment.ts';
import type { CommandAnswer } from '../../src/words/comment-content.ts';
import { actsIn, seen, show } from './shown.ts';
import { visibleText } from './typed-texts.ts';

const english = loadTemplates('en');
const chinese = loadTemplates('zh');
const keys = ['company', 'description', 'link'];
const several = { locale: 'LOCALE', isTranslated: true };
const commands = usersOf({ open: 'automatically' });
const url = 'https://github.com/apache/flink/issues/12#issuecomment-1';

function write(answers: readonly CommandAnswer[], templates = english, users = commands): string {
  return writeAnswers(answers, templates, { users, keys, hasLogo: true, ...several });
}

function answer(...problems: readonly Problem[]): CommandAnswer {
  return { login: 'maria', url, problems: problems.map((each) => ({ problem: each })) };
}

describe('our answers to commands', () => {
  it('name the person without a ping, and link the comment', () => {
    const refused = answer(
      problem('command-for-writers', '/poweredby rebuild', { command: 'rebuild' }),
    );
    const comment = write([refused]);
    expect(seen(comment)).toContain('@maria, about your command :');
    expect(show(comment).links).toEqual([url]);
    expect(actsIn(show(comment).prose)).toEqual([]);
  });

  it('name the lines that the list asks for, and no logo where it has none', () => {
    const users = commands;
    const usual = write([answer()]);
    expect(usual).toContain(
      'add lines such as `company: …`, `description: …`, `link: …` below the command, and attach a logo |',
    );
    const help = { users, keys: ['company', 'Run `x` | y', 'contact'], hasLogo: false, ...several };
    const own = writeAnswers([answer()], english, help);
    expect(seen(own)).toMatch(
      /such as company: … , Run `x` \| y: … , contact: … below the command/,
    );
    expect(own).not.toContain('attach a logo');
  });

  it('say nothing of languages where the list is in one', () => {
    const help = { users: commands, keys, hasLogo: false, locale: 'en', isTranslated: false };
    for (const templates of [english, chinese]) {
      const one = writeAnswers([answer()], templates, help);
      expect(one).toContain('| `/poweredby text en …` |');
      expect(one).not.toMatch(/language|locale|语言/i);
    }
    expect(write([answer()])).toContain('| `/poweredby text LOCALE …` |');
  });

  it('give the list of commands once, however many ask', () => {
    const comment = write([answer(), { ...answer(), login: 'li-wei' }]);
    expect(seen(comment)).toMatch(/@maria, here are the commands.*@li-wei, here are the commands/);
    expect(comment.match(/^\| --- /gm)).toHaveLength(1);
  });

  it('list every command, who may use it, and that a text ends at a blank line', () => {
    for (const templates of [english, chinese]) {
      const comment = write([answer()], templates);
      expect(Object.keys(templates.comment.help.commands)).toEqual([...commandNames]);
      for (const name of commandNames) expect(comment).toContain(`| \`/poweredby ${name}`);
    }
  });

  it('say who may use add as the configuration has it', () => {
    const comment = write([answer()], english, { ...commands, add: 'writer' });
    expect(comment).toContain('| `/poweredby add` | maintainers |');
  });

  it('leave a link’s end where it belongs', () => {
    const comment = write([{ ...answer(), url: 'https://a.example/)x(' }]);
    expect(show(comment).links).toEqual(['https://a.example/%29x%28']);
  });

  it('show each line of an example', () => {
    const values = { command: 'text' };
    const comment = write([answer(problem('command-needs-submission', '/poweredby text', values))]);
    expect(comment).toContain('`/poweredby add`<br>`company: Juniper Parcel`<br>');
  });

  it('stay within GitHub’s limit, and say what is left out', () => {
    const long = '@'.repeat(10_000);
    const refused = answer(problem('command-unknown', '', { word: long, known: long }));
    const comment = write(Array.from({ length: 100 }, () => refused));
    expect(comment.length).toBeLessThan(20_000);
    expect(comment).toContain('Answers to earlier commands are left out');
  });

  it('do nothing, whatever was typed', () => {
    fc.assert(
      fc.property(visibleText, (typed) => {
        const refused = answer(problem('command-unknown', '', { word: typed, known: typed }));
        const { prose, links } = show(write([{ ...refused, login: typed }]));
        expect(links).toEqual([url]);
        expect(actsIn(prose)).toEqual([]);
      }),
    );
  });
});
