import { type Expression, parseExpressionAt } from 'acorn';
import { rememberLast } from '../../../text/remember-last.ts';
import type { TextFile } from '../../format.ts';
import type { SeenList } from '../../sequence/sequence.ts';
import type { DataArray } from '../data-list.ts';
import { seeData } from '../see-data.ts';

/** A list as a second reader sees it; nothing where that cannot read the file. */
export function seeJson({ text }: TextFile, path: DataArray['path']): SeenList | undefined {
  const file = loadLast(text);
  return file && seeData(file.data, path, () => loadJson(text)?.data);
}

const loadLast = rememberLast(loadJson);

/**
 * What a file holds as JavaScript's own reader of JSON sees it; with comments or trailing commas, as a reader of JavaScript does.
 * Nothing where neither can read it.
 */
export function loadJson(text: string): { readonly data: unknown } | undefined {
  const json = text.replace(/^\uFEFF/, ' ');
  for (const read of [JSON.parse, readWithComments]) {
    try {
      return { data: read(json) };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}

function readWithComments(json: string): unknown {
  return dataOf(parseExpressionAt(json, 0, { ecmaVersion: 2025 }));
}

function dataOf(node: Expression): unknown {
  switch (node.type) {
    case 'Literal':
      return node.value;
    case 'UnaryExpression':
      return -Number(dataOf(node.argument));
    case 'ArrayExpression':
      return node.elements.map((item) =>
        item === null || item.type === 'SpreadElement' ? undefined : dataOf(item),
      );
    case 'ObjectExpression':
      return Object.fromEntries(
        node.properties.flatMap((each) => {
          if (each.type !== 'Property' || each.key.type !== 'Literal') return [];
          return [[String(each.key.value), dataOf(each.value)]];
        }),
      );
    default:
      return undefined;
  }
}
