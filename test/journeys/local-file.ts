/** A file, as it lies in somebody's folder. */
export interface LocalFile {
  readonly name: string;
  /** As `image/png`. */
  readonly type: string;
  readonly bytes: Buffer;
}
