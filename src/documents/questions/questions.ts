import { dotted } from '../../ledger/path.ts';
import type { Ledger } from '../../ledger/schema.ts';
import type { CheckedLedger } from '../../report/checked.ts';
import type { Finding } from '../../rules/finding.ts';
import { type GapRule, gapRules, isGapRule, rules } from '../../rules/index.ts';
import { type Question as QuestionRule, type Role, type Topic, topics } from '../../rules/rule.ts';

export interface Question {
  readonly rule: GapRule | 'unknown';
  readonly topic: Topic;
  /** What it is about, in the ledger's own words; a contact's name. */
  readonly things: readonly string[];
  /** Dotted keys to fill in. */
  readonly keys: readonly string[];
}

/** All that one party is asked, in the order of the five topics. */
export interface Mail {
  /** The party's name; null: nobody knows yet who can answer. */
  readonly to: { readonly name: string } | { readonly role: Role } | null;
  readonly site: string | null;
  readonly questions: readonly Question[];
}

const roles: readonly Role[] = ['client', 'maintenance', 'agency'];

interface Open {
  readonly rule: GapRule | 'unknown';
  readonly party: string | null;
  readonly thing: string | null;
  readonly key: string;
}

/** What is still unanswered, one mail for each party that can answer; null for a ledger that cannot be read. */
export function questionsOf(checked: CheckedLedger, options: { readonly vendor: boolean }): Mail[] | null {
  const { parsed, judgement } = checked;
  if (parsed === null || judgement === null) return null;
  const { ledger } = parsed;
  const gaps = judgement.findings.filter(isGap);
  const asked = gaps.filter(({ id }) => !judgement.excepted.has(id));
  const open: Open[] = asked.flatMap((gap) => openOf(gap, ledger));
  const known = [...gaps.map(({ path }) => dotted(path)), ...open.map(({ key }) => key)];
  for (const [path, { type }] of parsed.absences) {
    const isAsked = known.some(
      (key) => key === path || key.startsWith(`${path}.`) || path.startsWith(`${key}.`),
    );
    if (type === 'unknown' && !isAsked) open.push({ rule: 'unknown', party: null, thing: null, key: path });
  }
  return mailsOf(open, ledger, options.vendor);
}

function isGap(finding: Finding): finding is Finding<GapRule> {
  return isGapRule(finding.rule);
}

/** The gap itself, and what is open with it where the whole thing is missing. */
function openOf({ rule, party, path, data }: Finding<GapRule>, ledger: Ledger): Open[] {
  const base = dotted(path);
  const { whole } = questionFor(rule);
  const own: Open = { rule, party, thing: thingOf(rule, data, ledger), key: base };
  if (path.length !== whole?.length) return [own];
  const opens = Object.entries(whole.opens) as [GapRule, readonly string[]][];
  return [
    own,
    ...opens.flatMap(([implied, keys]) =>
      keys.map((key) => ({
        rule: implied,
        party,
        // Of what the missing thing would hold, its place alone is known.
        thing: thingOf(implied, { ...data, part: key, of: base }, ledger),
        key: key.startsWith('/') ? key.slice(1) : `${base}.${key}`,
      })),
    ),
  ];
}

function questionFor(rule: GapRule): QuestionRule {
  return rules[rule].question;
}

/** What distinguishes this gap from others of its rule. */
function thingOf(rule: GapRule, data: object, ledger: Ledger): string | null {
  const about = questionFor(rule).about?.(data as never) ?? null;
  if (about === null || typeof about === 'string') return about;
  return ledger.contacts?.[about.contact]?.name ?? about.contact;
}

function mailsOf(open: readonly Open[], ledger: Ledger, vendor: boolean): Mail[] {
  const parties = ledger.parties;
  const site = ledger.site.name;
  const addressee = ({ rule, party }: Open): string | null => {
    if (vendor) return 'maintenance';
    if (party !== null) return party;
    const role = rule === 'unknown' ? null : questionFor(rule).role;
    return role !== null && (parties === undefined || Object.hasOwn(parties, role)) ? role : null;
  };
  const groups = new Map<string | null, Open[]>();
  for (const each of open) {
    if (vendor && (each.rule === 'unknown' || questionFor(each.rule).vendor !== true)) continue;
    const to = addressee(each);
    groups.set(to, [...(groups.get(to) ?? []), each]);
  }
  const order = new Set<string | null>([...Object.keys(parties ?? {}), ...roles, ...groups.keys()]);
  order.delete(null);
  return [...order, null].flatMap((id) => {
    const mine = groups.get(id);
    return mine === undefined ? [] : [{ to: nameOf(id, ledger), site, questions: merged(mine) }];
  });
}

function nameOf(id: string | null, ledger: Ledger): Mail['to'] {
  if (id === null) return null;
  const name = ledger.parties?.[id];
  if (name !== undefined) return { name };
  const role = roles.find((each) => each === id);
  return role === undefined ? { name: id } : { role };
}

/** One question for each thing to ask, whatever number of places it is to be filled in. */
function merged(open: readonly Open[]): Question[] {
  const unique = (values: readonly string[]) => [...new Set(values)];
  const order = [...gapRules, 'unknown' as const];
  const questions = order.flatMap((rule): Question[] => {
    const mine = open.filter((each) => each.rule === rule);
    if (mine.length === 0) return [];
    const topic = rule === 'unknown' ? 'operation' : questionFor(rule).topic;
    const things = unique(mine.flatMap(({ thing }) => thing ?? []));
    return [{ rule, topic, things, keys: unique(mine.map(({ key }) => key)) }];
  });
  return topics.flatMap((topic) => questions.filter((each) => each.topic === topic));
}
