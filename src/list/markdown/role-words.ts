import type { FieldRole } from '../../config/configuration.ts';

const ofNames =
  'names?|organi[sz]ations?(?: name)?|compan(?:y|ies)(?: name)?|adopters?|users?|vendors?|projects?|products?|customers?|institutions?|teams?|who|integrations?';

/** The words over columns and before values, by what they say of an organization; the first that fits counts. */
const words: readonly (readonly [FieldRole, RegExp])[] = [
  ['logo', /\b(?:logos?|images?|pictures?)\b/i],
  [
    'name',
    new RegExp(
      `^(?:(?:full |product |project )?(?:${ofNames})(?:(?: ?\\/ ?| or )(?:${ofNames}))*|用户|公司|单位|企业|组织|名称|公司名称)$`,
      'i',
    ),
  ],
  [
    'contact',
    /\b(?:contacts?|maintainers?|github|handles?|points? of contact|poc|email|联系人|联系方式)\b|联系/i,
  ],
  ['homepage', /^(?:websites?|web ?sites?|home ?pages?|urls?|sites?|links?|web|官网|网站|链接)$/i],
  [
    'status',
    /\b(?:status|phases?|stages?|environments?|workloads?|maturity|level)\b|状态|阶段|环境/i,
  ],
  [
    'category',
    /\b(?:types?|industr(?:y|ies)|sectors?|categor(?:y|ies)|components?|kind)\b|类型|行业/i,
  ],
  ['since', /\b(?:since|date|year|added|joined|adopted|when)\b|日期|时间/i],
  [
    'text',
    /\b(?:use[- ]?cases?|usage|description|details?|notes?|how|story|stories|about|information|info|comments?|purpose|scenarios?|texts?)\b|描述|说明|场景|用途|介绍|备注/i,
  ],
];

/** What a column or a label says of an organization, by its name alone. */
export function roleByName(name: string): FieldRole | undefined {
  return words.find(([, pattern]) => pattern.test(name.trim()))?.[0];
}
