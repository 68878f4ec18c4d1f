import { existsSync, globSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, textOf } from './document.ts';

const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root });

/** A document without its code, in which brackets and hashes mean something else. */
function proseOf(path: string): string {
  return textOf(path)
    .replace(/^ *```[\s\S]*?^ *```$/gm, '')
    .replace(/`[^`\n]*`/g, '');
}

/** The anchors that GitHub gives a document's headings. */
function anchorsOf(path: string): string[] {
  const text = textOf(path).replace(/^ *```[\s\S]*?^ *```$/gm, '');
  return Array.from(text.matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('links between the documents', () => {
  it.each(documents)('of %s lead somewhere', (path) => {
    const links = proseOf(path).matchAll(/\]\(([^)\s]+)\)|\s(?:src|srcset)="([^"\s]+)"/g);
    const targets = Array.from(links, ([, link, picture]) => link ?? picture ?? '');
    const within = targets.filter((target) => !/^https?:/.test(target));
    for (const target of within) {
      const [file = '', anchor] = target.split('#');
      const place = file === '' ? path : relative(root, join(root, dirname(path), file));
      expect(existsSync(join(root, place)), target).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(place), target).toContain(anchor);
    }
  });
});
