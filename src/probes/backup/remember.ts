import type { Finding } from '../../rules/finding.ts';
import { dayMs } from '../../text/values.ts';
import type { Observation } from '../probe.ts';
import { keyOf, placeOf, type SeenBackup, type SeenBackups, seenOf } from './earlier.ts';
import type { BackupClaim, BackupFact } from './fact.ts';
import { momentOf } from './order.ts';
import { comesAgain, seriesOf } from './series.ts';
import { lastSize, usualSize } from './size.ts';

/** Of one ledger; what came last is kept. */
const mostRemembered = 60;
/** What has not come for so long is forgotten. */
const forgottenAfterMs = 400 * dayMs;
const longestKey = 300;

/**
 * What the next run is to know of the backups: of each kind or series the newest one, and the size that it kept. What was
 * not seen in this run stays as it was; what is no longer in the ledger, or is looked for elsewhere, goes.
 *
 * @param ids of the ledger's backups
 * @param now milliseconds since 1970
 */
export function rememberBackups(
  ids: readonly string[],
  observations: readonly Observation[],
  findings: readonly Finding[],
  before: SeenBackups,
  now: number,
): SeenBackups {
  const looks = observations.filter(({ check }) => check.probe === 'backup');
  const places = new Map(looks.map(({ check }) => [check.subject, placeOf(check.claim as BackupClaim)]));
  const kept = Object.entries(before).filter(([key, { newest, place }]) => {
    const id = ids.find((each) => key === each || key.startsWith(keyOf(each, '')));
    if (id === undefined || now - Date.parse(newest) > forgottenAfterMs) return false;
    return (places.get(id) ?? place) === place;
  });
  const seen = looks.flatMap(({ check, outcome }) =>
    outcome.type === 'seen'
      ? entriesOf(check.claim as BackupClaim, outcome.fact as BackupFact, findings, before, now)
      : [],
  );
  const all = [...new Map([...kept, ...seen])];
  return Object.fromEntries(
    all
      .sort(([, one], [, other]) => Date.parse(other.newest) - Date.parse(one.newest))
      .slice(0, mostRemembered),
  );
}

function entriesOf(
  claim: BackupClaim,
  fact: BackupFact,
  findings: readonly Finding[],
  before: SeenBackups,
  now: number,
): [string, SeenBackup][] {
  const { id, atMostMs } = claim;
  const place = placeOf(claim);
  const earlier = seenOf(before, claim);
  const shrunk = new Set(
    findings
      .filter(({ rule, subject }) => subject === id && ['backup/too-small', 'backup/shrunk'].includes(rule))
      .map(({ data }) => (data as { readonly kind: string | null }).kind),
  );
  return seriesOf(fact.points, [], now + fact.clockAheadMs).flatMap(({ kind, good }) => {
    const [newest] = good;
    // A series that is alone today may have others beside it the next time, and the other way round.
    const names = new Set([kind, fact.kindsAre === 'own' && kind === null ? (newest?.series ?? null) : kind]);
    if (newest === undefined) return [];
    const at = new Date(momentOf(newest)).toISOString().replace(/\.\d{3}Z$/, 'Z');
    return [...names].flatMap((name): [string, SeenBackup][] => {
      const key = keyOf(id, name);
      const known = earlier.get(name);
      if (key.length > longestKey) return [];
      const isNew = atMostMs === null || now - momentOf(newest) <= atMostMs;
      // A file that every run writes anew is alone: that it was new at one look after the other shows that it comes.
      const isRenewed = isNew && known?.isNew === true && Date.parse(at) > Date.parse(known.newest);
      const comes = known?.comes === true || isRenewed || comesAgain(good, atMostMs);
      const bytes = shrunk.has(kind)
        ? Math.max(known?.bytes ?? 0, usualSize(newest, good) ?? 0)
        : lastSize(good);
      return [[key, { newest: at, bytes: bytes === null ? null : Math.round(bytes), comes, isNew, place }]];
    });
  });
}
