import { defineConfig } from 'vitepress';
import { sidebars } from './sidebars.ts';

/** Where the site is served, such as `/poweredby/`; GitHub Pages tells that to the build. */
const base = process.env['DOCS_BASE'] ?? '/';

export default defineConfig({
  base,
  title: 'Powered By',
  description:
    'Turns “Add us to Powered By” issues into pull requests that a maintainer merges untouched',
  cleanUrls: true,
  outDir: '../.docs-build',
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}icon.svg` }]],
  markdown: {
    // The usual ones have comments that not everyone can read.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    languageAlias: { caddyfile: 'nginx' },
    config: ({ renderer: { rules } }) => {
      const write = rules.code_inline;
      // Vue leaves what a page shows as code alone: `${{ … }}` is GitHub's.
      rules.code_inline = (...all) => write?.(...all).replace('<code', '<code v-pre') ?? '';
    },
  },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      themeConfig: { sidebar: sidebars.en },
    },
    zh: {
      label: '简体中文',
      lang: 'zh-Hans',
      description: '把“加入 Powered By”的申请变成维护者可以直接合并的 PR',
      themeConfig: {
        sidebar: sidebars.zh,
        outline: { label: '本页内容', level: [2, 3] },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '主题',
        lightModeSwitchTitle: '切换到浅色主题',
        darkModeSwitchTitle: '切换到深色主题',
        sidebarMenuLabel: '目录',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '切换语言',
        skipToContentLabel: '跳到正文',
        notFound: {
          title: '找不到这个页面',
          quote: '它也许已改名，或者地址有误。',
          linkLabel: '回到首页',
          linkText: '回到首页',
        },
      },
    },
  },
  themeConfig: {
    logo: '/icon.svg',
    outline: { level: [2, 3] },
    search: {
      provider: 'local',
      options: {
        locales: {
          zh: {
            translations: {
              button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
              modal: {
                displayDetails: '显示详细列表',
                resetButtonTitle: '清除',
                backButtonTitle: '关闭',
                noResultsText: '没有找到：',
                footer: { selectText: '打开', navigateText: '选择', closeText: '关闭' },
              },
            },
          },
        },
      },
    },
  },
});
