import type { Comment, Issue } from '../../src/emulator/world/model.ts';
import type { World } from './world.ts';

/** Our reactions to a comment, or to an issue's own text. */
export function reactionsTo({ reactions }: Pick<Comment, 'reactions'>): string[] {
  return reactions.filter(({ author }) => author.type === 'Bot').map(({ content }) => content);
}

/** Our reactions to a command that was accepted, and to one that was refused. */
export const accepted = ['EYES', 'THUMBS_UP'];
export const refused = ['EYES', 'CONFUSED'];

/** Has somebody write a comment, and waits until it is answered. */
export async function say(
  { github, settle }: World,
  who: string,
  where: Issue,
  words: string,
): Promise<Comment> {
  const comment = github.as(who).comment(where, words);
  await settle();
  return comment;
}
