import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { reportFor } from './site.ts';

const rows = ['青竹快运', '白桦银行', 'Cedar 食品', '鸢尾数据'];
const chinese = `# 谁在使用\n\n| 公司 | 主页 | 用途 |\n|---|---|---|\n${rows
  .map(
    (name, at) =>
      `| ${name} | https://company-${at}.example/about-us | 用它来处理每天的订单和报表。 |`,
  )
  .join('\n')}\n`;
const english = chinese
  .replace(/用它来处理每天的订单和报表。/g, 'Handles the orders and reports of a day.')
  .replace('谁在使用', 'Who uses it')
  .replace('公司 | 主页 | 用途', 'Company | Homepage | Use');
const japanese = chinese.replace(
  /用它来处理每天的订单和报表。/g,
  '毎日の注文とレポートの処理に使っています。',
);

async function written(files: Record<string, string>, options = {}) {
  const { changes, configuration } = await reportFor(files, options);
  return { configuration, form: parse(String(changes[1]?.content)), changes };
}

describe('the language of a list', () => {
  it('is Chinese if the page is, with the form, the consent and the title of issues', async () => {
    const { configuration, form } = await written({ 'ADOPTERS.md': chinese });
    expect(configuration).toMatchObject({ language: 'zh', pages: { zh: 'ADOPTERS.md' } });
    expect(form.title).toMatch(/\p{Script=Han}/u);
    const consent = form.body.find(({ id }: { id?: string }) => id === 'consent');
    expect(consent.attributes.options[0].label).toMatch(/^\p{Script=Han}/u);
  });

  it('is English for all others, also with some Chinese names', async () => {
    for (const text of [english, japanese]) {
      const { configuration } = await written({ 'ADOPTERS.md': text });
      expect(configuration).toMatchObject({ language: 'en', pages: { en: 'ADOPTERS.md' } });
    }
  });

  it('is what somebody asks for', async () => {
    const asked = await written({ 'ADOPTERS.md': english }, { language: 'zh' });
    expect(asked.configuration).toMatchObject({ language: 'zh', pages: { en: 'ADOPTERS.md' } });
    expect(asked.form.title).toMatch(/\p{Script=Han}/u);
    const other = await written({ 'ADOPTERS.md': chinese }, { language: 'en' });
    expect(other.configuration.language).toBe('en');
  });

  it('stays that of the existing configuration, unless somebody asks for another', async () => {
    const files = {
      'ADOPTERS.md': english,
      '.github/poweredby.yml': 'pages: {en: ADOPTERS.md}\nlanguage: zh\n',
    };
    expect((await written(files, { force: true })).configuration.language).toBe('zh');
    const asked = await written(files, { force: true, language: 'en' });
    expect(asked.configuration.language).toBe('en');
  });

  it('is that of the text also where each company has a file', async () => {
    const files = Object.fromEntries(
      rows.map((name, at) => [
        `data/adopters/${at}.yml`,
        `name: ${name}\nurl: https://company-${at}.example\ndescription: 用它来处理每天的订单和报表。\n`,
      ]),
    );
    expect((await written(files)).configuration.language).toBe('zh');
  });
});
