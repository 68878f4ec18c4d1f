import { type CheckRunChange, createCheckRun, updateCheckRun } from '../acts/check-runs.ts';
import { isObject, type JsonObject } from '../json-object.ts';
import { checkRunShape } from '../shapes/check-run-shape.ts';
import type { CheckAnnotation, CheckRun } from '../world/model.ts';
import { answer, notFound, pageOf, type RestCall, type RestHandler, repositoryIn } from './call.ts';

/** What a body says. It was checked by GitHub's description. */
function changeIn(body: JsonObject): CheckRunChange {
  const output = isObject(body['output']) ? body['output'] : {};
  const given = {
    name: body['name'],
    externalId: body['external_id'],
    detailsUrl: body['details_url'],
    status: body['status'],
    conclusion: body['conclusion'],
    title: output['title'],
    summary: output['summary'],
    text: output['text'],
    annotations: output['annotations'] as readonly CheckAnnotation[] | undefined,
  };
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known);
}

const createRun: RestHandler = async (call) => {
  const repository = repositoryIn(call);
  const head = String(call.body['head_sha']);
  const run = await createCheckRun(call.world, repository, head, changeIn(call.body));
  return { status: 201, body: checkRunShape(run, repository, call) };
};

function runIn(call: RestCall): CheckRun {
  const id = Number(call.parameters['check_run_id']);
  const run = repositoryIn(call).checkRuns.find((each) => each.id === id);
  if (!run) throw notFound();
  return run;
}

const updateRun: RestHandler = (call) => {
  const [repository, run] = [repositoryIn(call), runIn(call)];
  updateCheckRun(call.world, repository, run, changeIn(call.body));
  return answer(checkRunShape(run, repository, call));
};

/** Of those with one name only the newest is listed, unless all are asked for. */
const listRuns: RestHandler = async (call) => {
  const repository = repositoryIn(call);
  const { ref = '' } = call.parameters;
  const oid = (await repository.git.branch(ref)) ?? (await repository.git.resolve(ref));
  if (oid === undefined) throw notFound();
  const name = call.query['check_name'];
  const runs = repository.checkRuns.filter(
    (run) => run.headOid === oid && (name === undefined || run.name === name),
  );
  const latest = [...new Map(runs.map((run) => [run.name, run])).values()];
  const { items, pages } = pageOf(latest.toReversed(), call);
  const shapes = items.map((run) => checkRunShape(run, repository, call));
  return { status: 200, body: { total_count: latest.length, check_runs: shapes }, pages };
};

/** What apps find in commits. */
export const checkHandlers = {
  'checks/create': createRun,
  'checks/update': updateRun,
  'checks/list-for-ref': listRuns,
};
