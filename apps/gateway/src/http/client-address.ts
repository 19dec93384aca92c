import { isIP } from 'node:net';

/** Stands for a client whose address nobody can read. */
const UNKNOWN = '::';

/**
 * An address as a proxy wrote it, without what some add: the port (`1.2.3.4:99`, `[::1]:99`) or the zone
 * (`fe80::1%eth0`).
 */
export const clientAddress = (written: string): string => {
  const bare = (/^\[([^\]]+)\](:\d+)?$/.exec(written)?.[1] ?? written).split('%', 1)[0] ?? '';
  if (isIP(bare) !== 0) return bare;
  const withoutPort = bare.replace(/:\d+$/, '');
  return isIP(withoutPort) === 4 ? withoutPort : UNKNOWN;
};
