import type { Panels } from './panels.ts';

const captions = {
  form: 'A company fills in an issue form',
  pull: 'Powered By opens a pull request',
  site: 'Once it is merged, the company is listed in every language',
} as const;

/** The document in which the three pages stand beside and below each other, with a sentence for each. */
export function storyDocument({ form, pull, site }: Panels, scheme: 'light' | 'dark'): string {
  const colours =
    scheme === 'light'
      ? '--page: #eaeef2; --ink: #1f2328; --line: #c4ccd4; --dot: #1f883d'
      : '--page: #010409; --ink: #f0f6fc; --line: #3d444d; --dot: #238636';
  const figure = (name: keyof Panels, number: number, picture: Buffer) =>
    `<figure class="${name}"><figcaption><b>${number}</b>${captions[name]}</figcaption><img alt="" src="data:image/png;base64,${picture.toString('base64')}"></figure>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>
  :root { ${colours} }
  body { margin: 0; padding: 22px; width: 1120px; background: var(--page); color: var(--ink); display: grid; grid-template-columns: 1fr 1fr; gap: 20px; font: 600 19px/1.3 "Segoe UI", "Noto Sans", Helvetica, Arial, "Liberation Sans", sans-serif; }
  figure { margin: 0; } .site { grid-column: 1 / -1; }
  figcaption { display: flex; align-items: center; gap: 10px; min-height: 32px; padding-bottom: 10px; }
  b { flex: none; display: grid; place-items: center; width: 32px; height: 32px; border-radius: 50%; background: var(--dot); color: #fff; font-size: 17px; }
  img { display: block; width: 100%; border: 1px solid var(--line); border-radius: 10px; box-sizing: border-box; }
</style>${figure('form', 1, form)}${figure('pull', 2, pull)}${figure('site', 3, site)}</html>`;
}
