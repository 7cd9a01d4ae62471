import { describe, expect, it } from 'vitest';
import { dnsLines } from '../../src/init/claims.ts';
import { writeLedger } from '../../src/init/ledger-text.ts';
import type { CertificateSeen, HostSeen, RecordsSeen, SiteSeen } from '../../src/init/seen.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import { init as english } from '../../src/messages/en/init.ts';
import { messagesFor } from '../../src/messages/index.ts';
import { init as japanese } from '../../src/messages/ja/init.ts';
import { ruleNames } from '../../src/rules/index.ts';

// What of the addresses and issuers that a first look saw is written so that it still holds next month.

const records = (answers: readonly (readonly string[])[], more: Partial<RecordsSeen> = {}) =>
  ({ type: 'seen', seen: { exists: true, aliases: [], answers, ttl: 3600, ...more } }) as const;

const certificate: CertificateSeen = {
  issuers: ["Let's Encrypt"],
  names: ['www.example.com', 'example.com'],
  renewal: 'automatic',
  inferredBy: 'issuer',
  lastDay: '2026-12-31',
  isTrusted: true,
  serials: ['1'],
};

function hostOf(
  host: string,
  role: HostSeen['role'],
  a: HostSeen['a'],
  more: Partial<HostSeen> = {},
): HostSeen {
  const entry =
    role === 'site'
      ? null
      : ({
          type: 'seen',
          seen: { url: `https://${host}/`, endsAt: 'https://www.example.com/', status: 200 },
        } as const);
  return { host, port: 443, role, a, aaaa: null, entry, certificate: null, ...more };
}

function siteOf(cdn: string | null, hosts: readonly HostSeen[]): SiteSeen {
  const nothing = { type: 'seen', seen: [] } as const;
  return {
    asked: 'https://www.example.com/',
    url: 'https://www.example.com/',
    withoutTls: null,
    home: {
      type: 'seen',
      seen: {
        status: 200,
        language: 'en',
        sign: null,
        brand: 'Aoba',
        markers: ['Aoba'],
        isWordPress: false,
        cdn,
        contactUrl: null,
      },
    },
    hosts,
    domain: {
      name: 'example.com',
      isSite: true,
      nameServers: nothing,
      mx: nothing,
      txt: nothing,
      caa: nothing,
      isSigned: { type: 'seen', seen: false },
      dmarc: { type: 'seen', seen: null },
      registration: { type: 'unseen', code: 'timeout', detail: null },
    },
  };
}

const said = (site: SiteSeen) => {
  const { records: lines, remarks } = dnsLines(site);
  return [
    ...lines.map(({ name, type, values, match }) => `${name} ${type} ${match} ${values.join(' ')}`),
    ...remarks.map((remark) => `${remark.type} ${remark.what}`),
  ];
};

describe('addresses behind a service', () => {
  it.each([
    ['Cloudflare', ['104.21.5.6', '172.67.1.2'], '104.16.0.0/13 172.64.0.0/13'],
    ['Fastly', ['151.101.1.195', '151.101.65.195'], '151.101.0.0/16'],
    ['Imperva', ['45.60.1.2'], '45.60.0.0/16'],
    ['Sucuri', ['192.124.249.9', '192.88.135.9'], null],
    ['GitHub Pages', ['185.199.108.153', '185.199.111.153'], '185.199.108.0/22'],
  ])('%s: the apex is said as www is, by published ranges', (name, addresses, ranges) => {
    const a = records([addresses]);
    const site = siteOf(name === 'GitHub Pages' ? null : name, [
      hostOf('www.example.com', 'site', a),
      hostOf('example.com', 'counterpart', a),
    ]);
    const lines = said(site);
    expect(lines.map((line) => line.replace(/^(?:www\.)?example\.com /, ''))).toEqual([
      lines[0]!.slice(16),
      lines[0]!.slice(16),
    ]);
    expect(lines[0]).toBe(
      `www.example.com A ${ranges === null ? `exact ${addresses.join(' ')}` : `cidr ${ranges}`}`,
    );
  });

  it.each(['Amazon CloudFront', 'Akamai', 'Azure Front Door', 'bunny.net'])(
    '%s: left out at every host that has them, with what they are',
    (cdn) => {
      const a = records([['192.0.2.1', '192.0.2.2']]);
      const site = siteOf(cdn, [
        hostOf('www.example.com', 'site', a),
        hostOf('example.com', 'counterpart', a),
      ]);
      expect(said(site)).toEqual(['cdn-addresses www.example.com A', 'cdn-addresses example.com A']);
    },
  );

  it('a host with addresses of its own is none of it', () => {
    const site = siteOf('Akamai', [
      hostOf('www.example.com', 'site', records([['192.0.2.1']])),
      hostOf('example.com', 'counterpart', records([['198.51.100.1']])),
    ]);
    expect(said(site)).toEqual(['example.com A exact 198.51.100.1', 'cdn-addresses www.example.com A']);
  });
});

describe('addresses that rotate slowly', () => {
  it('are those of the name that www is an alias of', () => {
    const www = records([['192.0.2.1']], { aliases: ['lb-7.hoster.example'] });
    const site = siteOf(null, [
      hostOf('www.example.com', 'site', www),
      hostOf('example.com', 'counterpart', records([['192.0.2.1']])),
    ]);
    expect(said(site)).toEqual([
      'www.example.com CNAME exact lb-7.hoster.example',
      'alias-addresses example.com A',
    ]);
  });

  it('but www as an alias of the apex itself says nothing of it', () => {
    const www = records([['192.0.2.1']], { aliases: ['example.com'] });
    const site = siteOf(null, [
      hostOf('www.example.com', 'site', www),
      hostOf('example.com', 'counterpart', records([['192.0.2.1']])),
    ]);
    expect(said(site)).toEqual(['www.example.com CNAME exact example.com', 'example.com A exact 192.0.2.1']);
  });

  it('are several that may be kept for a minute', () => {
    const of = (ttl: number | null, ...addresses: string[]) =>
      said(siteOf(null, [hostOf('www.example.com', 'site', records([addresses], { ttl }))]));
    expect(of(60, '192.0.2.1', '192.0.2.2')).toEqual(['balancer-addresses www.example.com A']);
    expect(of(300, '192.0.2.1', '192.0.2.2')).toEqual(['www.example.com A exact 192.0.2.1 192.0.2.2']);
    expect(of(null, '192.0.2.1', '192.0.2.2')).toEqual(['www.example.com A exact 192.0.2.1 192.0.2.2']);
    expect(of(60, '192.0.2.1')).toEqual(['www.example.com A exact 192.0.2.1']);
  });
});

describe.each([
  ['en', english],
  ['ja', japanese],
] as const)('the issuer, in %s', (language, init) => {
  const issuerOf = (cdn: string | null, seen: CertificateSeen, addresses = ['192.0.2.1']) => {
    const host = hostOf('www.example.com', 'site', records([addresses]), {
      certificate: { type: 'seen', seen },
    });
    const text = writeLedger(
      {
        site: siteOf(cdn, [host]),
        answers: null,
        language,
        timezone: 'Asia/Tokyo',
        day: '2026-08-03',
        templates: new Set(['first-report', 'recovery-report']),
      },
      { init, failures: messagesFor(language).report.evidence.failures },
    );
    const read = parseLedger(Buffer.from(text), {
      file: 'ledger.yml',
      now: '2026-08-03T00:17:00Z',
      ruleNames,
    });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const entry = Object.values(read.parsed.ledger.reality.certificates ?? {})[0];
    return [entry?.issuer, /Cloudflare/.test(text.split('\n').find((line) => /renewal: /.test(line)) ?? '')];
  };

  it('is left to a service that chooses it, by headers or by addresses', () => {
    expect(issuerOf('Cloudflare', certificate)).toEqual([undefined, true]);
    expect(issuerOf(null, certificate, ['104.21.5.6'])).toEqual([undefined, true]);
  });

  it('is written where people choose it', () => {
    expect(issuerOf(null, certificate)).toEqual([["Let's Encrypt"], false]);
    expect(issuerOf('Cloudflare', { ...certificate, issuers: ['DigiCert Inc'], renewal: 'manual' })).toEqual([
      ['DigiCert Inc'],
      false,
    ]);
  });
});
