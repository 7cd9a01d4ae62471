import { dotted } from '../ledger/path.ts';
import type { Channel, Contact, Ledger } from '../ledger/schema.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { isTooLongAgo } from './due.ts';
import { uncoveredBy } from './hours.ts';
import { type ChecklistInput, gapAt, isEmpty, partyOf } from './input.ts';

interface Stop {
  readonly index: number;
  readonly id: string;
  /** Undefined where the ledger does not describe the contact. */
  readonly contact: Contact | undefined;
  readonly waits: boolean;
}

/**
 * ② First contact: a route that starts at a desk with two ways to reach it, goes on after a wait, says what to tell
 * and is answered at every hour of the week by contacts that were verified in time.
 */
export function judgeFirstContact(input: ChecklistInput): Finding[] {
  const { ledger } = input;
  const written = ledger['first-contact']?.route ?? [];
  const end = endOfRoute(input);
  const stops = stopsOf(ledger, end.index);
  const findings: Finding[] = [];
  const party = partyOf(ledger, 'communication');

  if (written.length === 0) {
    findings.push(
      gapAt(input, 'contact/route-missing', ['first-contact', 'route'], { stop: null }, { party }),
    );
  }
  for (const [index, stop] of written.entries()) {
    // A route that begins with `none` reaches nobody; what stands after `none` is not reached.
    if (index > 0 && index >= end.index) break;
    if (stop.call !== undefined && ledger.contacts?.[stop.call] !== undefined) continue;
    const path = ['first-contact', 'route', index, 'call'];
    findings.push(gapAt(input, 'contact/route-missing', path, { stop: index + 1 }, { party }));
  }
  if (stops.length > 0) findings.push(...judgeStops(input, stops, party));
  findings.push(...judgeCallLists(input, stops, party));
  if (isEmpty(ledger['first-contact']?.tell)) {
    findings.push(gapAt(input, 'contact/nothing-to-tell', ['first-contact', 'tell'], {}, { party }));
  }
  return [...findings, ...judgeContacts(input, new Set(stops.map(({ id }) => id)))];
}

/** Where the route says that from here on nobody answers, and why; behind its last stop if it does not. */
function endOfRoute({ ledger, absences }: ChecklistInput): { index: number; reason: string | null } {
  const route = ledger['first-contact']?.route ?? [];
  for (let index = 0; index <= route.length; index++) {
    const absence = absences.get(`first-contact.route.${index}`);
    const reason = route[index]?.none ?? (absence?.type === 'none' ? absence.reason : null);
    if (reason !== null) return { index, reason };
  }
  return { index: route.length, reason: null };
}

/** The stops of the route that name somebody. */
function stopsOf({ contacts, ...ledger }: Ledger, end: number): Stop[] {
  return (ledger['first-contact']?.route ?? [])
    .slice(0, end)
    .flatMap(({ call, wait }, index) =>
      call === undefined ? [] : [{ index, id: call, contact: contacts?.[call], waits: wait !== undefined }],
    );
}

function judgeStops(input: ChecklistInput, stops: readonly Stop[], party: string | null): Finding[] {
  const findings: Finding[] = [];
  const first = stops[0]!;
  const own = first.contact?.party ?? party;
  if (first.contact !== undefined && first.contact.kind !== 'desk') {
    findings.push(
      finding('contact/starts-at-person', {
        subject: first.id,
        data: { contact: first.id, kind: first.contact.kind ?? null },
        path: ['contacts', first.id, 'kind'],
        party: own,
      }),
    );
  }
  const ways = new Set((first.contact?.channels ?? []).map((channel) => JSON.stringify(channel)));
  if (first.contact !== undefined && ways.size < 2) {
    const path = ['contacts', first.id, 'channels'];
    const data = { contact: first.id, channels: ways.size };
    findings.push(gapAt(input, 'contact/single-channel', path, data, { subject: first.id, party: own }));
  }
  if (stops.every(({ id }) => id === first.id)) {
    findings.push(
      finding('contact/no-fallback', {
        subject: 'first-contact.route',
        data: { contact: first.id },
        path: ['first-contact', 'route'],
        party,
      }),
    );
  }
  for (const [position, stop] of stops.entries()) {
    const next = stops[position + 1];
    if (stop.waits || next === undefined) continue;
    const path = ['first-contact', 'route', stop.index, 'wait'];
    findings.push(gapAt(input, 'contact/no-wait', path, { contact: stop.id, next: next.id }, { party }));
  }
  return [...findings, ...judgeCoverage(input, stops, party)];
}

/** When nobody of these contacts answers; null where somebody always does. */
function uncoveredOf(input: ChecklistInput, ids: readonly string[]) {
  const contacts = [...new Set(ids)].flatMap((id) => {
    const contact = input.ledger.contacts?.[id];
    return contact === undefined ? [] : [{ id, contact }];
  });
  const uncovered = uncoveredBy(
    contacts.map(({ contact }) => contact),
    input.now,
    input.zone,
    input.holidays,
  );
  if (uncovered.windows.length === 0 && uncovered.days.length === 0) return null;
  const withoutHours = contacts.flatMap(({ id, contact }) => (contact.hours === undefined ? [id] : []));
  return { ...uncovered, withoutHours };
}

function judgeCoverage(input: ChecklistInput, stops: readonly Stop[], party: string | null): Finding[] {
  const uncovered = uncoveredOf(
    input,
    stops.map(({ id }) => id),
  );
  if (uncovered === null) return [];
  const path = ['first-contact', 'route'];
  const data = { conditions: [], ...uncovered, said: endOfRoute(input).reason };
  return [finding('contact/hours-uncovered', { subject: 'first-contact.route', data, path, party })];
}

/** The same for who is called in an emergency: once for conditions that call the same, never again for the route's. */
function judgeCallLists(input: ChecklistInput, stops: readonly Stop[], party: string | null): Finding[] {
  const keyOf = (ids: readonly string[]) => JSON.stringify([...new Set(ids)].sort());
  const route = keyOf(stops.map(({ id }) => id));
  const lists = Map.groupBy(
    (input.ledger.emergency?.conditions ?? [])
      .map(({ when = null, call }, index) => ({ index, number: index + 1, when, call: call ?? [] }))
      .filter(({ call }) => call.length > 0 && keyOf(call) !== route),
    ({ call }) => keyOf(call),
  );
  return [...lists.values()].flatMap((conditions) => {
    const { index, call } = conditions[0]!;
    const uncovered = uncoveredOf(input, call);
    if (uncovered === null) return [];
    const path = ['emergency', 'conditions', index, 'call'];
    const named = conditions.map(({ number, when }) => ({ number, when }));
    const data = { conditions: named, ...uncovered, said: null };
    return [finding('contact/hours-uncovered', { subject: dotted(path), data, path, party })];
  });
}

/** Every contact by its own date; only those on the route hold the item. */
function judgeContacts(input: ChecklistInput, onRoute: ReadonlySet<string>): Finding[] {
  const { ledger } = input;
  const within = ledger.review['verify-contacts-within'];
  return Object.entries(ledger.contacts ?? {}).flatMap(([id, contact]): Finding[] => {
    const items = onRoute.has(id) ? ([2] as const) : [];
    const parts = { subject: id, items, party: contact.party ?? partyOf(ledger, 'communication') };
    const findings: Finding[] = [];
    if (isTooLongAgo(contact.verified, within, input)) {
      findings.push(
        finding('contact/unverified', {
          ...parts,
          data: { contact: id, verified: contact.verified ?? null, within },
          path: ['contacts', id, 'verified'],
        }),
      );
    }
    for (const [index, channel] of (contact.channels ?? []).entries()) {
      const sort = impossiblePart(channel);
      if (sort === null) continue;
      findings.push(
        finding('contact/channel-invalid', {
          ...parts,
          distinction: String(index),
          data: { contact: id, channel: sort },
          path: ['contacts', id, 'channels', index, sort],
        }),
      );
    }
    return findings;
  });
}

/** What of the channel cannot be what it is said to be. Only what no phone, mailbox or page could look like. */
function impossiblePart({ phone, email, url }: Channel): 'phone' | 'email' | 'url' | null {
  if (phone !== undefined) {
    const digits = phone.normalize('NFKC').match(/\d/g)?.length ?? 0;
    // Emergency numbers have three digits; E.164 numbers at most 15, and some more for an extension.
    if (digits < 3 || digits > 24) return 'phone';
  }
  if (email !== undefined) {
    const address = /<([^<>]+)>\s*$/.exec(email)?.[1] ?? email;
    if (!/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(address.normalize('NFKC').trim())) return 'email';
  }
  return url !== undefined && !isReachableUrl(url) ? 'url' : null;
}

function isReachableUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  // Others (tel:, slack:, msteams:) name no host.
  return /^https?:$/.test(protocol)
    ? /\.|:/.test(hostname) || hostname === 'localhost'
    : pathname !== '' || hostname !== '';
}
