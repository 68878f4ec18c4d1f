/** What speaks of those who use something, in a heading, in the sentence above a list, or in a file's name. */
const about =
  /\b(?:adopt(?:ers?|ed|ing|ion)|(?:end[- ]?)?users?|us(?:es|ed|ing)|powered[- ]?by|in[- ]?the[- ]?wild|companies|organi[sz]ations?|vendors?|customers?|integrat(?:e|es|ions?)|success stories|case studies|sponsors?|trusted|production|who)\b|用户|使用|采用|公司|企业/i;
const fileName =
  /(?:adopt|users|powered[-_ ]?by|in[-_ ]?the[-_ ]?wild|who[-_ ]?uses|used[-_ ]?by|vendors|companies|customers|organi[sz]ations)/i;

/** Headings below which a page says how to get on its list, or speaks of the project. */
const otherwise =
  /\b(?:add(?:ing)?|contribut\w*|requirements?|templates?|notes?|how|install\w*|licen[cs]\w*|table of contents|contents|guidelines?|criteria|instructions?|getting started|usage|features?|documentation|faq|references?|see also|overview|policy|rules)\b|目录|安装/i;

/** Headings below which a page explains its words. */
const ofTerms =
  /\b(?:types|phases|stages|levels|legend|definitions|glossary|terminology|terms)$|(?:类型|术语|定义|图例)$/i;

/** Headings that sort organizations, or tell of one of them in steps. */
const category =
  /\b(?:(?:end )?users?|vendors?|adopters?|projects?|organi[sz]ations?|companies|customers|integrations?|packaging|ecosystem|platforms?|tools?|case studies|stories|use[- ]cases?|production|testing|evaluat\w+|solutions?|services|products|community|libraries|industr\w+|others?|research|academia|challenges?|highlights?|benefits?|impact|background)\b/i;

const kindWords = [
  'universities|colleges|schools|academia|education|research|institutes|institutions|non-?profits?|ngos?|foundations|charities',
  'companies|businesses|enterprises?|start-?ups|industry|banks|agencies|public sector|governments?|hospitals|media|finance|healthcare',
  'organi[sz]ations|individuals|other|others',
  'unternehmen|firmen|hochschulen|universitäten|forschung|behörden|vereine|verbände|banken|organisationen',
  'entreprises|universités|écoles|organisations|associations|recherche|empresas|universidades|organizaciones|organizações',
  '(?:国内|国外|海外|科技|互联网|云|大型|中小)?(?:企业|公司|高校|院校|学校|大学|机构|科研机构|研究机构|研究所|政府|政府机构|银行|单位|组织|非营利组织|社区|厂商|用户|个人|其他|其它|教育|金融|媒体)',
  '企業|会社|大学|研究機関|学校|団体|その他|기업|회사|대학|대학교|기관',
].join('|');

/** Kinds of organizations, as a whole heading or joined by “and”. */
const kind = new RegExp(
  `^(?:${kindWords})(?:(?:\\s*[,/&+、，]\\s*|\\s+(?:and|und|et|y|e)\\s+|和|与|及|及び|と)(?:${kindWords}))*$`,
  'iu',
);

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
  return category.test(heading) || isKind(heading);
}

/** Whether a heading says nothing but what kind of organizations are below it. */
export function isKind(heading: string): boolean {
  return kind.test(heading.normalize('NFC').trim());
}

/** Whether what is around a list lets one expect organizations in it. */
export function speaksOfUsers({ path, headings, above }: Surroundings): boolean {
  const nearest = headings.at(-1) ?? '';
  if (/^(?:how (?:to|do)|add(?:ing)?|contribut\w*)\b/i.test(nearest)) return false;
  if (ofTerms.test(nearest)) return false;
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
