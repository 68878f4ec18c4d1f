/** What we react with: seen, done, refused. */
export type Reaction = (typeof reactions)[number];

const reactions = ['EYES', 'THUMBS_UP', 'CONFUSED'] as const;

/** Whether a reaction is one of those. @param content as GraphQL names it */
export function isReaction(content: string): content is Reaction {
  return reactions.some((reaction) => reaction === content);
}
