import type { Entry } from '../list/list.ts';
import { type Remark, remark } from '../problem/remark.ts';
import { cleanText } from '../submission/clean-text.ts';
import { looksLike } from '../submission/looks-like.ts';
import { isNearlySame } from '../submission/nearly-same.ts';
import { saysNothing } from '../submission/no-answer.ts';
import { isSameCompany } from '../submission/same-company.ts';
import type { Submission } from '../submission/submission.ts';
import { ownValue } from '../text/own-value.ts';
import type { OpenPage } from './open-pages.ts';

/** Nobody compares more. */
const mostNamed = 3;

/** Remarks on the companies on the pages that a new one could be, under another name. */
export function remarksOnLookalikes(
  submission: Submission,
  pages: readonly OpenPage[],
): readonly Remark[] {
  const remarks = new Map<string, Remark>();
  for (const { locale, list } of pages) {
    for (const entry of list.entries) {
      const { company: other } = entry;
      if (other === '' || remarks.has(other) || isSameCompany(submission.company, other)) continue;
      const found = remarkOn(entry, locale, submission);
      if (found) remarks.set(other, found);
    }
  }
  return [...remarks.values()].slice(0, mostNamed);
}

function remarkOn(
  { company: other, link, homepage, text }: Entry,
  locale: string,
  { company, link: own, texts }: Submission,
): Remark | undefined {
  if (looksLike(company, other)) return remark('company-looks-like', { company, other });
  if (isNearlySame(company, other)) {
    return remark('company-near-name', { company, other, isCommandLine: '' });
  }
  const theirs = [link?.url, homepage].flatMap((address) => addressKeys(address));
  const same = addressKeys(own).find((key) => theirs.includes(key));
  if (same !== undefined && own !== undefined) {
    return remark('company-same-link', { company, other, link: own, isCommandLine: '' });
  }
  const words = ownValue(texts, locale);
  // That nothing can be said yet is said by many.
  const isSameText =
    words !== undefined && !saysNothing(words) && cleanText(words) === cleanText(text);
  return isSameText ? remark('company-same-text', { company, other }) : undefined;
}

/** Sites on which everybody publishes: that two are there says nothing. */
const sharedSites =
  /(?:^|\.)(?:github\.com|github\.io|gitlab\.com|medium\.com|dev\.to|youtube\.com|youtu\.be|vimeo\.com|linkedin\.com|twitter\.com|x\.com|facebook\.com|slideshare\.net|speakerdeck\.com|google\.com|notion\.site|substack\.com|infoq\.(?:com|cn)|apache\.org|confluent\.io|bilibili\.com|zhihu\.com|juejin\.cn|csdn\.net|weixin\.qq\.com|aliyun\.com)$/;

/** What is equal for two addresses of one company: the page, or its site. */
function addressKeys(address: string | undefined): readonly string[] {
  const url = address === undefined ? null : URL.parse(address);
  if (url === null) return [];
  const host = url.hostname.toLowerCase().replace(/^www\./, '');
  const page = `${host}${url.pathname.replace(/\/+$/, '')}${url.search}`;
  return sharedSites.test(host) ? [page] : [page, host];
}
