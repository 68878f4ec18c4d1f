import { addReaction, removeReaction } from '../acts/reactions.ts';
import { reactionShape } from '../shapes/issue-shape.ts';
import {
  type Comment,
  type Issue,
  type ReactionContent,
  reactionContents,
} from '../world/model.ts';
import { commentIn, issueIn, notFound, pageOf, type RestCall } from './call.ts';

function contentOf(name: unknown): ReactionContent | undefined {
  const contents = Object.keys(reactionContents) as ReactionContent[];
  return contents.find((each) => reactionContents[each] === name);
}

function listReactions(call: RestCall, subject: Issue | Comment) {
  const asked = call.query['content'];
  const isWanted = (content: ReactionContent) =>
    asked === undefined || reactionContents[content] === asked;
  const wanted = subject.reactions.filter(({ content }) => isWanted(content));
  const { items, pages } = pageOf(wanted, call);
  return { status: 200, body: items.map((each) => reactionShape(each, call.addresses)), pages };
}

function react(call: RestCall, subject: Issue | Comment) {
  const content = contentOf(call.body['content']);
  if (!content) throw notFound();
  const { reaction, isNew } = addReaction(call.world, call.actor, subject, content);
  return { status: isNew ? 201 : 200, body: reactionShape(reaction, call.addresses) };
}

function takeReaction(call: RestCall, subject: Issue | Comment) {
  const id = Number(call.parameters['reaction_id']);
  const reaction = subject.reactions.find((each) => each.id === id);
  if (reaction?.author !== call.actor) throw notFound();
  removeReaction(call.world, reaction);
  return { status: 204 };
}

/** Reactions to issues, pull requests and comments. */
export const reactionHandlers = {
  'reactions/list-for-issue': (call: RestCall) => listReactions(call, issueIn(call)),
  'reactions/create-for-issue': (call: RestCall) => react(call, issueIn(call)),
  'reactions/delete-for-issue': (call: RestCall) => takeReaction(call, issueIn(call)),
  'reactions/list-for-issue-comment': (call: RestCall) => listReactions(call, commentIn(call)),
  'reactions/create-for-issue-comment': (call: RestCall) => react(call, commentIn(call)),
  'reactions/delete-for-issue-comment': (call: RestCall) => takeReaction(call, commentIn(call)),
};
