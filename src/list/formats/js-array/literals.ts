import { pictureEnding } from '../../../text/picture-ending.ts';
import {
  comparable,
  type DataProperty,
  type DataValue,
  plainValue,
} from '../../data/data-value.ts';
import { Expression } from '../../data/describe.ts';
import { asNode, nodesIn, type SyntaxNode, unwrapped } from './syntax-node.ts';

/** A value as it is written: what is no literal is kept as source, and never evaluated. */
export function toValue(wrapped: SyntaxNode, text: string): DataValue {
  const node = unwrapped(wrapped) ?? wrapped;
  switch (node.type) {
    case 'Literal':
      return literal(node, text);
    case 'TemplateLiteral': {
      const [only, ...more] = nodesIn(node['quasis']);
      const value = only?.['value'];
      const cooked =
        typeof value === 'object' && value !== null && 'cooked' in value && value.cooked;
      const isText = more.length === 0 && typeof cooked === 'string';
      return isText ? plainValue('text', cooked, node) : expression(node, text);
    }
    case 'UnaryExpression': {
      const argument = asNode(node['argument'])?.['value'];
      const isNumber = node['operator'] === '-' && typeof argument === 'number';
      return isNumber ? plainValue('word', -argument, node) : expression(node, text);
    }
    case 'ArrayExpression':
      return arrayOf(node, text);
    case 'ObjectExpression':
      return objectOf(node, text);
    case 'CallExpression':
    case 'MemberExpression':
      return requiredPicture(node, text) ?? expression(node, text);
    default:
      return expression(node, text);
  }
}

/** What bundlers replace by the address of a picture: `require('./a.png')`, or its `default`. Nothing of it is ever run. */
function requiredPicture(node: SyntaxNode, text: string): DataValue | undefined {
  const isDefault = !node['computed'] && asNode(node['property'])?.['name'] === 'default';
  const call = isDefault ? asNode(node['object']) : node;
  const [argument, ...more] = nodesIn(call?.['arguments']);
  const path = argument?.['value'];
  if (argument === undefined || typeof path !== 'string' || more.length > 0) return undefined;
  const around = `${text.slice(node.start, argument.start)}…${text.slice(argument.end, node.end)}`;
  if (!/^require\(…\)(?:\.default)?$/.test(around) || !pictureEnding.test(path)) return undefined;
  const source = new Expression(text.slice(node.start, node.end));
  return { ...plainValue('text', path, node), call: source };
}

function expression(node: SyntaxNode, text: string): DataValue {
  return plainValue('expression', new Expression(text.slice(node.start, node.end)), node);
}

function literal(node: SyntaxNode, text: string): DataValue {
  const { value } = node;
  if (typeof value === 'string') return plainValue('text', value, node);
  if (typeof value === 'number' || typeof value === 'boolean') {
    return plainValue('word', value, node);
  }
  return value === null && !('regex' in node) && !('bigint' in node)
    ? plainValue('empty', null, node)
    : expression(node, text);
}

function arrayOf(node: SyntaxNode, text: string): DataValue {
  const items: DataValue[] = [];
  for (const element of nodesIn(node['elements'])) {
    if (element === undefined) return expression(node, text);
    items.push({ ...toValue(element, text), outer: { start: element.start, end: element.end } });
  }
  return {
    ...plainValue('array', items.map(comparable), node),
    items,
  };
}

function objectOf(node: SyntaxNode, text: string): DataValue {
  const properties = nodesIn(node['properties']).flatMap((each) =>
    each === undefined ? [] : [toProperty(each, text)],
  );
  const data = Object.fromEntries(properties.map(({ name, value }) => [name, comparable(value)]));
  return { ...plainValue('object', data, node), properties };
}

/** A property; a method, or what is spread into an object, is one whose name is its source. */
function toProperty(node: SyntaxNode, text: string): DataProperty {
  const { start, end } = node;
  const [key, value] = [asNode(node['key']), asNode(node['value'])];
  const isPlain =
    node['kind'] === 'init' && !node['computed'] && !node['method'] && !node['shorthand'];
  if (!isPlain || key === undefined || value === undefined) {
    return { name: text.slice(start, end), start, keyEnd: end, end, value: expression(node, text) };
  }
  const name = String(key['name'] ?? key['value']);
  return { name, start, keyEnd: key.end, end, value: toValue(value, text) };
}
