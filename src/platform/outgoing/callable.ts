/** Which addresses may be called on behalf of somebody who set them on a screen: https, and neither this machine nor the addresses by which a machine asks about itself. */
import { lookup as resolve, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { SendFailure } from './sendFailure.ts';

const forbidden = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  // Link-local, with the metadata service of most clouds.
  ['169.254.0.0', 16],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  forbidden.addSubnet(network, bits, 'ipv4');
// The metadata service of Alibaba Cloud.
forbidden.addAddress('100.100.100.200', 'ipv4');
forbidden.addAddress('::', 'ipv6');
forbidden.addAddress('::1', 'ipv6');
forbidden.addSubnet('fe80::', 10, 'ipv6');
forbidden.addSubnet('ff00::', 8, 'ipv6');
forbidden.addAddress('fd00:ec2::254', 'ipv6');
// Forms of IPv6 that carry an address of IPv4 another way (NAT64, 6to4).
forbidden.addSubnet('64:ff9b::', 96, 'ipv6');
forbidden.addSubnet('2002::', 16, 'ipv6');

/** Whether an address of the network may be called; private networks may, since that is where receivers of an isolated network live. */
export function isCallable(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && !forbidden.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Whether a URL names a relay that the administrator of the machine allowed, as `host:port`. */
export function isRelay({ protocol, hostname, port }: URL, relays: readonly string[]): boolean {
  return relays.includes(`${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`);
}

/** Why a URL may not be called, as far as its text tells; undefined when it may. */
export function refusalOfUrl(text: string, relays: readonly string[]): 'url' | 'https' | 'address' | undefined {
  if (!URL.canParse(text)) return 'url';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'url';
  if (isRelay(url, relays) && ['http:', 'https:'].includes(url.protocol)) return undefined;
  if (url.protocol !== 'https:') return 'https';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 ? !isCallable(host) : /(^|\.)localhost\.?$/i.test(host)) return 'address';
  return undefined;
}

/** Looks a name up and fails when any of its addresses may not be called: the connection goes to the very address that was looked at. */
export const callableLookup: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    const addresses = (error ? [] : found) as LookupAddress[];
    const [first] = addresses;
    if (error || first === undefined) return done(error ?? new SendFailure('name unknown', { isTargetDown: true }), '', 0);
    if (!addresses.every(({ address }) => isCallable(address))) return done(new SendFailure('address refused', { isTargetDown: true }), '', 0);
    if (options.all === true) return done(null, addresses);
    return done(null, first.address, first.family);
  });
};
