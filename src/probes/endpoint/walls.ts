import { hasMark, type Mark, type PageView } from './marks.ts';

/** Something that keeps machines, or countries, from the site's pages. */
interface Wall {
  /** As its maker writes it. */
  readonly by: string;
  /** Who describes the marks. */
  readonly source: string;
  /** One of them is enough. */
  readonly marks: readonly Mark[];
}

/** The statuses of a refusal in words of the wall's own. */
const refused = [403, 405, 406, 418, 429, 503, 999];
/** Where all that shows the wall also comes with the site's own answers: a fault of the site must not pass for it. */
const forbidden = [403, 429];
const wafw00f = 'github.com/EnableSecurity/wafw00f, wafw00f/plugins/';
const antibot = 'github.com/microlinkhq/is-antibot, src/providers.json';

/**
 * Walls that are in use. Not among the marks is what also comes with ordinary pages behind the same wall: its cookies,
 * `Server`, `/cdn-cgi/challenge-platform/` (github.com/microlinkhq/is-antibot/pull/55), `js.datadome.co`, `awswaf.com`.
 */
export const walls: readonly Wall[] = [
  {
    by: 'Cloudflare',
    source:
      'developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/',
    marks: [
      { headers: { 'cf-mitigated': /\bchallenge\b/i } },
      { code: /\b_cf_chl_opt\b|\/orchestrate\/(?:chl_|jsch|captcha|managed)|\bjschl[-_](?:vc|answer)\b/ },
      {
        status: refused,
        headers: { server: /^cloudflare/i },
        title: /Just a moment|Attention Required! \| Cloudflare/i,
      },
      {
        status: refused,
        headers: { server: /^cloudflare/i },
        text: /error code: (1006|1009|1010|1012|1015|1020)\b/,
      },
    ],
  },
  {
    by: 'AWS WAF',
    source: 'docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html',
    marks: [
      { headers: { 'x-amzn-waf-action': /\b(challenge|captcha)\b/i } },
      { code: /\bgokuProps\b/ },
      { status: refused, headers: { 'x-blocked-by-waf': /./ } },
    ],
  },
  {
    by: 'Amazon CloudFront',
    source: 'docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-403-permission-denied.html',
    marks: [
      { status: [403], headers: { server: /^CloudFront/i }, text: /Request blocked/i },
      {
        status: [403],
        text: /Amazon CloudFront distribution is configured to block access from your country/i,
      },
    ],
  },
  {
    by: 'Azure Front Door',
    source: `learn.microsoft.com/azure/web-application-firewall/afds/; ${wafw00f}frontdoor.py`,
    marks: [{ status: refused, headers: { 'x-azure-ref': /./ }, text: /^The request is blocked\b/im }],
  },
  {
    by: 'Azure Application Gateway',
    source: `${wafw00f}applicationgateway.py`,
    marks: [{ status: [403], text: /Microsoft-Azure-Application-Gateway\/v2/ }],
  },
  {
    by: 'Akamai',
    source: `${wafw00f}kona.py`,
    marks: [
      { status: refused, title: /Access Denied/i, text: /Reference\s*#/i },
      { status: refused, text: /\berrors\.edgesuite\.net\b/ },
      { status: forbidden, headers: { server: /^AkamaiGHost/i } },
    ],
  },
  {
    by: 'Imperva',
    source: `${wafw00f}incapsula.py; ${antibot}`,
    marks: [
      { text: /Incapsula incident ID|Powered by Incapsula/i },
      { status: forbidden, headers: { 'x-iinfo': /./ } },
      { status: forbidden, cookie: /^(?:incap_ses|visid_incap)_/ },
    ],
  },
  {
    by: 'DataDome',
    source: antibot,
    marks: [
      { code: /\bcaptcha-delivery\.com\b/ },
      { headers: { 'x-dd-b': /^[1-9]$/ } },
      { status: forbidden, headers: { 'x-datadome': /^(?!protected$)./i } },
    ],
  },
  {
    by: 'HUMAN (PerimeterX)',
    source: `${wafw00f}perimeterx.py; ${antibot}`,
    marks: [
      { code: /\bcaptcha\.px-c(?:dn|loud)\.net\b|\bwindow\._pxBlockedUrl\b/ },
      { headers: { 'x-px-access-denied': /./ } },
      { status: refused, title: /^Access to this page has been denied/i },
      { status: refused, text: /perimeterx\.(?:com|net)\/whywasiblocked/i },
    ],
  },
  {
    by: 'Kasada',
    source: antibot,
    marks: [
      { code: /\/149e9513-01fa-4fb0-aad4-566afd725d1b\/[\w-]+\/ips\.js/ },
      { status: forbidden, headers: { 'x-kpsdk-ct': /./ } },
      { headers: { 'x-kasada-challenge': /./ } },
    ],
  },
  {
    by: 'Reblaze',
    source: `${wafw00f}reblaze.py`,
    marks: [
      { status: [247, ...forbidden], cookie: /^rbz(?:id|sessionid)$/ },
      { status: forbidden, headers: { server: /^Reblaze/i } },
      { status: refused, text: /Current session has been terminated/i },
    ],
  },
  {
    by: 'F5',
    source: `${wafw00f}f5bigipasm.py`,
    // Its page answers 200 unless somebody changed that.
    marks: [
      { text: /^The requested URL was rejected\. Please consult with your administrator/im },
      { status: forbidden, headers: { server: /^F5-TrafficShield/i } },
    ],
  },
  {
    by: 'Fastly',
    source: 'github.com/groktopus/groktocrawl/issues/586; github.com/pypi/warehouse/issues/19290',
    marks: [
      { code: /\/_fs-ch-[\w-]+\// },
      { status: refused, headers: { 'x-sigsci-agentresponse': /^4\d\d$/ } },
    ],
  },
  {
    by: 'Sucuri',
    source: `${wafw00f}sucuri.py`,
    marks: [
      { code: /\bsucuri_cloudproxy_js\b/ },
      { headers: { 'x-sucuri-block': /./ } },
      { status: forbidden, headers: { 'x-sucuri-id': /./ } },
      { status: refused, text: /Sucuri Website Firewall/i },
    ],
  },
  {
    by: 'SiteGround',
    source: `${wafw00f}siteground.py`,
    marks: [
      { headers: { 'sg-captcha': /./ } },
      { text: /^Our system thinks you might be a robot!/im },
      { code: /\/\.well-known\/sgcaptcha\b/ },
      { place: /\/\.well-known\/sgcaptcha\b/ },
    ],
  },
  {
    by: 'Vercel',
    source: `${wafw00f}vercel.py; ${antibot}`,
    marks: [
      { headers: { 'x-vercel-mitigated': /./ } },
      { status: refused, title: /^Vercel Security Checkpoint$/i },
    ],
  },
  {
    by: 'bunny.net',
    source: 'people who met it: `/.bunny-shield/`, `shield-challenge.js`, its title',
    marks: [
      { code: /\/\.?bunny-shield\/|\bshield-challenge\.js\b/ },
      { title: /^Establishing a secure connection\b/i },
    ],
  },
  {
    by: 'DDoS-Guard',
    source: `github.com/FlareSolverr/FlareSolverr/pull/1773; ${wafw00f}ddosguard.py`,
    marks: [
      { code: /\/\.well-known\/ddos-guard\/(?:js-challenge|ddg-captcha-page|check)\b/ },
      { title: /^DDoS-Guard$/i },
      { status: forbidden, headers: { server: /^ddos-guard/i } },
    ],
  },
  {
    by: 'Radware',
    source: `${wafw00f}radware.py`,
    marks: [
      { place: /^(?:validate|captcha)\.perfdrive\.com\// },
      { status: refused, code: /\bperfdrive\.com\b|\bCloudWebSec\.radware\.com\b/ },
      { status: refused, title: /^Unauthorized (?:Request Blocked|Activity Has Been Detected)/i },
    ],
  },
  {
    by: 'Barracuda',
    source: `${wafw00f}barracuda.py`,
    marks: [
      { status: refused, text: /Barracuda Networks/i },
      { status: forbidden, cookie: /^(?:barra_counter_session|BN[IE]S_|BNI_)/ },
    ],
  },
  {
    by: 'StackPath',
    source: `${wafw00f}stackpath.py`,
    marks: [
      { status: refused, title: /^StackPath\b/ },
      { status: refused, text: /An action has triggered the service and blocked your request/i },
    ],
  },
  {
    by: 'Edgio',
    source: `${wafw00f}edgecast.py`,
    marks: [{ status: [403], headers: { server: /^EC[ADS]/ }, title: /^403 - Forbidden$/i }],
  },
  {
    by: 'Wordfence',
    source: `${wafw00f}wordfence.py`,
    marks: [
      { status: refused, text: /Generated by Wordfence|Wordfence (?:advanced )?blocking rules/i },
      { status: refused, text: /^Your access to this (?:site|service) has been limited/im },
    ],
  },
  {
    by: 'SiteGuard',
    source: `${wafw00f}siteguard.py`,
    marks: [
      { status: refused, text: /SiteGuard|The server refuse to browse the page/i },
      { status: refused, code: /SiteGuard/i },
    ],
  },
  {
    by: 'Scutum',
    source: `${wafw00f}scutum.py`,
    marks: [{ status: forbidden, headers: { server: /^Scutum/i } }],
  },
  {
    by: 'ModSecurity',
    source: `${wafw00f}modsecurity.py`,
    marks: [
      { status: refused, text: /\bMod_?Security\b/i },
      { status: forbidden, headers: { server: /\bMod_Security\b|\bNOYB\b/i } },
    ],
  },
  {
    by: 'Imunify360',
    source: `${wafw00f}imunify360.py`,
    marks: [
      { code: /\bwsidchk\b/ },
      { text: /(?:protected|powered) by imunify360/i },
      { status: forbidden, headers: { server: /^imunify360/i } },
    ],
  },
  {
    by: 'BitNinja',
    source: `${wafw00f}bitninja.py`,
    marks: [{ text: /Security check by BitNinja/i }, { title: /^Visitor anti-robot validation/i }],
  },
  {
    by: 'Anubis',
    source:
      'anubis.techaro.lol/docs/admin/configuration/custom-status-codes; github.com/TecharoHQ/anubis/issues/473',
    marks: [{ code: /\/\.within\.website\/x\/cmd\/anubis\// }],
  },
  {
    by: 'go-away',
    source: 'git.gammaspectra.live/git/go-away',
    marks: [{ code: /\/\.well-known\/\.git\.gammaspectra\.live\/git\/go-away\// }],
  },
  {
    by: 'haproxy-protection',
    source: 'github.com/3kho/haproxy-protection',
    marks: [{ code: /\/\.basedflare\// }, { place: /\/\.basedflare\/bot-check\b/ }],
  },
  {
    by: 'SafeLine',
    source: `${wafw00f}safeline.py`,
    marks: [
      { code: /\/\.safeline\/(?:static|challenge)\// },
      { status: refused, code: /\bsafeline\b|^\s?event[_ ]id: /im },
    ],
  },
  {
    by: 'Alibaba Cloud WAF',
    source: `${wafw00f}aliyundun.py`,
    marks: [
      { code: /\bacw_sc__v[23]\b/ },
      {
        status: [405],
        text: /your request has been blocked as it may cause potential threats to the server/i,
      },
    ],
  },
  {
    by: 'Qrator',
    source: `${wafw00f}qrator.py`,
    marks: [{ status: forbidden, headers: { server: /^QRATOR/i } }],
  },
  {
    by: 'FortiWeb',
    source: `${wafw00f}fortiweb.py`,
    marks: [
      { status: forbidden, cookie: /^FORTIWAFSID$/ },
      { status: refused, code: /\bfgd_icon\b/ },
    ],
  },
  // Rooms where visitors wait, too: whether the site behind is well, nobody has seen.
  {
    by: 'Cloudflare Waiting Room',
    source:
      'developers.cloudflare.com/waiting-room/; docs.capmonster.cloud/docs/captchas/turnstile-waitroom-task/',
    marks: [{ title: /^Waiting Room powered by Cloudflare$/i }],
  },
  {
    by: 'Queue-it',
    source: 'github.com/queueit, KnownUser: `[CustomerId].queue-it.net`',
    marks: [{ place: /^[\w-]+\.queue-it\.net\// }],
  },
  {
    by: 'Squarespace',
    source: `${wafw00f}squarespace.py`,
    marks: [{ status: refused, text: /\bBRICK-\d{2}\b/ }],
  },
];

/** The wall whose page this is; `by` is null for one without a name. Null: no wall is seen. */
export function wallOf(page: PageView): { readonly by: string | null } | null {
  const wall = walls.find(({ marks }) => marks.some((mark) => hasMark(page, mark)));
  if (wall !== undefined) return { by: wall.by };
  if (isIncapsulaFrame(page)) return { by: 'Imperva' };
  // LinkedIn and others answer it to machines, and to nobody else (github.com/microlinkhq/is-antibot).
  if (page.status === 999) return { by: null };
  return isCheckOfBrowsers(page) ? { by: null } : null;
}

/** Its script stands in ordinary pages too: what holds little else is the wall. */
function isIncapsulaFrame({ content: { source, code } }: PageView): boolean {
  return source.length < 4096 && code.includes('_Incapsula_Resource');
}

const longestCheck = 400;
const mostLinks = 3;

/** What stands alone before a captcha, or before a script of somebody's own that makes browsers work. */
const checkWords =
  /^(?:checking (?:if the site connection is secure|your browser|that you are (?:a )?human|you are not a bot)|(?:please )?(?:verify|confirm)(?:ing)? (?:that )?you(?: are|['’]re) (?:a )?human|making sure you['’]re not a (?:ro)?bot|are you (?:a )?(?:human|robot)\?|please wait while we (?:verify|check)|client challenge$|security verification$|human verification$|enable javascript and cookies to continue|ブラウザー?を確認して|あなたがロボットではない|ロボットではないことを|人間であることを)/im;

/** A cookie that a script sets before it loads the page once more, as testcookie-nginx-module and Tempesta FW send it. */
const cookieScript = /\bdocument\.cookie\s*=/;
const reloadScript = /\blocation\.reload\s*\(|\blocation(?:\.href)?\s*=\s*(?:window\.|document\.)?location\b/;

function isCheckOfBrowsers({ content: { page, text, title, lines, code } }: PageView): boolean {
  if (text.length > longestCheck || page.links.length > mostLinks || page.scripts.length === 0) return false;
  if (checkWords.test(title ?? '') || checkWords.test(lines)) return true;
  // An application may do the same beside much else.
  const isBare = text.length <= (title?.length ?? 0) && page.appRoot === null && page.resources.length <= 2;
  return isBare && cookieScript.test(code) && reloadScript.test(code);
}
