import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** IANA has given out no other part of IPv6 for global use: the rest holds old mappings of IPv4, too. */
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/** Whether an IP address is a single host of the public internet; an IPv4 address in IPv6's clothes is taken as IPv4. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const ip = ipaddr.process(address);
  return ip.range() === 'unicast' && (ip.kind() === 'ipv4' || ip.match(globalUnicast));
}
