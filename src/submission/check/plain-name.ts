/** What a name on a page has no use for: it would be shown as it was typed. */
const markup = [
  // A link or picture of Markdown, an address, a mail address.
  /\]\(|\bhttps?:\/\/|\bwww\.\S|\S@\S+\.\S/iu,
  // An account on GitHub.
  /(?:^|[\s(])@[a-z\d]/iu,
  // Emphasis in pairs, code, a tag of HTML.
  /(\*\*|__|~~)\S(?:.*\S)?\1|`[^`]+`|<\/?[a-z][^<>]*>/iu,
  /^([*_])[^*_]+\1$/u,
  // A heading, a list, a quotation, an example.
  /^(?:#{1,6}|[-*+>])\s/u,
  /^(?:example|e\.g\.|例如|示例|例)\s*[:：]/iu,
];

/** People who list themselves are known by nothing else. */
const account = /^@[a-z\d](?:-?[a-z\d]){0,38}$/i;

/** Whether a name is nothing but a name: no markup, no address, no account beside a name. */
export function isPlainName(name: string): boolean {
  return account.test(name) || !markup.some((pattern) => pattern.test(name));
}
