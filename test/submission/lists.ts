import { configurationOf } from './configuration.ts';

/** A table of adopters without logos, as many projects have one. */
export const adopters = `pages: {en: ADOPTERS.md}
project: Kestrel
format: markdown-table
fields:
  Organization: {role: name, homepage: link, required: true}
  Contact: {role: contact, required: true}
  Environment: {role: status, choices: [Production, Testing], required: true}
  Description of Use: {role: text, required: true}
  Since: {role: since}
logo: none
`;

/** The same where every name has to be a link, and the form calls it by the project's own word. */
export const linkedAdopters = adopters.replace(
  'homepage: link',
  'homepage: {required: true, label: Where to find you}',
);

/** A table in which companies may have several links in the place of their homepage. */
export const linkedAdoptersTable = `pages: {en: ADOPTERS.md}
project: Kestrel
format: markdown-table
fields:
  Organization: {role: name, required: true}
  Link: {role: homepage, multiple: true}
logo: none
`;

/** A data file with groups and logos that may be left out. */
export const vendors = `pages: {en: data/adopters.yaml}
project: Kestrel
format: yaml-list
fields:
  name: {role: name}
  url: {role: homepage, required: true}
  logo: {role: logo}
  useCase: {role: none, label: What it is used for}
group: {label: Kind of company, choices: [Vendors, End users]}
logo: {required: false, directory: static/logos, url: /logos}
http-links: true
`;

export const adoptersTable = configurationOf(adopters);
export const linkedTable = configurationOf(linkedAdopters);
export const vendorsFile = configurationOf(vendors);
