/** Something was otherwise than it was read: to be read again, and gone on with from what is there. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}
