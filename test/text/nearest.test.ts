import { expect, it } from 'vitest';
import { nearest } from '../../src/text/nearest.ts';

const keys = ['contacts', 'emergency', 'first-contact', 'decisions', 'ttl-at-most', 'wait'];

it.each([
  ['contact', 'contacts'],
  ['emergancy', 'emergency'],
  ['Decisions', 'decisions'],
  ['wiat', 'wait'],
  ['ttl-at-mots', 'ttl-at-most'],
  ['zzz', null],
  ['', null],
])('%s → %s', (word, expected) => {
  expect(nearest(word, keys)).toBe(expected);
});
