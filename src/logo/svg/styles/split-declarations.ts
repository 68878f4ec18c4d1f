/** Splits a `style` attribute at the semicolons outside of parentheses, in linear time. */
export function splitDeclarations(style: string): string[] {
  const declarations: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: sign, index } of style.matchAll(/[;()]/g)) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth = Math.max(depth - 1, 0);
    if (sign !== ';' || depth > 0) continue;
    declarations.push(style.slice(start, index));
    start = index + 1;
  }
  return [...declarations, style.slice(start)];
}
