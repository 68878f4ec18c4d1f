import type { TextFile } from '../list/list.ts';
import type { SiteSettings } from './site-settings.ts';

/** A project's name, and the file that gave it. */
export interface ProjectGuess {
  readonly project: string;
  readonly path: string;
}

const mostCharacters = 60;

/** Guesses how a project is called: as its site's title says, else the first heading of its README. */
export function guessProject(
  site: SiteSettings | undefined,
  readme: TextFile | undefined,
): ProjectGuess | undefined {
  const candidates = [
    { name: site?.title, path: site?.path },
    { name: readme && firstHeading(readme.text), path: readme?.path },
  ];
  for (const { name, path } of candidates) {
    const project = name?.replace(/[\s\p{Cc}]+/gu, ' ').trim() ?? '';
    const isUsable = project !== '' && project.length <= mostCharacters && !/[{}<>]/.test(project);
    if (isUsable && path !== undefined) return { project, path };
  }
  return undefined;
}

/** The first heading of a Markdown text in plain words. */
function firstHeading(text: string): string | undefined {
  const found =
    /^#[ \t]+(.{1,300})|^(.{1,300})\r?\n=+[ \t]*\r?$|<h1[^>]{0,300}>([^<]{1,300})/m.exec(text);
  const heading = found?.[1] ?? found?.[2] ?? found?.[3];
  return heading
    ?.replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/[*`]|#+\s*$/g, '');
}
