/** A job has to wait for something that may take long: others run meanwhile, and it is queued again then. */
export class Postponed extends Error {
  override readonly name = 'Postponed';
  /** Settled, well, when it may go on. */
  readonly until: Promise<void>;

  constructor(message: string, until: Promise<void>) {
    super(message);
    this.until = until;
  }
}
