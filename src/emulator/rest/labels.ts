import { addLabels, createLabel, findLabel, removeLabel } from '../acts/labels.ts';
import { labelShape } from '../shapes/issue-shape.ts';
import type { Label } from '../world/model.ts';
import {
  answer,
  issueIn,
  notFound,
  pageOf,
  type RestCall,
  type RestHandler,
  repositoryIn,
  text,
  textsOf,
} from './call.ts';

function labelShapes(call: RestCall, labels: readonly Label[]) {
  return labels.map((label) => labelShape(label, call.addresses));
}

const listLabels: RestHandler = (call) => {
  const { items, pages } = pageOf(call.view.labels(repositoryIn(call)), call);
  return { status: 200, body: labelShapes(call, items), pages };
};

function labelIn(call: RestCall): Label {
  const label = findLabel(call.view.labels(repositoryIn(call)), call.parameters['name'] ?? '');
  if (!label) throw notFound();
  return label;
}

const getLabel: RestHandler = (call) => answer(labelShape(labelIn(call), call.addresses));

const addLabel: RestHandler = (call) => {
  const { world, body } = call;
  // GitHub gives a label without a colour a grey one.
  const color = text(body['color']) ?? 'ededed';
  const description = text(body['description']);
  const made = { name: text(body['name']) ?? '', color, description };
  const label = createLabel(world, call.actor, repositoryIn(call), made);
  return { status: 201, body: labelShape(label, call.addresses) };
};

const setLabels: RestHandler = (call) => {
  const { world, body } = call;
  const issue = issueIn(call);
  const { repository } = issue;
  // GitHub makes a label that is not there yet.
  const labels = textsOf(body['labels']).map((name) => {
    const known = findLabel(repository.labels, name);
    return known ?? createLabel(world, call.actor, repository, { name, color: 'ededed' });
  });
  addLabels(world, call.actor, issue, labels);
  return answer(labelShapes(call, issue.labels));
};

const takeLabel: RestHandler = (call) => {
  const issue = issueIn(call);
  removeLabel(call.world, call.actor, issue, labelIn(call));
  return answer(labelShapes(call, issue.labels));
};

/** A repository's labels, and an issue's. */
export const labelHandlers = {
  'issues/list-labels-for-repo': listLabels,
  'issues/get-label': getLabel,
  'issues/create-label': addLabel,
  'issues/add-labels': setLabels,
  'issues/remove-label': takeLabel,
};
