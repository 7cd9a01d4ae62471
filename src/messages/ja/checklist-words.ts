import type { Ability } from '../../ledger/schema.ts';
import type {
  DecisionName,
  Deliverable,
  FileTrouble,
  Hole,
  LogName,
  RestorePart,
  RollbackPart,
  RunbookSection,
  TargetName,
  TemplateField,
  TemplateName,
} from '../../rules/checklist.ts';
import type { Topic } from '../../rules/rule.ts';
import type { WeekSpan } from '../../text/values.ts';
import type { Format } from '../format.ts';
import { type DailyWindow, dailyWindows, endsOf, isWholeWeek } from '../windows.ts';

const accessNames: Readonly<Record<string, string>> = {
  server: 'サーバー',
  monitoring: '監視',
  backup: 'バックアップ',
  cms: 'CMS',
  waf: 'WAF',
  domain: 'ドメイン',
  dns: 'DNS',
  certificate: '証明書',
  cdn: 'CDN',
  bypass: '一時的な迂回',
};

/** 権限の名前。台帳で決めた id はそのまま。 */
export function accessName(id: string): string {
  return Object.hasOwn(accessNames, id) ? accessNames[id]! : `「${id}」`;
}

/** 手順書が何のためのものか。 */
export function procedureName(of: string): string {
  if (of === 'rollback') return '切り戻し';
  return of === 'restore' ? '復元' : accessName(of);
}

export const abilities: { readonly [A in Ability]: string } = {
  restart: '再起動',
  'apply-settings': '設定の反映',
  resize: 'サーバーの増強',
  'view-alerts': 'アラートを見ること',
  'view-logs': 'ログを見ること',
  restore: '復元',
  confirm: '復元できたことの確認',
  edit: '編集',
  'switch-maintenance': 'メンテナンス表示への切り替え',
  renew: '更新',
  'change-nameservers': 'ネームサーバーの変更',
  failover: '別の環境への切り替え',
  replace: '入れ替え',
  'block-path': 'パスの遮断',
  'static-page': '静的ページへの切り替え',
  purge: 'キャッシュの削除',
};

export const decisions: { readonly [D in DecisionName]: string } = {
  'start-recovery': '復旧開始',
  rollback: '切り戻し',
  publication: '公開・非公開',
};

export const targets: { readonly [T in TargetName]: string } = {
  'first-report': '一次報告',
  'update-every': '次の更新までの間隔',
  provisional: '暫定復旧',
  full: '完全復旧',
};

export const rollbackParts: { readonly [P in RollbackPart]: string } = {
  what: '何を戻すか',
  when: '戻す判断基準',
  'approved-by': '判断基準を承認した人',
  by: '作業する人',
  where: '作業する場所(管理画面など)',
  takes: '所要時間',
  verify: '成功と判断する条件',
};

export const restoreParts: { readonly [P in RestorePart]: string } = {
  covers: '戻す対象',
  into: '戻す先(検証環境か本番か)',
  choose: 'どの時点のバックアップを使うか',
  by: '作業する人',
  takes: '所要時間',
  verify: '成功と判断する条件',
  backups: '使うバックアップ',
};

export const sections: { readonly [S in RunbookSection]: string } = {
  when: 'いつ行うか(判断基準)',
  steps: 'どうやって行うか(手順)',
  confirm: '成功したことの確かめ方',
};

export const logs: { readonly [L in LogName]: string } = {
  access: 'アクセスログ',
  application: 'アプリケーションログ',
  system: 'システムログ',
};

export const templates: { readonly [T in TemplateName]: string } = {
  'first-report': '一次報告',
  'recovery-report': '復旧報告',
};

export const fields: { readonly [F in TemplateField]: string } = {
  symptom: '症状',
  impact: '影響',
  'provisional-measures': '暫定対応',
  'next-update': '次回更新の予定時刻',
  timeline: '時系列',
  cause: '原因',
  'what-was-done': '対応内容',
  prevention: '再発防止',
  'next-action': '次のアクション',
  'next-action-date': '次のアクションの期限',
};

export const topics: { readonly [T in Topic]: string } = {
  decision: '判断',
  operation: '作業',
  communication: '連絡',
  access: '権限',
  accountability: '説明責任',
};

export const deliverables: { readonly [D in Deliverable]: string } = {
  'first-report': '一次報告',
  'recovery-report': '復旧報告',
  'response-log': '対応の記録',
  'rollback-criteria': '切り戻しの判断基準',
};

export const deliverableParts = {
  fills: '書く人',
  approves: '承認する人',
  sends: '送る人',
  'kept-in': '残す場所',
} as const;

export const troubles: { readonly [T in FileTrouble]: string } = {
  missing: 'その場所にファイルがありません',
  'not-a-file': 'フォルダーなど、ファイルではないものがあります',
  'too-large': '大きすぎて読めません(上限は 1 MiB です)',
  'not-text': '文字として読めません(UTF-8 で保存されていません)',
  denied: 'ファイルの読み取りが許可されていません',
  gone: 'そのURLにページがありません(404 または 410)',
};

/** 穴が台帳でどうなっているか。 */
export function holeSaid(hole: Hole): string {
  if (hole === null) return '書かれていません';
  return hole.type === 'unknown'
    ? 'unknown(まだ分からない)と書かれています'
    : `無いと書かれています(理由: ${hole.reason})`;
}

/** 丸数字。 */
export function itemNumber(item: number): string {
  return '①②③④⑤⑥⑦⑧⑨⑩'[item - 1] ?? String(item);
}

/** 最後に確かめた日。 */
export function lastDay(day: string | null, format: Format): string {
  return day === null ? '記録がありません' : `最後は ${format.day(day)}`;
}

const weekdays = ['月曜', '火曜', '水曜', '木曜', '金曜', '土曜', '日曜'];
const shownWindows = 7;
const shownDays = 3;

function windowText({ days, first }: DailyWindow): string {
  if (isWholeWeek([first])) return '一週間を通して';
  const { from, to, isSameDay } = endsOf(first);
  if (days.length > 1) {
    const name = days.length === 7 ? '毎日 ' : `${weekdays[days[0]!]!}〜${weekdays[days.at(-1)! % 7]!}の `;
    return `${name}${from.time} から${isSameDay ? ' ' : '翌日 '}${to.time} まで`;
  }
  return `${weekdays[from.day]!} ${from.time} から${isSameDay ? ' ' : `${weekdays[to.day]!} `}${to.time} まで`;
}

/** 誰もいない時間: 毎週の時間帯と、祝日など。 */
export function uncoveredText(
  { windows, days }: { readonly windows: readonly WeekSpan[]; readonly days: readonly string[] },
  format: Format,
): string {
  const parts: string[] = [];
  if (windows.length > 0) {
    const daily = dailyWindows(windows);
    const rest = daily.length - shownWindows;
    const shown = daily.slice(0, shownWindows).map(windowText);
    parts.push(format.list(shown) + (rest > 0 ? `、ほか${rest}件` : ''));
  }
  if (days.length > 0) {
    const rest = days.length - shownDays;
    const shown = days.slice(0, shownDays).map((day) => format.day(day));
    parts.push(`祝日・休業日(${format.list(shown)}${rest > 0 ? `、ほか1年以内に${rest}日` : ''})`);
  }
  return parts.join('と、');
}
