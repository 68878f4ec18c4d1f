import type { Language } from '../../config/reply-languages.ts';
import { fieldIds } from '../../submission/field-ids.ts';

const { company, description, link, linkText, logo, darkLogo } = fieldIds;

/** What people call a field, by language; all count in every repository. */
const aliases: Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    [company]: [
      ...['company', 'company name', 'companyname', 'name of company', 'name of the company'],
      ...['organization', 'organisation', 'organization name', 'organisation name', 'org'],
      ...['your company', 'name of your company'],
    ],
    [description]: ['description', 'describe', 'blurb', 'about', 'about us', 'use case', 'usage'],
    [link]: ['link', 'url', 'website', 'web site', 'homepage', 'home page', 'site', 'web'],
    [linkText]: ['link-text', 'link text', 'linktext', 'text of the link'],
    [logo]: ['logo', 'company logo', 'logo url', 'image'],
    [darkLogo]: ['logo-dark', 'dark logo', 'logo for dark pages', 'dark mode logo'],
  },
  zh: {
    [company]: [
      '公司',
      '公司名称',
      '公司名',
      '企业',
      '企业名称',
      '组织',
      '组织名称',
      '单位',
      '单位名称',
    ],
    [description]: ['描述', '简介', '介绍', '公司简介', '说明', '使用场景', '场景', '用途'],
    [link]: ['链接', '网址', '官网', '网站', '主页', '首页', '公司网站', '公司官网'],
    [linkText]: ['链接文字', '链接文本', '链接的文字'],
    [logo]: ['标志', '徽标', '公司标志', '公司徽标', '公司logo', '公司 logo', '图标'],
    [darkLogo]: ['深色徽标', '深色页面的徽标'],
  },
};

const idByAlias = new Map(
  Object.values(aliases).flatMap((byId) =>
    Object.entries(byId).flatMap(([id, names]) =>
      names.map((name) => [foldKey(name), id] as const),
    ),
  ),
);

/** The id of the field that people call so. */
export function idOfKey(key: string): string | undefined {
  return idByAlias.get(foldKey(key));
}

/** Those of a link that mean a company's own site. */
const homepageKeys = new Set(
  [
    ...['website', 'web site', 'homepage', 'home page', 'site', 'web'],
    ...['官网', '网站', '主页', '首页', '公司网站', '公司官网'],
  ].map(foldKey),
);

/** Whether people mean a company's own site, and not any page about it. */
export function meansHomepage(key: string): boolean {
  return homepageKeys.has(foldKey(key));
}

/** A key as it is compared. */
export function foldKey(key: string): string {
  return key
    .toLowerCase()
    .trim()
    .replace(/[_\s]+/g, '-');
}
