import type { MalformedPart } from '../../edge/http-edge.ts';
import { isAt } from '../../protocols/place.ts';
import type { Breakage, EndpointPlace, httpRules, Vacancy } from '../../rules/http.ts';
import type { RuleMessages } from '../rule-message.ts';
import { failures } from './probe.ts';

const breakages: { readonly [B in Breakage]: string } = {
  database: 'the application does not reach its database',
  'fatal-error': 'the application stops with a fatal error',
  'not-installed': 'the application offers its installer, as if it were new',
  undecodable: 'the page is not compressed as its Content-Encoding header says, so browsers cannot show it',
};

const malformedParts: { readonly [P in MalformedPart]: string } = {
  'status-line': 'its first line',
  'line-ends': 'lines that end without a carriage return',
  'header-line': 'a line among the headers that is no header',
  'folded-header': 'a header that runs over several lines',
  length: 'the length (Content-Length) given twice, beside chunks, or not as a number',
  'head-size': 'headers of more than 64 kB',
  chunks: 'the way in which the page is cut into chunks',
};

const vacancies: {
  readonly [V in Vacancy]: { says(by: string | null): string; readonly remedy: string };
} = {
  empty: {
    says: (by) => `the page that ${by ?? 'a server'} shows where nothing is published`,
    remedy:
      'Have the operator look where the site’s files went: the document root, the last release or restore, the virtual host. If the server was changed, DNS may point to the wrong one.',
  },
  suspended: {
    says: (by) => `${by ?? 'the hoster'}’s page for a stopped account`,
    remedy:
      'Ask the hoster today why the account is stopped: unpaid bills, abuse, a limit that was passed. Whoever holds the contract has to act.',
  },
  'unknown-domain': {
    says: (by) => `${by ?? 'the hoster'}’s page for a domain that it does not know`,
    remedy:
      'Have the domain registered again in the hoster’s console, or DNS corrected. Until then a stranger may be able to claim the name there.',
  },
};

const named = ({ id, url, address }: EndpointPlace) =>
  `${id} (${url}${address === null ? '' : ` at ${address}`})`;
const quoted = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join(', ');
const titled = (title: string | null) =>
  title === null ? 'a page without a title' : `a page titled “${title}”`;

const refusal = ({ by, status }: { readonly by: string | null; readonly status: number }) => {
  if (by !== null) return `${by} refused the check`;
  return status === 403 ? 'this page alone is closed to us' : 'a page that keeps machines out came up';
};

const wrongPage =
  'The page may be the wrong one, changed by others, or only half restored. A page that merely opens is no proof that the site works.';

export const http: RuleMessages<typeof httpRules> = {
  'http/unreachable': {
    means:
      'No connection to the web server came about, or no answer over it, at none of its addresses, by the last try.',
    why: 'Visitors see nothing at all. This is an emergency, unless it is planned.',
    remedy:
      'Open the URL from another network. If it does not open, act by the first instruction in the ledger; if it does, find out what keeps this check away (a firewall, a country filter).',
    say: (data) => ({
      title: isAt(data.host, data.url)
        ? `${named(data)} cannot be reached`
        : `${named(data)} sends visitors to ${data.host}, which cannot be reached`,
      expected: 'an answer',
      observed: failures[data.code],
    }),
  },
  'http/address-unreachable': {
    means:
      'The page opens, and its host has addresses in DNS at which nothing takes a connection, by the last try.',
    why: 'Visitors who are led there wait or see an error. When the others fail, nothing is left to fall back on.',
    remedy:
      'Have the operator look at the server, or the load balancer, behind that address. If it was given up, have its record removed from DNS.',
    say: (data) => ({
      title: `${named(data)} opens, but nothing answers at ${data.silent.map(({ address }) => address).join(', ')}`,
      expected: `a connection at every address of ${data.host}`,
      observed: data.silent.map(({ address, code }) => `${address}: ${failures[code]}`).join('; '),
    }),
  },
  'http/server-error': {
    means:
      'The server answers that it has failed (a status of 500 or more), or a CDN that it gets no answer from the server behind it.',
    why: 'Visitors see an error page. Whoever is called at night starts from this answer and the logs of that minute.',
    remedy:
      'Look into the application and system logs named in the ledger. If a release or a change came just before, consider the rollback.',
    say: (data) => ({
      title: `${named(data)} shows visitors a server error${data.how === null ? '' : `: ${breakages[data.how]}`}`,
      expected: 'a page',
      observed: `HTTP ${data.status}`,
    }),
  },
  'http/status-differs': {
    means:
      'The page answers with another status than the ledger expects; without an expectation any 2xx will do.',
    why: 'Visitors may not find the page. In a recovery this page is what tells whether the site is back.',
    remedy: 'Open the page. If it has moved or been given up, correct the ledger; else have it put right.',
    say: (data) => ({
      ...(data.status === 403
        ? {
            remedy:
              'Open the page. If it opens for you, a filter refused this check, by country or because it is a machine: let it through (its user agent, a header given by `credentials`, or a self-hosted runner). If not, the hoster may have stopped the account (some answer 403 to all then): look there, mend the page, or correct the ledger if it moved.',
          }
        : {}),
      title:
        data.status === 404 || data.status === 410
          ? `${named(data)} no longer exists`
          : `${named(data)} does not answer as the ledger says`,
      expected: data.expected.length === 0 ? '2xx' : data.expected.join(', '),
      observed: data.at === data.url ? `HTTP ${data.status}` : `HTTP ${data.status} at ${data.at}`,
    }),
  },
  'http/text-missing': {
    means: 'The page opens, and a text that must be on it is not.',
    why: wrongPage,
    remedy:
      'Open the page and look whether it is the right one. If the text was changed on purpose, correct the ledger.',
    say: (data) => ({
      title: `${named(data)} opens without the text it must have`,
      expected: quoted(data.texts),
      observed: titled(data.title),
    }),
  },
  'http/text-forbidden': {
    means: 'The page shows a text that must not be on it.',
    why: wrongPage,
    remedy:
      'Open the page and look whether it is the right one. If the text belongs there now, correct the ledger.',
    say: (data) => ({
      title: `${named(data)} shows a text it must not have`,
      expected: `not ${quoted(data.texts)}`,
      observed: `${quoted(data.texts)} on ${titled(data.title)}`,
    }),
  },
  'http/json-differs': {
    means: 'A value in the JSON that this URL answers is not the one in the ledger.',
    why: 'Such a URL usually tells the health of a part of the site; a recovery is not complete before it is well.',
    remedy:
      'Have the operator look at what the value says. If the answer has a new form, correct the ledger.',
    say: (data) =>
      data.values.length === 0
        ? { title: `${named(data)} does not answer with JSON`, expected: 'JSON' }
        : {
            title: `${named(data)} reports another state than the ledger expects`,
            expected: data.values.map(({ pointer, expected }) => `${pointer}: ${expected}`).join(', '),
            observed: data.values
              .map(({ pointer, observed }) => `${pointer}: ${observed ?? 'nothing'}`)
              .join(', '),
          },
  },
  'http/redirect-differs': {
    means: 'The redirects end somewhere else than the ledger says.',
    why: 'Visitors land on another page or site than intended. An old or foreign address here can also be a sign of a takeover.',
    remedy:
      'Open the URL. If the new target is right, accept it into the ledger; else have the redirect put right at once.',
    say: (data) => ({
      title: `${named(data)} leads somewhere else than the ledger says`,
      expected: data.expected,
      observed: data.observed,
    }),
  },
  'http/redirect-loop': {
    means: 'The redirects go round in a circle, or are more than ten.',
    why: 'Visitors see an error of their browser and no page. A usual cause is a changed setting at the CDN or in the application.',
    remedy: 'Undo the last change to redirects: at the CDN, the web server, the site URL of the CMS.',
    say: (data) => ({
      title: `${named(data)} sends visitors round in a circle`,
      expected: 'a page after at most 10 redirects',
      observed: `${data.redirects} redirects, the last to ${data.at}`,
    }),
  },
  'http/https-downgraded': {
    means: 'A redirect leads from the encrypted to the unencrypted site.',
    why: 'What visitors send can be read and changed on the way, and browsers warn. It often comes from a wrong site URL after a move or a restore.',
    remedy: 'Have the redirect point to https: the site URL of the CMS, the web server, the CDN.',
    say: (data) => ({
      title: `${named(data)} leads visitors from https to http`,
      expected: 'https',
      observed: `${data.from} → ${data.to}`,
    }),
  },
  'http/site-broken': {
    means: 'A page opens, and it is an error page of the application.',
    why: 'Visitors cannot use the site although the server answers. An open installer can be used by anybody to take the site over.',
    remedy:
      'Have the operator look at the database and the last change. Where the installer shows, have it blocked at once.',
    say: (data) => ({
      title: `${named(data)} is broken: ${breakages[data.how]}`,
      expected: 'the site',
      observed: `HTTP ${data.status}`,
    }),
  },
  'http/parked': {
    means: 'In the place of the site stands a page of a registrar or a parking company.',
    why: 'This is what visitors see when a domain was not renewed, or DNS points to the wrong place.',
    remedy: 'Look at the domain in the registrar’s console today: renewal, name servers, DNS records.',
    say: (data) => ({
      title: `${named(data)} shows a parking page in the place of the site`,
      expected: 'the site',
      observed: titled(data.title),
    }),
  },
  'http/placeholder': {
    means:
      'In the place of the site stands a page of the hoster or of the web server itself: nothing is published, the account is stopped, or the hoster does not know the domain.',
    why: 'Visitors see this page and not the site. Monitors that look at the status alone call it healthy.',
    remedy:
      'Have the operator look at the hoster’s console: the account, the domain’s entry, where the files went; then DNS.',
    say: ({ by, what, ...data }) => ({
      title: `${named(data)} shows ${vacancies[what].says(by)}`,
      expected: 'the site',
      observed: `${titled(data.title)}, HTTP ${data.status}`,
      remedy: vacancies[what].remedy,
    }),
  },
  'http/not-upgraded': {
    means: 'The page opens without encryption too, and does not lead visitors to https.',
    why: 'What visitors send, passwords included, can be read on the way. After a restore or a move of the server this redirect is what gets lost most often.',
    remedy: 'Have the web server or CDN answer http with a permanent redirect (301 or 308) to https.',
    say: (data) => ({
      title: `${data.plainUrl} does not lead visitors to https`,
      expected: 'a redirect to https',
      observed: 'the page, without encryption',
    }),
  },
  'http/in-maintenance': {
    means: 'The site says that it is under maintenance.',
    why: 'A maintenance page that was forgotten, or left by an update that broke off, keeps visitors out like a failure.',
    remedy:
      'Ask the operator whether this maintenance is planned. If not, have maintenance mode switched off.',
    say: (data) => ({
      title: `${named(data)} says that it is under maintenance`,
      expected: 'the site',
      observed: `HTTP ${data.status}`,
    }),
  },
  'http/too-slow': {
    means: 'The page took longer than the ledger allows, from the start to the last byte.',
    why: 'Slowness is often the first sign of a failure to come, and visitors leave.',
    remedy:
      'Have the operator look at load and logs of that time. If the limit is too tight for the way from here, correct the ledger.',
    say: (data, format) => ({
      title: `${named(data)} takes too long to load`,
      expected: `within ${format.span(data.limitMs)}`,
      observed: format.span(data.tookMs),
    }),
  },
  'http/malformed-answer': {
    means:
      'The answer is not written as HTTP asks. Browsers show the page all the same; strict programs (apps, payment services, other checks) refuse it.',
    why: 'A program that refuses it reports the site as down, and in a recovery costs time that is needed elsewhere.',
    remedy:
      'Hand this on to the operator: the application, or a proxy before it, writes the header wrongly. Nothing is urgent while visitors see the page.',
    say: (data) => ({
      title: `${named(data)} answers in a form that strict programs refuse`,
      expected: 'an answer as RFC 9112 has it',
      observed: data.how.map((part) => malformedParts[part]).join(', '),
    }),
  },
  'http/hsts-differs': {
    means: 'Whether the site tells browsers to come by https alone (HSTS) is not as the ledger says.',
    why: 'With HSTS nobody can click past an expired certificate; without it visitors can be led to a false site. The recovery differs.',
    remedy: 'Ask the operator whether this was changed on purpose; then correct the site or the ledger.',
    say: (data) => ({
      title: data.expected
        ? `${named(data)} no longer asks browsers for https alone`
        : `${named(data)} asks browsers for https alone, against the ledger`,
      expected: data.expected ? 'Strict-Transport-Security' : 'no Strict-Transport-Security',
      observed: data.header ?? 'no Strict-Transport-Security',
    }),
  },
  'http/noindex': {
    means: 'The page asks search engines not to list it.',
    why: 'The site disappears from search results within days. It is often left over from a test site after a release or a restore.',
    remedy:
      'Have the setting taken away (in WordPress: Settings → Reading), unless the page is to be hidden; then correct the ledger.',
    say: (data) => ({
      title: `${named(data)} asks search engines not to list it`,
      expected: 'may be listed',
      observed: `${data.from === 'header' ? 'X-Robots-Tag' : 'meta robots'}: ${data.value}`,
    }),
  },
  'http/indexable': {
    means: 'A page that is to stay out of search results does not ask for that.',
    why: 'A test site in search results competes with the real one and shows what is not public yet.',
    remedy: 'Have `noindex` set, or better a password; if the page may be listed, correct the ledger.',
    say: (data) => ({
      title: `${named(data)} can be listed by search engines`,
      expected: 'noindex',
      observed: 'no noindex',
    }),
  },
  'http/not-blocked': {
    means: 'A place that must not be reachable from the internet answers.',
    why: 'Test sites and consoles that are open are a usual way in for attackers.',
    remedy:
      'Have access closed (a password, a list of addresses) and look into the access log since the last check.',
    say: (data) => ({
      title: `${named(data)} is open to the internet`,
      expected: 'refused, timed out, 401, 403 or 404, or sent elsewhere to sign in',
      observed: `HTTP ${data.status}`,
    }),
  },
  'http/challenged': {
    means:
      'The site’s protection took this check for a machine or a visitor from abroad and refused it. The site may be fine.',
    why: 'Nobody has seen the page, so do not count on it in a recovery before somebody has looked.',
    remedy:
      'Let the check through: allow its user agent, or a header of your own given by `credentials`; or run it on a self-hosted runner.',
    say: (data) => ({
      title: `${named(data)} could not be seen: ${refusal(data)}`,
      observed: `HTTP ${data.status}`,
    }),
  },
};
