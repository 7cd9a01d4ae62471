import {
  type AuthoritativeView,
  isComplete,
  isLame,
  isServing,
  type ServerAnswer,
} from '../../protocols/dns/views.ts';

/** Servers that say the same. */
export interface Group {
  readonly servers: readonly string[];
  readonly values: readonly string[];
  readonly trouble: ServerAnswer['outcome'] | null;
}

/** The servers of a view by what they say. Servers that fail for the zone as a whole are the zone's matter. */
export function groupsOf(view: AuthoritativeView): Group[] {
  const groups = new Map<string, Group>();
  for (const answer of view.servers) {
    const serves = view.zone?.servers.some(
      (each) => each.server === answer.server && each.address === answer.address && isServing(each),
    );
    if (!isComplete(answer) && !(serves && isLame(answer))) continue;
    const trouble = isComplete(answer) ? null : answer.outcome;
    const values = answer.alias === null ? answer.records.map((each) => each.data) : [answer.alias.data];
    const key = JSON.stringify([trouble, answer.alias !== null, values]);
    const servers = [...(groups.get(key)?.servers ?? []), answer.server];
    groups.set(key, { servers: [...new Set(servers)], values, trouble });
  }
  return [...groups.values()];
}
