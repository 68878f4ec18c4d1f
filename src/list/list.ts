// What the other rooms may know of lists. Whatever is not named here is the room's own.
export type {
  Edit,
  Entry,
  EntryLink,
  EntryPart,
  List,
  ListFormat,
  Place,
  TextFile,
} from './format.ts';
export { loadFormat, usualFormat } from './formats.ts';
export { samePlaceKey } from './same-place-key.ts';
