// What the other rooms may know of lists. Whatever is not named here is the room's own.

export { fileEndings, markdownEnding } from './file-endings.ts';
export { fileAt, filesOf, folderFile } from './folder.ts';
export type {
  Edit,
  Entry,
  EntryLink,
  EntryPart,
  EntryValues,
  Field,
  FolderFile,
  FoundList,
  FoundLists,
  List,
  ListFormat,
  Place,
  TextFile,
  WantedList,
} from './format.ts';
export { loadFormat, usualFormat } from './formats.ts';
export { isKind } from './markdown/list-words.ts';
export { samePlaceKey } from './same-place-key.ts';
export { namedGroups } from './sequence/grouped-list.ts';
export { comparisonIn, namesInGroup, namesOutOfOrder } from './sequence/place-in-order.ts';
export { areLetters, sortedBy } from './sequence/sorted-by.ts';
