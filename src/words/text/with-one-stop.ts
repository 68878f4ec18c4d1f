import type { Values } from '../../problem/values.ts';

/** A placeholder at the end of a sentence, perhaps in bold or as the last of a section, and the full stop after it. */
const atStop = /(\{\{\{?([\w-]+)\}?\}\}(?:<\/\w+>|\{\{\/[\w-]+\}\})*)(?:\.(?![\w.])|。$)/g;

/** A template without the full stop after a value that ends in one itself, as the name `Sable & Co.` does. */
export function withOneStop(template: string, values: Values): string {
  return template.replace(atStop, (whole, before: string, name: string) =>
    String(values[name] ?? '').endsWith('.') ? before : whole,
  );
}
