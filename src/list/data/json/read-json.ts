import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { problem } from '../../../problem/problem.ts';
import { failure, type Result, success } from '../../../problem/result.ts';
import type { TextFile } from '../../format.ts';
import { lineNumber } from '../../lines.ts';
import { arraysIn } from '../arrays-in.ts';
import type { DataArray } from '../data-list.ts';
import { type DataProperty, type DataValue, plainValue } from '../data-value.ts';

/** The lists of a JSON file, which may have comments and commas behind the last item. */
export function readJson(file: TextFile): Result<readonly DataArray[]> {
  const value = readJsonValue(file);
  return value.ok ? success(arraysIn(value.value)) : value;
}

/** What a JSON file holds, as one value. */
export function readJsonValue({ path, text }: TextFile): Result<DataValue> {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  const [error] = errors;
  if (root === undefined || error !== undefined) {
    const line = lineNumber(text, error?.offset ?? 0);
    const reason = error === undefined ? 'empty' : printParseErrorCode(error.error);
    return failure(problem('list-not-data', path, { line, reason }));
  }
  return success(toValue(root));
}

function toValue(node: Node): DataValue {
  const { type, offset: start, value } = node;
  const span = { start, end: start + node.length };
  const children = node.children ?? [];
  switch (type) {
    case 'object': {
      const properties = children.map(toProperty);
      const data = Object.fromEntries(properties.map((each) => [each.name, each.value.data]));
      return { ...plainValue('object', data, span), properties };
    }
    case 'array': {
      const items = children.map(toValue);
      const data = items.map((item) => item.data);
      return { ...plainValue('array', data, span), items };
    }
    case 'string':
      return plainValue('text', value, span);
    case 'null':
      return plainValue('empty', null, span);
    default:
      return plainValue('word', value, span);
  }
}

/** @throws where the parser gives a property without a value, which it does in broken files alone */
function toProperty(node: Node): DataProperty {
  const [key, value] = node.children ?? [];
  if (key === undefined || value === undefined) throw new Error('A property without a value');
  const start = key.offset;
  const read = toValue(value);
  return { name: key.value, start, keyEnd: start + key.length, end: read.end, value: read };
}
