import type { DateMessages } from '../dates.ts';
import { accessName } from './checklist-words.ts';

export const dates: DateMessages = {
  'certificate-ends': ({ host }) => `The certificate of ${host} ends`,
  'certificate-renewal-due': ({ host }) => `The certificate of ${host} should renew itself`,
  'certificate-deadline': ({ host }) => `Last day to start renewing the certificate of ${host}`,
  'domain-ends': ({ domain }) => `The registration of ${domain} ends`,
  'domain-deadline': ({ domain }) => `Last day to start renewing ${domain}`,
  'signature-ends': ({ zone }) => `The signatures (DNSSEC) of ${zone} end`,
  'backup-expires': ({ id }) => `The last of the good backups that ${id} has now is deleted`,
  'backup-confirmation': ({ id }) => `Look at the backup ${id} by hand`,
  'contact-verification': ({ name }) => `Confirm that ${name} can be reached`,
  'access-verification': ({ id }) => `Confirm that ${accessName(id)} can still be entered`,
  review: () => 'Look through the whole ledger',
  rehearsal: ({ of }) => `Try the ${of} again`,
  exercise: () => 'Hold the tabletop exercise',
  plan: ({ item, party }, format) => `Fill item ${item}${party === null ? '' : ` (${format.party(party)})`}`,
  prevention: ({ incident }) => `Finish the prevention of: ${incident}`,
  'exception-ends': ({ rule, subject }) => `The exception ${rule} for ${subject} ends`,
  'schedule-stops': () => 'GitHub switches these checks off, unless the repository changes before',
  'next-check': () => 'Next check',
};
