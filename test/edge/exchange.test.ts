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
/** The broadcast address of loopback: the system itself forbids a socket that did not ask for it (EACCES). */
const forbidden = '127.255.255.255';

// Nothing but the operator's word leads to a link-local address.
const network = openNetwork({
  connectTo: [{ host: nowhere, port: null, toAddress: nowhere, toPort: 53 }],
  allowPrivate: true,
});

function ask(address: string, signal = never): ReturnType<Ask> {
  const question = { name: 'example.test', type: 'NS' } as const;
  const options = { recursive: false, patience: 'full', signal } as const;
  return openExchange(network, timeouts)({ name: 'ns.example.test', address, port: 53 }, question, options);
}

describe('over real sockets', () => {
  test('a server to which there is no way', async () => {
    expect(await ask(nowhere)).toEqual({ type: 'none', reason: 'no-ipv6' });
  });

  test('a server that this machine does not let us ask: not its fault', async () => {
    await expect(ask(forbidden)).rejects.toMatchObject({ code: 'local-fault', detail: 'EACCES' });
  });

  test.each([nowhere, forbidden])('a run that stops before the connect to %s has failed', async (address) => {
    const stop = new AbortController();
    const asked = ask(address, stop.signal);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ code: 'deadline' });
  });

  test('a thousand questions at once: each is answered, and few sockets are open', async () => {
    await using world = await openWorld({ '192.0.2.1': serves(zone('.', '@ 3600 NS root.test')) });
    const patient = { udpMs: 10_000, udpTries: 1, tcpMs: 10_000 };
    const exchange = openExchange(openNetwork({ connectTo: world.connectTo, allowPrivate: false }), patient);
    const open = () => process.getActiveResourcesInfo().filter((each) => each === 'UDPWrap').length;
    const before = open();
    let most = 0;
    const answers = await Promise.all(
      Array.from({ length: 1000 }, async () => {
        const server = { name: 'root.test', address: '192.0.2.1', port: 53 };
        const options = { recursive: false, patience: 'full', signal: never } as const;
        const answer = await exchange(server, { name: '.', type: 'NS' }, options);
        most = Math.max(most, open() - before);
        return answer.type;
      }),
    );
    expect(new Set(answers)).toEqual(new Set(['reply']));
    // Those that are being closed still count.
    expect(most).toBeLessThan(200);
  });
});

/** A zone at one server that has an IPv4 and an IPv6 address, under a root that has both too. */
async function worldOfBoth() {
  const world = await openWorld({
    ...registry(
      'example 3600 NS ns1.example.test',
      'ns1.example 3600 A 198.51.100.1',
      'ns1.example 3600 AAAA 2001:db8::1',
    ),
    '198.51.100.1': serves(
      zone('example.test', '@ 3600 NS ns1.example.test', 'ns1 3600 A 198.51.100.1', 'www 60 A 203.0.113.10'),
    ),
  });
  const open = (toIPv6: string) => {
    const lost = (host: string) => ({ host, port: 53, toAddress: toIPv6, toPort: 53 });
    return openDns({
      network: openNetwork({
        connectTo: [...world.connectTo, lost('2001:db8::53'), lost('2001:db8::1')],
        allowPrivate: false,
      }),
      resolver: null,
      rootHints: ['2001:db8::53', '192.0.2.1'].map((address) => ({ name: 'root.test', address, port: 53 })),
      timeouts,
    });
  };
  return { open, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
}

test.each([
  ['IPv4 first', false, ['203.0.113.10', '203.0.113.9', '2001:db8::9']],
  [
    'IPv6 first where there is no IPv4, since few of many are tried',
    true,
    ['2001:db8::9', '203.0.113.10', '203.0.113.9'],
  ],
])('the addresses of a host: %s', async (_name, lacksIPv4, expected) => {
  await using world = await openWorld({
    ...registry(
      'www.example 60 A 203.0.113.9',
      'www.example 60 A 203.0.113.10',
      'www.example 60 AAAA 2001:db8::9',
    ),
  });
  const dns = openDns({
    network: openNetwork({ connectTo: world.connectTo, allowPrivate: false, lacksIPv4 }),
    resolver: null,
    rootHints: [{ name: 'root.test', address: '192.0.2.1', port: 53 }],
    timeouts,
  });
  const addresses = await dns.resolve('www.example.test', never);
  expect(addresses.map(({ address }) => address)).toEqual(expected);
});

describe('a zone whose server has both families', () => {
  test('is seen over IPv4 where its IPv6 has no way there', async () => {
    await using world = await worldOfBoth();
    const view = await world.open(nowhere).askAuthorities('www.example.test', 'A', never);
    expect(view.servers.map(({ address, outcome }) => [address, outcome])).toEqual([
      ['198.51.100.1', 'records'],
      ['2001:db8::1', 'no-ipv6'],
    ]);
  });

  test('is not seen where this machine does not let one of them be asked', async () => {
    await using world = await worldOfBoth();
    const look = world.open(forbidden).askAuthorities('www.example.test', 'A', never);
    await expect(look).rejects.toMatchObject({ code: 'local-fault', detail: 'EACCES' });
  });
});
