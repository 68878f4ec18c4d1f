import { expect, it } from 'vitest';
import { jobsForRun } from '../../src/action/jobs-for-run.ts';
import { runAction } from '../../src/action/run-action.ts';
import { languages } from '../../src/config/reply-languages.ts';
import { silentLogger } from '../../src/telemetry/logger.ts';
import { writtenForm } from '../../src/written-form.ts';
import { workflowPermissions } from '../app/drivers.ts';
import { world } from '../app/world.ts';
import { ownFieldsOf, withConsent } from '../form/forms.ts';
import { writeIssue } from '../form/write-issue.ts';
import { configurationOf } from '../submission/configuration.ts';
import { adopters } from '../submission/lists.ts';

const path = 'config/listing.yml';

it.each(languages)(
  'a maintainer is told in %s to change the configuration where it is',
  async (language) => {
    const text = `${adopters}language: ${language}\n`;
    const configuration = configurationOf(text);
    const form = writtenForm(configuration);
    const made = await world({
      files: {
        'ADOPTERS.md': '# Adopters\n\nNobody yet.\n',
        '.github/ISSUE_TEMPLATE/powered-by.yml': form,
        [path]: text,
      },
    });
    await made.app().stop(0);
    const { github, repository } = made;
    const fields = ownFieldsOf(configuration);
    const body = writeIssue(fields, withConsent({ company: 'Dovetail' }, fields));
    const issue = github.as('ann').openIssue(repository, { title: 'Add us', body }, ['powered-by']);
    const report = await runAction({
      repository: { owner: 'millrace', name: 'millrace' },
      token: github.actionsToken(repository, workflowPermissions),
      key: undefined,
      githubApiUrl: github.url,
      configurationPath: path,
      jobs: jobsForRun({ owner: 'millrace', name: 'millrace' }, { issues: [issue.number] }),
      pull: undefined,
      isDryRun: false,
      patience: 60_000,
      logger: silentLogger,
      retryRequests: false,
      requestSpacing: 0,
    });
    expect(report.failures).toEqual([]);
    const [comment] = issue.comments;
    expect(comment?.body).toContain(path);
    expect(comment?.body).not.toContain('poweredby.yml');
  },
);
