import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/download/public-address.ts';

describe('an address of the public internet', () => {
  it.each(['140.82.121.3', '1.1.1.1', '2606:4700::1111', '::ffff:140.82.121.3'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ['this machine', ['127.0.0.1', '127.255.255.254', '::1', '0.0.0.0', '::']],
    [
      'a private network',
      ['10.0.0.1', '172.16.0.1', '192.168.1.1', 'fc00::1', 'fd12::1', 'fec0::1'],
    ],
    ['this link', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0']],
    ['a provider’s own network', ['100.64.0.1']],
    ['many at once', ['224.0.0.1', '255.255.255.255', 'ff02::1']],
    ['reserved', ['192.0.0.1', '192.0.2.1', '198.18.0.1', '240.0.0.1', '2001:db8::1', '4000::1']],
    [
      'IPv4 in IPv6',
      ['::ffff:127.0.0.1', '::ffff:a00:1', '::127.0.0.1', '::7f00:1', '::ffff:0:7f00:1'],
    ],
    ['IPv4 by translation', ['64:ff9b::7f00:1', '64:ff9b:1::7f00:1', '2002:7f00:1::', '2001::1']],
    ['no address', ['', 'github.com', '140.82.121', '140.82.121.3:443', '[2606:4700::1111]']],
  ])('is none that is %s', (_what, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });
});
