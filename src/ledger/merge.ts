import type { Absence } from './absence.ts';
import type { Ledger } from './schema.ts';

type Group = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/**
 * Gives the defaults of `common` to its neighbours and takes `common` away; the entrance falls back to access's.
 * What an entry says to be unknown or not to exist stays so; what `common` says so of is inherited.
 */
export function mergeCommon(
  ledger: Ledger,
  stated: ReadonlyMap<string, Absence>,
): { ledger: Ledger; absences: ReadonlyMap<string, Absence> } {
  const absences = new Map(stated);
  const merge = (
    section: string,
    group: Group | undefined,
    commons: readonly (readonly [string, Group | undefined])[],
  ) => {
    if (group === undefined) return undefined;
    const entries = Object.entries(group).filter(([id]) => id !== 'common');
    return Object.fromEntries(
      entries.map(([id, entry]) => {
        const merged: Record<string, unknown> = { ...entry };
        const isOpen = (key: string) => merged[key] === undefined && !absences.has(`${section}.${id}.${key}`);
        for (const [from, source] of commons) {
          for (const [key, value] of Object.entries(source?.common ?? {}))
            if (isOpen(key)) merged[key] = value;
          for (const [path, absence] of stated) {
            const key = path.startsWith(`${from}.common.`) ? path.slice(from.length + 8) : '';
            if (key !== '' && !key.includes('.') && isOpen(key))
              absences.set(`${section}.${id}.${key}`, absence);
          }
        }
        return [id, merged];
      }),
    );
  };
  const { contacts, decisions, access, entrance } = ledger as unknown as Record<string, Group | undefined>;
  const merged: Record<string, unknown> = {
    ...ledger,
    contacts: merge('contacts', contacts, [['contacts', contacts]]),
    decisions: merge('decisions', decisions, [['decisions', decisions]]),
    access: merge('access', access, [['access', access]]),
    entrance: merge('entrance', entrance, [
      ['entrance', entrance],
      ['access', access],
    ]),
  };
  for (const key of Object.keys(merged)) if (merged[key] === undefined) delete merged[key];
  return { ledger: merged as Ledger, absences };
}
