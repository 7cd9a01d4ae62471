import { describe, expect, it } from 'vitest';
import { type Place, readOptions } from '../../src/check/options.ts';
import { InputProblem } from '../../src/edge/options.ts';
import { messagesFor } from '../../src/messages/index.ts';

const read = <P extends Place>(place: P, values: Readonly<Record<string, string>> = {}) =>
  readOptions(place, ({ name }) => values[name] ?? '');
const network = (values: Readonly<Record<string, string>> = {}) => read('check', values);
const action = (values: Readonly<Record<string, string>> = {}) => read('action', values);
const readCredentials = (credentials: string) => read('check', { credentials }).credentials;

function problemOf(read: () => unknown): InputProblem {
  try {
    read();
  } catch (error) {
    if (error instanceof InputProblem) return error;
    throw error;
  }
  throw new Error('no problem was found');
}

describe('network inputs', () => {
  it('have the defaults of nothing given', () => {
    expect(network()).toMatchObject({
      allowPrivate: false,
      retryWaitsMs: [5000, 30_000],
      deadlineMs: 300_000,
      resolver: null,
      rootHints: null,
      caFile: null,
      connectTo: [],
      userAgent: null,
    });
  });
  it('read connect-to as curl does', () => {
    const lines = [
      'www.example.jp:443=127.0.0.1:8443',
      '192.0.2.53:53=127.0.0.1:5301',
      '[2001:db8::1]:*=[::1]:8443',
      '*:80=127.0.0.1:8080',
      '# a comment',
      '',
    ];
    expect(network({ 'connect-to': lines.join('\n') }).connectTo).toEqual([
      { host: 'www.example.jp', port: 443, toAddress: '127.0.0.1', toPort: 8443 },
      { host: '192.0.2.53', port: 53, toAddress: '127.0.0.1', toPort: 5301 },
      { host: '2001:db8::1', port: null, toAddress: '::1', toPort: 8443 },
      { host: null, port: 80, toAddress: '127.0.0.1', toPort: 8080 },
    ]);
  });
  it('read root hints, waits and the rest', () => {
    const inputs = network({
      'root-hints': 'a.root.example=127.0.0.1:5300\nb.root.example=[::1]:53',
      retries: '5s, 30s',
      deadline: '90s',
      'allow-private': 'TRUE',
      resolver: '192.0.2.1:5353',
    });
    expect(inputs).toMatchObject({
      rootHints: [
        { name: 'a.root.example', address: '127.0.0.1', port: 5300 },
        { name: 'b.root.example', address: '::1', port: 53 },
      ],
      retryWaitsMs: [5000, 30_000],
      deadlineMs: 90_000,
      allowPrivate: true,
      resolver: '192.0.2.1:5353',
    });
  });
  it.each([
    ['1.1h', 3_960_000],
    // What no timer can wait for is no time at all: it would go off at once.
    ['25d', 2 ** 31 - 1],
    ['999999w', 2 ** 31 - 1],
  ])('wait whole milliseconds, and no longer than a timer can: %s', (text, milliseconds) => {
    expect(network({ deadline: text, retries: text })).toMatchObject({
      deadlineMs: milliseconds,
      retryWaitsMs: [milliseconds],
    });
  });
  it.each([
    ['connect-to', 'www.example.jp=127.0.0.1', 'connect-to'],
    ['connect-to', 'a:1=elsewhere.example:2', 'connect-to'],
    ['connect-to', 'a:1=127.0.0.1:70000', 'connect-to'],
    ['root-hints', 'a.root.example', 'root-hints'],
    ['resolver', 'resolver.example:53', 'resolver'],
    ['resolver', 'http://dns.example/', 'resolver'],
    ['retries', 'soon', 'duration'],
    ['deadline', '1 month', 'duration'],
    ['allow-private', 'yes', 'boolean'],
  ])('refuse %s: %s', (input, value, code) => {
    const problem = problemOf(() => network({ [input]: value }));
    expect(problem).toMatchObject({ input, code });
  });
  it.each(['192.0.2.1', '192.0.2.1:53', '[2001:db8::1]:53', '2001:db8::1', 'https://dns.example/dns-query'])(
    'take the resolver %s',
    (resolver) => {
      expect(network({ resolver }).resolver).toBe(resolver);
    },
  );
});

describe('other inputs', () => {
  it('read words from closed lists', () => {
    expect(action({ language: 'en' }).language).toBe('en');
    expect(action().language).toBeNull();
    expect(action().mode).toBe('auto');
    expect([...action({ only: 'dns, endpoints' }).only!]).toEqual(['dns', 'endpoints']);
    expect(action().only).toBeNull();
    expect([...action().openOn]).toEqual(['drift', 'expiring', 'stale', 'unknown', 'danger']);
    expect([...action({ 'fail-on': 'never' }).failOn!]).toEqual([]);
    expect(action().failOn).toBeNull();
  });
  it.each(['only', 'fail-on', 'open-on', 'retries', 'root-hints', 'assignees'])(
    'take a list of nothing in %s for nothing given',
    (input) => expect(action({ [input]: ' ,\n' })).toEqual(action()),
  );
  it.each([
    ['language', 'fr'],
    ['mode', 'daily'],
    ['only', 'dns,everything'],
    ['open-on', 'sometimes'],
    ['fail-on', 'never,drift'],
    ['propose', 'mail'],
  ])('refuse other words in %s', (input, value) => {
    expect(problemOf(() => action({ [input]: value }))).toMatchObject({ input, code: 'one-of' });
  });
  it('never hold a secret of the action: these are read one by one', () => {
    const values = action({ credentials: 'a', 'github-token': 'b', 'heartbeat-url': 'c' });
    expect(Object.keys(values)).toEqual(expect.not.arrayContaining(['credentials', 'token', 'heartbeatUrl']));
  });
  it('read times and spans', () => {
    expect(action({ now: '2026-11-23T00:00:00Z' }).now!.toString()).toBe('2026-11-23T00:00:00Z');
    expect(action({ now: '2026-11-23T09:00:00+09:00' }).now!.toString()).toBe('2026-11-23T00:00:00Z');
    expect(action({ 'next-check': '7d' }).nextCheck).toMatchObject({ type: 'after' });
    expect(action({ 'next-check': '2026-12-01' }).nextCheck).toMatchObject({ type: 'at' });
    expect(problemOf(() => action({ now: 'yesterday' })).code).toBe('moment');
    expect(problemOf(() => action({ now: '+275760-09-13T00:00:00Z' })).code).toBe('moment');
    expect(problemOf(() => action({ 'next-check': '2026-02-30' })).code).toBe('moment-or-duration');
  });
  it('read assignees with and without a party', () => {
    const { assignees } = action({ assignees: 'octocat, maintenance=hosyu\nmaintenance=@second' });
    expect(Object.fromEntries(assignees)).toEqual({ '': ['octocat'], maintenance: ['hosyu', 'second'] });
    expect(problemOf(() => action({ assignees: 'not a login' })).code).toBe('assignees');
  });
});

describe('credentials', () => {
  it('are lines of host, header and value', () => {
    const text = [
      'Backup.example.jp Authorization: Bearer abc def',
      'backup.example.jp:8443 X-Key:abc',
      '[2001:DB8::1]:8443 X-Key: abc',
    ].join('\n');
    expect(readCredentials(text)).toEqual([
      { host: 'backup.example.jp', port: 443, header: 'Authorization', value: 'Bearer abc def' },
      { host: 'backup.example.jp', port: 8443, header: 'X-Key', value: 'abc' },
      { host: '2001:db8::1', port: 8443, header: 'X-Key', value: 'abc' },
    ]);
  });
  it('are lines of host and provider', () => {
    expect(readCredentials('Store.example.jp s3\nhc.example.jp:8000  healthchecks')).toEqual([
      { host: 'store.example.jp', port: 443, provider: 's3' },
      { host: 'hc.example.jp', port: 8000, provider: 'healthchecks' },
    ]);
  });
  it.each([
    ['store.example.jp', 'credentials-host-alone'],
    ['store.example.jp:9000', 'credentials-host-alone'],
    ['store.example.jp s4', 'credentials'],
    ['store.example.jp:0 s3', 'credentials'],
    ['store.example.jp:65536 s3', 'credentials'],
    ['https://store.example.jp s3', 'credentials'],
    ['user@store.example.jp s3', 'credentials'],
    ['2001:db8::1 s3', 'credentials'],
    ['store.example.jp X-Key:', 'credentials'],
  ])('%s opens nothing', (text, code) => {
    expect(problemOf(() => readCredentials(text)).code).toBe(code);
  });
  it('are never shown when they are wrong', () => {
    for (const text of ['s3cret-without-header value', 'host Bad Header: s3cret', 'host X: a\u0000s3cret']) {
      const problem = problemOf(() => readCredentials(text));
      expect(JSON.stringify({ ...problem, message: problem.message })).not.toContain('s3cret');
      for (const language of ['ja', 'en'] as const) {
        expect(messagesFor(language).command.inputProblem(problem)).not.toContain('s3cret');
      }
    }
  });
});
