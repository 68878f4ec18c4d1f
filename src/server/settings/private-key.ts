import { createPrivateKey } from 'node:crypto';

/**
 * Reads an RSA key as people keep it in an environment: as PEM, as PEM on one line with `\n` written out, or as PEM in
 * base64.
 *
 * @returns PEM, or undefined for what is no such key
 */
export function readPrivateKey(text: string): string | undefined {
  const isPem = text.trimStart().startsWith('-----BEGIN');
  const pem = isPem ? text.replaceAll('\\n', '\n').trim() : decodeBase64(text).trim();
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'rsa' ? `${pem}\n` : undefined;
  } catch {
    return undefined;
  }
}

function decodeBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}
