/** Makes a function that waits for its earlier calls to end, in the order of the calls, well or badly. */
export function oneAtATime<Arguments extends readonly unknown[], Value>(
  run: (...given: Arguments) => Promise<Value>,
): (...given: Arguments) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const result = last.then(() => run(...given));
    last = result.catch(() => {});
    return result;
  };
}
