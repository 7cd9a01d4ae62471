import type { DkimFault, MtaStsFault, MxFault, mailRules, SpfFault } from '../../rules/mail.ts';
import type { RuleMessages } from '../rule-message.ts';
import { failures } from './probe.ts';

const mxFaults: { readonly [F in MxFault]: string } = {
  alias: 'is an alias, which mail servers may refuse',
  address: 'is an address in place of a name',
  'no-address': 'has no address',
  'null-beside-others': 'says “no mail” beside real servers',
};

const spfFaults: { readonly [F in SpfFault]: (where: string, term?: string) => string } = {
  missing: () => 'no record',
  'two-records': (where) => `two records at ${where}`,
  syntax: (where, term) =>
    term === undefined
      ? `a record that cannot be read at ${where}`
      : `“${term}” at ${where} is not valid, so receivers use none of the record`,
  'include-without-spf': (where) => `it includes ${where}, which has no record`,
  'redirect-without-spf': (where) => `it redirects to ${where}, which has no record`,
  'too-many-exchanges': (where) => `it names the mail servers of ${where}, and those are more than ten`,
  'too-many-voids': (where) => `more than two of the names in it lead to nothing, such as ${where}`,
};

const mtaStsFaults: { readonly [F in MtaStsFault]: string } = {
  'no-record': 'no record',
  'two-records': 'several records',
  'record-invalid': 'a record that cannot be read',
  'no-policy': 'no policy at its address',
  certificate: 'the policy’s host has no valid certificate',
  'policy-invalid': 'a policy that cannot be read',
  'mode-differs': 'another mode',
  'mx-not-listed': 'mail servers that the policy does not list',
};

const dkimFaults: { readonly [F in DkimFault]: (detail: string | null) => string } = {
  syntax: () => 'a record that breaks the rules of DKIM',
  type: (detail) => `a key of a type that receivers do not know (k=${detail})`,
  key: () => 'p= is not a key: perhaps a placeholder, or cut off',
  'too-short': (detail) => `an RSA key of ${detail} bits`,
  hash: (detail) => `a key for SHA-1 only (h=${detail})`,
  service: (detail) => `a key that is not for mail (s=${detail})`,
};

const notDelivered =
  'Enquiries, orders and the mails of this very recovery do not arrive. After a move of DNS this is what gets lost in silence.';
const asSpam =
  'What the site sends (enquiry notices, orders, the incident’s own reports) lands in spam or is refused, and nobody is told.';

export const mail: RuleMessages<typeof mailRules> = {
  'mail/no-mx': {
    means: 'The domain is to receive mail, and DNS names no mail server for it.',
    why: notDelivered,
    remedy: 'Put the MX records back as the mail service gives them.',
    say: ({ domain, isNull }) => ({
      title: `Mail to ${domain} has nowhere to go`,
      expected: 'an MX record',
      observed: isNull ? 'a record that says “no mail”' : 'none',
    }),
  },
  'mail/mx-invalid': {
    means: 'A mail server of the domain cannot be used as DNS names it.',
    why: notDelivered,
    remedy:
      'Have the MX records name mail servers that have addresses of their own, as the mail service gives them.',
    say: ({ domain, exchanges }) => ({
      title: `A mail server of ${domain} cannot be used`,
      expected: 'names of servers that have addresses',
      observed: exchanges.map(({ host, fault }) => `${host} ${mxFaults[fault]}`).join('; '),
    }),
  },
  'mail/mx-unreachable': {
    means: 'A mail server of the domain has only addresses that nobody outside can reach.',
    why: notDelivered,
    remedy:
      'Have the MX records name the servers that the mail service gives. An address of the inner network, or of the machine itself, does not belong in public DNS.',
    say: ({ domain, exchanges }) => ({
      title: `A mail server of ${domain} cannot be reached from outside`,
      expected: 'an address on the internet',
      observed: exchanges.map(({ host, addresses }) => `${host}: ${addresses.join(', ')}`).join('; '),
    }),
  },
  'mail/spf-invalid': {
    means: 'Receivers cannot use the domain’s SPF record, which says who may send its mail.',
    why: asSpam,
    remedy: 'Correct the TXT record: one record that begins with v=spf1 and names every sending service.',
    say: ({ domain, fault, where, term }) => ({
      title:
        fault === 'missing' ? `${domain} has no SPF record` : `The SPF record of ${domain} cannot be used`,
      expected: 'one valid record',
      observed: spfFaults[fault](where, term),
    }),
  },
  'mail/spf-too-many-lookups': {
    means: 'The SPF record makes receivers ask DNS more than ten times, so they give up on it.',
    why: asSpam,
    remedy:
      'Take out services that no longer send, or replace an include by the addresses that it stands for.',
    say: ({ domain, lookups }) => ({
      title: `The SPF record of ${domain} needs too many DNS look-ups`,
      expected: '10 at most',
      observed: lookups >= 20 ? '20 or more' : String(lookups),
    }),
  },
  'mail/spf-permits-all': {
    means: 'The SPF record allows everybody to send in the domain’s name.',
    why: 'Anybody can send mail that seems to come from the company, in the middle of an incident too.',
    remedy: 'End the record with -all or ~all.',
    say: ({ domain, record }) => ({
      title: `The SPF record of ${domain} lets everybody send`,
      expected: '-all or ~all',
      observed: record,
    }),
  },
  'mail/dmarc-missing': {
    means: 'The ledger says which DMARC policy the domain has, and DNS has none that can be used.',
    why: 'Forged mail passes, and large mail services refuse the real one.',
    remedy: 'Put the TXT record at _dmarc back. If the policy was given up, correct the ledger.',
    say: ({ domain, expected, records }) => ({
      title: `${domain} has no DMARC policy`,
      expected: `p=${expected}`,
      observed: records > 1 ? `${records} records, of which none counts` : 'no record',
    }),
  },
  'mail/dmarc-differs': {
    means: 'The domain’s DMARC policy is not the one in the ledger.',
    why: 'Either forged mail passes that should not, or real mail is refused that should pass.',
    remedy: 'Ask who changed it. If it was meant, correct the ledger; else put the record back.',
    say: ({ domain, expected, policy, isTest, at }) => ({
      title: `The DMARC policy of ${domain} is not what the ledger says`,
      expected: `p=${expected}`,
      observed: `p=${policy}${isTest ? ', only being tried (t=y)' : ''} at ${at}`,
    }),
  },
  'mail/dkim-missing': {
    means: 'A DKIM key that the ledger names is not in DNS.',
    why: asSpam,
    remedy:
      'Put the record back as the sending service gives it. If the service is no longer used, correct the ledger.',
    say: ({ domain, selector }) => ({
      title: `The DKIM key ${selector} of ${domain} is missing`,
      expected: `a key at ${selector}._domainkey.${domain}`,
      observed: 'none',
    }),
  },
  'mail/dkim-revoked': {
    means: 'A DKIM key that the ledger names has been taken back.',
    why: asSpam,
    remedy:
      'If it was replaced, write the new selector into the ledger; else have the sending service give a new key.',
    say: ({ domain, selector }) => ({
      title: `The DKIM key ${selector} of ${domain} has been taken back`,
      expected: 'a valid key',
      observed: 'an empty key (p=)',
    }),
  },
  'mail/dkim-invalid': {
    means: 'Receivers cannot use a DKIM key that the ledger names.',
    why: asSpam,
    remedy: 'Replace the TXT record by the one that the sending service gives, whole and unchanged.',
    say: ({ domain, selector, fault, detail }) => ({
      title: `The DKIM key ${selector} of ${domain} cannot be used`,
      expected: 'a key that receivers can use (RSA of 1024 bits or more, or Ed25519)',
      observed: dkimFaults[fault](detail),
    }),
  },
  'mail/mta-sts-invalid': {
    means:
      'The domain’s MTA-STS policy, which makes senders insist on encryption, is not as the ledger says.',
    why: 'Where the policy is enforced, senders hold back mail that does not fit it: after a move of the mail service all of it.',
    remedy:
      'Correct the policy file and raise the id in the record; check the certificate of the policy’s host.',
    say: ({ domain, expected, fault, detail, code }) => ({
      title: `The MTA-STS policy of ${domain} is not in order: ${mtaStsFaults[fault]}`,
      expected: `mode ${expected}`,
      observed: detail ?? (code === null ? mtaStsFaults[fault] : failures[code]),
    }),
  },
};
