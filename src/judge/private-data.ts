import type { Ledger } from '../ledger/schema.ts';
import { type Finding, finding } from '../rules/finding.ts';

/**
 * Whether a ledger that everybody can read holds what belongs to people: one finding for all phone numbers and mail
 * addresses of the contacts, at the first of them.
 *
 * @param isPublic null where it is not known: then nothing is said
 */
export function judgePrivateData(ledger: Ledger, isPublic: boolean | null): Finding[] {
  if (isPublic !== true) return [];
  const found = Object.entries(ledger.contacts ?? {}).flatMap(([id, contact]) =>
    (contact.channels ?? []).flatMap((channel, index) =>
      'phone' in channel || 'email' in channel ? [{ id, index, isPhone: 'phone' in channel }] : [],
    ),
  );
  const [first] = found;
  if (first === undefined) return [];
  const phones = found.filter(({ isPhone }) => isPhone).length;
  return [
    finding('ledger/private-data-public', {
      subject: 'contacts',
      data: {
        phones,
        emails: found.length - phones,
        contacts: new Set(found.map(({ id }) => id)).size,
        isInIssues: ledger.site.public,
      },
      path: ['contacts', first.id, 'channels', first.index],
      party: ledger.responsibility?.communication?.party ?? null,
    }),
  ];
}
