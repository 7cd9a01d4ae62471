import { expect, test } from 'vitest';
import { certificatesIn } from '../../src/protocols/pem.ts';

const one = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
const other = '-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----';

test('each certificate, without what stands around it', () => {
  expect(certificatesIn(`subject=A\n${one}\nsubject=B\n${other}\n`)).toEqual([one, other]);
});

test('one that is cut off is none', () => {
  expect(certificatesIn(`${one}\n-----BEGIN CERTIFICATE-----\nMIIC\n`)).toEqual([one]);
  expect(certificatesIn('-----BEGIN CERTIFICATE-----\n'.repeat(50_000))).toEqual([]);
});
