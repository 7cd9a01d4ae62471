import * as z from 'zod';
import { Day } from '../../text/values.ts';
import { key, needed, noted } from './key.ts';
import { takes } from './recovery.ts';
import { pastDay, ruleName, spanOfDays, text, texts, whoId } from './values.ts';

// What is done from time to time, and what was done.

const within = (standard: string, en: string, ja: string) => noted(spanOfDays.prefault(standard), en, ja);

export const Review = z.strictObject({
  every: within('1 month', 'Review by people. Default: 1 month.', '人による点検の間隔。省略時は 1 month。'),
  'verify-contacts-within': within(
    '65d',
    'How long a contact stays verified. Default: 65d.',
    '連絡先の確認の有効期間。省略時は 65d。',
  ),
  'verify-access-within': within(
    '65d',
    'How long an access stays verified. Default: 65d.',
    '権限の確認の有効期間。省略時は 65d。',
  ),
  'exercise-within': within(
    '1y',
    'How long a tabletop exercise counts. Default: 1y.',
    '机上演習の有効期間。省略時は 1y。',
  ),
  'rehearse-within': within(
    '1y',
    'How long a rehearsal counts. Default: 1y.',
    '切り戻し・復元の確認の有効期間。省略時は 1y。',
  ),
  'lead-time': within(
    '14d',
    'Days that a person needs before something runs out. Default: 14d.',
    '期限切れの何日前までに着手するか。省略時は 14d。',
  ),
});
export type Review = z.infer<typeof Review>;

const date = needed(pastDay, 'Day.', '日付。');
const until = key(Day, 'By when.', '期限。');
const item = z.int().min(1).max(10);

export const Exercise = noted(
  z.strictObject({
    date,
    kind: key(text, 'Kind, such as tabletop.', '種類(tabletop など)。', 'tabletop'),
    covered: key(
      texts,
      'What it covered: rollback, restore, contacts, …',
      '確かめたもの(rollback、restore、contacts など)。',
      ['rollback', 'restore', 'contacts'],
    ),
    estimated: key(
      z.strictObject({ rollback: takes, restore: takes }),
      'Times that were estimated.',
      '見積もった所要時間。',
    ),
    note: key(
      text,
      'What came out of it.',
      '気づいたこと。',
      'the deputy could not enter the DNS console',
      '副判断者が DNS の管理画面に入れなかった',
    ),
  }),
  'An exercise.',
  '演習の記録。',
);
export type Exercise = z.infer<typeof Exercise>;

export const PastIncident = noted(
  z.strictObject({
    date,
    what: needed(text, 'What happened.', '何が起きたか。', 'the certificate ran out', '証明書の期限切れ'),
    'stopped-at': key(
      z.array(item),
      'Items at which the recovery stopped, 1 to 10.',
      '復旧が止まった項目(1〜10)。',
      [7],
    ),
    prevention: key(
      text,
      'How it is kept from coming back.',
      '再発防止策。',
      'renewal is automatic and watched',
      '自動更新にして監視する',
    ),
    by: key(whoId),
    until,
    done: key(pastDay, 'Day on which it was done.', '完了した日。'),
  }),
  'An incident.',
  '障害の記録。',
);
export type PastIncident = z.infer<typeof PastIncident>;

export const PlanEntry = noted(
  z.strictObject({
    item: needed(item, 'Item, 1 to 10.', '項目(1〜10)。', 7),
    by: key(whoId),
    until,
  }),
  'A hole that somebody fills.',
  '埋める穴。',
);
export type PlanEntry = z.infer<typeof PlanEntry>;

export const Change = noted(
  z.strictObject({
    date,
    by: key(whoId),
    what: needed(text, 'What was changed.', '変更した内容。', 'WordPress updated', 'WordPress を更新'),
  }),
  'A change.',
  '変更。',
);
export type Change = z.infer<typeof Change>;

/** Silences one rule on one subject until its day. */
export const Exception = noted(
  z.strictObject({
    rule: needed(
      ruleName,
      'Rule, such as tls/old-protocol.',
      'ルールの名前(tls/old-protocol など)。',
      'tls/old-protocol',
    ),
    subject: needed(
      text,
      'Subject, as in the finding’s id.',
      '対象(指摘の id にあるもの)。',
      'www.example.jp',
    ),
    because: needed(text, 'Reason.', '理由。', 'old terminals', '古い端末のため'),
    until: needed(Day, 'Last day.', '期限。'),
  }),
  'Silences one rule on one subject until its day.',
  '1つの対象について、1つのルールの指摘を期限まで止めます。',
);
export type Exception = z.infer<typeof Exception>;
