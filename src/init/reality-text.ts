import { yamlText } from '../ledger/yaml-text.ts';
import { isSameRegistrar } from '../probes/domain/registrar.ts';
import { plainLine } from '../text/escape.ts';
import {
  type DnsLines,
  dnsLines,
  type RecordLine,
  type Remark,
  registrationOf,
  serviceOfHost,
} from './claims.ts';
import type { LedgerDraft, LedgerWords } from './draft.ts';
import type { HostSeen, SiteSeen, Unseen } from './seen.ts';

/** A part of `reality`: its entries, and lines that are none. */
interface Group {
  readonly key: string;
  /** Whole lines, without the group's own two spaces. */
  readonly entries: readonly string[];
  /** Comments above the entries. */
  readonly remarks: readonly string[];
  /** Comments below them. */
  readonly questions: readonly string[];
}

/** `reality` and what is asked about it. */
export function realityLines({ site, answers, day }: LedgerDraft, words: LedgerWords): string[] {
  const { init } = words;
  const groups = [
    endpoints(site, words),
    certificates(site, words),
    dns(dnsLines(site), words),
    mail(site, words),
    domains(site, words),
  ];
  const backups = answers?.backups?.split('\n') ?? init.backups.map((line) => `  ${line}`);
  const isEmpty = groups.every(({ entries }) => entries.length === 0) && answers?.backups == null;
  const body = groups.flatMap(linesOf);
  // A mapping of comments alone would be no mapping.
  if (isEmpty) return [init.reality(day), ...[...body, ...backups].map((line) => line.trimStart())];
  return [init.reality(day), 'reality:', ...body, ...backups];
}

function linesOf({ key, entries, remarks, questions }: Group): string[] {
  if (entries.length === 0) return [...remarks, ...questions].map((line) => `  ${line}`);
  return [`  ${key}:`, ...[...remarks, ...entries, ...questions].map((line) => `    ${line}`)];
}

const comment = (text: string) => `# ${plainLine(text, 300)}`;
const behind = (text: string) => (text === '' ? '' : `   # ${plainLine(text, 200)}`);

function reasonOf({ code, detail }: Unseen, { failures }: LedgerWords): string {
  return detail === null ? failures[code] : `${failures[code]}: ${plainLine(detail, 100)}`;
}

const list = (values: readonly string[]) => `[${values.map((value) => yamlText(value)).join(', ')}]`;

/** How the hosts of a site are called in the ledger. */
function endpointId({ domain }: SiteSeen, { role, host }: HostSeen): string {
  if (role === 'site') return 'home';
  if (role === 'asked') return 'entry';
  return host === domain?.name ? 'apex' : 'www';
}

function endpoints(site: SiteSeen, words: LedgerWords): Group {
  const { init } = words;
  const entries: string[] = [];
  const remarks: string[] = [];
  const { home } = site;
  if (site.withoutTls !== null) remarks.push(comment(init.withoutTls(reasonOf(site.withoutTls, words))));
  if (home.type === 'unseen') {
    remarks.push(comment(init.unseen(site.url, reasonOf(home, words))));
  } else {
    const { status, sign, markers } = home.seen;
    const isFine = status >= 200 && status < 300 && sign === null;
    if (sign !== null) remarks.push(comment(init.homeSign(sign)));
    else if (!isFine) remarks.push(comment(init.homeStatus(status)));
    else if (markers.length === 0) remarks.push(comment(init.noMarkers));
    const contains = markers.length === 0 ? '' : `, contains: ${list(markers)}`;
    entries.push('home:', `  url: ${yamlText(site.url)}`);
    if (isFine) entries.push(`  expect: { status: ${status}${contains} }`);
  }
  const taken = new Set(['home']);
  for (const host of site.hosts) {
    const { entry } = host;
    if (entry === null) continue;
    const id = endpointId(site, host);
    if (entry.type === 'unseen') {
      remarks.push(comment(init.unseen(host.host, reasonOf(entry, words))));
      continue;
    }
    const { url, endsAt, status } = entry.seen;
    if (taken.has(id)) continue;
    taken.add(id);
    const target = URL.parse(endsAt);
    const isElsewhere = target !== null && target.hostname !== host.host && target.search === '';
    if (!isElsewhere && !(status >= 200 && status < 300)) {
      remarks.push(comment(`${host.host}: HTTP ${status}`));
      continue;
    }
    const expected = isElsewhere ? `redirects-to: ${yamlText(endsAt)}` : `status: ${status}`;
    entries.push(`${id}:`, `  url: ${yamlText(url)}`, `  expect: { ${expected} }`);
  }
  const contact = home.type === 'seen' ? home.seen.contactUrl : null;
  const example = contact ?? new URL('/contact/', site.url).href;
  const questions = [comment(init.pages), init.contactPage(yamlText(example))];
  return { key: 'endpoints', entries, remarks, questions };
}

function certificates(site: SiteSeen, words: LedgerWords): Group {
  const { init } = words;
  const entries: string[] = [];
  const remarks: string[] = [];
  const known = new Set<string>();
  const alive = new Set(
    site.hosts.filter(({ role, entry }) => role === 'site' || entry?.type === 'seen').map(({ host }) => host),
  );
  for (const each of site.hosts) {
    const { host, port, role, certificate } = each;
    if (certificate === null) continue;
    if (certificate.type === 'unseen') {
      remarks.push(comment(init.unseen(`${host} TLS`, reasonOf(certificate, words))));
      continue;
    }
    const { issuers, names, renewal, inferredBy, lastDay, isTrusted, serials } = certificate.seen;
    // Where a check would infer the same by itself, one entry speaks for all hosts that show the certificate.
    if (inferredBy === 'issuer' && serials.every((serial) => known.has(serial))) continue;
    for (const serial of serials) known.add(serial);
    if (!isTrusted) {
      remarks.push(comment(init.certificateDoubtful(host)));
      continue;
    }
    // Names that another certificate serves are that one's.
    const own = names.filter((name) => alive.has(name) && (role === 'site' || name === host));
    const id = host === site.domain?.name ? 'apex' : host.split('.')[0]!;
    // A service that renews by itself takes the authority that it likes.
    const chooser = renewal === 'automatic' ? serviceOfHost(each, site) : null;
    const parts = [
      `host: ${yamlText(host)}`,
      ...(port === 443 ? [] : [`port: ${port}`]),
      `names: ${list(own)}`,
      ...(issuers.length === 0 || chooser !== null
        ? []
        : [`issuer: ${issuers.length === 1 ? yamlText(issuers[0]!) : list(issuers)}`]),
      `renewal: ${renewal}`,
    ];
    const key = /^[a-z][a-z0-9-]*$/.test(id) ? id : 'site';
    entries.push(
      `${key}: { ${parts.join(', ')} }${behind(init.certificate({ renewal, inferredBy, lastDay, chooser }))}`,
    );
  }
  return { key: 'certificates', entries, remarks, questions: [] };
}

function dns({ records, remarks }: DnsLines, words: LedgerWords): Group {
  return {
    key: 'dns',
    entries: records.map((record) => recordLine(record, words)),
    remarks: remarks.map((remark) => comment(remarkText(remark, words))),
    questions: [],
  };
}

function recordLine({ name, type, values, match, because }: RecordLine, { init }: LedgerWords): string {
  const matched = match === 'exact' ? '' : `, match: ${match}`;
  const why = because === null ? '' : init.because[because];
  return `- { name: ${yamlText(name)}, type: ${type}, values: ${list(values)}${matched} }${behind(why)}`;
}

function remarkText(remark: Remark, words: LedgerWords): string {
  switch (remark.type) {
    case 'unseen':
      return words.init.unseen(remark.what, reasonOf(remark.failure, words));
    case 'cdn-addresses':
      return words.init.cdnAddresses(remark.what, remark.cdn);
    case 'alias-addresses':
      return words.init.aliasAddresses(remark.what, remark.target, remark.addresses.slice(0, 8).join(', '));
    case 'balancer-addresses':
      return words.init.balancerAddresses(remark.what, remark.addresses.slice(0, 8).join(', '));
  }
}

function mail({ domain }: SiteSeen, words: LedgerWords): Group {
  const none: Group = { key: 'mail', entries: [], remarks: [], questions: [] };
  if (domain === null || !domain.isSite) return none;
  const { name, mx, dmarc } = domain;
  if (mx.type === 'seen' && mx.seen.length === 0) return none;
  if (dmarc.type === 'unseen') {
    return { ...none, remarks: [comment(words.init.unseen(`${name} DMARC`, reasonOf(dmarc, words)))] };
  }
  if (dmarc.seen === null) return { ...none, questions: words.init.mail(yamlText(name)) };
  return { ...none, entries: [`${yamlText(name)}: { dmarc: ${dmarc.seen} }`] };
}

function domains({ domain }: SiteSeen, words: LedgerWords): Group {
  const { init } = words;
  const none: Group = { key: 'domains', entries: [], remarks: [], questions: [] };
  if (domain === null) return none;
  const { name, isSite, registration: look } = domain;
  const key = yamlText(name);
  const registration = registrationOf(domain);
  if (registration === null) {
    if (look.type === 'unseen') {
      return { ...none, remarks: [comment(init.unseen(`${name} WHOIS/RDAP`, reasonOf(look, words)))] };
    }
    if (look.seen.type === 'not-registered') return { ...none, remarks: [comment(init.notRegistered(name))] };
    const example = `#  ${key}: { expires: 2027-03-31, evidence: "…" }`;
    return { ...none, questions: [comment(init.noRegistry(name)), '#domains:', example] };
  }
  const registrar = registration.by === 'rdap' ? registration.registrar : null;
  const isTelling = registrar?.name != null && isSameRegistrar(registrar.name, registrar);
  const said = isTelling ? `{ registrar: ${yamlText(registrar.name!)} }` : '{}';
  const ends = registration.expires?.slice(0, 10) ?? null;
  return {
    ...none,
    remarks: [...(isSite ? [] : [comment(init.foreignDomain(name))]), comment(init.renewal)],
    entries: [`${key}: ${said}${behind(init.domainEnds(ends))}`],
  };
}
