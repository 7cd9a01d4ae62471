import { describe, expect, test } from 'vitest';
import { formatFor } from '../../src/messages/format.ts';
import { messagesFor } from '../../src/messages/index.ts';
import { planConsoles } from '../../src/probes/access/claim.ts';
import { planCertificates } from '../../src/probes/certificate/claim.ts';
import { hostAndPort, isAt, placeName, readPlace, webUrl } from '../../src/protocols/place.ts';

describe('the place of a web address', () => {
  test.each([
    ['https://www.example.jp/', 'www.example.jp', 443, 'www.example.jp'],
    ['http://www.example.jp/', 'www.example.jp', 80, 'www.example.jp:80'],
    ['https://例え.jp:8443/', 'xn--r8jz45g.jp', 8443, 'xn--r8jz45g.jp:8443'],
    ['https://[2001:DB8::1]/', '2001:db8::1', 443, '2001:db8::1'],
    ['https://[2001:db8::1]:8443/', '2001:db8::1', 8443, '[2001:db8::1]:8443'],
  ])('%s', (text, host, port, name) => {
    expect(hostAndPort(new URL(text))).toEqual({ host, port });
    expect(placeName({ host, port })).toBe(name);
    expect(isAt(host, text)).toBe(true);
  });
  test.each(['ftp://example.jp/', 'mailto:a@example.jp', 'www.example.jp', ''])('%j is none', (text) => {
    expect(webUrl(text)).toBeNull();
  });
});

describe('a place that is written', () => {
  test.each([
    ['www.example.jp:8443', null, { host: 'www.example.jp', port: 8443 }],
    ['[2001:DB8::1]:53', null, { host: '2001:db8::1', port: 53 }],
    ['192.0.2.1', 53, { host: '192.0.2.1', port: 53 }],
    ['[2001:db8::1]', 53, { host: '2001:db8::1', port: 53 }],
    ['2001:db8::1', 53, { host: '2001:db8::1', port: 53 }],
    ['192.0.2.1', null, null],
    ['2001:db8::1', null, null],
    ['192.0.2.1:0', 53, null],
    ['192.0.2.1:65536', 53, null],
    ['https://example.jp', 53, null],
    ['a b:1', null, null],
    ['', 53, null],
  ])('%j (usually %s)', (text, usualPort, place) => {
    expect(readPlace(text, usualPort)).toEqual(place);
  });
});

describe('an IPv6 address with a port is called the same everywhere', () => {
  const url = 'https://[2001:db8::1]:8443/';
  const name = '[2001:db8::1]:8443';

  test('by certificates and consoles', () => {
    const [certificate] = planCertificates({ reality: {}, site: { url } } as never);
    const [console] = planConsoles({ reality: {}, access: { server: { console: url } } } as never);
    expect([certificate!.subject, console!.subject]).toEqual([name, name]);
  });
  test.each(['ja', 'en'] as const)('by messages (%s)', (language) => {
    const format = formatFor(language, 'UTC', { parties: {}, contacts: {} });
    const { rules } = messagesFor(language);
    const place = { host: '2001:db8::1', port: 8443, addresses: [] };
    expect(rules['tls/self-signed'].say(place, format).title).toContain(name);
    const data = { endpoint: 'home', url, address: null, host: '2001:db8::1', code: 'refused' } as const;
    // Its own host, and none that it sends visitors to.
    expect(rules['http/unreachable'].say(data as never, format).title).not.toContain('2001:db8::1,');
    expect(rules['http/unreachable'].say(data as never, format).title).not.toContain('案内');
  });
});
