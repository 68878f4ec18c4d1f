import unhomoglyph from 'unhomoglyph';

/**
 * Whether two names look the same to a reader, as “Соѕа” in Cyrillic letters and “Cosa” do: they have the same skeleton
 * (Unicode Technical Standard 39), as typed or with all letters in one case.
 */
export function looksLike(one: string, other: string): boolean {
  const skeletons = skeletonsOf(other);
  return skeletonsOf(one).some(
    (skeleton, index) => skeleton !== '' && skeleton === skeletons[index],
  );
}

function skeletonsOf(name: string): readonly string[] {
  const shown = name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\p{White_Space}+/gu, ' ')
    .trim();
  return [
    skeletonOf(shown).toLowerCase(),
    skeletonOf(shown.toLowerCase()),
    skeletonOf(shown.toUpperCase()),
  ];
}

function skeletonOf(name: string): string {
  return unhomoglyph(name.normalize('NFD')).normalize('NFD');
}
