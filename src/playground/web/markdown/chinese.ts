const run =
  /[\u2e80-\u303f\u3100-\u312f\u31a0-\u9fff\uf900-\ufaff\uff00-\uff65\u{20000}-\u{3134f}]+/gu;

/**
 * Marks the Chinese in a text as Chinese, so that it is read out and drawn as such.
 *
 * @param escaped a text that is HTML already, and holds no tags
 */
export function markChinese(escaped: string): string {
  return escaped.replace(run, (words) =>
    /\p{Script=Han}/u.test(words) ? `<span lang="zh">${words}</span>` : words,
  );
}
