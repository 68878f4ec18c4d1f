/** A task of a list in Markdown. */
const task = /^(\s*[-*] \[)([ xX])(\] .*)$/;

/** Takes over what a maintainer ticked: tasks of the same words stay ticked when a text is rewritten. */
export function keepCheckedTasks(before: string, text: string): string {
  const ticked = new Set(
    before.split(/\r?\n/).flatMap((line) => {
      const [, , mark = ' ', words = ''] = task.exec(line) ?? [];
      return mark === ' ' ? [] : [words.trim()];
    }),
  );
  return text
    .split('\n')
    .map((line) => {
      const [, start, , words = ''] = task.exec(line) ?? [];
      return start !== undefined && ticked.has(words.trim()) ? `${start}x${words}` : line;
    })
    .join('\n');
}
