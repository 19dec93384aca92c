import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** The part of an IPv6 address that one household or one phone has to itself. */
const NETWORK_GROUPS = 4;

/**
 * Whom an address stands for when requests are counted: an IPv4 address itself, an IPv6 address its /64, since a
 * single client has all the addresses in there.
 */
export const clientNetwork = (address: string): string => {
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return bytesOf(groups.slice(6)).join('.');
  const network = groups.slice(0, NETWORK_GROUPS).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
};

const groupsOf = (address: string): readonly number[] => {
  const [head = [], tail] = (address.split('%', 1)[0] ?? '').split('::').map(listOf);
  if (tail === undefined) return [...head];
  return [...head, ...Array<number>(GROUPS - head.length - tail.length).fill(0), ...tail];
};

/** The groups of a part without a gap; the last may be written as an IPv4 address. */
const listOf = (part: string): readonly number[] =>
  part === ''
    ? []
    : part.split(':').flatMap((group) => (group.includes('.') ? pairsOf(group) : [parseInt(group, 16)]));

const pairsOf = (ipv4: string): readonly number[] => {
  const [a = 0, b = 0, c = 0, d = 0] = ipv4.split('.').map(Number);
  return [a * 256 + b, c * 256 + d];
};

const bytesOf = (groups: readonly number[]): readonly number[] =>
  groups.flatMap((group) => [Math.floor(group / 256), group % 256]);
