import type { GraphQLFieldResolver, GraphQLTypeResolver } from 'graphql';
import { EmulatorGap, requireNoGap } from '../gaps.ts';
import { isObject } from '../json-object.ts';
import { notAccessible } from '../refusal.ts';
import type { Arguments, Fields, GraphqlContext } from './context.ts';
import { accountFields, botFields } from './fields/account-fields.ts';
import {
  blobFields,
  commitFields,
  gitActorFields,
  refFields,
  treeEntryFields,
  treeFields,
} from './fields/git-fields.ts';
import {
  commentFields,
  issueFields,
  labelFields,
  pullCommitFields,
  pullFields,
  pullFileFields,
  reactionFields,
  reactionGroupFields,
} from './fields/issue-fields.ts';
import { queryFields } from './fields/query-fields.ts';
import { repositoryFields } from './fields/repository-fields.ts';
import { timelineFields } from './fields/timeline-fields.ts';
import { gitMutations } from './mutations/git-mutations.ts';
import { issueMutations } from './mutations/issue-mutations.ts';
import { inputOf } from './mutations/mutation-inputs.ts';

/** graphql hands each source to the fields of the type that `resolveType` made of it. */
function fields<Source>(of: Fields<Source>): Fields<unknown> {
  return of as Fields<unknown>;
}

const fieldsOfTypes: Readonly<Record<string, Fields<unknown>>> = {
  Query: queryFields,
  Mutation: { ...gitMutations, ...issueMutations },
  User: fields(accountFields),
  Organization: fields(accountFields),
  Bot: fields(botFields),
  Repository: fields(repositoryFields),
  Ref: fields(refFields),
  Blob: fields(blobFields),
  Tree: fields(treeFields),
  TreeEntry: fields(treeEntryFields),
  Commit: fields(commitFields),
  GitActor: fields(gitActorFields),
  Issue: fields(issueFields),
  PullRequest: fields(pullFields),
  PullRequestCommit: fields(pullCommitFields),
  PullRequestChangedFile: fields(pullFileFields),
  IssueComment: fields(commentFields),
  Label: fields(labelFields),
  Reaction: fields(reactionFields),
  ReactionGroup: fields(reactionGroupFields),
  ...(timelineFields as Readonly<Record<string, Fields<unknown>>>),
};

/** Gives a field by its type's resolvers; what has none, as a connection or a mutation's answer, holds it itself. */
export const resolveField: GraphQLFieldResolver<unknown, GraphqlContext, Arguments> = async (
  source,
  args,
  context,
  info,
) => {
  const type = info.parentType.name;
  const known = fieldsOfTypes[type];
  const resolver = known?.[info.fieldName];
  if (type === 'Mutation' && resolver) {
    // A suspended installation has no permissions at all; one that is gone has no token.
    if (context.installation.suspendedAt) throw notAccessible();
    requireNoGap(`${type}.${info.fieldName}`, inputOf(args));
    const answered = await resolver(source, args, context);
    const { clientMutationId = null } = inputOf(args);
    return { ...(isObject(answered) ? answered : {}), clientMutationId };
  }
  requireNoGap(`${type}.${info.fieldName}`, args);
  if (resolver) return resolver(source, args, context);
  if (!known && isObject(source) && info.fieldName in source) return source[info.fieldName];
  throw new EmulatorGap(`The emulator does not have ${type}.${info.fieldName}`);
};

const gitTypes = { blob: 'Blob', tree: 'Tree', commit: 'Commit', tag: 'Tag' } as const;

/** Names the type of what is where the schema allows several. */
export const resolveType: GraphQLTypeResolver<unknown, GraphqlContext> = (source) => {
  if (!isObject(source)) return undefined;
  const { kind } = source;
  if (kind === 'account') return String(source['type']);
  if (kind === 'issue') return source['pull'] ? 'PullRequest' : 'Issue';
  if (kind === 'comment') return 'IssueComment';
  if (kind === 'repository') return 'Repository';
  if (kind === 'label') return 'Label';
  if (kind === 'reaction') return 'Reaction';
  if (kind === 'ref') return 'Ref';
  if (kind === 'signature') return 'GpgSignature';
  const { happening } = source;
  if (kind === 'event' && isObject(happening)) return String(happening['type']);
  const { object } = source;
  if (kind !== 'object' || !isObject(object)) return undefined;
  return Object.entries(gitTypes).find(([type]) => type === object['type'])?.[1];
};
