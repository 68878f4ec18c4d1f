/** Where an organization's name belongs in alphabetical order, for readers of any language alike. */
export const compareNames = new Intl.Collator('und', { sensitivity: 'base', numeric: true })
  .compare;
