import { expect, it } from 'vitest';
import { warmUpJobs } from '../../../src/reconcile/jobs/warm-up.ts';

it('goes through a submission from its form to its comment and its pull request', () => {
  const { comment, pull } = warmUpJobs();
  expect(pull.title).toBe('Add Dovetail to Powered By');
  expect(pull.body).toContain('Anvil forges reports.');
  expect(comment).toContain('<b>Dovetail</b> is ready to be listed');
});
