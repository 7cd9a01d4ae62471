import { describe, expect, it } from 'vitest';
import {
  readAssignees,
  readCredentials,
  readFailOn,
  readLanguage,
  readMode,
  readNetworkInputs,
  readNextCheck,
  readNow,
  readOnly,
  readOpenOn,
} from '../../src/check/inputs.ts';
import { InputProblem } from '../../src/edge/options.ts';
import { messagesFor } from '../../src/messages/index.ts';

const reader = (values: Record<string, string>) => (name: string) => values[name] ?? '';

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
    expect(readNetworkInputs(reader({}))).toEqual({
      allowPrivate: false,
      retryWaitsMs: [],
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
    expect(readNetworkInputs(reader({ 'connect-to': lines.join('\n') })).connectTo).toEqual([
      { host: 'www.example.jp', port: 443, toAddress: '127.0.0.1', toPort: 8443 },
      { host: '192.0.2.53', port: 53, toAddress: '127.0.0.1', toPort: 5301 },
      { host: '2001:db8::1', port: null, toAddress: '::1', toPort: 8443 },
      { host: null, port: 80, toAddress: '127.0.0.1', toPort: 8080 },
    ]);
  });
  it('read root hints, waits and the rest', () => {
    const inputs = readNetworkInputs(
      reader({
        'root-hints': 'a.root.example=127.0.0.1:5300\nb.root.example=[::1]:53',
        retries: '5s, 30s',
        deadline: '90s',
        'allow-private': 'TRUE',
        resolver: '192.0.2.1:5353',
      }),
    );
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
    expect(readNetworkInputs(reader({ deadline: text, retries: text }))).toMatchObject({
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
    const problem = problemOf(() => readNetworkInputs(reader({ [input]: value })));
    expect(problem).toMatchObject({ input, code });
  });
  it.each(['192.0.2.1', '192.0.2.1:53', '[2001:db8::1]:53', 'https://dns.example/dns-query'])(
    'take the resolver %s',
    (resolver) => {
      expect(readNetworkInputs(reader({ resolver })).resolver).toBe(resolver);
    },
  );
});

describe('other inputs', () => {
  it('read words from closed lists', () => {
    expect(readLanguage(reader({ language: 'en' }))).toBe('en');
    expect(readLanguage(reader({}))).toBeNull();
    expect(readMode(reader({}))).toBe('auto');
    expect([...readOnly(reader({ only: 'dns, endpoints' }))!]).toEqual(['dns', 'endpoints']);
    expect(readOnly(reader({}))).toBeNull();
    expect([...readOpenOn(reader({}))]).toEqual(['drift', 'expiring', 'stale', 'unknown', 'danger']);
    expect([...readFailOn(reader({ 'fail-on': 'never' }))!]).toEqual([]);
    expect(readFailOn(reader({}))).toBeNull();
  });
  it.each([
    ['language', () => readLanguage(reader({ language: 'fr' }))],
    ['mode', () => readMode(reader({ mode: 'daily' }))],
    ['only', () => readOnly(reader({ only: 'dns,everything' }))],
    ['open-on', () => readOpenOn(reader({ 'open-on': 'sometimes' }))],
    ['fail-on', () => readFailOn(reader({ 'fail-on': 'never,drift' }))],
  ])('refuse other words in %s', (input, read) => {
    expect(problemOf(read)).toMatchObject({ input, code: 'one-of' });
  });
  it('read times and spans', () => {
    expect(readNow(reader({ now: '2026-11-23T00:00:00Z' }))!.toString()).toBe('2026-11-23T00:00:00Z');
    expect(readNow(reader({ now: '2026-11-23T09:00:00+09:00' }))!.toString()).toBe('2026-11-23T00:00:00Z');
    expect(readNextCheck(reader({ 'next-check': '7d' }))).toMatchObject({ type: 'after' });
    expect(readNextCheck(reader({ 'next-check': '2026-12-01' }))).toMatchObject({ type: 'at' });
    expect(problemOf(() => readNow(reader({ now: 'yesterday' }))).code).toBe('moment');
    expect(problemOf(() => readNow(reader({ now: '+275760-09-13T00:00:00Z' }))).code).toBe('moment');
    expect(problemOf(() => readNextCheck(reader({ 'next-check': '2026-02-30' }))).code).toBe(
      'moment-or-duration',
    );
  });
  it('read assignees with and without a party', () => {
    const assignees = readAssignees(reader({ assignees: 'octocat, maintenance=hosyu\nmaintenance=@second' }));
    expect(Object.fromEntries(assignees)).toEqual({ '': ['octocat'], maintenance: ['hosyu', 'second'] });
    expect(problemOf(() => readAssignees(reader({ assignees: 'not a login' }))).code).toBe('assignees');
  });
});

describe('credentials', () => {
  it('are lines of host, header and value', () => {
    const text = 'Backup.example.jp Authorization: Bearer abc def\nstore.example.jp\n';
    expect(readCredentials(text)).toEqual([
      { host: 'backup.example.jp', header: 'Authorization', value: 'Bearer abc def' },
      { host: 'store.example.jp', header: null, value: '' },
    ]);
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
