import * as z from 'zod';
import { Duration } from '../../text/values.ts';
import { key, noted } from './key.ts';
import {
  backupIds,
  contactId,
  contactIds,
  document,
  endpointIds,
  pastDay,
  place,
  runbook,
  spanOfDays,
  text,
  texts,
  whoId,
} from './values.ts';

// What a recovery is done with: times, steps, ways in, evidence, templates.

export const Targets = z.strictObject({
  'first-report': key(Duration, 'Until the first report.', '一次報告まで。'),
  'update-every': key(Duration, 'Between two updates.', '次の更新までの間隔。'),
  provisional: key(Duration, 'Until the main paths are back.', '暫定復旧(主要導線が戻る)まで。'),
  full: key(Duration, 'Until normal operation.', '完全復旧まで。'),
  during: key(
    contactId,
    'Count only the hours of this contact (id).',
    'この連絡先の時間だけを数えます(id)。',
  ),
});

const stageVerify = key(endpointIds, 'Endpoints that must answer (ids).', '正常であるべき確認先の id。', [
  'home',
]);
const tolerates = key(
  text,
  'What may still be missing.',
  'この段階で許容する不具合。',
  'search and ranking pages',
  '検索とランキングは止まっていてよい',
);

export const Stages = z.strictObject({
  agreed: key(pastDay, 'Day of the agreement.', '合意した日。'),
  provisional: key(
    z.strictObject({ verify: stageVerify, tolerates }),
    'The main paths are back.',
    '暫定復旧。主要導線が戻った状態。',
  ),
  full: key(
    z.strictObject({
      verify: stageVerify,
      also: key(
        z.array(z.enum(['performance', 'monitoring', 'backups'])),
        'What else must be normal.',
        'ほかに平常であるべきもの。',
      ),
      tolerates,
    }),
    'Normal operation, monitoring and backups included.',
    '完全復旧。監視とバックアップまで平常に戻った状態。',
  ),
  permanent: key(
    z.strictObject({
      by: key(whoId),
      within: key(spanOfDays, 'How soon after the recovery.', '復旧からの期限。'),
    }),
    'The permanent measure, a task of its own.',
    '恒久対応(再発防止)。別のタスクにします。',
  ),
});

const by = key(whoId, 'Who does it: contact or party (id).', '作業する人・窓口(連絡先または関係者の id)。');
export const takes = key(Duration, 'How long it takes.', '所要時間。');
const verify = key(
  z.union([z.enum(['provisional', 'full']), endpointIds]),
  'What decides that it worked: `provisional`, `full`, or a list of endpoints (ids).',
  '何がOKなら成功か。`provisional`、`full`、または確認先の id の一覧。',
  'provisional',
  ['home'],
);
const rehearsed = key(
  pastDay,
  'Day on which it was last tried, for real or around a table.',
  '実際に、または机上演習で最後に確かめた日。',
);

export const Rollback = z.strictObject({
  what: key(text, 'What is taken back.', '戻す対象。', 'the last release', '直前のリリース'),
  when: key(
    texts,
    'Criteria: any of these, and it is rolled back.',
    '切り戻しの判断基準。',
    ['down for 30 minutes'],
    ['停止が30分を超えた'],
  ),
  'approved-by': key(
    whoId,
    'Who approved the criteria: contact or party (id).',
    '判断基準を承認した人(連絡先または関係者の id)。',
    'client',
  ),
  runbook: key(runbook),
  by,
  where: key(
    text,
    'Where it is done.',
    '作業する場所(管理画面など)。',
    'the deploy console',
    'デプロイの管理画面',
  ),
  takes,
  verify,
  rehearsed,
});

export const Restore = z.strictObject({
  covers: key(
    texts,
    'What is restored: database, files, configuration, …',
    '戻す対象(database、files、configuration など)。',
    ['database', 'files', 'configuration'],
  ),
  into: key(
    z.enum(['staging-first', 'production']),
    '`staging-first`, or straight into `production`.',
    '戻す先。`staging-first`(検証環境で確認してから)か `production`(本番へ直接)。',
  ),
  choose: key(
    text,
    'Which backup is taken.',
    'どのバックアップを使うか。',
    'the newest one from before the incident',
    '障害の前の、いちばん新しいもの',
  ),
  runbook: key(runbook),
  by,
  takes,
  verify,
  backups: key(backupIds, 'Backups under `reality` (ids).', '`reality` の `backups` の id。', ['daily']),
  rehearsed,
});

export const Ability = noted(
  z.enum([
    'restart',
    'apply-settings',
    'resize',
    'view-alerts',
    'view-logs',
    'restore',
    'confirm',
    'edit',
    'switch-maintenance',
    'renew',
    'change-nameservers',
    'failover',
    'replace',
    'block-path',
    'static-page',
    'purge',
  ]),
  'An ability.',
  'できること。',
);
export type Ability = z.infer<typeof Ability>;

const ways = {
  console: key(place, 'Address of the console.', '管理画面の URL。', 'https://console.example.jp/'),
  can: key(z.array(Ability), 'What can be done there.', 'そこでできること。'),
  holders: key(
    contactIds,
    'Who can enter (contacts); two at least.',
    '入れる人・窓口(連絡先の id)。2つ以上。',
    ['maintenance-desk', 'owner'],
  ),
  login: key(
    text,
    'Where the account is kept. Never the password.',
    'アカウントの保管場所。パスワードは書きません。',
    'the shared vault, "site console"',
    '共有の保管庫の「サイト管理画面」',
  ),
  mfa: key(
    z.strictObject({
      method: key(
        z.enum(['totp', 'security-key', 'passkey', 'app', 'sms', 'sso', 'none']),
        'How the second factor works.',
        '認証の方法。',
      ),
      'held-by': key(
        contactIds,
        'Who holds the second factor (contacts).',
        '認証の手段を持っている人・窓口(連絡先の id)。',
        ['maintenance-desk', 'owner'],
      ),
    }),
    'The second factor.',
    '多要素認証。',
  ),
  emergency: key(
    text,
    'How to enter when nobody of them is there.',
    '担当者が不在のときの入り方。',
    'the sealed envelope in the office safe',
    '金庫の封筒',
  ),
  runbook: key(runbook),
  'one-party': key(
    text,
    'Why all holders may belong to one party.',
    '入れる人が1者だけでよい理由。',
    'both desks belong to one vendor by contract',
    '契約により、入れるのは保守会社だけ',
  ),
};

const verified = key(pastDay, 'Day on which somebody last entered.', '実際に入れることを最後に確かめた日。');

export const Access = noted(
  z.strictObject({ ...ways, verified }),
  'A place that has to be entered.',
  '入る必要のある管理画面など。',
);
export type Access = z.infer<typeof Access>;

export const Accesses = z.record(z.string(), Access);

export const Entrance = z.strictObject({
  common: key(Access),
  domain: key(Access),
  dns: key(Access),
  certificate: key(Access),
  cdn: key(Access),
  bypass: key(Access),
});
const Log = noted(
  z.strictObject({
    where: key(place, 'Where it is.', '見る場所。', 'https://logs.example.jp/'),
    viewers: key(contactIds, 'Who may look (contacts).', '見られる人・窓口(連絡先の id)。', [
      'maintenance-desk',
    ]),
  }),
  'A log.',
  'ログ。',
);

export const Evidence = z.strictObject({
  logs: key(
    z.strictObject({ access: key(Log), application: key(Log), system: key(Log) }),
    'The logs.',
    'ログ。',
  ),
  alerts: key(
    z.strictObject({
      where: key(text, 'Where they are.', '見る場所。', 'https://alerts.example.jp/'),
      to: key(contactIds, 'Who receives them (contacts).', '届く先(連絡先の id)。', ['maintenance-desk']),
    }),
    'The alerts.',
    'アラート。',
  ),
  changes: key(
    text,
    'Where changes are written down; `ledger`: under `changes` here.',
    '変更履歴の場所。`ledger` はこのファイルの `changes`。',
    'ledger',
  ),
});

export const Templates = z.strictObject({
  'first-report': key(
    document,
    'File of the first report’s template.',
    '一次報告のテンプレートのファイル。',
    'docs/first-report.md',
  ),
  'recovery-report': key(
    document,
    'File of the recovery report’s template.',
    '復旧報告のテンプレートのファイル。',
    'docs/recovery-report.md',
  ),
});
