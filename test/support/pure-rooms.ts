/** The rooms of `src/` that are pure: values in, values out; no network, disk or clock. */
export const pureRooms = [
  'list',
  'command',
  'form',
  'submission',
  'proposal',
  'words',
  'config',
  'problem',
  'text',
  'reconcile/history',
];
