/** What a sentence about a problem or a remark may name. */
export type Values = Readonly<Record<string, string | number>>;

type Optional<Name extends string> = Name extends `${infer Plain}?` ? Plain : never;
type Required<Name extends string> = Name extends `${string}?` ? never : Name;

/** Values with these names; one that ends in `?` may be left out. */
export type ValuesNamed<Name extends string> = {
  readonly [Each in Required<Name>]: string | number;
} & { readonly [Each in Optional<Name>]?: string | number };

/** The values as a last argument, which may be left out where none is needed. */
export type ValuesArgument<Named> =
  Record<never, never> extends Named ? [values?: Named] : [values: Named];
