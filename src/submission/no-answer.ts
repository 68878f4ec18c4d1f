import type { Language } from '../config/reply-languages.ts';
import { foldBlanks } from '../text/single-line.ts';

/** What people write where they have no answer. */
interface NoAnswers {
  /** In any field, the company's name too. */
  readonly anywhere: readonly string[];
  /** Where a name is asked for, somebody may be called so: a company is named Nothing, another one Ditto. */
  readonly butInNames: readonly string[];
}

/** By language; all count in every repository. In lower case, without punctuation around them. */
const noAnswers: Readonly<Record<Language, NoAnswers>> = {
  en: {
    anywhere: [
      ...['n/a', 'n\\a', 'n / a', 'n.a', 'n/a yet', 'none', 'none yet', 'not applicable'],
      ...['does not apply', 'no response', 'no answer', 'not available', 'tbd', 'tba', 'tbc'],
      ...['to be determined', 'to be defined', 'to be decided', 'to be announced', 'to be added'],
      ...[
        'to be confirmed',
        'to be done',
        'same as above',
        'same as below',
        'see above',
        'as above',
      ],
      ...['see below', 'your company', 'your company name', 'company name'],
    ],
    butInNames: [
      ...[
        'na',
        'no',
        'nope',
        'nil',
        'null',
        'nothing',
        'nothing yet',
        'nothing to add',
        'undefined',
      ],
      ...[
        'not yet',
        'not now',
        'not needed',
        'not required',
        'not necessary',
        'not sure',
        'unknown',
      ],
      ...['same', 'the same', 'same here', 'same text', 'same as english', 'same as the english'],
      ...[
        'same as in english',
        'same as the english text',
        'same as the english one',
        'see english',
      ],
      ...['the same as above', 'the same text', 'same as before', 'ditto', 'idem', 'above', 'dito'],
      ...[
        'todo',
        'to do',
        'later',
        'will follow',
        'coming soon',
        'will add later',
        'pending',
        'soon',
      ],
      ...[
        'optional',
        'skip',
        'skipped',
        'empty',
        'blank',
        'left blank',
        'leave blank',
        'leave empty',
      ],
      ...[
        'left empty',
        'no link',
        'no link yet',
        'no url',
        'no text',
        'no translation',
        'no chinese',
      ],
      ...[
        'no translation yet',
        'no chinese text',
        'no chinese translation',
        'no logo',
        'no comment',
      ],
      ...[
        'no website',
        'no homepage',
        "don't know",
        'i don’t know',
        "i don't know",
        'idk',
        'your text',
      ],
      ...[
        'we have none',
        "don't have one",
        "we don't have one",
        'not translated',
        'please translate',
      ],
    ],
  },
  zh: {
    anywhere: [
      ...[
        '无',
        '無',
        '暂无',
        '暫無',
        '没有',
        '沒有',
        '不适用',
        '不適用',
        '同上',
        '待定',
        '待补充',
        '待補充',
      ],
      ...[
        '待填',
        '待填写',
        '同前',
        '见上',
        '見上',
        '如上',
        '略',
        '公司名称',
        '你的公司',
        '您的公司',
      ],
    ],
    butInNames: [
      ...[
        '空',
        '空白',
        '无内容',
        '无链接',
        '没有链接',
        '暂无链接',
        '無連結',
        '无译文',
        '没有译文',
        '暂时没有',
      ],
      ...[
        '尚无',
        '还没有',
        '未知',
        '不知道',
        '不清楚',
        '未定',
        '不需要',
        '不用',
        '无需',
        '不必',
        '可选',
        '选填',
      ],
      ...[
        '同英文',
        '同英文版',
        '与英文相同',
        '和英文一样',
        '与上相同',
        '与上面相同',
        '和上面一样',
        '跟上面一样',
      ],
      ...[
        '一样',
        '相同',
        '见上文',
        '见上面',
        '见英文',
        '稍后',
        '稍后补充',
        '以后再说',
        '之后补充',
        '待翻译',
        '未翻译',
      ],
    ],
  },
};

const everyLanguage = Object.values(noAnswers);
const inAnyField = new Set(everyLanguage.flatMap(({ anywhere }) => anywhere));
const inTexts = new Set(everyLanguage.flatMap(({ butInNames }) => butInNames));

/** Marks that say nothing alone: dashes, dots, slashes, question marks, and the marks of emphasis. */
const marksAlone = /^[\p{Pd}\p{Pc}.…。·•/\\?？!！*~`'"“”()[\]{}<>+=#|:;,，、\s]*$/u;

/** What may be around such words: brackets, quotes, emphasis, and a sentence's end. */
const around = /^[\s([{<"'“‘「（【*_~`.-]+|[\s)\]}>"'”’」）】*_~`.。!！…,，;；:：-]+$/gu;

/**
 * Whether an answer says that there is none: `N/A`, `none`, `-`, `TBD`, `无`, `同上`, `_No response_`.
 *
 * @param isName whether a name was asked for, which may be one of the more common words
 */
export function saysNothing(answer: string, isName = false): boolean {
  // Nobody says it at length.
  if (answer.length > 100) return false;
  const words = withoutMarks(answer);
  if (marksAlone.test(words)) return !isName;
  return inAnyField.has(words) || (!isName && inTexts.has(words));
}

/** The words of an answer in lower case, without brackets, emphasis and a sentence's end around them; of marks alone all of them. */
export function withoutMarks(answer: string): string {
  const folded = foldBlanks(answer.normalize('NFKC').toLowerCase());
  return marksAlone.test(folded) ? folded : folded.replace(around, '');
}
