import dgram from 'node:dgram';
import net from 'node:net';
import dnsPacket, { type Packet, type RecordType } from 'dns-packet';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type NameServerBehaviour, startNameServer, type Zone } from '../../fixtures/world/dns.ts';

const zone: Zone = {
  name: 'sample.example',
  nameServers: ['ns1.sample.example', 'ns2.other.example'],
  serial: 7,
  records: [
    { name: 'ns1.sample.example', type: 'A', ttl: 60, values: ['192.0.2.53'] },
    { name: 'sample.example', type: 'A', ttl: 300, values: ['203.0.113.1', '203.0.113.2'] },
    { name: 'sample.example', type: 'MX', ttl: 300, values: ['10 mail.sample.example'] },
    { name: 'sample.example', type: 'CAA', ttl: 300, values: ['0 issue "ca.example"'] },
    { name: 'sample.example', type: 'TXT', ttl: 300, values: [`v=spf1 ${'a'.repeat(300)} -all`] },
    { name: 'www.sample.example', type: 'CNAME', ttl: 300, values: ['sample.example'] },
    { name: 'out.sample.example', type: 'CNAME', ttl: 300, values: ['cdn.other.example'] },
    { name: 'a.b.sample.example', type: 'A', ttl: 300, values: ['203.0.113.3'] },
    {
      name: 'big.sample.example',
      type: 'TXT',
      ttl: 1,
      values: Array.from({ length: 9 }, (_, n) => `${n}`.repeat(200)),
    },
    { name: 'child.sample.example', type: 'NS', ttl: 300, values: ['ns.child.sample.example'] },
    { name: 'ns.child.sample.example', type: 'A', ttl: 300, values: ['192.0.2.99'] },
    { name: 'child.sample.example', type: 'DS', ttl: 300, values: ['12345 13 2 abcdef'] },
  ],
};
const server = await startNameServer([zone]);
beforeEach(() => {
  server.zones = [zone];
  server.behaviour = 'answering';
});
afterAll(() => server.close());

interface Asking {
  readonly edns?: boolean;
  readonly waitMs?: number;
}

function query(name: string, type: string, edns: boolean): Buffer {
  return dnsPacket.encode({
    type: 'query',
    id: 4711,
    questions: [{ name, type: type as RecordType }],
    ...(edns
      ? {
          additionals: [
            { type: 'OPT', name: '.', udpPayloadSize: 1232, flags: dnsPacket.DNSSEC_OK } as never,
          ],
        }
      : {}),
  });
}

function ask(name: string, type: string, { edns = true, waitMs = 2000 }: Asking = {}) {
  return new Promise<(Packet & dnsPacket.DecodedPacket) | null>((resolve) => {
    const socket = dgram.createSocket('udp4');
    const timer = setTimeout(() => finish(null), waitMs);
    const finish = (message: Buffer | null) => {
      clearTimeout(timer);
      socket.close();
      resolve(message === null ? null : dnsPacket.decode(message));
    };
    socket.on('message', finish);
    socket.send(query(name, type, edns), server.port, '127.0.0.1');
  });
}

function askOverTcp(name: string, type: string) {
  return new Promise<dnsPacket.DecodedPacket | null>((resolve) => {
    let received = Buffer.alloc(0);
    const socket = net.connect(server.port, '127.0.0.1', () => {
      const message = query(name, type, true);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(message.length);
      // In two parts, as a slow network would deliver it.
      socket.write(length);
      socket.write(message);
    });
    socket.on('error', () => resolve(null));
    socket.on('close', () => resolve(null));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 2 || received.length < 2 + received.readUInt16BE(0)) return;
      socket.destroy();
      resolve(dnsPacket.decode(received.subarray(2)));
    });
  });
}

const values = (packet: Packet | null) =>
  packet?.answers?.map((answer) => ('data' in answer ? answer.data : null));

test('answers with authority, in every type', async () => {
  const a = await ask('sample.example', 'A');
  expect(a).toMatchObject({ id: 4711, flag_aa: true, flag_ra: false, rcode: 'NOERROR' });
  expect(values(a)).toEqual(['203.0.113.1', '203.0.113.2']);
  expect(values(await ask('sample.example', 'MX'))).toEqual([
    { preference: 10, exchange: 'mail.sample.example' },
  ]);
  expect(values(await ask('sample.example', 'CAA'))).toMatchObject([{ tag: 'issue', value: 'ca.example' }]);
  const [parts] = values(await ask('sample.example', 'TXT')) as [Buffer[]];
  expect(parts.map((part) => part.length)).toEqual([255, 57]);
  expect(values(await ask('sample.example', 'SOA'))).toMatchObject([{ serial: 7 }]);
  const ns = await ask('sample.example', 'NS');
  expect(values(ns)).toEqual(['ns1.sample.example', 'ns2.other.example']);
  expect(ns?.additionals).toMatchObject([
    { name: 'ns1.sample.example', data: '192.0.2.53' },
    { type: 'OPT' },
  ]);
});

test('a name that does not exist, one without the type, one with others below it', async () => {
  for (const [name, rcode] of [
    ['nobody.sample.example', 'NXDOMAIN'],
    ['ns1.sample.example', 'NOERROR'],
    ['b.sample.example', 'NOERROR'],
  ]) {
    const answer = await ask(name!, 'AAAA');
    expect(answer).toMatchObject({ rcode, flag_aa: true, answers: [], authorities: [{ type: 'SOA' }] });
  }
  expect(await ask('elsewhere.test', 'A')).toMatchObject({ rcode: 'REFUSED' });
});

test('aliases are followed inside the zone', async () => {
  const inside = await ask('www.sample.example', 'A');
  expect(inside?.answers?.map((answer) => answer.type)).toEqual(['CNAME', 'A', 'A']);
  const outside = await ask('out.sample.example', 'A');
  expect(values(outside)).toEqual(['cdn.other.example']);
});

test('below a cut it refers, with glue; the DS record stays with the parent', async () => {
  const referral = await ask('www.child.sample.example', 'A');
  expect(referral).toMatchObject({
    flag_aa: false,
    answers: [],
    authorities: [{ type: 'NS', name: 'child.sample.example', data: 'ns.child.sample.example' }],
  });
  expect(referral?.additionals).toMatchObject([{ type: 'A', data: '192.0.2.99' }, { type: 'OPT' }]);
  expect(await ask('child.sample.example', 'DS')).toMatchObject({
    flag_aa: true,
    answers: [{ data: { keyTag: 12345 } }],
  });
});

test('keeps the spelling of the question, and echoes EDNS where it was used', async () => {
  const mixed = await ask('SaMpLe.ExAmPlE', 'A');
  expect(mixed?.questions?.[0]?.name).toBe('SaMpLe.ExAmPlE');
  expect(mixed?.additionals).toMatchObject([{ type: 'OPT', flag_do: true }]);
  expect((await ask('sample.example', 'A', { edns: false }))?.additionals).toEqual([]);
});

test('what is too long for UDP comes over TCP', async () => {
  expect(await ask('big.sample.example', 'TXT')).toMatchObject({ flag_tc: true, answers: [] });
  expect((await askOverTcp('big.sample.example', 'TXT'))?.answers).toHaveLength(9);
  expect(await ask('sample.example', 'TXT', { edns: false })).toMatchObject({ flag_tc: false });
  server.behaviour = 'truncating';
  expect(await ask('sample.example', 'A')).toMatchObject({ flag_tc: true });
  expect((await askOverTcp('sample.example', 'A'))?.answers).toHaveLength(2);
});

test('behaviours', async () => {
  const as = (behaviour: NameServerBehaviour, asking: Asking = {}) => {
    server.behaviour = behaviour;
    return ask('sample.example', 'A', asking);
  };
  expect(await as('silent', { waitMs: 100 })).toBeNull();
  expect(await as('refusing')).toMatchObject({ rcode: 'REFUSED' });
  expect(await as('failing')).toMatchObject({ rcode: 'SERVFAIL' });
  expect(await as('lame')).toMatchObject({ flag_aa: false, answers: [], authorities: [{ name: '.' }] });
  expect(await as('no-edns')).toMatchObject({ rcode: 'FORMERR' });
  expect((await as('no-edns', { edns: false }))?.answers).toHaveLength(2);
  server.behaviour = 'udp-only';
  expect(await askOverTcp('sample.example', 'A')).toBeNull();
});

test('does not answer what is no query', async () => {
  const before = server.queries;
  const socket = dgram.createSocket('udp4');
  socket.send(Buffer.from('nonsense'), server.port, '127.0.0.1');
  expect(values(await ask('sample.example', 'A'))).toHaveLength(2);
  socket.close();
  expect(server.queries).toBe(before + 2);
});
