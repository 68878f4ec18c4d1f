/** What git allows nowhere in a reference's name, as `git check-ref-format` lists it. */
const forbidden = /[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^\/|\/$|\.$|^@$/;

/** Whether git takes this for a reference's name. */
export function isRefName(ref: string): boolean {
  const isPart = (part: string) => !part.startsWith('.') && !part.endsWith('.lock');
  return ref.includes('/') && !forbidden.test(ref) && ref.split('/').every(isPart);
}
