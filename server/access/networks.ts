import { BlockList, isIP } from 'node:net';

/** The addresses of some networks. */
export interface Networks {
  has(address: string | undefined): boolean;
}

/** An address of IPv4 that a connection of IPv6 came from. */
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

export function createNetworks(
  networks: readonly {
    readonly address: string;
    readonly prefix: number;
    readonly family: 'ipv4' | 'ipv6';
  }[],
): Networks {
  const list = new BlockList();
  for (const { address, prefix, family } of networks) list.addSubnet(address, prefix, family);
  return {
    has(given = '') {
      // Mostly there are none, and a look at the list makes an object outside of the heap.
      if (networks.length === 0) return false;
      const address = MAPPED.exec(given)?.[1] ?? given;
      const version = isIP(address);
      return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6');
    },
  };
}
