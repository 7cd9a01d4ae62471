import type { Messages } from '../messages.ts';
import { completed } from '../rule-message.ts';
import { accept } from './accept.ts';
import { backup } from './backup.ts';
import { change } from './change.ts';
import { checklist } from './checklist.ts';
import { holeSaid } from './checklist-words.ts';
import { command } from './command.ts';
import { dates } from './dates.ts';
import { dns } from './dns.ts';
import { domain } from './domain.ts';
import { fleet } from './fleet.ts';
import { handover } from './handover.ts';
import { http } from './http.ts';
import { ledger } from './ledger.ts';
import { mail } from './mail.ts';
import { people } from './people.ts';
import { probe } from './probe.ts';
import { problems } from './problems.ts';
import { questions } from './questions.ts';
import { recovery } from './recovery.ts';
import { report } from './report.ts';
import { schedule } from './schedule.ts';
import { tls } from './tls.ts';

export const messages: Messages = {
  language: 'en',
  rules: completed(
    {
      ...ledger,
      ...http,
      ...tls,
      ...dns,
      ...mail,
      ...domain,
      ...backup,
      ...people,
      ...schedule,
      ...probe,
      ...checklist,
      ...change,
    },
    holeSaid,
  ),
  problems,
  dates,
  command,
  report,
  recovery,
  handover,
  accept,
  fleet,
  questions,
};
