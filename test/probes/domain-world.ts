import { Temporal } from 'temporal-polyfill';
import { objectOf, type RdapDomain, type RdapHabit } from '../../fixtures/world/rdap.ts';
import { encode, type JpDomain, reply } from '../../fixtures/world/whois.ts';
import { ProbeFailure } from '../../src/edge/failure.ts';
import type { RegistryEdge } from '../../src/edge/registry.ts';
import { Ledger } from '../../src/ledger/schema.ts';
import { formatFor } from '../../src/messages/format.ts';
import { messagesFor } from '../../src/messages/index.ts';
import { type DomainFact, domainProbe } from '../../src/probes/domain/index.ts';
import type { JudgeContext, KnownDate, Outcome } from '../../src/probes/probe.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { judged } from './judged.ts';

// The domain probe from the ledger's words to its findings, with registries that are plain data.

export const now = '2026-11-01T00:00:00Z';
const never = new AbortController().signal;

/** Registries: RDAP objects by their address, .jp registrations by name. What is in neither is not registered. */
interface Registries {
  readonly rdap?: Readonly<Record<string, RdapDomain | ProbeFailure | 'taciturn'>>;
  readonly habit?: RdapHabit;
  readonly jp?: readonly JpDomain[] | ProbeFailure | Uint8Array;
  readonly language?: 'en' | 'ja';
  readonly encoding?: 'utf-8' | 'iso-2022-jp';
}

export interface Situation extends Registries {
  /** What the ledger says under `reality.domains`. */
  readonly domains: Readonly<Record<string, object>>;
  readonly now?: string;
  /** Days between two runs. */
  readonly every?: number;
  readonly zone?: string;
  readonly context?: Partial<JudgeContext>;
}

export interface Looked {
  readonly findings: readonly Finding[];
  /** `id severity`, or `id notice`. */
  readonly told: readonly string[];
  readonly facts: readonly DomainFact[];
  readonly from: readonly (string | null)[];
  readonly dates: readonly (readonly [string, string, string | null])[];
  /** What was asked: addresses, and `server query`. */
  readonly asked: readonly string[];
}

/** Addresses below this are registries that the bundled list knows: `.com` at `https://rdap.com.test/`. */
function registryOf(registries: Registries, asked: string[] = []): RegistryEdge {
  const { rdap = {}, habit = 'registry', jp = [], language = 'en', encoding = 'utf-8' } = registries;
  return {
    rdapBaseOf: (domain) =>
      /\.(com|xyz|uk|nl)$/.test(domain) ? `https://rdap.${domain.split('.').at(-1)}.test/` : null,
    rdapListedOn: '2026-02-13',
    async rdap(url) {
      asked.push(url);
      const { host } = new URL(url);
      const found = rdap[url];
      if (found instanceof ProbeFailure) throw found;
      if (found === undefined || found === 'taciturn') {
        return { type: 'not-found', isExplicit: found === undefined, host };
      }
      return { type: 'found', body: JSON.parse(JSON.stringify(objectOf(found, habit))), host };
    },
    async whois(server, query) {
      asked.push(`${server} ${query}`);
      if (jp instanceof ProbeFailure) throw jp;
      if (jp instanceof Uint8Array) return jp;
      const found = jp.find(({ name }) => name === query.replace(/\/e$/, ''));
      const text = found === undefined ? 'No match!!\n' : reply(found, language);
      return encode(text.replaceAll('\n', '\r\n'), encoding);
    },
  };
}

/** Plans, looks and judges as a run does. */
export async function look(situation: Situation): Promise<Looked> {
  const { domains, every = 31, zone = 'Asia/Tokyo' } = situation;
  const ledger = Ledger.parse({
    version: 1,
    site: { name: 'Example', url: 'https://www.example.com/', timezone: zone },
    reality: { domains },
  });
  const at = Temporal.Instant.from(situation.now ?? now);
  const context: JudgeContext = {
    ledger,
    now: at,
    zone,
    // As a run counts it: the next one, and two days of slack.
    next: at.add({ hours: 24 * (every + 2) }),
    afterNext: at.add({ hours: 24 * (2 * every + 2) }),
    scheduledBy: 'review.every',
    leadTimeDays: 14,
    anythingAnswered: true,
    unreachable: new Set(),
    mainEndpoints: new Set(),
    operator: 'maintenance',
    ...situation.context,
  };
  const asked: string[] = [];
  const registry = registryOf(situation, asked);
  const findings: Finding[] = [];
  const dates: KnownDate[] = [];
  const facts: DomainFact[] = [];
  const from: (string | null)[] = [];
  for (const check of domainProbe.plan(ledger)) {
    let outcome: Outcome<DomainFact>;
    let server: string | null = null;
    try {
      const seen = await domainProbe.observe(check.claim, { registry } as never, never);
      outcome = { type: 'seen', fact: seen.fact };
      server = seen.from;
      facts.push(seen.fact);
    } catch (error) {
      if (!(error instanceof ProbeFailure)) throw error;
      outcome = { type: 'failed', failure: error };
    }
    from.push(server);
    const found = judged(domainProbe, { check, outcome }, context);
    findings.push(...found.findings);
    dates.push(...found.dates);
  }
  sayAll(findings, zone);
  return {
    findings,
    told: findings.map(({ id, kind, severity }) => `${id} ${kind === 'notice' ? kind : severity}`),
    facts,
    from,
    dates: dates.map(({ at: when, what, finding }) => [what.type, when.toString(), finding]),
    asked,
  };
}

/** Every finding has its words in both languages, with nothing left open in them. */
function sayAll(findings: readonly Finding[], zone: string): void {
  for (const language of ['ja', 'en'] as const) {
    const format = formatFor(language, zone, { parties: {}, contacts: {} });
    for (const { rule, data } of findings) {
      const said = messagesFor(language).rules[rule].say(data as never, format);
      const text = JSON.stringify(said);
      if (/undefined|NaN|Invalid|\[object/.test(text)) throw new Error(`${rule}: ${text}`);
    }
  }
}
