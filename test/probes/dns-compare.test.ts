import { describe, expect, test } from 'vitest';
import type { Match, RecordClaim } from '../../src/probes/dns/claim.ts';
import { compare, isInRange } from '../../src/probes/dns/compare.ts';
import { asciiName, isWithin, parentName, plainName } from '../../src/protocols/dns/name.ts';
import { type ClaimedType, normalizeValue } from '../../src/protocols/dns/record.ts';

const claim = (type: ClaimedType, match: Match, values: string[], absent = false): RecordClaim => ({
  about: 'records',
  name: 'www.example.jp',
  type,
  values,
  match,
  ttlAtMost: null,
  absent,
});

describe('names', () => {
  test.each([
    ['WWW.Example.JP.', 'www.example.jp'],
    ['日本語.jp', 'xn--wgv71a119e.jp'],
    ['_dmarc.example.jp', '_dmarc.example.jp'],
    ['*.example.jp', '*.example.jp'],
    ['.', '.'],
    ['', null],
    ['a..b', null],
    ['a b', null],
    [`${'a'.repeat(64)}.jp`, null],
    [`${'a.'.repeat(127)}jp`, null],
  ])('%j is %j', (written, name) => expect(asciiName(written)).toBe(name));

  test('only ASCII letters have a lower case in DNS', () => {
    expect(plainName('\u212A.example')).toBe('\u212A.example');
  });

  test.each([
    ['a.example.jp', 'example.jp', true],
    ['example.jp', 'example.jp', true],
    ['badexample.jp', 'example.jp', false],
    ['example.jp', '.', true],
  ])('%s within %s: %s', (name, zone, within) => expect(isWithin(name, zone)).toBe(within));

  test('a name without its first label', () => {
    expect(parentName('www.example.jp')).toBe('example.jp');
    expect(parentName('jp')).toBe('.');
    expect(parentName('.')).toBe('.');
  });
});

describe('values in one spelling', () => {
  test.each<[ClaimedType, string, string]>([
    ['A', ' 203.0.113.10 ', '203.0.113.10'],
    ['AAAA', '2001:0DB8:0:0::0001', '2001:db8::1'],
    ['CNAME', 'Shop.Example.NET.', 'shop.example.net'],
    ['NS', 'NS1.例え.jp', 'ns1.xn--r8jz45g.jp'],
    ['MX', '10  Mail.Example.jp.', '10 mail.example.jp'],
    ['MX', '0 .', '0 .'],
    ['SRV', '0 5 5060 SIP.example.jp', '0 5 5060 sip.example.jp'],
    ['CAA', '0 issue "LetsEncrypt.org"', '0 issue letsencrypt.org'],
    [
      'CAA',
      '0 ISSUE letsencrypt.org;validationmethods=dns-01',
      '0 issue letsencrypt.org; validationmethods=dns-01',
    ],
    ['CAA', '0 issue ;', '0 issue ;'],
    ['CAA', '0 iodef mailto:A@example.jp', '0 iodef mailto:A@example.jp'],
    ['TXT', 'v=spf1 -all', 'v=spf1 -all'],
    ['TXT', '"v=spf1 " "-all"', 'v=spf1 -all'],
    ['TXT', '"v=DKIM1\\; p=\\"x\\""', 'v=DKIM1; p="x"'],
    ['TXT', '"\\227\\129\\130\\059"', 'あ;'],
    ['TXT', '"\\255a"', '\\255a'],
    ['TXT', '""', ''],
    ['CAA', '0 issue', '0 issue'],
    ['CAA', '0 issue ""', '0 issue'],
    ['HTTPS', '1 . port=0443', '1 . port=443'],
    ['HTTPS', '1 . alpn="h2,h3"', '1 . alpn=h2,h3'],
    [
      'HTTPS',
      '1 . ipv6hint=2001:DB8:0::1 alpn=h2 no-default-alpn',
      '1 . alpn=h2 no-default-alpn ipv6hint=2001:db8::1',
    ],
    ['SVCB', '0 Svc.Example.jp.', '0 svc.example.jp'],
    ['A', 'not an address', 'not an address'],
    ['A', '10.1', '10.1'],
    ['MX', 'mail.example.jp', 'mail.example.jp'],
  ])('%s %j', (type, written, normal) => expect(normalizeValue(type, written)).toBe(normal));
});

test.each<[ClaimedType, string, string, string]>([
  ['TXT', '"a\\;b"', 'a;b', 'match'],
  ['TXT', '"a\\;b"', '"a\\;b"', 'match'],
  ['TXT', 'a\\;b', 'a\\;b', 'match'],
  ['TXT', 'a\\;b', 'a;b', 'differs'],
  ['TXT', '""', '', 'match'],
  ['CNAME', 'é.example', 'é.example', 'match'],
  ['CNAME', 'é.example', 'xn--9ca.example', 'match'],
])('%s %s stands for %s as seen: %s', (type, written, seen, result) => {
  expect(compare(claim(type, 'exact', [written]), { values: [seen], aliases: [] })).toBe(result);
});

describe('matchers', () => {
  const [a, b, c] = ['203.0.113.1', '203.0.113.2', '203.0.113.3'] as const;
  test.each<[Match, string[], string[], string]>([
    ['exact', [a, b], [b, a], 'match'],
    ['exact', [a], [a, b], 'more'],
    ['exact', [a, b], [a], 'differs'],
    ['exact', [a], [b], 'differs'],
    ['exact', [a], [], 'none'],
    ['exact', [], [a], 'match'],
    ['exact', [], [], 'none'],
    ['includes', [a], [a, b], 'match'],
    ['includes', [a, b], [a, c], 'differs'],
    ['within', [a, b, c], [a, b], 'match'],
    ['within', [a], [a, b], 'more'],
    ['within', [a, c], [a, b], 'differs'],
    ['within', [a], [], 'none'],
    ['any', [a, b], [b, c], 'match'],
    ['any', [a], [b, c], 'differs'],
    ['cidr', ['203.0.113.0/24'], [a, b], 'match'],
    ['cidr', ['203.0.113.0/31', '198.51.100.0/24'], [a, b], 'differs'],
    ['cidr', [a], [a], 'match'],
    ['cidr', ['2001:db8::/32'], [a], 'differs'],
    ['cidr', ['nonsense'], [a], 'differs'],
    ['cidr', ['203.0.113.0/24'], [], 'none'],
  ])('%s %j, seen %j: %s', (match, values, seen, result) => {
    expect(compare(claim('A', match, values), { values: seen, aliases: [] })).toBe(result);
  });

  test.each<[ClaimedType, string[], string[], string[], string]>([
    ['CNAME', ['.cloudfront.net'], ['d1.cloudfront.net'], [], 'match'],
    ['CNAME', ['cloudfront.net'], ['evilcloudfront.net'], [], 'differs'],
    [
      'CNAME',
      ['.cloudfront.net'],
      ['a.example.jp'],
      ['a.example.jp', 'D2.cloudfront.net'.toLowerCase()],
      'match',
    ],
    ['A', ['.cloudfront.net'], ['203.0.113.1'], ['d1.cloudfront.net'], 'match'],
    ['A', ['.cloudfront.net'], ['203.0.113.1'], [], 'differs'],
    ['A', ['.cloudfront.net'], [], [], 'none'],
  ])('suffix: %s %j, seen %j by %j: %s', (type, values, seen, aliases, result) => {
    expect(compare(claim(type, 'suffix', values), { values: seen, aliases })).toBe(result);
  });

  test('absent', () => {
    expect(compare(claim('A', 'exact', [], true), { values: [], aliases: [] })).toBe('match');
    expect(compare(claim('A', 'exact', [], true), { values: [a], aliases: [] })).toBe('more');
  });

  test('IPv6 in a range, whatever its spelling', () => {
    expect(isInRange('2001:db8::1', '2001:0DB8::/32')).toBe(true);
    expect(isInRange('2001:db9::1', '2001:db8::/32')).toBe(false);
  });
});
