import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProviderWay } from '../../src/edge/providers.ts';
import type { Exchange } from '../providers/cases.ts';
import { type EdgeSettings, openVendor, type Vendor } from '../providers/vendor.ts';

let vendor: Vendor;
beforeAll(async () => {
  vendor = await openVendor();
});
afterAll(() => vendor.close());

const now = '2026-11-24T00:00:00Z';
const signal = new AbortController().signal;

function open(
  exchanges: readonly Exchange[],
  settings: Partial<EdgeSettings> = {},
  way: Partial<ProviderWay> = {},
) {
  vendor.play({ provider: '.', now, exchanges });
  return vendor.edge({ now, environment: () => '', credentials: '', token: null, ...settings }).open({
    provider: 's3',
    account: null,
    role: null,
    open: new Set(),
    written: new Set(),
    hosts: () => ['api.vendor.example', /.+\.store\.example/],
    ...way,
  });
}

const answer: Exchange = { host: 'api.vendor.example', path: '/', body: { text: '{"ok":true}' } };

describe('what a provider sends', () => {
  it('goes to its own hosts, over TLS that proves them', async () => {
    const { edge, answeredFrom } = open([answer]);
    const reply = await edge.send({ url: 'https://api.vendor.example/' }, signal);
    expect(reply.json()).toEqual({ ok: true });
    expect(reply.date).toBe(now);
    expect(answeredFrom()).toBe('api.vendor.example');
  });

  it.each([
    'https://api.vendor.example.evil.test/',
    'https://evil.test/?https://api.vendor.example/',
    'https://evil.test#.store.example',
    'https://a.store.example.evil.test/',
    'https://store.example/',
  ])('goes nowhere else: %s', async (url) => {
    const { edge } = open([]);
    await expect(edge.send({ url, headers: { authorization: 'Bearer x' } }, signal)).rejects.toMatchObject({
      code: 'response-unexpected',
    });
    expect(vendor.received).toEqual([]);
  });

  it('is measured against the other side’s clock where it is signed by this one', async () => {
    const { edge, clockAheadMs } = open([answer], { now: '2026-11-23T23:00:00Z' });
    await edge.send({ url: 'https://api.vendor.example/' }, signal);
    expect(clockAheadMs()).toBeNull();
    edge.now();
    expect(clockAheadMs()).toBe(3_600_000);
  });

  it('goes nowhere without TLS', async () => {
    const { edge } = open([]);
    await expect(edge.send({ url: 'http://api.vendor.example/' }, signal)).rejects.toMatchObject({
      code: 'response-unexpected',
    });
    expect(vendor.received).toEqual([]);
  });

  it('names a host that the ledger wrote and nobody has allowed', async () => {
    const { edge } = open([], {}, { written: new Set(['minio.example']), hosts: () => [] });
    await expect(edge.send({ url: 'https://minio.example/' }, signal)).rejects.toMatchObject({
      code: 'host-not-named',
      detail: 'minio.example',
    });
  });

  it('stays here where the certificate does not prove the host', async () => {
    const { edge } = open([answer], { trustsRoot: false });
    await expect(
      edge.send({ url: 'https://api.vendor.example/', headers: { authorization: 'Bearer x' } }, signal),
    ).rejects.toMatchObject({ code: 'tls-failed' });
    expect(vendor.received).toEqual([]);
  });

  it('does not follow a redirect', async () => {
    const redirect = { ...answer, status: 302, headers: { location: 'https://elsewhere.example/' } };
    const { edge } = open([redirect]);
    const reply = await edge.send({ url: 'https://api.vendor.example/' }, signal);
    expect(reply.status).toBe(302);
    expect(vendor.received.map(({ host }) => host)).toEqual(['api.vendor.example']);
  });

  it('is asked once more after a short Retry-After, and not after a long one', async () => {
    for (const [after, count] of [
      ['1', 2],
      ['3600', 1],
      ['Tue, 24 Nov 2026 00:00:05 GMT', 2],
      ['soon', 1],
    ] as const) {
      const { edge } = open([{ ...answer, status: 429, headers: { 'retry-after': after } }]);
      await edge.send({ url: 'https://api.vendor.example/' }, signal);
      expect([after, vendor.received.length]).toEqual([after, count]);
    }
  });
});

describe('the variables of tools that differ', () => {
  const sets = [
    ['NEW_KEY', 'NEW_SECRET'],
    ['OLD_KEY', 'OLD_SECRET'],
  ];
  const ask = (given: Readonly<Record<string, string>>) =>
    open([], { environment: (name) => given[name] ?? '' }, { account: 'A' }).edge.firstVariables(...sets);
  const newer = { A_NEW_KEY: 'new-key', A_NEW_SECRET: 'new-secret' };
  const older = { A_OLD_KEY: 'old-key', A_OLD_SECRET: 'old-secret' };

  it.each([
    ['the first set', { ...older, ...newer }, ['new-key', 'new-secret']],
    ['the other, where there is no first', older, ['old-key', 'old-secret']],
    [
      'the one that is whole, and never halves of both',
      { ...older, A_NEW_KEY: 'new-key' },
      ['old-key', 'old-secret'],
    ],
  ])('are %s', (_, given, values) => {
    expect(ask(given)).toEqual(values);
  });

  it.each([
    ['what one lacks', { A_OLD_KEY: 'old-key' }, 'A_OLD_SECRET'],
    ['all of them where none is set', {}, 'A_NEW_KEY + A_NEW_SECRET / A_OLD_KEY + A_OLD_SECRET'],
  ])('are missing by name: %s', (_, given, detail) => {
    expect(() => ask(given)).toThrow(expect.objectContaining({ code: 'credentials-missing', detail }));
  });
});

describe('secrets', () => {
  const environment = (name: string) =>
    ({ CLIENT_A_TOKEN: 'token-of-client-a', TOKEN: 'token-of-nobody', CLIENT_A_REGION: 'ap-northeast-1' })[
      name
    ] ?? '';

  it('are those of the account alone, hidden from then on', () => {
    const { edge } = open([], { environment }, { account: 'CLIENT_A', open: new Set(['REGION']) });
    expect(edge.variable('TOKEN')).toBe('token-of-client-a');
    expect(edge.variable('REGION')).toBe('ap-northeast-1');
    expect(vendor.masked.has('token-of-client-a')).toBe(true);
    expect(vendor.masked.has('ap-northeast-1')).toBe(false);
  });

  it('stand in no answer: neither those of the environment nor those derived from them', async () => {
    const body = { name: 'db-token-of-client-a.sql', path: 'derived%2Bsecret%2F1', region: 'ap-northeast-1' };
    const headers = { link: '</?t=token-of-client-a>' };
    const { edge } = open(
      [{ ...answer, headers, body: { text: JSON.stringify(body) } }],
      { environment },
      { account: 'CLIENT_A', open: new Set(['REGION']) },
    );
    edge.variables('TOKEN', 'REGION');
    edge.mask('derived+secret/1');
    const reply = await edge.send({ url: 'https://api.vendor.example/' }, signal);
    expect(reply.json()).toEqual({ name: 'db-***.sql', path: '***', region: 'ap-northeast-1' });
    expect(reply.header('link')).toBe('</?t=***>');
  });

  it('what the ledger itself says is none', async () => {
    const { edge } = open(
      [{ ...answer, body: { text: '"token-of-client-a"' } }],
      { environment },
      { account: 'CLIENT_A', said: '{"prefix":"token-of-client-a/"}' },
    );
    edge.variable('TOKEN');
    const reply = await edge.send({ url: 'https://api.vendor.example/' }, signal);
    expect(reply.json()).toBe('token-of-client-a');
  });

  it('that are missing are named as they are to be set', () => {
    const { edge } = open([], { environment }, { account: 'CLIENT_A' });
    expect(() => edge.variables('TOKEN', 'SECRET', 'OTHER')).toThrow(
      expect.objectContaining({
        code: 'credentials-missing',
        detail: 'CLIENT_A_SECRET, CLIENT_A_OTHER',
      }),
    );
  });

  it.each([
    ['https://Backup.example/', { authorization: 'Bearer abcdefgh', 'x-key': 'k' }],
    ['https://backup.example:443/', { authorization: 'Bearer abcdefgh', 'x-key': 'k' }],
    ['https://backup.example:8443/', { 'x-other': 'port' }],
    ['https://backup.example:8080/', {}],
    ['https://other.example/', {}],
    ['https://store.example/', {}],
  ])('of the input go to their own place alone: %s', (url, headers) => {
    const credentials = [
      'backup.example Authorization: Bearer abcdefgh',
      'backup.example X-Key: k',
      'backup.example:8443 X-Other: port',
      'store.example s3',
    ].join('\n');
    expect(open([], { credentials }).edge.headersFor(new URL(url))).toEqual(headers);
  });

  it.each([
    ['https://store.example/', 's3', true],
    ['https://store.example/', 'restic-s3', false],
    ['https://store.example/', 'healthchecks', false],
    ['https://store.example:9000/', 's3', false],
    ['https://minio.example:9000/', 's3', true],
    ['https://minio.example/', 's3', false],
    // A header opens its host to nothing else.
    ['https://backup.example/', 's3', false],
    ['https://other.example/', 's3', false],
  ])('a provider is let to the places that are named with it alone: %s %s', (url, provider, isNamed) => {
    const credentials = 'backup.example X-Key: k\nstore.example s3\nminio.example:9000 s3';
    const { edge } = open([], { credentials }, { provider });
    expect(edge.isNamed(new URL(url))).toBe(isNamed);
  });

  it('a place that the provider may use is one port of it', async () => {
    const { edge } = open([answer]);
    const other = edge.send({ url: 'https://api.vendor.example:8443/' }, signal);
    await expect(other).rejects.toMatchObject({ code: 'response-unexpected' });
    expect(vendor.received).toEqual([]);
  });
});
