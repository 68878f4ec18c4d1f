import { expect, it, vi } from 'vitest';
import * as comment from '../../src/words/issue-comment.ts';
import * as pull from '../../src/words/pull-request.ts';
import { rehearse } from '../../src/workflow/rehearse.ts';

vi.mock('../../src/words/pull-request.ts', { spy: true });
vi.mock('../../src/words/issue-comment.ts', { spy: true });

it('goes through a submission from its form to its pull request, once', () => {
  rehearse();
  rehearse();
  expect(pull.writePullTitle).toHaveReturnedWith('Add Dovetail to Powered By');
  expect(pull.writePullBody).toHaveReturnedWith(expect.stringContaining('Anvil forges reports.'));
  expect(comment.writeIssueComment).toHaveBeenCalledOnce();
});
