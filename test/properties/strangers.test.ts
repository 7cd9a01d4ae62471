import { X509Certificate } from 'node:crypto';
import net, { type AddressInfo } from 'node:net';
import dnsPacket from 'dns-packet';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { openHttp } from '../../src/edge/http.ts';
import { openNetwork } from '../../src/edge/network.ts';
import { readList } from '../../src/probes/certificate/crl.ts';
import { readCertificates } from '../../src/probes/certificate/issuer.ts';
import { findPath, isSelfSigned } from '../../src/probes/certificate/path.ts';
import {
  detailsOf,
  isForServers,
  issuerUrls,
  keyOf,
  nameField,
  namesOf,
} from '../../src/probes/certificate/x509.ts';
import { keysIn, verifySet } from '../../src/probes/dns/dnssec.ts';
import { readContent } from '../../src/probes/endpoint/text.ts';
import { decodeReply } from '../../src/protocols/dns/message.ts';
import { readSignedSet } from '../../src/protocols/dns/record-set.ts';
import { newKey, servesSigned } from '../edge/signed-zone.ts';
import { type Issuer, issue, permitsOnly, revocationList } from '../pki.ts';
import { broken, runs } from './broken.ts';

// Whatever strangers send, reading it ends in time, throws nothing that is not foreseen, and makes nothing huge of it.

test('DNS packets', () => {
  const question = { name: 'www.example.test', type: 'A', class: 'IN' } as const;
  const answers = [
    { name: 'www.example.test', type: 'CNAME', data: 'a.example.test' },
    { name: 'a.example.test', type: 'A', data: '192.0.2.1' },
    { name: 'a.example.test', type: 'AAAA', data: '2001:db8::1' },
    { name: 'example.test', type: 'MX', data: { preference: 10, exchange: 'mx.example.test' } },
    { name: 'example.test', type: 'TXT', data: ['v=spf1 -all', 'x'.repeat(200)] },
    { name: 'example.test', type: 'CAA', data: { flags: 0, tag: 'issue', value: 'ca.test' } },
    { name: 'example.test', type: 'NS', data: 'ns.example.test' },
    {
      name: 'example.test',
      type: 'SOA',
      data: {
        mname: 'ns.example.test',
        rname: 'h.example.test',
        serial: 1,
        refresh: 1,
        retry: 1,
        expire: 1,
        minimum: 1,
      },
    },
  ].map((answer) => ({ ...answer, ttl: 300, class: 'IN' })) as dnsPacket.Answer[];
  const good = [answers.slice(0, 2), answers].map((each) =>
    dnsPacket.encode({
      type: 'response',
      id: 7,
      flags: 0x0400,
      questions: [question],
      answers: each,
      authorities: answers.slice(6),
    }),
  );
  for (const each of good) expect(decodeReply(Buffer.from(each))).not.toBeNull();
  fc.assert(
    fc.property(broken(good), (bytes) => {
      const reply = decodeReply(bytes);
      // A packet of some hundred bytes cannot hold more records than bytes.
      expect(JSON.stringify(reply ?? null).length).toBeLessThan(500_000);
    }),
    runs,
  );
});

test('signed record sets', () => {
  const zone = 'example.test';
  const key = newKey(13);
  const server = servesSigned(
    { name: zone, lines: ['www 60 A 192.0.2.1', '@ 60 MX 10 www.example.test'] },
    {
      key,
      from: '2026-10-01T00:00:00Z',
      until: '2026-12-01T00:00:00Z',
    },
  );
  const questions = [
    { name: zone, type: 'DNSKEY' },
    { name: zone, type: 'MX' },
    { name: 'www.example.test', type: 'A' },
  ] as const;
  const asked = { transport: 'udp', edns: true, payload: 1232, port: 53, id: 7, unchecked: false } as const;
  const good = questions.map((question) => {
    const reply = server({ ...question, ...asked }) as dnsPacket.Packet;
    return dnsPacket.encode({ ...reply, id: 7, questions: [{ ...question, class: 'IN' }] });
  });
  const keys = keysIn(readSignedSet(good[0]!, questions[0])!);
  const states = (bytes: Buffer) =>
    questions.flatMap((question) => {
      const set = readSignedSet(bytes, question);
      return set === null ? [] : verifySet(set, zone, [...keys, ...keysIn(set)]).map(({ state }) => state);
    });
  for (const each of good) expect(states(each)).toEqual(['verified']);
  fc.assert(
    fc.property(broken(good), (bytes) => {
      expect(states(bytes).length).toBeLessThan(100);
    }),
    runs,
  );
});

describe('certificates', () => {
  let chain: Issuer[];
  beforeAll(async () => {
    const root = await issue(null, { subject: 'C=JP, O=Test Trust, CN=Root', ca: true });
    const intermediate = await issue(root, {
      subject: 'O=Test Trust, CN=I1',
      ca: 1,
      nameConstraints: permitsOnly('example.test'),
    });
    const leaf = await issue(intermediate, {
      subject: 'CN=www.example.test',
      names: ['www.example.test', '*.example.test', '192.0.2.1'],
      aia: 'http://aia.test/i1.cer',
    });
    chain = [leaf, intermediate, root];
  });

  test('DER, read by Node and by this program', () => {
    const good = chain.map(({ certificate }) => new Uint8Array(certificate.rawData));
    const roots = { bundled: [], extra: [chain[2]!.pem] };
    const intermediate = new X509Certificate(chain[1]!.pem);
    let read = 0;
    fc.assert(
      fc.property(broken(good), (bytes) => {
        for (const certificate of readCertificates(bytes)) {
          read += 1;
          detailsOf(certificate);
          nameField(certificate, 'subject', 'CN');
          nameField(certificate, 'issuer', 'O');
          namesOf(certificate);
          issuerUrls(certificate);
          isForServers(certificate);
          keyOf(certificate);
          isSelfSigned(certificate);
          const { path } = findPath(certificate, [intermediate], roots);
          // Whatever was changed: a certificate that is trusted is one of those that were issued.
          if (path !== null) {
            expect(chain.map(({ pem }) => new X509Certificate(pem).fingerprint256)).toContain(
              certificate.fingerprint256,
            );
          }
        }
      }),
      runs,
    );
    // Else nothing got past Node's own reader.
    expect(read / runs.numRuns).toBeGreaterThan(0.05);
  });

  test('revocation lists', async () => {
    const [leaf, intermediate] = chain.map(({ pem }) => new X509Certificate(pem));
    const lists = await Promise.all([
      revocationList(chain[1]!, { revoked: [chain[0]!], others: 3 }),
      revocationList(chain[1]!, { others: 3 }),
    ]);
    expect(lists.map((list) => readList(Buffer.from(list), leaf!, intermediate!)?.type)).toEqual([
      'revoked',
      'good',
    ]);
    fc.assert(
      fc.property(broken(lists), (bytes) => {
        const said = readList(bytes, leaf!, intermediate!);
        // What is believed holds the very bytes that the authority signed.
        if (said !== null) expect(lists.some((list) => bytes.includes(signedPart(list)))).toBe(true);
      }),
      runs,
    );
  });
});

/** The part of a list that its signature is over: the first element inside it. */
function signedPart(list: Uint8Array): Buffer {
  const { start } = elementAt(Buffer.from(list), 0);
  return Buffer.from(list.subarray(start, elementAt(Buffer.from(list), start).end));
}

/** Where the content of a DER element begins, and where it ends. */
function elementAt(bytes: Buffer, at: number): { readonly start: number; readonly end: number } {
  const first = bytes[at + 1]!;
  const more = first < 0x80 ? 0 : first - 0x80;
  const start = at + 2 + more;
  return { start, end: start + (more === 0 ? first : bytes.readUIntBE(at + 2, more)) };
}

describe('web servers', () => {
  let port: number;
  let answer: Buffer = Buffer.alloc(0);
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(answer));
  });
  beforeAll(
    () =>
      new Promise<void>((done) => {
        server.listen(0, '127.0.0.1', () => {
          port = (server.address() as AddressInfo).port;
          done();
        });
      }),
  );
  afterAll(() => new Promise((done) => server.close(done)));

  test('heads and bodies', async () => {
    const good = [
      'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 5\r\nSet-Cookie: a=b; Path=/\r\n\r\nhello',
      'HTTP/1.1 301 Moved Permanently\r\nLocation: https://www.example.test/?a=b#c\r\nContent-Length: 0\r\n\r\n',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n5\r\nhello\r\n0\r\n\r\n',
      'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 503 Service Unavailable\r\nRetry-After: 600\r\n\r\n',
    ].map((text) => Buffer.from(text));
    const edge = openHttp({
      network: openNetwork({ connectTo: [], allowPrivate: true }),
      tls: { socket: () => Promise.reject(new ProbeFailure('refused')) },
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      userAgent: 'test/1',
      credentials: [],
      idleTimeoutMs: 2000,
    });
    const signal = new AbortController().signal;
    await fc.assert(
      fc.asyncProperty(broken(good), async (bytes) => {
        answer = bytes;
        const request = {
          url: `http://127.0.0.1:${port}/`,
          address: '127.0.0.1',
          timeoutMs: 4000,
          maxBytes: 65_536,
        };
        const got = await edge.get(request, signal).catch((error) => error);
        if (got instanceof ProbeFailure) {
          expect(['reset', 'response-unexpected', 'timeout']).toContain(got.code);
          return;
        }
        expect(got).toMatchObject({ address: '127.0.0.1' });
        expect(got.body.length).toBeLessThanOrEqual(65_536);
        if (got.redirectsTo !== null) expect(got.redirectsTo.protocol).toMatch(/^https?:$/);
      }),
      runs,
    );
    await edge.close();
  });

  test('pages in any encoding', () => {
    const good = [
      '<!doctype html><html><head><meta charset="shift_jis"><title>青葉製菓</title><meta name="robots" content="noindex, nofollow"></head><body><p>お問い合わせ</p><script>var a = "<p>";</script></body></html>',
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=EUC-JP"></head><body>\u001b$B%F%9%H\u001b(B</body></html>',
      '<title>a</title><!-- <p> --><style>p { }</style><p>&amp;&#12354;&#x3042;&nbsp;</p>',
    ].map((text) => Buffer.from(text));
    const charset = fc.constantFrom(
      null,
      'text/html; charset=iso-2022-jp',
      'text/html; charset=shift_jis',
      'text/html; charset=nonsense',
      'text/html;charset=utf-16',
    );
    fc.assert(
      fc.property(broken(good), charset, (bytes, contentType) => {
        const { source, page, text, has } = readContent(bytes, contentType);
        const read = [page.title ?? '', ...page.lines, ...page.asides].join('');
        expect(read.length).toBeLessThanOrEqual(source.length * 4 + 16);
        expect(text.length).toBeLessThanOrEqual(source.length * 20 + 16);
        // What is shown can be found.
        for (const line of page.lines) expect(has(line)).toBe(true);
      }),
      runs,
    );
  });
});
