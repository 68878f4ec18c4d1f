const words =
  /^[-—–\s(]*(?:your (?:own )?(?:project|company|organi[sz]ation|name|team|logo)|add (?:your|yourself)|(?:be|you could be) the first|none|no (?:adopters?|users?|entries|one)|nobody|tbd|to be (?:added|announced)|example (?:company|corp|org\w*|project)|待添加|虚位以待)(?![\p{L}\p{N}])/iu;

/** Whether a text is what people write where nobody is on a list yet, such as “Your company here”. */
export function saysNobodyYet(shown: string): boolean {
  return words.test(shown);
}
