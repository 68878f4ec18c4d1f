import { createProcessor } from '@mdx-js/mdx';
import type { Nodes, Root } from 'mdast';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import remarkGfm from 'remark-gfm';

/** A file as GitHub renders it: its dialect, with every tag let through. */
export function renderOnGithub(text: string): string {
  return micromark(text, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

/** What the compiler of MDX makes of a file. */
export interface CompiledMdx {
  /** What runs in it: expressions, elements, imports. */
  readonly active: readonly string[];
  /** The addresses of links, but for those that are written bare: the compiler's plugin makes links of all of them, however they are spelled. */
  readonly links: readonly string[];
  /** Everything that is text, on one line. */
  readonly text: string;
}

let tree: Root | undefined;
const compiler = createProcessor({
  remarkPlugins: [
    remarkGfm,
    () => (root: Root) => {
      tree = structuredClone(root);
    },
  ],
});

/**
 * Compiles a file as Docusaurus, Nextra and others do.
 *
 * @throws what breaks their build
 */
export function compileMdx(text: string): CompiledMdx {
  compiler.processSync(text);
  const nodes = tree === undefined ? [] : [...nodesIn(tree)];
  return {
    active: nodes.flatMap((node) => (/^mdx/.test(node.type) ? [sourceOf(text, node)] : [])),
    links: nodes.flatMap((node) => ('url' in node && !isBare(node) ? [node.url] : [])),
    text: nodes.map(shownOf).join('').replace(/\s+/g, ' '),
  };
}

function* nodesIn(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesIn(child);
}

function shownOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return /^(?:link|emphasis|strong|delete)$/.test(node.type) ? '' : ' ';
}

function isBare(node: Nodes & { url: string }): boolean {
  const [child] = 'children' in node ? node.children : [];
  const shown = child?.type === 'text' ? child.value : '';
  return node.url === shown || /^(?:https?:\/\/|mailto:)$/.test(node.url.replace(shown, ''));
}

/** Of an element its opening tag alone. */
function sourceOf(text: string, { position }: Nodes): string {
  const source = text.slice(position?.start.offset, position?.end.offset);
  return /^<[^<>]*>/.exec(source)?.[0] ?? source;
}
