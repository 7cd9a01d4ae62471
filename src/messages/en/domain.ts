import type { Deletion, domainRules, ExpirySource, Hold } from '../../rules/domain.ts';
import type { RuleMessages } from '../rule-message.ts';

const everythingGone =
  'Site, mail and every name below the domain go dark together, and no work on the server helps. What is deleted can be registered by a stranger.';
const askRegistrar =
  'Sign in to the registrar (the ledger names the way in under the entrance, domain), see what it asks for, and call it if that is not plain.';

const holders: { readonly [H in Hold]: string } = {
  registrar: 'the registrar has taken it out of DNS',
  registry: 'the registry has taken it out of DNS',
  'no-name-servers': 'no name servers are registered for it',
};

const holdRemedies: { readonly [H in Hold]: string } = {
  registrar: `${askRegistrar} The usual reasons are an unpaid bill and a contact’s address that nobody confirmed.`,
  registry:
    'Ask the registrar which order or dispute stands behind it: it alone speaks with the registry, and it alone can have it lifted.',
  'no-name-servers':
    'Have the name servers registered again in the registrar’s console, and find out who removed them.',
};

const phases: { readonly [P in Deletion]: string } = {
  redemption: 'has been deleted; it can still be had back',
  restoring: 'has been deleted and is being had back',
  deleting: 'is about to be deleted for good',
  suspended: 'has been given up; it can still be had back for a short time',
};

const sources: { readonly [S in ExpirySource]: string } = {
  registry: 'says the registry',
  registrar: 'says the registrar',
  ledger: 'says the ledger',
};

const inferred = ' (how it is renewed is not said; write `renewal` into the ledger)';
const orNothing = (words: readonly string[]) => (words.length === 0 ? 'no status' : words.join(', '));

export const domain: RuleMessages<typeof domainRules> = {
  'domain/expired': {
    means: 'The registration of the domain has ended.',
    why: everythingGone,
    remedy: `Renew it now. ${askRegistrar}`,
    say: ({ domain, expires, source }, format) => ({
      title: `The registration of ${domain} ended on ${format.day(expires)}`,
      expected: 'a registration that lasts',
      observed: `ended on ${format.moment(expires)}, ${sources[source]}`,
    }),
  },
  'domain/on-hold': {
    means: 'The domain is registered, and its registry does not lead anybody to it.',
    why: everythingGone,
    remedy: askRegistrar,
    say: ({ domain, by, statuses }) => ({
      title: `${domain} leads nowhere: ${holders[by]}`,
      expected: 'a domain that is in DNS',
      observed: orNothing(statuses),
      remedy: holdRemedies[by],
    }),
  },
  'domain/pending-delete': {
    means: 'The domain has been deleted at the registry, or is about to be.',
    why: everythingGone,
    remedy:
      'Ask the registrar today to have it restored: that is possible for some days alone, and costs more.',
    say: ({ domain, phase, restoreBy, statuses }, format) => ({
      title: `${domain} ${phases[phase]}`,
      expected: 'a domain that is registered',
      observed:
        restoreBy === null
          ? orNothing(statuses)
          : `${orNothing(statuses)}; restored until ${format.day(restoreBy)} at the latest, by the registry’s rules`,
      ...(phase === 'deleting'
        ? {
            remedy:
              'It can no longer be restored. Ask the registrar to register it again the moment it is free, and tell everybody who relies on it.',
          }
        : {}),
    }),
  },
  'domain/to-be-suspended': {
    means:
      'Somebody has had the .jp domain given up; it works until the end of the month, and not after that.',
    why: `It still looks fine today. ${everythingGone}`,
    remedy:
      'Call the registrar now and have the cancellation withdrawn. The usual reasons are an unpaid bill and a contract that was ended together with another service.',
    say: ({ domain, ends, state }, format) => ({
      title:
        ends === null
          ? `${domain} is to be given up`
          : `${domain} is to be given up and stops working after ${format.day(ends)}`,
      expected: 'Active or Connected',
      observed: state,
    }),
  },
  'domain/not-registered': {
    means: 'The registry knows no such domain.',
    why: everythingGone,
    remedy:
      'Have it registered again at once, if it is still free. If the ledger names a host below the domain (such as www.), write the registered domain itself.',
    say: ({ domain, server }) => ({
      title: `${domain} is not registered`,
      expected: 'a domain that is registered',
      observed: `unknown at ${server}`,
    }),
  },
  'domain/expires-soon': {
    means: 'The registration ends soon, and has to be renewed, or be seen to renew itself.',
    why: 'When it ends, site and mail go dark together. A card that has run out and a bill sent to somebody who has left are the usual reasons.',
    remedy: `Renew it before the day named here, or confirm that it will be. ${askRegistrar}`,
    say: (data, format) => {
      const { domain, expires, renewBy, renewal, stage, source, evidence, isInferred, isJp } = data;
      const end = format.day(expires);
      const observed = `ends on ${format.moment(expires)}, ${sources[source]}${evidence === null ? '' : ` (${evidence})`}`;
      if (renewal === 'automatic') {
        return {
          title:
            stage === 'ahead'
              ? `The registration of ${domain} ends on ${end} and should renew itself before`
              : `The registration of ${domain} has not renewed itself yet; it ends on ${end}`,
          expected: 'renewed by itself',
          observed,
          remedy:
            stage === 'ahead'
              ? 'See that the way of payment kept at the registrar is still good. Nothing else is to be done.'
              : `See at the registrar whether it will be renewed, and whether the payment went through. ${askRegistrar}`,
        };
      }
      const by = renewBy === null ? end : format.day(renewBy);
      return {
        title:
          stage === 'past'
            ? `The registration of ${domain} ends on ${end}, and the time to renew it is short`
            : `The registration of ${domain} must be renewed by ${by}`,
        expected: `renewed by ${by}${isInferred ? inferred : ''}`,
        observed,
        ...(isJp
          ? {
              remedy: `Renew it at the registrar, which acts earlier than the registry. The registry shows the new date only once the old one has passed: until then write what the registrar shows into the ledger (\`expires\`, \`evidence\`).`,
            }
          : {}),
        ...(source === 'ledger'
          ? {
              remedy:
                'Renew it, or confirm that it was, and write the new date and where it was seen into the ledger.',
            }
          : {}),
      };
    },
  },
  'domain/registrar-differs': {
    means: 'Another registrar holds the domain than the ledger says.',
    why: 'Who renews it, and where name servers are changed, is then not what the ledger says. If nobody moved it on purpose, it may have been taken.',
    remedy:
      'Find out who moved it. If that was meant, correct the ledger: registrar, console, who may enter. If not, call both registrars at once.',
    say: ({ domain, expected, registrar }) => ({
      title: `${domain} is held by another registrar than the ledger says`,
      expected,
      observed: registrar,
    }),
  },
  'domain/renewed-unconfirmed': {
    means:
      'The registry has added a year by itself, as it does at the end of every registration, paid or not. The registrar can still take it back.',
    why: 'The new date looks like a renewal. If the bill is unpaid, the registrar deletes the domain within weeks, and nobody expects it.',
    remedy: 'Confirm at the registrar that the renewal is paid.',
    say: ({ domain, expires, registrarExpires, until }, format) => ({
      title: `Nobody knows yet whether the renewal of ${domain} is paid`,
      expected: 'a renewal that the registrar confirms',
      observed: [
        expires === null ? 'extended by the registry' : `extended by the registry to ${format.day(expires)}`,
        ...(registrarExpires === null
          ? []
          : [`at the registrar it ended on ${format.day(registrarExpires)}`]),
        ...(until === null ? [] : [`can be taken back until ${format.day(until)}`]),
      ].join('; '),
    }),
  },
  'domain/transfer-unlocked': {
    means: 'The domain is not locked against being moved to another registrar.',
    why: 'Whoever gets at the registrar’s account, or at its mail, can take the domain away, and site and mail with it.',
    remedy:
      'Switch the transfer lock on in the registrar’s console. If a move is under way on purpose, do it when that is done.',
    say: ({ domain, isTransferring, isJp, seen }) => ({
      title: isTransferring
        ? `${domain} is being moved to another registrar`
        : `${domain} is not locked against being moved to another registrar`,
      expected: isJp ? 'AgentChangeLocked' : 'client transfer prohibited',
      observed: seen.length === 0 ? 'no lock' : seen.join(', '),
      ...(isTransferring
        ? {
            remedy:
              'Find out who asked for it. If nobody did, call the present registrar at once and have the transfer refused.',
          }
        : {}),
    }),
  },
  'domain/expiry-not-published': {
    means: 'The registry does not tell when the registration ends; the ledger’s date is used in its place.',
    why: 'This date is only as true as the ledger. Nobody is warned if it is wrong.',
    remedy:
      'Look the date up in the registrar’s console from time to time, and write it into the ledger with where it was seen (`expires`, `evidence`).',
    say: ({ domain, expires, evidence, reason }, format) => ({
      title:
        reason === 'no-server'
          ? `The registry of ${domain} cannot be asked; the date is the ledger’s`
          : `The registry of ${domain} does not tell when the registration ends`,
      observed:
        expires === null
          ? 'no date in the ledger either'
          : `${format.day(expires)}, says the ledger${evidence === null ? '' : ` (${evidence})`}`,
    }),
  },
};
