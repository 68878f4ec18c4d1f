import type { DefaultTheme } from 'vitepress';

/** What the pages are called beside the text, in their order, in each language. Pages without a translation are English. */
export const sidebars: Readonly<Record<'en' | 'zh', DefaultTheme.SidebarItem[]>> = {
  en: [
    {
      text: 'Begin',
      items: [
        { text: 'Playground', link: '/playground' },
        { text: 'Set up a repository', link: '/set-up' },
        { text: 'How it works', link: '/how-it-works' },
        { text: 'Alternatives', link: '/comparison' },
      ],
    },
    {
      text: 'Three ways',
      items: [
        { text: 'GitHub Action', link: '/action' },
        { text: 'GitHub App', link: '/app' },
        { text: 'Command line', link: '/command-line' },
      ],
    },
    {
      text: 'Reference',
      items: [
        { text: 'Commands', link: '/commands' },
        { text: 'Configuration', link: '/configuration' },
        { text: 'Formats', link: '/formats' },
        { text: 'Logos', link: '/logos' },
        { text: 'Limits and figures', link: '/limits' },
      ],
    },
    {
      text: 'Operate',
      items: [
        { text: 'Run the server', link: '/operate' },
        { text: 'Security', link: '/security' },
        { text: 'Privacy', link: '/privacy' },
        { text: 'First hour on GitHub', link: '/first-hour' },
      ],
    },
  ],
  zh: [
    {
      text: '开始使用',
      items: [
        { text: '五分钟上手：GitHub Action', link: '/zh/action' },
        { text: 'GitHub App', link: '/zh/app' },
        { text: '配置仓库', link: '/zh/set-up' },
        { text: '演练场', link: '/zh/playground' },
      ],
    },
    {
      text: '参考',
      items: [
        { text: '公司和维护者的操作', link: '/zh/commands' },
        { text: '配置', link: '/zh/configuration' },
        { text: '格式', link: '/zh/formats' },
      ],
    },
    {
      text: '其他（英文）',
      items: [
        { text: '命令行', link: '/command-line' },
        { text: '运维', link: '/operate' },
        { text: '安全', link: '/security' },
      ],
    },
  ],
};
