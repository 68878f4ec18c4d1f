import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Checks GitHub's signature of a body while the body comes in, so that nothing has to be made of the bytes before.
 * https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 */
export class SignatureCheck {
  readonly #hmac;

  constructor(secret: string) {
    this.#hmac = createHmac('sha256', secret);
  }

  /** Takes the next part of the body. */
  update(part: Uint8Array): void {
    this.#hmac.update(part);
  }

  /**
   * Whether the parts so far are the body that was signed. To be asked once.
   *
   * @param signature `X-Hub-Signature-256`: `sha256=` and 64 hexadecimal digits
   */
  matches(signature: string): boolean {
    const expected = Buffer.from(`sha256=${this.#hmac.digest('hex')}`);
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
