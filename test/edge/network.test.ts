import { describe, expect, test } from 'vitest';
import { type ConnectTo, openNetwork, reachOf } from '../../src/edge/network.ts';

// The address guard: a ledger can be edited in a pull request, so it must not steer the check at internal addresses.

/** Where clouds keep the credentials of their machines, in every form that leads there. */
const metadata = [
  '169.254.169.254',
  '169.254.170.2',
  '168.63.129.16',
  '100.100.100.200',
  'fd00:ec2::254',
  'FD00:0EC2:0:0:0:0:0:254',
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  '64:ff9b::169.254.169.254',
  '2002:a9fe:a9fe::1',
  '::169.254.169.254',
  '::ffff:0:169.254.169.254',
  '64:ff9b:1::169.254.169.254',
  '64:ff9b:1:a9fe:a9:fe00::',
  '64:ff9b:1:a9:fe:a9fe::',
  '64:ff9b:1:0:a9:fea9:fe00:0',
  '169.254.170.23',
  '192.0.0.192',
  '::ffff:100.100.100.200',
  'fd00:ec2::23',
  'fd20:ce::254',
  'fd20:ce::254%eth0',
  // All that is link-local.
  '169.254.0.0',
  '169.254.0.23',
  '169.254.1.1',
  '169.254.10.10',
  '169.254.42.42',
  '169.254.255.255',
  '::ffff:169.254.0.23',
  '64:ff9b::169.254.0.23',
  '2002:a9fe:17::1',
  'fe80::1',
  'fe80::1%eth0',
  'fe80::a9fe:a9fe',
  'febf:ffff::1',
  'fd00:42::42',
  'fd00:c1::a9fe:a9fe',
  'fd00:a9fe:a9fe::1',
  'fd00:100::100:200',
  'fd00:ec2::253',
  '64:ff9b::168.63.129.16',
];

describe('which addresses are open to everybody', () => {
  test.each([
    '203.0.114.10',
    '8.8.8.8',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '2606:4700:4700::1111',
    '2001:4860:4860::8888',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
    '2002:808:808::1',
    '100.128.0.0',
    '169.253.255.255',
    '169.255.0.0',
    '11.0.0.0',
    '2a00:1450:4009::1',
  ])('%s is public', (address) => {
    expect(reachOf(address)).toBe('public');
  });

  test.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '100.64.0.1',
    '192.0.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '::',
    '::1',
    'fc00::1',
    'fd00:42::43',
    'fd00:c1::1',
    'fd12:3456::1',
    'ff02::1',
    '2001:db8::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::10.0.0.1',
    '2002:a00:1::1',
    '2002:7f00:1::1',
    // NAT64 within one network: where the IPv4 address lies depends on that network.
    '64:ff9b:1::8.8.8.8',
    '64:ff9b:1:7f00:0:100:808:808',
    // Translated, Teredo, discard, benchmarking, site-local of old, documentation, multicast.
    '::ffff:0:10.0.0.1',
    '::ffff:0:8.8.8.8',
    '2001:0:808:808::1',
    '100::1',
    '2001:2::1',
    'fec0::1',
    '3fff::1',
    'ff0e::1',
    '239.255.255.250',
    // Not given out to anybody.
    '4000::1',
    '::5efe:7f00:1',
    '100.127.255.255',
    '192.88.99.1',
    '198.19.255.255',
    '127.1',
    '2130706433',
    '',
    'localhost',
    '256.1.1.1',
  ])('“%s” is private', (address) => {
    expect(reachOf(address)).toBe('private');
  });

  test.each(metadata)('%s belongs to cloud metadata', (address) => {
    expect(reachOf(address)).toBe('metadata');
  });
});

const line = (
  host: string | null,
  port: number | null,
  toAddress = '127.0.0.1',
  toPort = 8443,
): ConnectTo => ({
  host,
  port,
  toAddress,
  toPort,
});
const target = (address: string, host = 'www.example.jp', port = 443) => ({ host, port, address });

describe('the gate', () => {
  const strict = openNetwork({ connectTo: [], allowPrivate: false });
  const lenient = openNetwork({ connectTo: [], allowPrivate: true });

  test('lets public addresses pass as they are', () => {
    expect(strict.route(target('8.8.8.8'))).toEqual({ address: '8.8.8.8', port: 443 });
  });

  test('refuses private ones, and says which', () => {
    expect(() => strict.route(target('10.0.0.5'))).toThrow(
      expect.objectContaining({ code: 'blocked', detail: '10.0.0.5' }),
    );
  });

  test('lets private ones pass where the operator allows it, metadata never', () => {
    expect(lenient.route(target('10.0.0.5'))).toEqual({ address: '10.0.0.5', port: 443 });
    expect(() => lenient.route(target('169.254.169.254'))).toThrow(
      expect.objectContaining({ code: 'blocked' }),
    );
    expect(() => lenient.route(target('::ffff:169.254.169.254'))).toThrow(
      expect.objectContaining({ code: 'blocked' }),
    );
  });

  test.each(metadata)('never lets %s pass for being private', (address) => {
    for (const network of [strict, lenient]) {
      expect(() => network.route(target(address))).toThrow(
        expect.objectContaining({ code: 'blocked', detail: address }),
      );
    }
  });

  test('lets DNS, and nothing else, pass to the port of a server that the operator named', () => {
    const network = openNetwork({
      connectTo: [],
      allowPrivate: false,
      dnsServers: [{ address: '127.0.0.1', port: 5353 }],
    });
    const at = (address: string, port: number) => target(address, address, port);
    expect(network.route({ ...at('127.0.0.1', 5353), isDns: true })).toEqual({
      address: '127.0.0.1',
      port: 5353,
    });
    for (const refused of [
      at('127.0.0.1', 5353),
      at('127.0.0.1', 443),
      { ...at('127.0.0.1', 53), isDns: true },
      { ...at('127.0.0.2', 5353), isDns: true },
    ]) {
      expect(() => network.route(refused)).toThrow(expect.objectContaining({ code: 'blocked' }));
    }
  });
});

describe('connect-to', () => {
  const routeWith = (lines: readonly ConnectTo[], ...args: Parameters<typeof target>) =>
    openNetwork({ connectTo: lines, allowPrivate: false }).route(target(...args));

  test('leads elsewhere, past the guard: it is the operator’s word', () => {
    expect(routeWith([line('www.example.jp', 443)], '8.8.8.8')).toEqual({ address: '127.0.0.1', port: 8443 });
  });

  test('takes names without regard to case, addresses, and stars', () => {
    expect(routeWith([line('www.example.jp', null)], '8.8.8.8', 'WWW.example.JP').port).toBe(8443);
    expect(routeWith([line('8.8.8.8', 443)], '8.8.8.8').port).toBe(8443);
    expect(routeWith([line(null, 443)], '8.8.8.8').port).toBe(8443);
    expect(routeWith([line(null, null)], '8.8.8.8').port).toBe(8443);
  });

  test('goes by the first line that fits, names before addresses', () => {
    const lines = [line('8.8.8.8', 443, '127.0.0.1', 1), line('www.example.jp', 443, '127.0.0.1', 2)];
    expect(routeWith(lines, '8.8.8.8').port).toBe(2);
    const two = [line('www.example.jp', 443, '127.0.0.1', 1), line(null, null, '127.0.0.1', 2)];
    expect(routeWith(two, '8.8.8.8').port).toBe(1);
    expect(routeWith([...two].reverse(), '8.8.8.8').port).toBe(2);
  });

  test('leads past the guard even to metadata, and to IPv6', () => {
    expect(routeWith([line('www.example.jp', 443, '169.254.169.254', 80)], '8.8.8.8')).toEqual({
      address: '169.254.169.254',
      port: 80,
    });
    expect(routeWith([line('2001:4860:4860::8888', null, '::1', 1)], '2001:4860:4860::8888')).toEqual({
      address: '::1',
      port: 1,
    });
  });

  test('names a host whose name needs no look-up, by host and port alone', () => {
    const network = openNetwork({
      connectTo: [line('www.example.jp', 443), line(null, 25, '127.0.0.1', 2525)],
      allowPrivate: false,
    });
    expect(network.redirected('WWW.EXAMPLE.jp', 443)).toEqual({ address: '127.0.0.1', port: 8443 });
    expect(network.redirected('mx.example.jp', 25)).toEqual({ address: '127.0.0.1', port: 2525 });
    expect(network.redirected('www.example.jp', 80)).toBeNull();
    expect(network.redirected('example.jp', 443)).toBeNull();
  });

  test('where it leads is not asked about again', () => {
    const lines = [line('www.example.jp', 443, '10.0.0.1', 443), line('10.0.0.1', 443, '10.0.0.2', 443)];
    expect(routeWith(lines, '8.8.8.8').address).toBe('10.0.0.1');
  });

  test('leaves other hosts and ports to the guard', () => {
    const lines = [line('www.example.jp', 443)];
    const refused = expect.objectContaining({ code: 'blocked', detail: '10.0.0.1' });
    expect(() => routeWith(lines, '10.0.0.1', 'www.example.jp', 80)).toThrow(refused);
    expect(() => routeWith(lines, '10.0.0.1', 'example.jp')).toThrow(refused);
    expect(routeWith(lines, '8.8.8.8', 'example.jp')).toEqual({ address: '8.8.8.8', port: 443 });
  });
});
