import { describe, expect, test } from 'vitest';
import { type Ask, openExchange } from '../../src/edge/dns/exchange.ts';
import { openDns } from '../../src/edge/dns.ts';
import { openNetwork } from '../../src/edge/network.ts';
import { openWorld, registry, serves, zone } from './dns-servers.ts';

const never = new AbortController().signal;
const timeouts = { udpMs: 200, udpTries: 2, tcpMs: 400 };

/**
 * An address to which no machine has a way: of the link, without saying which one. With IPv6 it is refused as invalid,
 * without IPv6 as every other.
 */
const nowhere = 'fe80::1';

function ask(address: string): ReturnType<Ask> {
  const exchange = openExchange(openNetwork({ connectTo: [], allowPrivate: true }), timeouts);
  return exchange(
    { name: 'ns.example.test', address, port: 53 },
    { name: 'example.test', type: 'NS' },
    { recursive: false, patience: 'full', signal: never },
  );
}

describe('over real sockets', () => {
  test('a server to which there is no way', async () => {
    expect(await ask(nowhere)).toEqual({ type: 'none', reason: 'no-route' });
  });

  test('a run that stops before the connect has failed', async () => {
    const exchange = openExchange(openNetwork({ connectTo: [], allowPrivate: true }), timeouts);
    const stop = new AbortController();
    const asked = exchange(
      { name: 'ns.example.test', address: nowhere, port: 53 },
      { name: 'example.test', type: 'NS' },
      { recursive: false, patience: 'full', signal: stop.signal },
    );
    stop.abort();
    await expect(asked).rejects.toMatchObject({ code: 'deadline' });
  });

  test('a zone is seen over IPv4 where its IPv6 has no way there', async () => {
    await using world = await openWorld({
      ...registry(
        'example 3600 NS ns1.example.test',
        'ns1.example 3600 A 198.51.100.1',
        'ns1.example 3600 AAAA 2001:db8::1',
      ),
      '198.51.100.1': serves(
        zone(
          'example.test',
          '@ 3600 NS ns1.example.test',
          'ns1 3600 A 198.51.100.1',
          'www 60 A 203.0.113.10',
        ),
      ),
    });
    const lost = (host: string) => ({ host, port: 53, toAddress: nowhere, toPort: 53 });
    const dns = openDns({
      network: openNetwork({
        connectTo: [...world.connectTo, lost('2001:db8::53'), lost('2001:db8::1')],
        allowPrivate: false,
      }),
      resolver: null,
      rootHints: ['2001:db8::53', '192.0.2.1'].map((address) => ({ name: 'root.test', address, port: 53 })),
      timeouts,
    });
    const view = await dns.askAuthorities('www.example.test', 'A', never);
    expect(view.servers.map(({ address, outcome }) => [address, outcome])).toEqual([
      ['198.51.100.1', 'records'],
      ['2001:db8::1', 'no-ipv6'],
    ]);
  });
});
