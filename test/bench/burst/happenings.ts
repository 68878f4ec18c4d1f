import { readFileSync } from 'node:fs';
import type { Emulator } from '../../../src/emulator/emulator.ts';
import type { Issue, Repository } from '../../../src/emulator/world/model.ts';
import { bodyOf, configurationFile, exampleFiles, pages } from '../../app/world.ts';
import { example } from '../../support/command-line.ts';

/** Makes repositories of as many owners, each with the example's site, and installs the app there. */
export function makeRepositories(github: Emulator, count: number): Promise<Repository[]> {
  const files = exampleFiles();
  const configuration = `${files[configurationFile]}\nquota: {submitter: 100, repository: 100}\n`;
  const make = async (number: number): Promise<Repository> => {
    const repository = await github.createRepository(`owner-${number}/millrace`, {
      files: { ...files, [configurationFile]: configuration },
      roles: { mary: 'write' },
    });
    github.as(repository.owner.login).createLabel(repository, 'powered-by');
    github.install(repository);
    return repository;
  };
  return Promise.all(Array.from({ length: count }, (_, index) => make(index + 1)));
}

/**
 * Lets a lot happen in each repository, in turn: three submissions, edits of them and comments, commands among those, and
 * pushes, of which one changes a page. GitHub sends fifty webhooks of it.
 */
export async function letHappen(github: Emulator, places: readonly Repository[]): Promise<void> {
  const last = new Map<Repository, Issue>();
  for (let round = 0; round < 44; round++) {
    for (const place of places) {
      // GitHub sends two webhooks of each: that it was opened, and that it was labelled.
      if (round % 15 === 0) last.set(place, submit(github, place, round));
      const issue = last.get(place);
      if (issue) await act(github, place, issue, round);
    }
  }
}

function submit(github: Emulator, place: Repository, round: number): Issue {
  const ann = github.as('ann');
  const logo = { name: 'logo.svg', type: 'image/svg+xml', bytes: readFileSync(example.logo) };
  const company = `Company No. ${round}`;
  const body = bodyOf({ company, logo: ann.upload(place, logo) });
  return ann.openIssue(place, { title: 'Add us', body }, ['powered-by']);
}

async function act(github: Emulator, place: Repository, issue: Issue, round: number) {
  const [ann, mary] = [github.as('ann'), github.as('mary')];
  if (round === 10) return ann.comment(issue, '/poweredby help');
  if (round === 20) return mary.comment(issue, '/poweredby rebuild');
  if (round === 30) {
    const page = String(exampleFiles()[pages.en]).replace('Brightwater', 'Clearwater');
    return mary.push(place, { files: { [pages.en]: page } });
  }
  switch (round % 3) {
    case 0:
      return ann.comment(issue, `Is there anything that we can do? This is the ${round}th time.`);
    case 1:
      return ann.edit(issue, {
        body: issue.body.replace(/\d+,000 parcels/, `${round},000 parcels`),
      });
    default:
      return mary.push(place, { files: { 'README.md': `Read me ${round} times.\n` } });
  }
}
