/** Something was otherwise than it was read: to be read again, and gone on with from what is there. */
export class Conflict extends Error {
  override readonly name: string = 'Conflict';
}

/** GitHub permanently refuses a change, which is noted: to be read again, and decided on without it. */
export class Refused extends Conflict {
  override readonly name = 'Refused';
}
