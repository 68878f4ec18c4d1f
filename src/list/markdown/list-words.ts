/** What speaks of those who use something, in a heading, in the sentence above a list, or in a file's name. */
const about =
  /\b(?:adopt(?:ers?|ed|ing|ion)|(?:end[- ]?)?users?|us(?:es|ed|ing)|powered[- ]?by|in[- ]?the[- ]?wild|companies|organi[sz]ations?|vendors?|customers?|integrat(?:e|es|ions?)|success stories|case studies|sponsors?|trusted|production|who)\b|用户|使用|采用|公司|企业/i;
const fileName =
  /(?:adopt|users|powered[-_ ]?by|in[-_ ]?the[-_ ]?wild|who[-_ ]?uses|used[-_ ]?by|vendors|companies|customers|organi[sz]ations)/i;

/** Headings below which a page says how to get on its list, or speaks of the project. */
const otherwise =
  /\b(?:add(?:ing)?|contribut\w*|requirements?|templates?|notes?|how|install\w*|licen[cs]\w*|table of contents|contents|guidelines?|criteria|instructions?|getting started|usage|features?|documentation|faq|references?|see also|overview|policy|rules)\b|目录|安装/i;

/** Headings that sort organizations, or tell of one of them in steps. */
const category =
  /\b(?:(?:end )?users?|vendors?|adopters?|projects?|organi[sz]ations?|companies|customers|integrations?|packaging|ecosystem|platforms?|tools?|case studies|stories|use[- ]cases?|production|testing|evaluat\w+|solutions?|services|products|community|libraries|industr\w+|others?|research|academia|challenges?|highlights?|benefits?|impact|background)\b/i;

/** Where a list is. */
export interface Surroundings {
  readonly path: string;
  /** The headings above, the nearest last. */
  readonly headings: readonly string[];
  /** The paragraph directly above. */
  readonly above: string;
}

/** Whether a heading is above something else than organizations. */
export function isOtherwise(heading: string): boolean {
  return otherwise.test(heading);
}

/** Whether a heading sorts organizations, and is no name of one. */
export function isCategory(heading: string): boolean {
  return category.test(heading);
}

/** Whether what is around a list lets one expect organizations in it. */
export function speaksOfUsers({ path, headings, above }: Surroundings): boolean {
  const nearest = headings.at(-1) ?? '';
  if (/^(?:how (?:to|do)|add(?:ing)?|contribut\w*)\b/i.test(nearest)) return false;
  if (otherwise.test(nearest) && !about.test(nearest)) return false;
  if (/^(?:requirements?|conditions?|rules|guidelines?|how to)\b.*[:：]$/i.test(above))
    return false;
  return (
    fileName.test(path.split('/').at(-1) ?? '') ||
    [...headings, above].some((each) => about.test(each))
  );
}

/** Whether both a file and the nearest heading are named for those who use something. */
export function isNamedForUsers({ path, headings }: Surroundings): boolean {
  return fileName.test(path.split('/').at(-1) ?? '') && about.test(headings.at(-1) ?? '');
}
