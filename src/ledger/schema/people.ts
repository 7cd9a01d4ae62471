import * as z from 'zod';
import { isMapping } from '../../text/mapping.ts';
import { Duration, Hours } from '../../text/values.ts';
import { type MistakeFinder, mistake } from '../mistake.ts';
import { checked, key, noted } from './key.ts';
import {
  contactId,
  contactIds,
  email,
  endpointIds,
  holiday,
  holidayCountry,
  partyId,
  partyIds,
  pastDay,
  phone,
  text,
  texts,
  webAddress,
  whoId,
} from './values.ts';

// Who is called, who decides: the parties' side of the ledger.

const oneKey: MistakeFinder = (value, path) => {
  const keys = isMapping(value) ? Object.keys(value) : [];
  return isMapping(value) && keys.length !== 1 ? mistake('one-channel', path, { found: keys }) : [];
};

/** One way to reach a contact: exactly one key. */
export const Channel = noted(
  z.strictObject({
    phone: key(phone, 'Phone number, in quotes.', '電話番号(引用符で囲む)。', '+81-3-1234-5678'),
    email: key(email, 'E-mail address.', 'メールアドレス。', 'desk@example.jp'),
    slack: key(text, 'Slack channel.', 'Slack のチャンネル。', '#oncall'),
    teams: key(text, 'Teams channel.', 'Teams のチャネル。', 'Site operations'),
    chat: key(text, 'Any other chat, in words.', 'その他のチャット(言葉で)。', 'Chatwork: web desk'),
    url: key(
      webAddress,
      'Page of a form or call service.',
      'フォームや呼び出しサービスの URL。',
      'https://call.example.jp/',
    ),
    see: key(
      text,
      'Where the numbers are kept, if not here.',
      '番号の保管場所(台帳に書かない場合)。',
      'the contact list in the shared vault',
      '共有の連絡網',
    ),
  }),
  'One way to reach it: exactly one key.',
  '連絡手段を1つ。キーは1つだけ書きます。',
  { phone: '+81-3-1234-5678' },
);
checked(Channel, oneKey);
export type Channel = z.infer<typeof Channel>;

export const Holidays = z.strictObject({
  country: key(
    holidayCountry,
    'Public holidays of this country (ISO 3166, such as JP).',
    '祝日を休みとする国(JP など)。',
    'JP',
  ),
  dates: key(
    z.array(holiday),
    'More days off: `2026-08-12`, or every year `12-29..01-03`.',
    'そのほかの休み。`2026-08-12`、毎年なら `12-29..01-03`。',
    ['2026-08-12', '12-29..01-03'],
  ),
});
export type Holidays = z.infer<typeof Holidays>;

export const Contact = noted(
  z.strictObject({
    name: key(text, 'Name of the contact.', '連絡先の名前。', 'Emergency desk', '緊急窓口'),
    party: key(partyId, 'Party that it belongs to (id).', '所属する関係者の id。'),
    kind: key(
      z.enum(['desk', 'person']),
      '`desk`: somebody is always behind it; `person`: one human being.',
      '`desk`(窓口・当番)か `person`(個人)。',
    ),
    hours: key(
      Hours,
      'When it answers: `24/365`, or windows such as `Mon-Fri 09:00-18:00`.',
      'つながる時間。`24/365`、または `Mon-Fri 09:00-18:00` のような時間帯。',
    ),
    holidays: key(Holidays, 'Days on which its windows do not count.', '休みの日。'),
    channels: key(z.array(Channel), 'Ways to reach it, best first.', '連絡手段。優先する順。'),
    github: key(
      text,
      'GitHub user, or `org/team`.',
      'GitHub のユーザー名、または `組織/チーム`。',
      'octo-org/oncall',
    ),
    verified: key(
      pastDay,
      'Day on which somebody last got through.',
      '実際につながることを最後に確かめた日。',
    ),
  }),
  'A contact; the key is its id.',
  '連絡先。キーが id になります。',
);
export type Contact = z.infer<typeof Contact>;

export const Condition = z.strictObject({
  when: key(
    text,
    'What has happened, in words.',
    'どのような事態か。',
    'The site is down',
    'サイトが表示されない',
  ),
  'shown-by': key(
    endpointIds,
    'Endpoints that show it: one that fails is enough. Leave out what no machine can see.',
    'どれか1つでも失敗したら緊急とみなす確認先。機械で分からないものは書きません。',
    ['home'],
  ),
  call: key(contactIds, 'Contacts to call, in this order.', '連絡する順の連絡先。', [
    'maintenance-desk',
    'owner',
  ]),
  'first-instruction': key(
    text,
    'The first thing to do.',
    '最初の指示。',
    'Stop all deploys and changes',
    '更新作業を止める',
  ),
});
export type Condition = z.infer<typeof Condition>;

export const Emergency = z.strictObject({
  agreed: key(
    z.strictObject({
      date: key(pastDay, 'Day of the agreement.', '合意した日。'),
      by: key(partyIds, 'Parties that agreed (ids).', '合意した関係者の id。', ['client', 'maintenance']),
    }),
    'When and by whom it was agreed.',
    '合意した日と相手。',
  ),
  conditions: key(
    z.array(Condition),
    'Each emergency, with whom to call and what to do first.',
    '緊急の条件と、連絡する順、最初の指示。',
  ),
});

const stopOrEnd: MistakeFinder = (value, path) => {
  if (!isMapping(value)) return [];
  if ('none' in value && ('call' in value || 'wait' in value))
    return mistake('conflict', path, { keys: ['none', 'call'] });
  return 'none' in value || 'call' in value ? [] : mistake('needs', path, { key: 'wait', needs: ['call'] });
};

/** One stop of the route: a contact to call and how long to wait for it; or `none`: from here on nobody answers. */
const RouteStop = noted(
  z.strictObject({
    call: key(contactId),
    wait: key(
      Duration,
      'How long to wait before the next one is called.',
      '次の連絡先に進むまでの待ち時間。',
    ),
    none: key(
      text,
      'From here on nobody answers: say so, and from when on again.',
      'この先は誰も出ないときに、その旨といつからつながるかを書きます。',
      'nobody until Mon 09:00',
      '月曜 9:00 までは誰も出ません',
    ),
  }),
  'A stop of the route.',
  '連絡する相手。',
);
checked(RouteStop, stopOrEnd);

export const FirstContact = z.strictObject({
  route: key(
    z.array(RouteStop),
    'Call from the top; after the wait, the next one.',
    '上から順に連絡し、待ち時間を過ぎたら次へ進みます。',
  ),
  tell: key(
    texts,
    'What to tell the person who answers.',
    '連絡するときに伝えること。',
    ['since when', 'which pages', 'what was changed last'],
    ['いつから', 'どの画面か', '直前に変更したこと'],
  ),
});

export const Decision = noted(
  z.strictObject({
    decides: key(contactId, 'Who decides: contact (id).', '判断者(連絡先の id)。', 'owner'),
    deputy: key(
      contactId,
      'Who decides in their absence: somebody else.',
      '副判断者(別の連絡先の id)。',
      'deputy',
    ),
    unreachable: key(
      text,
      'What to do if neither can be reached.',
      'どちらもつながらないときの決めごと。',
      'after 30 minutes the maintenance desk decides',
      '30分つながらなければ保守会社が判断する',
    ),
    needs: key(
      texts,
      'What must be known to decide.',
      '判断に必要な情報。',
      ['impact', 'how long it takes'],
      ['影響範囲', '所要時間'],
    ),
  }),
  'A decision: `start-recovery`, `rollback`, `publication`.',
  '判断(`start-recovery`、`rollback`、`publication`)。',
);
export type Decision = z.infer<typeof Decision>;

export const Decisions = z.strictObject({
  common: key(Decision),
  'start-recovery': key(Decision),
  rollback: key(Decision),
  publication: key(Decision),
});

/** Free words: who is the party, and who stands in for it. */
const topic = {
  party: key(partyId),
  'stand-in': key(partyId, 'Party that stands in (id).', '代わりを務める関係者の id。', 'agency'),
};
const topicOf = <S extends z.ZodRawShape>(more: S) =>
  noted(z.strictObject({ ...topic, ...more }), 'A topic of responsibility.', '責任分界の項目。');
const deliverable = <S extends z.ZodRawShape>(shape: S) =>
  noted(z.strictObject(shape), 'A document of the recovery.', '復旧で作る文書。');
const fills = key(partyId, 'Party that fills it in (id).', '記入する関係者の id。');
const approves = key(partyId, 'Party that approves it (id).', '承認する関係者の id。', 'client');
const sends = key(partyId, 'Party that sends it (id).', '送る関係者の id。', 'agency');
const keptIn = key(text, 'Where it is kept.', '残す場所。', 'the incident issue', '障害の issue');

export const Responsibility = z.strictObject({
  decision: key(topicOf({})),
  operation: key(topicOf({})),
  communication: key(
    topicOf({
      escalate: key(
        z.strictObject({
          when: key(text, 'When.', '条件。', 'no answer within 30 minutes', '30分つながらないとき'),
          to: key(whoId),
        }),
        'When and to whom it escalates.',
        '上申する条件と相手。',
      ),
    }),
  ),
  access: key(
    topicOf({
      emergency: key(
        partyId,
        'Party that opens the way in an emergency (id).',
        '緊急時に入り方を開く関係者の id。',
      ),
    }),
  ),
  accountability: key(
    topicOf({
      source: key(partyId, 'Party that the facts come from (id).', '情報の出所となる関係者の id。'),
      'approved-by': key(
        partyId,
        'Party that approves what is said (id).',
        '発表を承認する関係者の id。',
        'client',
      ),
    }),
  ),
  deliverables: key(
    z.strictObject({
      'first-report': key(deliverable({ fills, approves, sends })),
      'recovery-report': key(deliverable({ fills, approves, sends })),
      'response-log': key(
        deliverable({
          'kept-in': keptIn,
          by: key(partyId, 'Party that keeps it (id).', '記録する関係者の id。'),
        }),
      ),
      'rollback-criteria': key(deliverable({ 'kept-in': keptIn, approves })),
    }),
    'Who makes, approves, sends and keeps what.',
    '何を、誰が、どこに残すか。',
  ),
});

export const Incident = z.strictObject({
  thread: key(text, '`github`, a URL, or words.', '`github`、URL、または言葉。', 'github'),
  'kept-by': key(contactId),
});
