import type { DefaultTheme } from 'vitepress';

/** What the pages are called beside the text, in their order, in each language. Pages that have no translation are English. */
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
  zh: [],
};
