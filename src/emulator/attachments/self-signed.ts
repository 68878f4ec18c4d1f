import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A key and the certificate that it signed itself, as PEM. */
export interface Identity {
  readonly key: string;
  readonly certificate: string;
}

const tags = {
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  time: 0x17,
  sequence: 0x30,
  set: 0x31,
  explicit: { version: 0xa0, extensions: 0xa3 },
  dnsName: 0x82,
} as const;

/** Object ids, as DER has them. */
const ids = {
  ecdsaWithSha256: '2a8648ce3d040302',
  commonName: '550403',
  subjectAltName: '551d11',
} as const;

/** One element of DER (X.690): its tag, its length, its contents. */
function element(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents);
  const { length } = body;
  const size = length < 0x80 ? [length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...contents: readonly Uint8Array[]) => element(tags.sequence, ...contents);
const id = (hex: string) => element(tags.oid, Buffer.from(hex, 'hex'));
const time = (text: string) => element(tags.time, Buffer.from(text));

/**
 * Makes a certificate for host names (RFC 5280), valid from 2020 to 2048. The key is made with it and nobody else ever has it,
 * so who trusts the certificate trusts this process and nobody else. Node can sign, but not make certificates.
 */
export function selfSigned(hosts: readonly string[]): Identity {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(id(ids.ecdsaWithSha256));
  const commonName = element(tags.utf8, Buffer.from('A GitHub on this machine'));
  const name = sequence(element(tags.set, sequence(id(ids.commonName), commonName)));
  const names = hosts.map((host) => element(tags.dnsName, Buffer.from(host)));
  const extension = sequence(id(ids.subjectAltName), element(tags.octets, sequence(...names)));
  // Positive and not zero, as serial numbers have to be.
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(15)]);
  const content = sequence(
    element(tags.explicit.version, element(tags.integer, Buffer.from([2]))),
    element(tags.integer, serial),
    algorithm,
    name,
    sequence(time('200101000000Z'), time('480101000000Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    element(tags.explicit.extensions, sequence(extension)),
  );
  const signature = element(tags.bits, Buffer.from([0]), sign('sha256', content, privateKey));
  const certificate = sequence(content, algorithm, signature);
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}
