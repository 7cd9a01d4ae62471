import packet from 'dns-packet';
import { describe, expect, test } from 'vitest';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { reachOf } from '../../src/edge/network.ts';
import { parseResolver } from '../../src/edge/options.ts';
import { rootHints } from '../../src/edge/root-hints.ts';
import {
  authoritative,
  type Behavior,
  message,
  openWorld,
  parseLine,
  rcode,
  registry,
  serves,
  zone,
} from './dns-servers.ts';

const never = new AbortController().signal;

/** One zone at two servers of its own, as most sites have it. */
const example = [
  '@ 3600 NS ns1.example.test',
  '@ 3600 NS ns2.example.test',
  'ns1 3600 A 198.51.100.1',
  'ns2 3600 A 198.51.100.2',
];
const delegation = [
  'example 3600 NS ns1.example.test',
  'example 3600 NS ns2.example.test',
  'ns1.example 3600 A 198.51.100.1',
  'ns2.example 3600 A 198.51.100.2',
];

function exampleWorld(lines: string[], second: Behavior | null | string[] = lines, first?: Behavior | null) {
  const behavior = (of: Behavior | null | string[]) =>
    Array.isArray(of) ? serves(zone('example.test', ...example, ...of)) : of;
  return openWorld({
    ...registry(...delegation),
    '198.51.100.1': first === undefined ? behavior(lines) : first,
    '198.51.100.2': behavior(second),
  });
}

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (error instanceof ProbeFailure ? error.code : error),
  );

describe('askAuthorities', () => {
  test('asks every name server of the zone, found from the root', async () => {
    await using world = await exampleWorld(['www 60 A 203.0.113.10', 'www 60 A 203.0.113.9']);
    const view = await world.open().askAuthorities('WWW.Example.test.', 'A', never);
    expect(view).toMatchObject({
      view: 'authoritative',
      name: 'www.example.test',
      zone: {
        name: 'example.test',
        parentNameServers: ['ns1.example.test', 'ns2.example.test'],
        unresolved: [],
      },
    });
    expect(view.servers.map(({ server, address, outcome }) => [server, address, outcome])).toEqual([
      ['ns1.example.test', '198.51.100.1', 'records'],
      ['ns2.example.test', '198.51.100.2', 'records'],
    ]);
    expect(view.servers[0]!.records).toEqual([
      { data: '203.0.113.10', ttl: 60 },
      { data: '203.0.113.9', ttl: 60 },
    ]);
  });

  test('two looks at one world give the same text', async () => {
    await using world = await exampleWorld(['www 60 A 203.0.113.10', 'www 60 A 203.0.113.9']);
    const [one, two] = await Promise.all([
      world.open().askAuthorities('www.example.test', 'A', never),
      world.open().askAuthorities('www.example.test', 'A', never),
    ]);
    expect(JSON.stringify(one)).toBe(JSON.stringify(two));
  });

  test('asks with another id, port and spelling each time, for answers that need no fragments', async () => {
    await using world = await exampleWorld(['www 60 A 203.0.113.10']);
    const dns = world.open();
    const types = ['A', 'AAAA', 'TXT', 'MX', 'CAA', 'SRV'] as const;
    await Promise.all(types.map((type) => dns.askAuthorities('www.example.test', type, never)));
    const asked = world
      .server('198.51.100.1')
      .asked.filter(({ name, type }) => /^www/i.test(name) && type !== 'NS');
    // What is not there is asked for twice, the second time in lower case.
    expect(asked.length).toBeGreaterThanOrEqual(types.length);
    for (const what of ['id', 'port', 'name'] as const) {
      // Two of six may meet by chance; all of them do not.
      expect(new Set(asked.map((each) => each[what])).size, what).toBeGreaterThan(types.length / 2);
    }
    expect(new Set(asked.map(({ payload }) => payload))).toEqual(new Set([1232]));
  });

  test('tells a name that does not exist from one without that type, and for how long', async () => {
    await using world = await exampleWorld(['www 60 A 203.0.113.10']);
    const dns = world.open();
    const gone = await dns.askAuthorities('gone.example.test', 'A', never);
    const typeless = await dns.askAuthorities('www.example.test', 'AAAA', never);
    expect(gone.servers.map((each) => [each.outcome, each.negativeTtl])).toEqual([
      ['no-name', 600],
      ['no-name', 600],
    ]);
    expect(typeless.servers.map((each) => each.outcome)).toEqual(['no-data', 'no-data']);
  });

  test('five questions about one zone walk there once', async () => {
    await using world = await exampleWorld(['www 60 A 203.0.113.10', '@ 60 MX 10 mail.example.test']);
    const dns = world.open();
    await Promise.all([
      dns.askAuthorities('www.example.test', 'A', never),
      dns.askAuthorities('www.example.test', 'AAAA', never),
      dns.askAuthorities('example.test', 'MX', never),
      dns.askAuthorities('example.test', 'TXT', never),
      dns.askAuthorities('example.test', 'NS', never),
    ]);
    expect(world.server('192.0.2.1').asked.map((each) => each.name.toLowerCase())).toEqual(['test']);
    expect(world.server('192.0.2.2').asked.map((each) => each.name.toLowerCase())).toEqual(['example.test']);
  });

  test('reads every type that the ledger can claim', async () => {
    await using world = await exampleWorld([
      '@ 60 MX 10 Mail.Example.test',
      '@ 60 TXT v=spf1 |-all',
      '@ 60 CAA 0 issue LetsEncrypt.org',
      '@ 60 AAAA 2001:DB8:0::1',
      '@ 60 UNKNOWN_65 00010000010006026832026833',
      '_sip._tcp 60 SRV 1 2 5060 sip.example.test',
      '7 60 PTR www.example.test',
    ]);
    const dns = world.open();
    const data = async (name: string, type: Parameters<typeof dns.askAuthorities>[1]) =>
      (await dns.askAuthorities(name, type, never)).servers[0]!.records.map((each) => each.data);
    expect(await data('example.test', 'MX')).toEqual(['10 mail.example.test']);
    expect(await data('example.test', 'TXT')).toEqual(['v=spf1 -all']);
    expect(await data('example.test', 'CAA')).toEqual(['0 issue letsencrypt.org']);
    expect(await data('example.test', 'AAAA')).toEqual(['2001:db8::1']);
    expect(await data('example.test', 'HTTPS')).toEqual(['1 . alpn=h2,h3']);
    expect(await data('_sip._tcp.example.test', 'SRV')).toEqual(['1 2 5060 sip.example.test']);
    expect(await data('7.example.test', 'PTR')).toEqual(['www.example.test']);
  });

  test('names the alias that stands in the place of the type', async () => {
    await using world = await exampleWorld(['www 60 CNAME Shop.Example.net']);
    const view = await world.open().askAuthorities('www.example.test', 'A', never);
    expect(view.servers[0]).toMatchObject({
      outcome: 'records',
      alias: { data: 'shop.example.net', ttl: 60 },
      records: [],
    });
  });

  test('takes a truncated answer over TCP', async () => {
    const full = serves(zone('example.test', ...example, 'www 60 A 203.0.113.10'));
    const truncates: Behavior = (asked) =>
      asked.transport === 'udp'
        ? { ...message({}), flags: authoritative | packet.TRUNCATED_RESPONSE }
        : full(asked);
    await using world = await exampleWorld(['www 60 A 203.0.113.10'], truncates);
    const view = await world.open().askAuthorities('www.example.test', 'A', never);
    expect(view.servers.map((each) => each.records.map((record) => record.data))).toEqual([
      ['203.0.113.10'],
      ['203.0.113.10'],
    ]);
    expect(world.server('198.51.100.2').asked.some((each) => each.transport === 'tcp')).toBe(true);
  });

  test('tries TCP where UDP stays silent', async () => {
    const full = serves(zone('example.test', ...example, 'www 60 A 203.0.113.10'));
    await using world = await exampleWorld(['www 60 A 203.0.113.10'], (asked) =>
      asked.transport === 'udp' ? null : full(asked),
    );
    const view = await world.open().askAuthorities('www.example.test', 'A', never);
    expect(view.servers.map((each) => each.outcome)).toEqual(['records', 'records']);
  });

  test.each([
    ['FORMERR without a question', { ...rcode('FORMERR'), questions: [] }],
    ['NOTIMP', rcode('NOTIMP')],
  ])('asks without EDNS where a server answers %s to it', async (_what, answer) => {
    const full = serves(zone('example.test', ...example, 'www 60 A 203.0.113.10'));
    await using world = await exampleWorld(['www 60 A 203.0.113.10'], (asked) =>
      asked.edns ? answer : full(asked),
    );
    const view = await world.open().askAuthorities('www.example.test', 'A', never);
    expect(view.servers.map((each) => each.outcome)).toEqual(['records', 'records']);
  });

  test('asks once more in lower case where a server changes the letters of the name', async () => {
    const full = serves(zone('example.test', ...example, 'www 60 A 203.0.113.10'));
    await using world = await exampleWorld(['www 60 A 203.0.113.10'], (asked) => ({
      ...(full(asked) as packet.Packet),
      questions: [{ name: asked.name.toLowerCase(), type: asked.type as 'A' }],
    }));
    const view = await world.open().askAuthorities('www.example.test', 'A', never);
    expect(view.servers.map((each) => each.outcome)).toEqual(['records', 'records']);
  });

  const mixed = ({ name }: { name: string }) => name !== name.toLowerCase();
  test.each<[string, Behavior]>([
    ['has no such record', () => message({ flags: authoritative })],
    ['has no such name', () => ({ ...rcode('NXDOMAIN'), flags: authoritative | 3 })],
    ['refuses', () => rcode('REFUSED')],
    ['fails', () => rcode('SERVFAIL')],
    ['does not understand', () => rcode('FORMERR')],
    ['does not know how', () => rcode('NOTIMP')],
    ['answers without authority', () => message({})],
    ['refers to the root', () => message({ authorities: [parseLine('@ 60 NS root0.test', '.')] })],
    ['is silent', () => null],
  ])('believes only what is said to lower case, where a server %s for capitals', async (_name, react) => {
    const full = serves(zone('example.test', ...example, 'www 60 A 203.0.113.10'));
    const behavior: Behavior = (asked) => (mixed(asked) ? react(asked) : full(asked));
    await using world = await exampleWorld(['www 60 A 203.0.113.10'], behavior);
    const view = await world.open().askAuthorities('www.example.test', 'A', never);
    expect(view.zone?.servers.map((each) => each.outcome)).toEqual(['records', 'records']);
    expect(view.servers.map((each) => each.outcome)).toEqual(['records', 'records']);
  });

  test('finds a zone below one whose servers know lower case alone', async () => {
    const { '192.0.2.1': root, '192.0.2.2': top } = registry(
      'example 60 NS ns1.example.test',
      'ns1.example 60 A 198.51.100.1',
    );
    const lowerAlone = (full: Behavior): Behavior => {
      return (asked) => (mixed(asked) ? rcode('REFUSED') : full(asked));
    };
    await using world = await openWorld({
      '192.0.2.1': lowerAlone(root!),
      '192.0.2.2': lowerAlone(top!),
      '198.51.100.1': serves(zone('example.test', '@ 60 NS ns1.example.test', 'www 60 A 203.0.113.10')),
    });
    const view = await world.open().askAuthorities('www.example.test', 'A', never);
    expect([view.zone?.name, view.servers[0]?.outcome]).toEqual(['example.test', 'records']);
  });

  test('does not believe an answer with another id, to another question, or that is no DNS', async () => {
    const full = serves(zone('example.test', ...example, 'www 60 A 203.0.113.10'));
    const forged = message({
      flags: authoritative,
      answers: [{ name: 'www.example.test', ttl: 60, type: 'A', data: '203.0.113.66' }],
    });
    await using world = await exampleWorld(['www 60 A 203.0.113.10'], (asked) => [
      Buffer.from('hello'),
      Buffer.alloc(0),
      { ...forged, id: (asked.id + 1) & 0xffff },
      { ...forged, questions: [{ name: 'other.example.test', type: 'A' }] },
      full(asked) as packet.Packet,
    ]);
    const view = await world.open().askAuthorities('www.example.test', 'A', never);
    expect(view.servers.map((each) => each.records.map((record) => record.data))).toEqual([
      ['203.0.113.10'],
      ['203.0.113.10'],
    ]);
  });

  test.each<[string, Behavior | null, string]>([
    ['refuses', () => rcode('REFUSED'), 'refused'],
    ['fails', () => rcode('SERVFAIL'), 'servfail'],
    ['answers without authority', () => message({}), 'lame'],
    [
      'refers upward',
      () => message({ authorities: [{ name: '.', ttl: 1, type: 'NS', data: 'root0.test' }] }),
      'lame',
    ],
    ['is silent', () => null, 'timeout'],
    ['sends garbage', () => Buffer.from('ffffffffffff000100000000', 'hex'), 'malformed'],
    ['does not listen', null, 'timeout'],
  ])('tells of a server that %s', async (_what, behavior, outcome) => {
    await using world = await exampleWorld(['www 60 A 203.0.113.10'], behavior);
    const view = await world.open().askAuthorities('www.example.test', 'A', never);
    expect(view.servers.map((each) => each.outcome)).toEqual(['records', outcome]);
    expect(view.zone!.servers.map((each) => each.outcome)).toEqual(['records', outcome]);
  });

  test('shows a zone none of whose servers serves it, for a name below it too', async () => {
    await using world = await exampleWorld(
      [],
      () => rcode('REFUSED'),
      () => rcode('SERVFAIL'),
    );
    const view = await world.open().askAuthorities('www.example.test', 'A', never);
    expect(view.zone).toMatchObject({ name: 'example.test' });
    expect(view.servers.map((each) => each.outcome)).toEqual(['servfail', 'refused']);
  });

  test('does not ask private name servers', async () => {
    await using world = await openWorld(
      registry('example 3600 NS ns1.example.test', 'ns1.example 3600 A 127.0.0.1'),
    );
    const view = await world.open().askAuthorities('example.test', 'A', never);
    expect(view.servers.map((each) => each.outcome)).toEqual(['blocked']);
  });

  test.each([
    ['works', 'records'],
    ['does not work', 'no-ipv6'],
  ] as const)('a name server on IPv6, where IPv6 %s', async (how, outcome) => {
    const reply = () => message({ flags: authoritative });
    await using world = await openWorld({
      ...registry(
        'example 60 NS ns1.example.test',
        'ns1.example 60 A 198.51.100.1',
        'ns1.example 60 AAAA 2001:db8::51',
      ),
      '2001:db8::1': how === 'works' ? reply : null,
      '198.51.100.1': serves(zone('example.test', '@ 60 NS ns1.example.test', '@ 60 A 203.0.113.1')),
      '2001:db8::51': serves(zone('example.test', '@ 60 NS ns1.example.test', '@ 60 A 203.0.113.1')),
    });
    const dns = world.open({ roots: ['192.0.2.1', '2001:db8::1'] });
    const view = await dns.askAuthorities('example.test', 'A', never);
    expect(view.servers.map((each) => [each.address, each.outcome])).toEqual([
      ['198.51.100.1', 'records'],
      ['2001:db8::51', outcome],
    ]);
  });

  test('finds name servers in other zones, and does not take their addresses from strangers', async () => {
    await using world = await openWorld({
      ...registry(
        'example 3600 NS ns.dns.host',
        // Out of bailiwick: the servers of `test` have no say about names under `host`.
        'ns.dns.host. 3600 A 198.51.100.66',
        'nic 3600 NS ns.nic.test',
      ),
      '192.0.2.1': serves(
        zone(
          '.',
          'test. 3600 NS ns.nic.test',
          'ns.nic.test. 3600 A 192.0.2.2',
          'host. 3600 NS ns.nic.host',
          'ns.nic.host. 3600 A 192.0.2.3',
        ),
      ),
      '192.0.2.3': serves(zone('host', '@ 60 NS ns.nic.host', 'ns.dns 60 A 198.51.100.1')),
      '198.51.100.1': serves(zone('example.test', '@ 60 NS ns.dns.host', '@ 60 A 203.0.113.10')),
      '198.51.100.66': serves(zone('example.test', '@ 60 NS ns.dns.host', '@ 60 A 203.0.113.66')),
    });
    const view = await world.open().askAuthorities('example.test', 'A', never);
    expect(view.servers.map((each) => [each.address, each.records[0]?.data])).toEqual([
      ['198.51.100.1', '203.0.113.10'],
    ]);
    expect(world.server('198.51.100.66').asked).toEqual([]);
  });

  test('says which name servers have no address', async () => {
    await using world = await openWorld({
      ...registry(
        'example 3600 NS ns1.example.test',
        'example 3600 NS ns1.exampel.test',
        'ns1.example 3600 A 198.51.100.1',
      ),
      '198.51.100.1': serves(zone('example.test', '@ 60 NS ns1.example.test', 'ns1 60 A 198.51.100.1')),
    });
    const view = await world.open().askAuthorities('example.test', 'NS', never);
    expect(view.zone!.unresolved).toEqual([{ server: 'ns1.exampel.test', because: 'no-address' }]);
    expect(view.servers.map((each) => each.server)).toEqual(['ns1.example.test']);
  });

  test('two zones whose name servers lie in each other end, without a wait', async () => {
    await using world = await openWorld(
      registry('one 3600 NS ns.two.test', 'two 3600 NS ns.one.test', 'www 60 A 203.0.113.1'),
    );
    const dns = world.open();
    const views = await Promise.all(
      ['one.test', 'two.test', 'www.one.test'].map((name) => dns.askAuthorities(name, 'A', never)),
    );
    for (const view of views) {
      expect(view.servers).toEqual([]);
      expect(view.zone!.unresolved).toHaveLength(1);
    }
  });

  test('asks the name servers that only the zone itself names, too', async () => {
    await using world = await openWorld({
      ...registry('example 3600 NS ns1.example.test', 'ns1.example 3600 A 198.51.100.1'),
      '198.51.100.1': serves(zone('example.test', ...example, '@ 60 A 203.0.113.1')),
      '198.51.100.2': serves(zone('example.test', ...example, '@ 60 A 203.0.113.2')),
    });
    const view = await world.open().askAuthorities('example.test', 'A', never);
    expect(view.servers.map((each) => each.records[0]?.data)).toEqual(['203.0.113.1', '203.0.113.2']);
  });

  test('sees a deeper zone on the same servers, for which there is no referral', async () => {
    const both = serves(
      zone('example.test', ...example, 'shop 60 NS ns1.example.test'),
      zone('shop.example.test', '@ 60 NS ns1.example.test', '@ 60 A 203.0.113.1'),
    );
    await using world = await exampleWorld([], both, both);
    const view = await world.open().askAuthorities('shop.example.test', 'A', never);
    expect(view.zone).toMatchObject({ name: 'shop.example.test', parentNameServers: null });
    expect(view.servers.map((each) => each.records[0]?.data)).toEqual(['203.0.113.1']);
  });

  test('asks the parent for DS', async () => {
    await using world = await openWorld({
      ...registry(...delegation, 'example 60 DS 1 13 2 abcd'),
      '198.51.100.1': serves(zone('example.test', ...example)),
      '198.51.100.2': serves(zone('example.test', ...example)),
    });
    const view = await world.open().askAuthorities('example.test', 'DS', never);
    expect(view.servers.map((each) => [each.server, each.records[0]?.data])).toEqual([
      ['ns.nic.test', '1 13 2 abcd'],
    ]);
  });

  test('a root that does not answer is a failure, not a verdict', async () => {
    await using world = await openWorld({ '192.0.2.1': () => null, '192.0.2.9': null });
    const dns = world.open({ resolver: '192.0.2.9:53' });
    expect(await code(dns.askAuthorities('example.test', 'A', never))).toBe('timeout');
    expect(dns.hasAnswered()).toBe(false);
  });

  test('a resolver tells where the root cannot be asked, and its view says so', async () => {
    await using world = await openWorld({
      '192.0.2.1': () => null,
      '192.0.2.9': () =>
        message({ answers: [{ name: 'example.test', ttl: 17, type: 'A', data: '203.0.113.1' }] }),
    });
    const view = await world.open({ resolver: '192.0.2.9' }).askAuthorities('example.test', 'A', never);
    expect(view).toMatchObject({ view: 'resolver', zone: null });
    expect(view.servers[0]!.records).toEqual([{ data: '203.0.113.1', ttl: null }]);
  });

  test('ends at once when the run is out of time', async () => {
    await using world = await exampleWorld(
      [],
      () => null,
      () => null,
    );
    const stop = new AbortController();
    const asked = world.open().askAuthorities('www.example.test', 'A', stop.signal);
    setTimeout(() => stop.abort(), 50);
    expect(await code(asked)).toBe('deadline');
  });

  test('one who leaves does not take the answer from the others', async () => {
    await using world = await exampleWorld(['www 60 A 203.0.113.10']);
    const dns = world.open();
    const stop = new AbortController();
    const first = code(dns.askAuthorities('www.example.test', 'A', stop.signal));
    const second = dns.askAuthorities('www.example.test', 'A', never);
    stop.abort();
    expect(await first).toBe('deadline');
    expect((await second).servers.map((each) => each.outcome)).toEqual(['records', 'records']);
  });

  test('looks again at what was not well', async () => {
    let fails = true;
    const full = serves(zone('example.test', ...example, '@ 60 A 203.0.113.10'));
    await using world = await exampleWorld(['@ 60 A 203.0.113.10'], (asked) =>
      fails ? rcode('SERVFAIL') : full(asked),
    );
    const dns = world.open();
    const outcomes = async () =>
      (await dns.askAuthorities('example.test', 'A', never)).servers.map((each) => each.outcome);
    expect(await outcomes()).toEqual(['records', 'servfail']);
    fails = false;
    expect(await outcomes()).toEqual(['records', 'records']);
  });
});

describe('what the operator names', () => {
  test.each([
    ['192.0.2.9:5353', { host: '192.0.2.9', port: 5353 }],
    ['192.0.2.9', { host: '192.0.2.9', port: 53 }],
    ['[2001:db8::9]:53', { host: '2001:db8::9', port: 53 }],
    ['2001:db8::9', { host: '2001:db8::9', port: 53 }],
    ['dns.example:53', { host: 'dns.example', port: 53 }],
    ['https://dns.example/dns-query', { url: 'https://dns.example/dns-query' }],
    ['http://dns.example/dns-query', null],
    ['192.0.2.9:0', null],
    ['192.0.2.9:70000', null],
    ['', null],
  ])('resolver %j', (text, parsed) => expect(parseResolver(text)).toEqual(parsed));

  test('the real root has thirteen names, each with IPv4 and IPv6', () => {
    expect(new Set(rootHints.map((hint) => hint.name)).size).toBe(13);
    expect(rootHints.filter((hint) => hint.address.includes(':'))).toHaveLength(13);
    expect(rootHints.every((hint) => reachOf(hint.address) === 'public' && hint.port === 53)).toBe(true);
  });
});

describe('resolve', () => {
  test('this machine itself, without asking anybody', async () => {
    await using world = await openWorld({});
    const dns = world.open({ rootHints: null });
    expect(await dns.resolve('localhost', never)).toContainEqual({ address: '127.0.0.1', family: 4 });
    expect(dns.hasAnswered()).toBe(false);
  });

  test('iteratively, over aliases, IPv4 first', async () => {
    await using world = await exampleWorld([
      'www 60 CNAME home.example.test',
      'home 60 AAAA 2001:db8::1',
      'home 60 A 203.0.113.10',
      'home 60 A 203.0.113.1',
    ]);
    const dns = world.open();
    expect(await dns.resolve('www.example.test', never)).toEqual([
      { address: '203.0.113.1', family: 4 },
      { address: '203.0.113.10', family: 4 },
      { address: '2001:db8::1', family: 6 },
    ]);
    expect(await code(dns.resolve('gone.example.test', never))).toBe('name-not-found');
    expect(dns.hasAnswered()).toBe(true);
  });

  test('aliases that lead in a circle end', async () => {
    await using world = await exampleWorld(['a 60 CNAME b.example.test', 'b 60 CNAME a.example.test']);
    expect(await code(world.open().resolve('a.example.test', never))).toBe('name-unresolvable');
  });

  test('servers that only fail make the name unresolvable, not absent', async () => {
    await using world = await exampleWorld(
      [],
      () => rcode('SERVFAIL'),
      () => rcode('SERVFAIL'),
    );
    expect(await code(world.open().resolve('www.example.test', never))).toBe('name-unresolvable');
  });

  test('a literal address is its own answer', async () => {
    await using world = await openWorld({});
    expect(await world.open().resolve('[2001:db8::1]', never)).toEqual([
      { address: '2001:db8::1', family: 6 },
    ]);
    expect(await world.open().resolve('203.0.113.1', never)).toEqual([{ address: '203.0.113.1', family: 4 }]);
  });

  test('by a resolver, asked once for the run', async () => {
    await using world = await openWorld({
      '192.0.2.9': ({ type }) =>
        message(
          type === 'A'
            ? {
                answers: [
                  { name: 'www.example.test', ttl: 1, type: 'CNAME', data: 'example.test' },
                  { name: 'example.test', ttl: 1, type: 'A', data: '203.0.113.1' },
                ],
              }
            : {},
        ),
    });
    const dns = world.open({ resolver: '192.0.2.9:53', rootHints: null });
    await Promise.all([dns.resolve('www.example.test', never), dns.resolve('WWW.example.test', never)]);
    expect(await dns.resolve('www.example.test', never)).toEqual([{ address: '203.0.113.1', family: 4 }]);
    const questions = world
      .server('192.0.2.9')
      .asked.map(({ name, type }) => `${name.toLowerCase()} ${type}`);
    expect(new Set(questions)).toEqual(new Set(['www.example.test A', 'www.example.test AAAA']));
    // That there is nothing is asked twice, in two spellings.
    expect(questions.length).toBeLessThanOrEqual(3);
  });

  test('over HTTPS', async () => {
    await using world = await openWorld({});
    const dns = world.open({
      resolver: 'https://dns.example/dns-query',
      rootHints: null,
      httpsExchange: async (url, bytes) => {
        expect(url).toBe('https://dns.example/dns-query');
        const query = packet.decode(Buffer.from(bytes));
        expect(query.id).toBe(0);
        const answers = [{ name: 'example.test', type: 'A' as const, ttl: 1, data: '203.0.113.1' }];
        return packet.encode({ type: 'response', id: 0, questions: query.questions!, answers });
      },
    });
    expect(await dns.resolve('example.test', never)).toEqual([{ address: '203.0.113.1', family: 4 }]);
    expect(await dns.askAuthorities('example.test', 'A', never)).toMatchObject({
      view: 'resolver',
      zone: null,
    });
  });

  test.each([
    ['refused', 'name-unresolvable'],
    ['reset', 'name-unresolvable'],
    ['no-route', 'name-unresolvable'],
    ['no-ipv6', 'name-unresolvable'],
    ['tls-failed', 'name-unresolvable'],
    ['local-fault', 'local-fault'],
  ] as const)(
    'over HTTPS, where the resolver itself is %s: %s, not a fault of the name',
    async (of, expected) => {
      await using world = await openWorld({});
      const dns = world.open({
        resolver: 'https://dns.example/dns-query',
        rootHints: null,
        httpsExchange: () => Promise.reject(new ProbeFailure(of)),
      });
      expect(await code(dns.resolve('example.test', never))).toBe(expected);
    },
  );
});
