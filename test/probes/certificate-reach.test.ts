import http from 'node:http';
import net from 'node:net';
import tls from 'node:tls';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type FailureCode, ProbeFailure } from '../../src/edge/failure.ts';
import { certificateProbe } from '../../src/probes/certificate/index.ts';
import { type Issuer, issue, type Order, revocationList, serverOf } from '../pki.ts';
import {
  closeAll,
  host,
  leafFor,
  listen,
  lookAt,
  now,
  open,
  serve,
  serveBytes,
  type World,
} from './certificate-world.ts';

// Servers that cannot be looked at, or not at once, and what is said of them then.

let root: Issuer;
let intermediate: Issuer;
beforeAll(async () => {
  root = await issue(null, { subject: 'O=Test Trust, CN=Root', ca: true });
  intermediate = await issue(root, { subject: 'O=Test Trust, CN=I1', ca: true });
});
afterEach(closeAll);

const leafOf = (order: Partial<Order> = {}) => leafFor(intermediate, order);
const look = (world: Omit<World, 'trusts'>) => lookAt({ trusts: [root], ...world });
const past = { valid: ['2029-01-01T00:00:00Z', '2030-05-01T00:00:00Z'] } as const;
const plain = () => listen(net.createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));

describe('is looked at again before it is believed', () => {
  const isConfirmed = async (servers: (number | null)[]) => {
    const { check, observe } = open({ servers, trusts: [root] });
    const { outcome } = await observe();
    if (outcome.type !== 'seen') throw new Error('not seen');
    return certificateProbe.needsConfirmation(check.claim, outcome.fact);
  };

  test('a server that failed, not what others showed', async () => {
    const good = await serve(await leafOf(), [intermediate]);
    const expired = await serve(await leafOf(past), [intermediate]);
    expect(await isConfirmed([good, null])).toBe(true);
    expect(await isConfirmed([await plain()])).toBe(true);
    expect(await isConfirmed([good, expired])).toBe(false);
  });

  test('and what had failed is seen then', async () => {
    let isDown = true;
    const secure = tls.createServer(await serverOf(await leafOf(past), [intermediate]), (socket) =>
      socket.on('error', () => {}),
    );
    const port = await listen(
      net.createServer((socket) => (isDown ? socket.destroy() : secure.emit('connection', socket))),
    );
    const { observe, judge } = open({ servers: [port], trusts: [root] });
    expect((await observe()).outcome).toMatchObject({ failure: { code: 'reset' } });
    isDown = false;
    expect(judge(await observe()).map(({ id }) => id)).toEqual([`tls/expired:${host}`]);
  });

  test('a list of revoked certificates that somebody stopped waiting for', async () => {
    let isSilent = true;
    const leaf = await leafOf({ crl: 'http://aia.test/list.crl' });
    const list = await revocationList(intermediate, { revoked: [leaf] });
    const stop = new AbortController();
    const aiaPort = await listen(
      http.createServer((_request, response) => {
        if (isSilent) stop.abort(new ProbeFailure('deadline'));
        else response.end(list);
      }),
    );
    const servers = [await serve(leaf, [intermediate])];
    const { observe, judge } = open({ servers, aiaPort, trusts: [root] });
    expect((await observe(stop.signal)).outcome).toMatchObject({ failure: { code: 'deadline' } });
    isSilent = false;
    expect(judge(await observe()).map(({ id }) => id)).toEqual([`tls/revoked:${host}`]);
  });
});

describe('over STARTTLS', () => {
  /** A mail server that shows the certificate once it is asked to. */
  async function mail(leaf: Issuer, answer: string): Promise<number> {
    const certificates = await serverOf(leaf, [intermediate]);
    return listen(
      net.createServer((socket) => {
        socket.write('220 mx ready\r\n');
        socket.on('data', function converse(line) {
          if (line.toString().startsWith('EHLO')) return void socket.write('250 STARTTLS\r\n');
          socket.off('data', converse);
          socket.write(answer, () => {
            new tls.TLSSocket(socket, { isServer: true, ...certificates }).on('error', () => {});
          });
        });
      }),
    );
  }
  const claim = 'port: 587, starttls: smtp, renewal: manual';

  test('a mail server’s certificate is judged like any other', async () => {
    const port = await mail(await leafOf(past), '220 go ahead\r\n');
    expect((await look({ servers: [port], claim })).ids).toEqual([`tls/expired:${host}:587`]);
  });

  test('a mail server that says that it does not offer it', async () => {
    const port = await mail(await leafOf(past), '502 no\r\n');
    const { ids, findings } = await look({ servers: [port], claim });
    expect(ids).toEqual([`tls/handshake-failed:${host}:587`]);
    expect(findings[0]).toMatchObject({ kind: 'drift', data: { code: 'STARTTLS_NOT_OFFERED' } });
  });

  test('a mail server that does not encrypt for the moment is not known', async () => {
    const port = await mail(await leafOf(past), '454 later\r\n');
    const { ids, findings } = await look({ servers: [port], claim });
    expect(ids).toEqual([`probe/failed:${host}:587`]);
    expect(findings[0]).toMatchObject({ kind: 'unknown', data: { code: 'response-unexpected' } });
  });
});

describe('not looked at', () => {
  const judged = (
    outcome: { type: 'failed'; failure: ProbeFailure } | { type: 'crashed'; error: unknown },
  ) => {
    const { check, judge } = open({ servers: [null], trusts: [root] });
    return judge({ check, outcome, from: null, startedAt: now, durationMs: 1, attempts: 1 });
  };
  const failed = (code: FailureCode) => judged({ type: 'failed', failure: new ProbeFailure(code) });

  test('for the guard: which address', async () => {
    const issuer = await serveBytes(new Uint8Array());
    const { ids, findings } = await look({ servers: [issuer.port], host: '10.0.0.5' });
    expect(ids).toEqual(['probe/blocked:10.0.0.5']);
    expect(findings[0]).toMatchObject({ kind: 'unknown', items: [8], data: { address: '10.0.0.5' } });
    expect(issuer.asked()).toBe(0);
  });

  test.each(['no-ipv4', 'no-ipv6', 'port-25'] as const)(
    'for what this place lacks (%s): a notice',
    (code) => {
      expect(failed(code)).toMatchObject([
        { rule: 'probe/not-testable', kind: 'notice', items: [], data: { reason: code } },
      ]);
    },
  );

  test.each(['name-unresolvable', 'response-unexpected', 'deadline', 'local-fault'] as const)(
    '%s: not known',
    (code) => {
      expect(failed(code)).toMatchObject([
        { id: `probe/failed:${host}`, kind: 'unknown', severity: 'warning', items: [8], data: { code } },
      ]);
    },
  );

  test('for a fault of this program: not known', () => {
    expect(judged({ type: 'crashed', error: new Error('ours') })).toMatchObject([
      { rule: 'probe/failed', kind: 'unknown', items: [8] },
    ]);
  });
});

test('a server that asks its clients for a certificate is a fault where the ledger does not say so', async () => {
  const options = { requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' } as const;
  const port = await serve(await leafOf(), [intermediate], options);
  expect((await look({ servers: [port] })).ids).toEqual([`tls/handshake-failed:${host}`]);
});
