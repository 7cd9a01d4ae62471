import type { DocumentName } from '../init.ts';

// Report templates hold every field that they must. Runbooks hold headings alone, with hints in comments: until
// somebody writes the steps they are empty, and the check says so.

const runbook = (title: string, hints: { when: string; steps: string; confirm: string }) => `# ${title}

<!-- Who does it: / Who says go: / Takes: / Where: -->

## When (criteria)

<!-- ${hints.when} -->

## Steps

<!-- ${hints.steps} -->

## Confirm (what counts as success)

<!-- ${hints.confirm} -->

## If it does not work

<!-- Who is called next, and how to get back to the state before -->
`;

export const documents: Readonly<Record<DocumentName, string>> = {
  'first-report': `# First report

Subject: [Incident, first report] SITE (as of DATE, TIME)

This is what we know so far about the following incident.

- **Began**: DATE, about TIME (noticed at TIME)
- **Symptom**: (for example: the front page shows an error)
- **Impact**: (who cannot do what; “being checked” if not known)
- **Provisional measures**: (what is being done, what was done)
- **Not known yet**: (the cause, for one; no guesses)
- **Next update at**: TIME (earlier if something changes)
- **Contact**: (the desk to answer to)

As long as there is no recovery in sight, promise no time for it. Promise the time of the next update.
`,
  'recovery-report': `# Recovery report

Subject: [Incident, recovered] SITE (DATE)

## Summary

(What happened and when it was back, in three lines at most)

## Impact

- Time: from DATE TIME to DATE TIME (… hours … minutes)
- Scope: (who could not do what; how many)
- Data: (lost or changed; “none” if so)

## Timeline

| Time | Event | Who |
| --- | --- | --- |
| | began | |
| | noticed | |
| | first call, go for the recovery | |
| | provisional recovery (the main paths are back) | |
| | full recovery (monitoring and backups included) | |

## Cause

- Direct cause:
- What let it happen:

## What was done

(In order. If there was a rollback, a restore or a bypass: when, and of what)

## Prevention

| Measure | Who | By when |
| --- | --- | --- |
| | | |

## Next action

| What | Who | By when |
| --- | --- | --- |
| See at which item of the ledger it stopped; add a line to incidents | | |
`,
  rollback: runbook('Rollback: take the latest release back', {
    when: 'Such as: down for more than 30 minutes and there was a release within the last 24 hours',
    steps: 'One step a line: which console, which button, which command. Note the release number before',
    confirm:
      'Such as: the front page shows the company’s name; a test enquiry arrives; no new error in the log',
  }),
  restore: runbook('Restore from a backup', {
    when: 'Such as: data is damaged or lost, or a rollback did not help',
    steps: 'Which backup is chosen, where it is fetched, into where it is restored, how it goes live',
    confirm: 'Such as: the newest orders are there; login works; the next backup ran',
  }),
  domain: runbook('Domain: renew, change name servers', {
    when: 'Such as: the domain is about to end or has ended; the name servers have to change',
    steps: 'Which console, whose account, how it is paid, how the lock is taken off',
    confirm: 'Such as: the new end shows in the registry; the name servers answer',
  }),
  'switch-dns': runbook('DNS: switch to another environment', {
    when: 'Such as: the server will not be back in time',
    steps: 'Which records, old and new values, how long the old answers live (TTL)',
    confirm: 'Such as: every name server gives the new address; the site opens from a mobile network',
  }),
  'renew-certificate': runbook('Certificate: renew, replace', {
    when: 'Such as: the renewal failed, the certificate ends soon or has ended',
    steps: 'Which console or command, where key and chain are put, how the server takes them up',
    confirm: 'Such as: the browser shows the new end; the intermediate certificate is sent',
  }),
  bypass: runbook('Bypass: block a path, show a static page', {
    when: 'Such as: one page is attacked or broken and the rest is fine; the site was tampered with',
    steps: 'Which console, which rule, where the static page lies, how both are taken back',
    confirm: 'Such as: the blocked path answers 403; the static page shows; the rest still opens',
  }),
};
