import { Session } from 'node:inspector/promises';
import { describe, expect, test } from 'vitest';
import { markedFields, readDocument, withoutComments } from '../../src/checklist/document.ts';
import { redactReach } from '../../src/documents/redact.ts';
import { openCookieJar } from '../../src/edge/http/cookies.ts';
import { languageOf } from '../../src/ledger/language.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import { writtenSecrets } from '../../src/ledger/secrets/written.ts';
import { readRdap } from '../../src/probes/domain/rdap.ts';
import { readJprs } from '../../src/probes/domain/whois-jp.ts';
import { readContent } from '../../src/probes/endpoint/text.ts';
import { stateOfKey } from '../../src/probes/mail/dkim.ts';
import { parseDmarc } from '../../src/probes/mail/dmarc.ts';
import { parsePolicy } from '../../src/probes/mail/mta-sts.ts';
import { parseSpf, spfRecords } from '../../src/probes/mail/spf.ts';
import { readTags } from '../../src/probes/mail/tags.ts';
import { asciiName } from '../../src/protocols/dns/name.ts';
import { normalizeValue } from '../../src/protocols/dns/record.ts';
import { isHtml } from '../../src/protocols/html/body.ts';
import { isoOfHttpDate } from '../../src/protocols/http-date.ts';
import { nextLink } from '../../src/protocols/link-header.ts';
import { asideOf, seriesOfName, wholeName } from '../../src/providers/files/names.ts';
import { readXml } from '../../src/providers/xml.ts';
import { inlineText, plainLine } from '../../src/text/escape.ts';

// Every reader of text from outside, with texts made to be long in reading: twice the text is twice the work. Work is
// counted, never timed: how often each block of code ran, as V8's own coverage counts, and how many letters each
// pattern and each search went over. That no pattern takes longer than the letters that it goes over, `npm run
// check:patterns` shows.

/** Counts the letters that patterns and searches go over from now on; returns what ends that, with the count. */
function countLetters(): () => number {
  let letters = 0;
  const undo: (() => void)[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: any method of the language's own
  const count = (prototype: any, name: string, cost: (self: any, args: any[], result: any) => number) => {
    const own = prototype[name];
    prototype[name] = function (...args: unknown[]) {
      const before = cost(this, args, undefined);
      const result = Reflect.apply(own, this, args);
      letters += result === undefined ? before : cost(this, args, result);
      return result;
    };
    undo.push(() => {
      prototype[name] = own;
    });
  };
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    if (match !== null) letters += match.index + match[0].length - from + 1;
    else letters += this.sticky ? 1 : Math.max(0, String(text).length - from) + 1;
    return match;
  };
  undo.push(() => {
    RegExp.prototype.exec = exec;
  });
  count(
    String.prototype,
    'indexOf',
    (self, [, from = 0], found = -1) => Math.max(0, (found < 0 ? self.length : found) - from) + 1,
  );
  count(
    String.prototype,
    'lastIndexOf',
    (self, [, from = self.length], found = -1) =>
      Math.max(0, Math.min(from, self.length) - Math.max(0, found)) + 1,
  );
  for (const name of ['includes', 'toLowerCase', 'toUpperCase', 'trim', 'normalize', 'split', 'replaceAll']) {
    count(String.prototype, name, (self) => self.length + 1);
  }
  return () => {
    for (const each of undo) each();
    return letters;
  };
}

async function workOf(session: Session, read: () => unknown): Promise<number> {
  await session.post('Profiler.takePreciseCoverage');
  const letters = countLetters();
  let seen: number;
  try {
    read();
  } catch {
    // A text that is refused costs what it costs.
  } finally {
    seen = letters();
  }
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const isOurs = (url: string) => !url.includes('vitest') && !url.includes('steps.test');
  const blocks = result
    .filter(({ url }) => isOurs(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)));
  return seen + blocks.reduce((sum, each) => sum + each, 0);
}

const units = [
  ...[
    ' ',
    '\t',
    '\r',
    '\n',
    'a',
    'A',
    '0',
    '.',
    '-',
    '_',
    ':',
    ';',
    '=',
    ',',
    '"',
    "'",
    '(',
    ')',
    '[',
    '{',
    '/',
    '\\',
  ],
  ...[
    '&',
    '%',
    '*',
    '#',
    '|',
    '`',
    '+',
    '@',
    '~',
    '\u3000',
    '月',
    '\ud800',
    'a ',
    'a.',
    '0-',
    'a=',
    '=;',
    '%20',
    '" ',
  ],
  ...[
    '<',
    '>',
    '<!--',
    '<b>',
    '<a ',
    '&amp',
    '- ',
    '[ ]',
    '/* ',
    '\\"',
    'a@',
    '03-',
    'pw:',
    'key=',
    '-----BEGIN ',
    '2026-01-01',
  ],
];
/** What stands before and behind, so that a reader gets past its first words. */
type Frame = readonly [before: string, after: string];

const bytes = (text: string) => new TextEncoder().encode(text);
const page = (text: string) => readContent(bytes(text), 'text/html; charset=utf-8');
const base = 'version: 1\nsite: { name: A, url: "https://a.example/" }\n';
const now = '2026-11-23T00:00:00Z';

const readers: Readonly<Record<string, readonly [read: (text: string) => unknown, ...frames: Frame[]]>> = {
  'MTA-STS policies': [parsePolicy, ['version: STSv1\nmode: enforce\nmx:', 'x\ry'], ['version: STSv1\n', '']],
  'SPF records': [
    (text) => parseSpf(spfRecords([text])[0] ?? ''),
    ['v=spf1 ', ' -all'],
    ['v=spf1 include:%{', '}'],
  ],
  'DMARC records': [parseDmarc, ['v=DMARC1; p=none; rua=', '!'], ['v=DMARC1;', ';']],
  'DKIM keys': [stateOfKey, ['v=DKIM1; p=', '!'], ['v=DKIM1;', '']],
  tags: [readTags, ['a=', ';'], ['', '']],
  'DNS names': [asciiName, ['', ''], ['a', '.jp']],
  'values of TXT records': [(text) => normalizeValue('TXT', text), ['"', '"'], ['', '']],
  'values of CAA records': [(text) => normalizeValue('CAA', text), ['0 issue "', '"'], ['0 ', '']],
  'Link headers': [nextLink, ['<', '>; rel="next"'], ['<a>; ', '; rel=next']],
  dates: [isoOfHttpDate, ['Mon, ', ' GMT'], ['', '']],
  'types of bodies': [(text) => isHtml(null, text), ['', ''], ['<!', '']],
  pages: [
    page,
    ['<title>a</title>', ''],
    ['<p title="', ''],
    ['<meta name=robots content="', '">'],
    ['<style>', ''],
  ],
  cookies: [
    (text) => openCookieJar().keep(new URL('https://a.example/'), [text]),
    ['a=', '; Secure'],
    ['a=b; Expires=', ''],
    ['', ''],
  ],
  'WHOIS of JPRS': [(text) => readJprs(bytes(text), 'a.jp'), ['[Domain Name] A.JP\n[', ']'], ['a. [', '\n']],
  RDAP: [
    (text) => readRdap({ objectClassName: 'domain', ldhName: 'a.com', status: [text], events: [] }, 'a.com'),
    ['', ''],
  ],
  documents: [
    (text) => [readDocument(text), markedFields(text), withoutComments(text)],
    ['# a\n', '\n'],
    ['```', ''],
    ['<!--', ''],
    ['- ', ': x'],
  ],
  secrets: [writtenSecrets, ['', ''], ['password: ', ''], ['-----BEGIN PRIVATE KEY-----\n', '\n-----END']],
  'numbers in sentences': [(text) => redactReach(text, '*'), ['', ''], ['+', '1']],
  'names of series': [
    (text) => [seriesOfName(text), wholeName(text), asideOf([{ name: text, sizeBytes: 1 }])],
    ['', '.sql.gz'],
    ['db-', ''],
  ],
  'listings in XML': [readXml, ['<a>', '</a>'], ['<a b="', '"/>'], ['<a><![CDATA[', ']]></a>']],
  'lines for people': [(text) => [plainLine(text), inlineText(text)], ['', '']],
  'the language of a ledger': [(text) => languageOf(bytes(text)), ['', ''], ['site: { ', ' }']],
  ledgers: [
    (text) => parseLedger(bytes(text), { file: 'ledger.yml', now, ruleNames: [] }),
    [`${base}parties: { a: "`, '" }\n'],
    [`${base}plan: `, '\n'],
  ],
};

describe('twice the text is twice the work', () => {
  test.each(Object.entries(readers))('%s', async (_what, [read, ...frames]) => {
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    const steep: string[] = [];
    try {
      // What is made once, at the first reading, belongs to no text.
      await workOf(session, () => read(`${frames[0]![0]}a${frames[0]![1]}`));
      for (const [before, after] of frames) {
        for (const unit of units) {
          const work = (count: number) => workOf(session, () => read(before + unit.repeat(count) + after));
          const [once, twice, fourTimes] = [await work(400), await work(800), await work(1600)];
          const isSteep = fourTimes - twice > 3.3 * (twice - once) + 6000;
          if (isSteep)
            steep.push(`${JSON.stringify([before, unit, after])}: ${once}, ${twice}, ${fourTimes}`);
        }
      }
    } finally {
      await session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    }
    expect(steep).toEqual([]);
  });

  test('and work that is not would be seen', async () => {
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    const each = (text: string) => [...text].map((_letter, at) => /x/.test(text.slice(at)));
    const [once, twice] = [
      await workOf(session, () => each('a'.repeat(400))),
      await workOf(session, () => each('a'.repeat(800))),
    ];
    await session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
    expect(twice).toBeGreaterThan(3.5 * once);
  });
});
