const words =
  /^[-—–\s(]*(?:your (?:own )?(?:project|company|organi[sz]ation|org|name|team|logo)|add (?:your|yourself)|(?:be|you could be) the first|none|no (?:adopters?|users?|entries|one)|nobody|tbd|to be (?:added|announced)|example (?:company|corp|org\w*|project)|待添加|虚位以待)(?![\p{L}\p{N}])/iu;

/** Whether a text is what people write where nobody is on a list yet, such as “Your company here”. */
export function saysNobodyYet(shown: string): boolean {
  return words.test(shown);
}

const invitation =
  /^[-—–\s([<{]*(?:your (?:own )?(?:project|company|organi[sz]ation|org|name|team|logo)(?:(?:[’']s)? (?:name|here|goes|could|can)(?![\p{L}\p{N}]).*)?|add (?:your|yourself)(?![\p{L}\p{N}]).*|(?:be|you could be) the first(?![\p{L}\p{N}]).*|待添加|虚位以待)[\s.…!)\]>}]*$/isu;

/**
 * Whether a name is what invites others onto a list, such as “Your company here”: among the names of companies too, where other words may
 * be a company's own.
 */
export function invites(shown: string): boolean {
  return shown.length <= longestInvitation && invitation.test(shown);
}

const longestInvitation = 200;
