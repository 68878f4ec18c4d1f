import * as z from 'zod';
import { pullOfCheckRun } from '../../github/pull-check/check-runs.ts';
import { repositoryNameOf } from '../../github/repository-name.ts';
import { type PullCheckJob, pullCheckJob } from './pull-check-job.ts';

/** A part that counts as missing where it is not of its shape. */
function maybe<Shape extends z.ZodType>(shape: Shape) {
  return shape.optional().catch(undefined);
}

const payloadShape = z.object({
  action: z.string(),
  installation: maybe(z.object({ id: z.int() })),
  sender: maybe(z.object({ login: z.string() })),
  repository: z.object({ full_name: z.string() }),
  changes: maybe(z.object({ base: z.object({}) })),
  pull_request: maybe(
    z.object({
      number: z.int(),
      updated_at: maybe(z.iso.datetime({ offset: true }).transform((shown) => Date.parse(shown))),
    }),
  ),
  check_run: maybe(z.object({ external_id: z.string() })),
  check_suite: maybe(
    z.object({ head_sha: z.string(), pull_requests: z.array(z.object({ number: z.int() })) }),
  ),
});

type Payload = z.infer<typeof payloadShape>;

/**
 * Names the checks that a webhook calls for. What a pull request changes is checked when its commits change, or the branch that it is
 * for; and when somebody asks for it again. Ours are not: what we propose was read by two readers before.
 *
 * @param body as it was sent
 * @param bot our own login, as `powered-by[bot]`
 */
export function checksForWebhook(
  event: string,
  body: object,
  bot: string,
): readonly PullCheckJob[] {
  const payload = payloadShape.safeParse(body).data;
  if (!payload?.installation || payload.sender?.login === bot) return [];
  const { installation, repository } = payload;
  const place = { ...repositoryNameOf(repository.full_name), installation: installation.id };
  if (event === 'check_run' || event === 'check_suite') {
    const again = payload.action === 'rerequested' ? pullsOf(payload) : [];
    return again.map((pull) => pullCheckJob({ ...place, ...pull }, { isRerequested: true }));
  }
  const { pull_request: pull } = payload;
  if (event !== 'pull_request' || !pull || !isChange(payload)) return [];
  const { number, updated_at: changedAt } = pull;
  return [pullCheckJob({ ...place, number }, changedAt === undefined ? {} : { changedAt })];
}

/** Whether an event of a pull request may change what is found in it. */
function isChange({ action, changes }: Pick<Payload, 'action' | 'changes'>): boolean {
  const isMoved = action === 'edited' && changes !== undefined;
  return isMoved || ['opened', 'reopened', 'synchronize'].includes(action);
}

/** GitHub does not name the pull requests of forks. */
function pullsOf({ check_run: run, check_suite: suite }: Payload) {
  const number = pullOfCheckRun(run?.external_id);
  if (number !== undefined) return [{ number }];
  if (!suite) return [];
  const { head_sha: head, pull_requests: pulls } = suite;
  return pulls.length > 0 ? pulls : [{ number: undefined, head }];
}
