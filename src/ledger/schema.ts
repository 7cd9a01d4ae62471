import * as z from 'zod';
import { languages } from '../text/language.ts';
import { Change, Exception, Exercise, PastIncident, PlanEntry, Review } from './schema/history.ts';
import { key, needed, noted } from './schema/key.ts';
import { Contact, Decisions, Emergency, FirstContact, Incident, Responsibility } from './schema/people.ts';
import { Reality } from './schema/reality.ts';
import {
  Accesses,
  Entrance,
  Evidence,
  Restore,
  Rollback,
  Stages,
  Targets,
  Templates,
} from './schema/recovery.ts';
import { pastDay, text, timezone, webAddress } from './schema/values.ts';

export * from './schema/history.ts';
export * from './schema/people.ts';
export * from './schema/reality.ts';
export * from './schema/recovery.ts';

// The format of the ledger, version 1. What only `version` and `site` require is required here; everything else is
// optional, since a hole is a gap and no error. A key stands in one place, with its type, its default, what it is for,
// examples, and what its type cannot say (see schema/key.ts). Before this schema sees a ledger, `unknown` and
// `{ none: "reason" }` have been taken out of it (see parse.ts) and kept as `ParsedLedger.absences`; after it, `common`
// is merged into its neighbours. So a reader of `Ledger` sees values or nothing.

export const Site = z.strictObject({
  name: needed(text, 'Name of the site as people call it.', 'サイトの名前。', 'Example shop', 'サンプル商店'),
  url: needed(webAddress, 'Address of the front page.', 'トップページの URL。', 'https://www.example.jp/'),
  language: key(
    z.enum(languages),
    'Language of the reports, `ja` or `en`. Default: Japanese where the ledger is written in it.',
    '報告の言語(`ja` または `en`)。省略時は台帳の言葉から判断します。',
  ),
  timezone: noted(
    timezone.default('Asia/Tokyo'),
    'Time zone of all days and times in the ledger (IANA name). Default: Asia/Tokyo.',
    '台帳の日付と時刻のタイムゾーン(IANA の名前)。省略時は Asia/Tokyo。',
    'Europe/Berlin',
  ),
  public: noted(
    z.boolean().default(false),
    'Whether phone numbers, addresses and places of logins may appear in issues. Default: false.',
    '電話番号・メールアドレス・ログイン情報の場所を issue に出してよいか。省略時は false(出さない)。',
  ),
});
export type Site = z.infer<typeof Site>;

const name = needed(
  text,
  'Name of the party.',
  '関係者の名前。',
  'Example Web Care Inc.',
  'サンプル保守株式会社',
);

export const Ledger = z.strictObject({
  version: needed(z.literal(1), 'Version of the format: 1.', '形式の版。1 と書きます。'),
  reviewed: key(
    pastDay,
    'Day on which people last looked through the whole ledger.',
    '台帳全体を最後に見直した日。',
  ),
  site: needed(Site, 'The site that this ledger is about.', 'この台帳の対象サイト。'),
  parties: key(
    z.record(z.string(), name),
    'The parties by id: client, agency, maintenance vendor, …',
    '関係者(id: 名前)。発注元、制作会社、保守会社など。',
  ),
  contacts: key(
    z.record(z.string(), Contact),
    'Whom to call. Desks rather than persons. `common` holds values that all share.',
    '連絡先。個人よりも窓口を書きます。`common` は共通の値です。',
  ),
  emergency: key(Emergency, '① What counts as an emergency.', '① 緊急(最悪の事態)の定義。'),
  'first-contact': key(FirstContact, '② Whom to call first, at any hour.', '② 一次連絡先(24時間365日)。'),
  decisions: key(
    Decisions,
    '③ Who says go. `common` holds what all three share.',
    '③ 判断者。`common` は3つに共通の値です。',
  ),
  targets: key(
    Targets,
    '④ Target times: signposts for reports, no promises.',
    '④ 復旧の目標時間。約束ではなく、報告の節目です。',
  ),
  stages: key(
    Stages,
    'What makes each stage of a recovery.',
    '復旧の3段階。何がそろえば、その段階とするか。',
  ),
  rollback: key(Rollback, '⑤ Going back to what worked.', '⑤ 切り戻し。'),
  restore: key(Restore, '⑥ Putting a backup back.', '⑥ 復元(「取得」ではなく「戻す」)。'),
  access: key(
    Accesses,
    '⑦ Who may enter what: server, monitoring, backup, cms, waf and any other. `common` holds what they share.',
    '⑦ 復旧に必要な権限。server、monitoring、backup、cms、waf など。`common` は共通の値です。',
  ),
  entrance: key(
    Entrance,
    '⑧ Domain, DNS, certificate, CDN and the bypass.',
    '⑧ 入口。ドメイン、DNS、証明書、CDN、一時的な迂回。',
  ),
  evidence: key(Evidence, '⑨ What an investigation needs.', '⑨ 原因調査に必要な最低限の情報。'),
  templates: key(Templates, '⑩ Templates of the two reports.', '⑩ 報告テンプレート。'),
  responsibility: key(
    Responsibility,
    'Who is responsible for what, and who stands in.',
    '責任分界。誰が受け持ち、誰が代わるか。',
  ),
  incident: key(
    Incident,
    'The one thread in which an incident is kept.',
    '障害時の情報を集める1本のスレッド。',
  ),
  reality: noted(
    Reality.default({}),
    'What each check compares with the real world.',
    '点検のたびに、実際の状態と突き合わせるもの。',
  ),
  review: noted(Review.prefault({}), 'How often people and dates are looked at.', '点検のルール。'),
  exercises: noted(z.array(Exercise).default([]), 'Exercises that were held.', '机上演習などの記録。'),
  incidents: noted(
    z.array(PastIncident).default([]),
    'Past incidents and what was learnt.',
    '障害のあとの見直し。',
  ),
  plan: noted(
    z.array(PlanEntry).default([]),
    'In which order holes are filled, by whom.',
    '穴を埋める順番と担当。',
  ),
  changes: noted(z.array(Change).default([]), 'Changes, one line each.', '変更履歴(1行ずつ)。'),
  exceptions: noted(
    z.array(Exception).default([]),
    'Differences that are known and accepted for a time.',
    '把握したうえで許容している差異。',
  ),
});
/** A ledger as the rest of the program sees it: defaults filled in, `common` merged (and gone), nothing `unknown`. */
export type Ledger = z.infer<typeof Ledger>;
