import { describe, expect, test } from 'vitest';
import { exhaustionOf, mostTelling, ProbeFailure } from '../../src/edge/failure.ts';
import { failureOf } from '../../src/edge/http/failure.ts';

const four = '203.0.113.10';
const six = '2001:db8::10';

function errorOf(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('what the error of a connection means', () => {
  test.each([
    ['ECONNREFUSED', 'refused', 'refused'],
    ['ETIMEDOUT', 'timeout', 'timeout'],
    ['ECONNRESET', 'reset', 'reset'],
    ['ENETUNREACH', 'no-route', 'no-ipv6'],
    ['EHOSTUNREACH', 'no-route', 'no-ipv6'],
    ['ENETDOWN', 'no-route', 'no-ipv6'],
    ['EAFNOSUPPORT', 'no-route', 'no-ipv6'],
    ['EADDRNOTAVAIL', 'local-fault', 'no-ipv6'],
    ['EMFILE', 'local-fault', 'local-fault'],
    ['ENFILE', 'local-fault', 'local-fault'],
    ['ENOBUFS', 'local-fault', 'local-fault'],
    ['ENOMEM', 'local-fault', 'local-fault'],
    ['EADDRINUSE', 'local-fault', 'local-fault'],
    ['EAGAIN', 'local-fault', 'local-fault'],
    ['EACCES', 'local-fault', 'no-ipv6'],
    ['EPERM', 'local-fault', 'no-ipv6'],
  ])('%s: %s over IPv4, %s over IPv6', (code, overFour, overSix) => {
    expect(failureOf(errorOf(code), four)?.code).toBe(overFour);
    expect(failureOf(errorOf(code), six)?.code).toBe(overSix);
  });

  test('the code of this machine comes along', () => {
    expect(failureOf(errorOf('EMFILE'), four)?.detail).toBe('EMFILE');
  });

  test.each([
    ['ENETUNREACH', 'no-ipv4', 'no-ipv6'],
    ['EHOSTUNREACH', 'no-ipv4', 'no-ipv6'],
    ['EACCES', 'no-ipv4', 'no-ipv6'],
    ['ECONNREFUSED', 'refused', 'refused'],
    ['EMFILE', 'local-fault', 'local-fault'],
  ])('where there is no IPv4, %s: %s over IPv4, %s over IPv6', (code, overFour, overSix) => {
    expect(failureOf(errorOf(code), four, true)?.code).toBe(overFour);
    expect(failureOf(errorOf(code), six, true)?.code).toBe(overSix);
  });

  test('where there is no IPv4, a private network may be there all the same', () => {
    expect(failureOf(errorOf('EHOSTUNREACH'), '10.0.0.80', true)?.code).toBe('no-route');
    expect(failureOf(errorOf('EACCES'), '10.0.0.80', true)?.code).toBe('local-fault');
  });

  test('an error of our own means nothing', () => {
    expect(failureOf(new RangeError('port'), four)).toBeNull();
    expect(failureOf(errorOf('ERR_SOCKET_BAD_PORT'), four)).toBeNull();
  });
});

test.each([
  ['EMFILE', 'local-fault'],
  ['ENOMEM', 'local-fault'],
  // Of a file these say something about the file.
  ['EACCES', undefined],
  ['ENOENT', undefined],
])('%s of anything else: %s', (code, expected) => {
  expect(exhaustionOf(errorOf(code))?.code).toBe(expected);
});

test('of several failures the one that was not tried comes first, this place’s own lack last', () => {
  const failures = (['no-ipv6', 'timeout', 'refused', 'local-fault'] as const).map(
    (code) => new ProbeFailure(code),
  );
  const order: string[] = [];
  while (failures.length > 0) {
    const { code } = mostTelling(failures);
    order.push(code);
    failures.splice(
      failures.findIndex((each) => each.code === code),
      1,
    );
  }
  expect(order).toEqual(['local-fault', 'refused', 'timeout', 'no-ipv6']);
  expect(mostTelling([new ProbeFailure('no-ipv4'), new ProbeFailure('refused')]).code).toBe('refused');
});
