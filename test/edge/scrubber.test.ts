import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openScrubber } from '../../src/edge/scrubber.ts';

const secret = 'kaP9+x/Q "7f&z';

function knowing(...secrets: readonly string[]) {
  const scrubber = openScrubber();
  for (const each of secrets) scrubber.add(each);
  return scrubber;
}

/** What stands where the secret does, whatever is around it. */
const codings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'upper case': (text) => text.toUpperCase(),
  'lower case': (text) => text.toLowerCase(),
  URL: encodeURIComponent,
  'a form': (text) => new URLSearchParams({ q: text }).toString().slice(2),
  'the path of a URL': (text) => new URL(`https://x.example/${text.replaceAll('?', '')}`).pathname.slice(1),
  JSON: (text) => JSON.stringify(text).slice(1, -1),
  'JSON, all escaped': (text) =>
    text.replaceAll(/[^a-zA-Z0-9]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`),
  HTML: (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;'),
  'HTML by numbers': (text) => text.replaceAll(/[^a-zA-Z0-9]/g, (each) => `&#${each.charCodeAt(0)};`),
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
  'hexadecimal in capitals': (text) => Buffer.from(text).toString('hex').toUpperCase(),
};

describe('a secret', () => {
  it.each(Object.entries(codings))('is taken out as %s', (_name, code) => {
    const clean = knowing(secret).scrub(`before ${code(secret)} after`);
    expect(clean).toBe('before *** after');
  });

  it('is taken out of base64, wherever in it the secret begins', () => {
    const { scrub } = knowing(secret);
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 9 }),
        fc.uint8Array({ maxLength: 9 }),
        fc.constantFrom('base64' as const, 'base64url' as const),
        (before, after, coding) => {
          const clean = scrub(Buffer.concat([before, Buffer.from(secret), after]).toString(coding));
          const rest = Buffer.from(clean.replaceAll('***', ''), coding).toString('latin1');
          expect(clean).toContain('***');
          expect(rest).not.toContain(secret.slice(1, -1));
        },
      ),
    );
  });

  it('is taken out in each of these ways whatever it is, and whatever is around it', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_.~!$&+/=:;"\'<> %é鍵') });
    const around = fc.string({ unit: fc.constantFrom(...'ghGH =,') });
    const made = letters.filter((text) => text.trim().length >= 6 && text === text.trim());
    fc.assert(
      fc.property(
        made,
        around,
        around,
        fc.constantFrom(...Object.values(codings)),
        (hidden, left, right, code) => {
          const sent = `${left}${code(hidden)}${right}`;
          // Of a path, a URL leaves out the segments `.` and `..`.
          fc.pre(code !== codings['the path of a URL'] || !/(?:^|\/)\.{1,2}(?:\/|$)/.test(hidden));
          fc.pre(
            !hidden.includes('?') && Buffer.from(hidden).length === Buffer.from(hidden.toLowerCase()).length,
          );
          expect(knowing(hidden).scrub(sent).includes(code(hidden))).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('that is long is taken out in pieces too', () => {
    const token =
      createHash('sha512').update('a').digest('base64url') +
      createHash('sha512').update('b').digest('base64url') +
      createHash('sha512').update('c').digest('base64url');
    const { scrub } = knowing(token);
    expect(scrub(`a ${token} b`)).toMatch(/^a (?:\*\*\*)+ b$/);
    expect(scrub(`a ${token.slice(48, 144)} b`)).toMatch(/^a (?:\*\*\*)+ b$/);
  });

  it('leaves nothing behind where a text is cut off in the middle of it', () => {
    const { scrub } = knowing(secret);
    for (let kept = 6; kept < secret.length; kept += 1) {
      const cut = `${'x'.repeat(90)} ${secret.slice(0, kept)}`;
      expect(scrub(cut)).toBe(`${'x'.repeat(90)} ***`);
      expect(scrub(`${cut}…`)).toBe(`${'x'.repeat(90)} ***…`);
    }
  });

  it.each(['abc', '12345', ''])('of few letters is none: %s', (short) => {
    expect(knowing(short).scrub('abc 12345 abc')).toBe('abc 12345 abc');
  });

  it('that the ledger says itself is none', () => {
    const { scrub } = knowing('wordpress');
    expect(scrub('wordpress', '{"contains":["WordPress 6"]}')).toBe('wordpress');
    expect(scrub('wordpress', '{"contains":["Drupal"]}')).toBe('***');
  });
});

describe('the value of a header', () => {
  const basic = Buffer.from('staging-user:p4ssw:rd').toString('base64');
  it.each([
    ['Bearer abcdefgh1', 'abcdefgh1'],
    ['Bearer abcdefgh1', 'bearer ABCDEFGH1'],
    ['session=s3ss10n-id; theme=dark', 's3ss10n-id'],
    [`Basic ${basic}`, basic],
    [`Basic ${basic}`, 'staging-user'],
    [`basic ${basic}`, 'p4ssw:rd'],
  ])('%s hides %s', (value, shown) => {
    const scrubber = openScrubber();
    scrubber.addHeader(value);
    expect(scrubber.scrub(`<${shown}>`)).toBe('<***>');
    expect(scrubber.scrub('theme=dark, Bearer')).toBe('theme=dark, Bearer');
  });
});

it('a secret address hides its path and what is made up in it, and no word of everybody’s', () => {
  const scrubber = openScrubber();
  scrubber.addAddress('https://watch.example/api/v1/heartbeat/0f9d2c1e-77aa?key=Zx81-abcd');
  const clean = scrubber.scrub('at watch.example/heartbeat: 0f9d2c1e-77aa and ZX81-ABCD');
  expect(clean).toBe('at watch.example/heartbeat: *** and ***');
});

it('all texts of a fact are clean, and nothing else of it is changed', () => {
  const scrubber = knowing('complete', 'hunter-22');
  const fact = {
    end: { type: 'page', bodyEnd: 'complete' },
    title: 'it is hunter-22',
    lists: [['hunter-22'], new Set(['hunter-22']), new Map([['k', 'HUNTER-22']])],
    byName: { 'hunter-22/': 1 },
    count: 3,
    none: null,
    flag: true,
  };
  expect(scrubber.scrubAll(fact)).toEqual({
    ...fact,
    title: 'it is ***',
    lists: [['***'], new Set(['***']), new Map([['k', '***']])],
    byName: { '***/': 1 },
  });
});
