import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  anyPurpose,
  clientAuth,
  type Issuer,
  issue,
  type Order,
  permitsOnly,
  unknownCritical,
} from '../pki.ts';
import {
  aia,
  closeAll,
  dataOf,
  derOf,
  host,
  leafFor,
  lookAt,
  serve,
  serveBytes,
} from './certificate-world.ts';

// Where a chain leads, beside what Node says of it: never further than Node goes, and never silently less far.

let root: Issuer;
let intermediate: Issuer;
beforeAll(async () => {
  root = await issue(null, { subject: 'O=Test Trust, CN=Root', ca: true });
  intermediate = await issue(root, { subject: 'O=Test Trust, CN=I1', ca: true });
});
afterEach(closeAll);

const authority = (issuer: Issuer | null, name: string, order: Partial<Order> = {}) =>
  issue(issuer, { subject: `O=Test Trust, CN=${name}`, ca: true, ...order });
const longAgo = { valid: ['2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z'] } as const;
const lax = { ciphers: 'DEFAULT:@SECLEVEL=0' };

async function trustOf(world: Parameters<typeof lookAt>[0]) {
  const { observation, ids, findings } = await lookAt(world);
  const fact = observation.outcome.type === 'seen' ? observation.outcome.fact : null;
  const end = fact?.servers[0]?.end;
  const shown = end?.type === 'shown' ? end : null;
  return {
    trust: shown?.trust.type,
    node: shown?.errorCode,
    rules: ids.map((id) => id.split(':')[0]).sort(),
    findings,
  };
}

describe('a root', () => {
  test.each([
    ['has ended', longAgo],
    // Ended by the moment to judge by, whatever this machine's clock says.
    ['has ended a day ago', { valid: ['2020-01-01T00:00:00Z', '2030-05-31T00:00:00Z'] }],
    ['ends this moment', { valid: ['2020-01-01T00:00:00Z', '2030-06-01T00:00:00Z'] }],
    ['has not begun', { valid: ['2030-06-02T00:00:00Z', '2040-01-01T00:00:00Z'] }],
  ] as const)('that %s makes nothing trusted, sent along or not', async (_name, order) => {
    const ended = await authority(null, 'Ended Root', order);
    const below = await authority(ended, 'Below');
    for (const sent of [[below], [below, ended]]) {
      const port = await serve(await leafFor(below), sent);
      const { rules, findings } = await trustOf({ servers: [port], trusts: [ended] });
      expect(rules).toEqual(['tls/untrusted-root']);
      expect(dataOf(findings, 'tls/untrusted-root')).toMatchObject({ issuer: 'Test Trust', missing: false });
    }
  });

  test('that ends in a second still vouches', async () => {
    const ending = await authority(null, 'Ending', {
      valid: ['2020-01-01T00:00:00Z', '2030-06-01T00:00:01Z'],
    });
    const port = await serve(await leafFor(ending), []);
    expect((await trustOf({ servers: [port], trusts: [ending] })).rules).toEqual([]);
  });

  test('that has ended is told beside a leaf that has, and beside a missing intermediate', async () => {
    const ended = await authority(null, 'Ended Root', longAgo);
    const below = await authority(ended, 'Below');
    const expired = await serve(await leafFor(below, longAgo), [below]);
    expect((await trustOf({ servers: [expired], trusts: [ended] })).rules).toEqual([
      'tls/expired',
      'tls/untrusted-root',
    ]);
    const issuer = await serveBytes(derOf(below));
    const short = await serve(await leafFor(below, { aia }), []);
    expect((await trustOf({ servers: [short], trusts: [ended], aiaPort: issuer.port })).rules).toEqual([
      'tls/incomplete-chain',
      'tls/untrusted-root',
    ]);
  });

  test.each([false, true])(
    'that has a successor of the same key is no matter (successor first: %s)',
    async (first) => {
      const ended = await authority(null, 'Root', longAgo);
      const successor = await authority(null, 'Root', { keysOf: ended });
      const port = await serve(await leafFor(ended), []);
      const trusts = first ? [successor, ended] : [ended, successor];
      expect(await trustOf({ servers: [port], trusts })).toMatchObject({ trust: 'trusted', rules: [] });
    },
  );

  test.each([
    ['', {}, ['tls/untrusted-root']],
    [', the leaf expired as well', longAgo, ['tls/expired', 'tls/untrusted-root']],
  ] as const)('with a weak key makes nothing trusted%s', async (_name, order, rules) => {
    const weak = await authority(null, 'Weak', { key: 'rsa1024' });
    const below = await authority(weak, 'Below');
    const port = await serve(await leafFor(below, order), [below], lax);
    expect(await trustOf({ servers: [port], trusts: [weak] })).toMatchObject({ trust: 'untrusted', rules });
  });

  test('may be the server’s own certificate, where the operator says so', async () => {
    const own = (order: Partial<Order>) => issue(null, { subject: `CN=${host}`, names: [host], ...order });
    const [good, ended] = [await own({}), await own(longAgo)];
    expect((await trustOf({ servers: [await serve(good, [])], trusts: [good] })).rules).toEqual([]);
    expect((await trustOf({ servers: [await serve(ended, [])], trusts: [ended] })).rules).toEqual([
      'tls/expired',
    ]);
  });
});

describe('what is no root in ca-file makes nothing trusted', () => {
  test.each([
    ['', {}, []],
    [', expired as well', longAgo, ['tls/expired']],
  ] as const)('an intermediate alone%s', async (_name, order, others) => {
    for (const sent of [[intermediate], []]) {
      const port = await serve(await leafFor(intermediate, order), sent);
      expect(await trustOf({ servers: [port], trusts: [intermediate] })).toMatchObject({
        trust: 'untrusted',
        rules: [...others, 'tls/untrusted-root'],
      });
    }
  });

  test.each([
    ['', {}, []],
    [', expired as well', longAgo, ['tls/expired']],
  ] as const)('the server’s own, by an authority%s', async (_name, order, others) => {
    const leaf = await leafFor(intermediate, order);
    const port = await serve(leaf, [intermediate]);
    expect(await trustOf({ servers: [port], trusts: [leaf] })).toMatchObject({
      trust: 'untrusted',
      rules: [...others, 'tls/untrusted-root'],
    });
  });

  test('an intermediate beside its root hides from nobody that the server leaves it out', async () => {
    const trusts = [root, intermediate];
    const short = await serve(await leafFor(intermediate), []);
    const { rules, findings, node } = await trustOf({ servers: [short], trusts });
    expect([node, rules]).toEqual([null, ['tls/incomplete-chain']]);
    expect(dataOf(findings, 'tls/incomplete-chain')).toMatchObject({ missing: 'I1' });
    const expired = await serve(await leafFor(intermediate, longAgo), []);
    expect((await trustOf({ servers: [expired], trusts })).rules).toEqual([
      'tls/expired',
      'tls/incomplete-chain',
    ]);
    const whole = await serve(await leafFor(intermediate), [intermediate]);
    expect((await trustOf({ servers: [whole], trusts })).rules).toEqual([]);
  });
});

describe('of several ways to a root', () => {
  test.each([false, true])('the one that lasts counts (the lasting one first: %s)', async (first) => {
    const other = await authority(null, 'Other Root');
    const ended = await authority(root, 'Cross', longAgo);
    const lasting = await authority(other, 'Cross', { keysOf: ended });
    const sent = first ? [lasting, ended] : [ended, lasting];
    const port = await serve(await leafFor(ended), sent);
    const { rules, findings } = await trustOf({ servers: [port], trusts: [root, other] });
    // The one that is of no use any more is still sent along.
    expect(rules).toEqual(['tls/intermediate-expires']);
    expect(findings[0]).toMatchObject({ kind: 'expiring', severity: 'warning' });
  });

  test('a root that is cross-signed by one of old needs it no more', async () => {
    const old = await authority(null, 'Old Root', longAgo);
    const crossSigned = await authority(old, 'Root', { keysOf: root });
    const port = await serve(await leafFor(intermediate), [intermediate, crossSigned]);
    expect(await trustOf({ servers: [port], trusts: [root] })).toMatchObject({ trust: 'trusted', rules: [] });
    // Where only the old root is known, it is the way, and it has ended.
    expect((await trustOf({ servers: [port], trusts: [old] })).rules).toEqual(['tls/untrusted-root']);
  });

  test.each([{}, longAgo])(
    'an authority that renewed its own key does not count as one more',
    async (order) => {
      const narrow = await authority(root, 'Narrow', { ca: 0 });
      const renewed = await authority(narrow, 'Narrow', { ca: 0 });
      const port = await serve(await leafFor(renewed, order), [renewed, narrow]);
      expect(await trustOf({ servers: [port], trusts: [root] })).toMatchObject({
        trust: 'trusted',
        rules: order === longAgo ? ['tls/expired'] : [],
      });
    },
  );

  test('the order in which the server sends them, and what does not belong, is no matter', async () => {
    const second = await authority(intermediate, 'I2');
    const stranger = await issue(null, { subject: 'O=Stranger, CN=Root', ca: true });
    const port = await serve(await leafFor(second), [stranger, root, intermediate, second]);
    expect(await trustOf({ servers: [port], trusts: [root] })).toMatchObject({ trust: 'trusted', rules: [] });
  });
});

describe('an intermediate that is not for servers', () => {
  test.each([
    ['for clients', [clientAuth]],
    ['for any purpose, without naming servers', [anyPurpose]],
  ])('%s is one fault, and no unknown authority', async (_name, purposes) => {
    const unfit = await authority(root, 'Unfit', { purposes });
    const port = await serve(await leafFor(unfit), [unfit]);
    expect(await trustOf({ servers: [port], trusts: [root] })).toMatchObject({
      trust: 'wrong-purpose',
      node: 'INVALID_PURPOSE',
      rules: ['tls/wrong-purpose'],
    });
    const expired = await serve(await leafFor(unfit, longAgo), [unfit]);
    expect(await trustOf({ servers: [expired], trusts: [root] })).toMatchObject({
      trust: 'wrong-purpose',
      node: 'CERT_HAS_EXPIRED',
      rules: ['tls/expired', 'tls/wrong-purpose'],
    });
  });

  test('may be the root itself', async () => {
    const unfit = await authority(null, 'Clients’ Root', { purposes: [clientAuth] });
    const servers = [await serve(await leafFor(unfit, longAgo), [])];
    expect(await trustOf({ servers, trusts: [unfit] })).toMatchObject({
      trust: 'wrong-purpose',
      rules: ['tls/expired', 'tls/wrong-purpose'],
    });
  });

  test('is no matter where another way leads past it', async () => {
    const unfit = await authority(root, 'Twin', { purposes: [clientAuth] });
    const fit = await authority(root, 'Twin', { keysOf: unfit });
    const port = await serve(await leafFor(unfit, longAgo), [unfit, fit]);
    expect(await trustOf({ servers: [port], trusts: [root] })).toMatchObject({
      trust: 'trusted',
      rules: ['tls/expired'],
    });
  });

  test('nor is a server’s own that is for any purpose, expired as well', async () => {
    const port = await serve(await leafFor(intermediate, { ...longAgo, purposes: [anyPurpose] }), [
      intermediate,
    ]);
    expect((await trustOf({ servers: [port], trusts: [root] })).rules).toEqual([
      'tls/expired',
      'tls/wrong-purpose',
    ]);
  });
});

describe('what only Node can judge', () => {
  const narrow = (domain: string) => authority(root, 'Narrow', { nameConstraints: permitsOnly(domain) });

  test('names within the constraints are trusted, as Node does', async () => {
    const permitted = await narrow('example.test');
    const port = await serve(await leafFor(permitted), [permitted]);
    expect(await trustOf({ servers: [port], trusts: [root] })).toMatchObject({ trust: 'trusted', rules: [] });
    const expired = await serve(await leafFor(permitted, longAgo), [permitted]);
    expect(await trustOf({ servers: [expired], trusts: [root] })).toMatchObject({
      trust: 'unknown',
      rules: ['tls/expired'],
    });
  });

  test.each([
    ['', {}, []],
    [', expired as well', longAgo, ['tls/expired']],
  ] as const)('a fetched intermediate with constraints is not believed%s', async (_name, order, others) => {
    const forbidden = await narrow('other.test');
    const issuer = await serveBytes(derOf(forbidden));
    const port = await serve(await leafFor(forbidden, { aia, ...order }), []);
    const { trust, rules, findings } = await trustOf({
      servers: [port],
      trusts: [root],
      aiaPort: issuer.port,
    });
    expect({ trust, rules }).toEqual({ trust: 'untrusted', rules: [...others, 'tls/untrusted-root'] });
    expect(dataOf(findings, 'tls/untrusted-root')).toMatchObject({ missing: true });
  });

  test('nor is one that stands in ca-file', async () => {
    const forbidden = await narrow('other.test');
    for (const [order, others] of [
      [{}, []],
      [longAgo, ['tls/expired']],
    ] as const) {
      const port = await serve(await leafFor(forbidden, order), []);
      expect(await trustOf({ servers: [port], trusts: [root, forbidden] })).toMatchObject({
        trust: 'untrusted',
        rules: [...others, 'tls/untrusted-root'],
      });
    }
  });

  test('a critical extension that nobody knows', async () => {
    const extensions = [unknownCritical()];
    const odd = await authority(root, 'Odd', { extensions });
    const cases = [
      [await leafFor(intermediate, { extensions }), intermediate],
      [await leafFor(odd), odd],
    ] as const;
    for (const [leaf, above] of cases) {
      const port = await serve(leaf, [above]);
      expect(await trustOf({ servers: [port], trusts: [root] })).toMatchObject({
        trust: 'untrusted',
        rules: ['tls/untrusted-root'],
      });
    }
    const expired = [
      await serve(await leafFor(odd, longAgo), [odd]),
      await serve(await leafFor(intermediate, { ...longAgo, extensions }), [intermediate]),
    ];
    for (const port of expired) {
      expect(await trustOf({ servers: [port], trusts: [root] })).toMatchObject({
        trust: 'unknown',
        rules: ['tls/expired'],
      });
    }
  });
});
