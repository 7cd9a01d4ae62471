import type { ReferenceTarget, ValueType } from '../../ledger/problem.ts';
import type { Messages } from '../messages.ts';

const types: Record<ValueType, string> = {
  text: 'text',
  list: 'a list',
  mapping: 'a mapping (key: value)',
  'whole-number': 'a whole number',
  number: 'a number',
  'true-or-false': 'true or false',
};

const targets: Record<ReferenceTarget, { what: string; where: string }> = {
  contact: { what: 'contact', where: 'contacts' },
  party: { what: 'party', where: 'parties' },
  'contact-or-party': { what: 'contact or party', where: 'contacts or parties' },
  endpoint: { what: 'endpoint', where: 'reality.endpoints' },
  backup: { what: 'backup', where: 'reality.backups' },
};

const shown = (text: string) => `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
const meant = (nearest: string | null) => (nearest === null ? '' : ` Did you mean ${shown(nearest)}?`);
const at = (path: readonly (string | number)[]) => (path.length === 0 ? 'The ledger' : path.join('.'));
const oneOf = (values: readonly string[]) =>
  values.length > 40 ? `${values.slice(0, 40).join(', ')}, …` : values.join(', ');

export const problems: Messages['problems'] = {
  empty: () => 'The file is empty. Start with "version: 1" and "site:" (name and url).',
  'too-large': ({ data }) =>
    `The file has ${Math.ceil(data.bytes / 1024)} KiB; a ledger may have ${Math.round(data.limit / 1024)} KiB. It is a page of text: put other material elsewhere and link to it.`,
  'not-utf8': ({ data }) =>
    `The file is not UTF-8${data.looksLike === null ? '' : ` (it looks like ${data.looksLike})`}. Save it as UTF-8.`,
  'yaml-syntax': ({ data }) =>
    `This is not valid YAML: ${data.detail}. Often a quote, a colon or an indentation is missing on this line or the one above.`,
  'full-width': ({ data }) =>
    data.found === 'colon'
      ? 'A full-width colon stands here. YAML wants ": ", a colon and a space of ordinary width.'
      : 'A space of another kind (full-width or non-breaking) stands here. YAML wants ordinary spaces: type it anew.',
  tab: () => 'A tab stands in the indentation. YAML wants spaces: replace the tab by spaces.',
  'duplicate-key': ({ data }) =>
    `The key ${shown(data.key)} stands twice in the same place. Keep one of them.`,
  'many-documents': () =>
    'A second document starts here ("---"). A ledger is one document: put each site into a file of its own.',
  'too-many-aliases': () =>
    'The aliases (*name) of this file unfold to too much. Write the values out, or use "common".',
  'too-deep': () => 'The values are nested too deeply for a ledger. Check the indentation.',
  'not-a-mapping': () =>
    'A ledger is a mapping that starts with "version: 1" and "site:". This file is something else.',
  'null-value': ({ path }) =>
    `${at(path)} has no value. Write "unknown" if nobody knows it yet, { none: "why" } if there is none, or take the line away. If the value starts with # or another special sign, put it in quotes.`,
  'cut-at-comma': ({ data }) =>
    `YAML has cut the text here, at a comma: ${shown(data.text)} is left without a value. Put the whole text in quotes: "…, ${data.text}".`,
  'cut-at-hash': ({ data }) =>
    `YAML takes what follows " #" for a comment, so only ${shown(data.kept)} is read. If "#${data.lost}" belongs to it, put the whole in quotes: "${data.kept} #${data.lost}". If it is a comment, put a space after the #.`,
  'phone-number': ({ data }) =>
    `YAML takes this telephone number for a number and loses its leading zero or sign. Put it in quotes: "${data.source}".`,
  'number-for-text': ({ path, data }) =>
    `${at(path)} must be text, and YAML takes ${data.source} for a number. Put it in quotes: "${data.source}".`,
  required: ({ data }) => `${shown(data.key)} is missing here, and a ledger cannot do without it.`,
  'unknown-key': ({ data }) =>
    `There is no key ${shown(data.key)} here.${meant(data.nearest)}${data.nearest === null && data.known.length > 0 ? ` Possible: ${oneOf(data.known)}.` : ''}`,
  type: ({ path, data }) =>
    `${at(path)} must be ${data.expected.map((type) => types[type]).join(' or ')}; here stands ${types[data.found]}.${data.keys.length === 0 ? '' : ` Keys: ${oneOf(data.keys)}.`}${data.example === null ? '' : ` For example ${data.example}.`}`,
  'not-said': ({ path, data }) =>
    `${at(path)} cannot be ${shown(data.found)}. Write "unknown" if nobody knows it yet: it counts as a hole and is asked for.`,
  'none-as-text': ({ path, data }) =>
    `${at(path)} cannot be ${shown(data.found)}. If there is none, say why: { none: "why" }. If nobody knows yet, write "unknown".`,
  'one-of': ({ path, data }) =>
    `${at(path)} must be one of ${oneOf(data.expected)}; here stands ${shown(data.found)}.${meant(data.nearest)}`,
  'empty-text': ({ path }) => `${at(path)} is empty. Write "unknown" if nobody knows it yet.`,
  'empty-list': ({ path }) => `${at(path)} is an empty list. Write "unknown" if nobody knows it yet.`,
  range: ({ path, data }) =>
    `${at(path)} must lie between ${data.least} and ${data.most}; here stands ${data.found}.`,
  duration: ({ path, data }) =>
    /^\d+(?:\.\d+)?$/.test(data.found)
      ? `${at(path)} needs a unit: ${data.found}m (minutes), ${data.found}h (hours) or ${data.found}d (days); here stands ${shown(data.found)}.`
      : `${at(path)} must be a span such as 30s, 10m (minutes), 2h, 14d, 1w, "1 month" or 1y; here stands ${shown(data.found)}.`,
  day: ({ path, data }) =>
    `${at(path)} must be a day that exists, such as 2026-11-02; here stands ${shown(data.found)}.`,
  size: ({ path, data }) =>
    `${at(path)} must be a size such as 50MiB or 1GB; here stands ${shown(data.found)}.`,
  hours: ({ data }) =>
    `${shown(data.found)} is no window of time. Write 24/365, or windows such as Mon-Fri 09:00-18:00, Sat 10:00-12:00 or Fri 18:00-Mon 09:00.`,
  holiday: ({ data }) =>
    `${shown(data.found)} is no day or range of days. Write 2026-08-12, 12-29 (every year) or 12-29..01-03.`,
  timezone: ({ data }) =>
    `${shown(data.found)} is no time zone. Write its name, such as ${data.meant ?? 'Asia/Tokyo or Europe/Berlin'}.`,
  country: ({ data }) =>
    `No public holidays are known for ${shown(data.found)}. Write the country's code of two letters${data.meant === null ? ', such as JP or US, or list the days under dates' : `: ${data.meant}`}.`,
  'span-too-short': ({ path, data }) =>
    `${at(path)} is shorter than ${data.least === 'day' ? 'a day' : 'an hour'}: m stands for minutes, so ${shown(data.found)} would silence what it is there for. Write ${data.months === null ? '2d, or "2 months"' : `"${data.months}" if months are meant, else days such as 2d`}.`,
  form: ({ path, data }) =>
    `${at(path)} cannot be ${shown(data.found)}.${data.example === null ? '' : ` It looks like this: ${shown(data.example)}.`}`,
  url: ({ data }) =>
    `${shown(data.found)} is no web address. Write it whole, with https:// or http://, and without a user or password in it.`,
  host: ({ data }) =>
    data.found.startsWith('*.')
      ? `${shown(data.found)} stands for many hosts, and none of them answers by that name. Write one that does, such as www${data.found.slice(1)}.`
      : `${shown(data.found)} is no host name. Write the name alone, without https:// and path.`,
  phone: ({ data }) =>
    `${shown(data.found)} is no telephone number. Write digits, with + - ( ) and spaces; words belong under "see".`,
  email: ({ data }) => `${shown(data.found)} is no e-mail address.`,
  'dns-value': ({ data }) => `${shown(data.found)} cannot be the value of a record of type ${data.type}.`,
  'none-without-reason': () => '"none" needs its reason in words: { none: "why there is none" }.',
  'one-channel': ({ data }) =>
    `A channel is one way to reach the contact, so it has one key (phone, email, slack, teams, chat, url or see); here stand ${data.found.length}${data.found.length === 0 ? '' : `: ${data.found.join(', ')}`}. Write each as a line of its own.`,
  conflict: ({ data }) =>
    `${data.keys[0]} and ${data.keys.slice(1).join(', ')} exclude each other. Keep one side.`,
  needs: ({ data }) => `Where ${data.key} stands, ${data.needs.join(' or ')} is needed too.`,
  reference: ({ data }) =>
    `There is no ${targets[data.to].what} ${shown(data.id)} under ${targets[data.to].where}.${meant(data.nearest)}${data.nearest === null && data.known.length > 0 ? ` There are: ${oneOf(data.known)}.` : ''}`,
  'rule-name': ({ data }) => `There is no rule ${shown(data.found)}.${meant(data.nearest)}`,
  'future-date': ({ path, data }) =>
    `${at(path)} lies in the future (${data.found}; today is ${data.today}). Write the day on which it really took place.`,
  'path-form': ({ data }) =>
    `${shown(data.found)} is no path of a file beside the ledger. Write it relative to the ledger's folder, with /, such as docs/rollback.md, or a whole web address.`,
  'path-outside': ({ data }) => `${shown(data.found)} leads out of the repository, so it is not read.`,
  'path-in-git': ({ data }) => `${shown(data.found)} lies in .git, so it is not read.`,
  'path-not-a-file': ({ data }) => `${shown(data.found)} is not a file. Name the file itself.`,
  'path-too-large': ({ data }) =>
    `${shown(data.found)} has more than 1 MiB. Name a text that a person reads in a recovery.`,
  'too-many': ({ data }) => `${data.more} more problems. Mend these first, then check again.`,
};
