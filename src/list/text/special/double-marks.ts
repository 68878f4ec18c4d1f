const mark = /(?<=(^|.))(\+{2,}|={2,})(?=(.|$))/gu;

const blank = /^\s?$/u;
/** Versions of Goldmark differ on symbols beyond ASCII: they are taken for what would act. */
const maybePunctuation = /^[\p{P}\p{S}]/u;
const maybeWord = /^[^\p{P}\s!-/:-@[-`{-~]/u;

/**
 * Finds `++inserted++` and `==marked==`, which newer versions of Hugo know. `C++` can only close, and `a == b` neither
 * open nor close.
 *
 * @returns the offset of every character of a mark that can open and has one behind it that can close
 */
export function findDoubleMarks(line: string): readonly number[] {
  const found = Array.from(line.matchAll(mark), (match) => {
    const [, before = '', marks = '', after = ''] = match;
    const [opens, closes] = [flanks(after, before), flanks(before, after)];
    return { marks, kind: marks.charAt(0), at: match.index, opens, closes };
  });
  const closing = found.filter(({ closes }) => closes);
  const lastClosing = new Map(closing.map(({ kind, at }) => [kind, at]));
  return found.flatMap(({ marks, kind, at, opens }) =>
    opens && at < (lastClosing.get(kind) ?? 0) ? Array.from(marks, (_, index) => at + index) : [],
  );
}

/** Whether a mark belongs to the character on its one side, by CommonMark's rules. */
function flanks(own: string, other: string): boolean {
  return (
    !blank.test(own) && (maybeWord.test(own) || blank.test(other) || maybePunctuation.test(other))
  );
}
