import { X509Certificate } from 'node:crypto';
import dgram from 'node:dgram';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import dnsPacket, { type RecordType, type StringAnswer } from 'dns-packet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../fixtures/world/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ language: 'ja' });
});
afterAll(() => world.close());

/** Where `connect-to` leads, as the product would read it. */
function routeOf(address: string, port: number): { host: string; port: number } {
  const line = world.inputs['connect-to']!.split('\n').find((each) => each.startsWith(`${address}:${port}=`));
  const [host, to] = line!.split('=')[1]!.split(':') as [string, string];
  return { host, port: Number(to) };
}

async function ask(server: { host: string; port: number }, name: string, type: RecordType) {
  const socket = dgram.createSocket('udp4');
  const answered = new Promise<Buffer>((resolve) => socket.once('message', resolve));
  socket.send(
    dnsPacket.encode({ type: 'query', id: 1, questions: [{ name, type }] }),
    server.port,
    server.host,
  );
  const packet = dnsPacket.decode(await answered);
  socket.close();
  return packet;
}

/** Walks from the root hints to the answer, by glue alone. */
async function look(name: string, type: RecordType): Promise<unknown[]> {
  const [, hint] = world.inputs['root-hints']!.split('=') as [string, string];
  let server = { host: hint.split(':')[0]!, port: Number(hint.split(':')[1]) };
  for (let step = 0; step < 5; step++) {
    const packet = await ask(server, name, type);
    if (packet.flag_aa)
      return (packet.answers ?? []).map((answer) => ('data' in answer ? answer.data : null));
    const glue = packet.additionals?.find((each) => each.type === 'A') as StringAnswer | undefined;
    if (glue === undefined) throw new Error(`no glue for ${name}`);
    server = routeOf(glue.data, 53);
  }
  throw new Error('too many referrals');
}

/** Reads a page, whatever its certificate: the months of the story may be long past. */
async function get(url: string, address: string) {
  const { protocol, hostname, pathname, port } = new URL(url);
  const secure = protocol === 'https:';
  const route = routeOf(address, Number(port || (secure ? 443 : 80)));
  return new Promise<{ status: number; location: string | undefined; body: Buffer }>((resolve, reject) => {
    const options = { ...route, path: pathname, headers: { host: hostname }, agent: false as const };
    const request = secure
      ? https.get({ ...options, servername: hostname, rejectUnauthorized: false })
      : http.get(options);
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          location: response.headers.location,
          body: Buffer.concat(chunks),
        }),
      );
    });
  });
}

/** The certificates that a server sends, in order. */
async function served(host: string, address: string): Promise<X509Certificate[]> {
  const { host: loopback, port } = routeOf(address, 443);
  const socket = tls.connect({ host: loopback, port, servername: host, rejectUnauthorized: false });
  await new Promise((resolve, reject) => {
    socket.once('secureConnect', resolve);
    socket.once('error', reject);
  });
  const chain: X509Certificate[] = [];
  for (let each = socket.getPeerX509Certificate(); each !== undefined; each = each.issuerCertificate) {
    chain.push(each);
  }
  socket.destroy();
  return chain;
}

test('DNS leads from the root hints to the site, and month 2 has a new address', async () => {
  world.setMonth(1);
  expect(await look('www.aoba-seika.example', 'A')).toEqual(['203.0.113.10']);
  expect(await look('shop.aoba-seika.example', 'A')).toHaveLength(2);
  expect(await look('aoba-seika.example', 'NS')).toEqual(['ns1.namae-dns.example', 'ns2.namae-dns.example']);
  expect(await look('ca.example', 'A')).toEqual(['192.0.2.80']);
  world.setMonth(2);
  expect(await look('www.aoba-seika.example', 'A')).toEqual(['203.0.113.20']);
});

test('sites answer by name over https and redirect to it, on every address', async () => {
  world.setMonth(1);
  const home = await get('https://www.aoba-seika.example/', '203.0.113.10');
  expect([home.status, home.body.toString()]).toEqual([200, expect.stringContaining('青葉製菓')]);
  for (const address of ['203.0.113.31', '203.0.113.32']) {
    expect((await get('https://shop.aoba-seika.example/', address)).status).toBe(200);
  }
  expect(await get('http://aoba-seika.example/', '203.0.113.10')).toMatchObject({
    status: 301,
    location: 'https://www.aoba-seika.example/',
  });
  expect((await get('https://www.aoba-seika.example/none', '203.0.113.10')).status).toBe(404);
  await expect(get('https://shop.aoba-seika.example/', '203.0.113.10')).rejects.toThrow();
});

test('certificates: EC and RSA, by server name, renewed along the months, proven by the AIA address', async () => {
  world.setMonth(1);
  const [leaf, intermediate, ...more] = await served('www.aoba-seika.example', '203.0.113.10');
  expect(more).toEqual([]);
  expect(leaf!.publicKey.asymmetricKeyType).toBe('ec');
  expect(leaf!.checkHost('aoba-seika.example')).toBe('aoba-seika.example');
  expect(leaf!.checkIssued(intermediate!) && leaf!.verify(intermediate!.publicKey)).toBe(true);
  const root = new X509Certificate(await readFile(world.inputs['ca-file']!));
  expect(intermediate!.checkIssued(root) && intermediate!.verify(root.publicKey)).toBe(true);
  expect(root.subject).toContain('O=Example Trust');
  const [shop] = await served('shop.aoba-seika.example', '203.0.113.31');
  expect(shop!.publicKey.asymmetricKeyType).toBe('rsa');

  world.setMonth(2);
  const [renewed, ...others] = await served('www.aoba-seika.example', '203.0.113.20');
  expect(others).toEqual([]);
  expect(renewed!.serialNumber).not.toBe(leaf!.serialNumber);
  expect(Date.parse(renewed!.validTo)).toBeGreaterThan(Date.parse(world.now));
  const aia = /URI:(\S+)/.exec(renewed!.infoAccess!)![1]!;
  const fetched = await get(aia, '192.0.2.80');
  expect(renewed!.verify(new X509Certificate(fetched.body).publicKey)).toBe(true);

  world.setMonth(3);
  expect(await served('www.aoba-seika.example', '203.0.113.20')).toHaveLength(2);
});

test('the story: the contact page breaks in month 3 and is mended in month 4', async () => {
  const statusIn = async (month: number) => {
    world.setMonth(month);
    return (await get('https://www.aoba-seika.example/contact/', '203.0.113.20')).status;
  };
  expect([await statusIn(1), await statusIn(3), await statusIn(4)]).toEqual([200, 500, 200]);
});

test('the ledger is ticked each month, and month 4 records the new address', () => {
  for (const [month, day] of [
    [1, '2026-08-03'],
    [4, '2026-11-03'],
  ] as const) {
    world.setMonth(month);
    const ledger = world.files['ledger.yml']!;
    const dates = [...ledger.matchAll(/\b(?:reviewed|verified|newest): (\S+)/g)].map((match) => match[1]);
    expect(new Set(dates)).toEqual(new Set([day]));
    expect(ledger.includes('type: A, values: [203.0.113.20]')).toBe(month === 4);
  }
  expect(world.github.now).toBe(world.now);
});

test('can be changed by hand, and goes back with the month', async () => {
  world.setMonth(1);
  world.scene.addresses['www.aoba-seika.example'] = ['203.0.113.20'];
  world.scene.nameServers['ns2.namae-dns.example'] = 'refusing';
  world.show();
  expect(await look('www.aoba-seika.example', 'A')).toEqual(['203.0.113.20']);
  expect(await ask(routeOf('198.51.100.53', 53), 'www.aoba-seika.example', 'A')).toMatchObject({
    rcode: 'REFUSED',
  });
  world.setMonth(1);
  expect(await look('www.aoba-seika.example', 'A')).toEqual(['203.0.113.10']);
});

test('a server can be out of order', async () => {
  world.setMonth(1);
  const server = world.siteServers['203.0.113.10:80']!;
  server.behaviour = 'closing';
  await expect(get('http://aoba-seika.example/', '203.0.113.10')).rejects.toThrow();
  server.behaviour = 'answering';
  expect((await get('http://aoba-seika.example/', '203.0.113.10')).status).toBe(301);
});

test('plays other events than those of the story', async () => {
  const other = await startWorld({
    language: 'en',
    events: [
      {
        from: 2,
        until: 3,
        change: (scene) => {
          scene.addresses['aoba-seika.example'] = ['203.0.113.99'];
        },
        edit: (ledger) =>
          ledger.replace('plan: []', 'plan: [{ item: 7, by: maintenance, until: 2026-12-20 }]'),
        what: { ja: '…', en: '…' },
      },
    ],
  });
  try {
    const seen = [1, 2, 3].map((month) => {
      other.setMonth(month);
      return [other.scene.addresses['aoba-seika.example'], other.files['ledger.yml']!.includes('item: 7')];
    });
    expect(seen).toEqual([
      [['203.0.113.10'], false],
      [['203.0.113.99'], true],
      [['203.0.113.10'], false],
    ]);
  } finally {
    await other.close();
  }
});
