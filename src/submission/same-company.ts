/**
 * What is equal for two spellings of one company's name: Unicode's compatibility form without case and without
 * characters that show nothing (as in its NFKC_Casefold), runs of white space folded to one blank.
 *
 * JavaScript has no case folding of its own: upper case between two lower cases makes ß, ẞ and SS equal, and the
 * Greek final sigma is taken as a sigma.
 */
export function companyKey(name: string): string {
  const compatible = name.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  return compatible
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFKC')
    .replace(/\p{White_Space}+/gu, ' ')
    .trim();
}

/** Whether two names are one company's. An entry without a name is nobody's. */
export function isSameCompany(one: string, other: string): boolean {
  return one !== '' && companyKey(one) === companyKey(other);
}
