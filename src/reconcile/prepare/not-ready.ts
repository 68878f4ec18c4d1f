/** What a job needs is not ready: the job ends, others run, and it is retried when it is. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
  /** Resolves when it is worth retrying; never rejects. */
  readonly ready: Promise<void>;

  constructor(message: string, ready: Promise<void>) {
    super(message);
    this.ready = ready;
  }
}
