/** The rooms of `src/` that are pure: values in, values out; no network, disk or clock. */
export const pureRooms = [
  'page',
  'command',
  'form',
  'submission',
  'proposal',
  'words',
  'config',
  'problem',
];
