import { dotted } from '../ledger/path.ts';
import type { TemplateField, TemplateName } from '../rules/checklist.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { markedFields, readDocument } from './document.ts';
import { type ChecklistInput, gapAt, partyOf } from './input.ts';
import { namedFile } from './named-file.ts';

/** What each template must hold. */
export const templateFields: Readonly<Record<TemplateName, readonly TemplateField[]>> = {
  'first-report': ['symptom', 'impact', 'provisional-measures', 'next-update'],
  'recovery-report': [
    'timeline',
    'impact',
    'cause',
    'what-was-done',
    'prevention',
    'next-action',
    'next-action-date',
  ],
};

/** ⑩ Templates: both exist and hold the fields that they must. */
export function judgeTemplates(input: ChecklistInput): Finding[] {
  return (Object.keys(templateFields) as TemplateName[]).flatMap((template): Finding[] => {
    const path = ['templates', template];
    const parts = { subject: dotted(path), path, party: partyOf(input.ledger, 'communication') };
    const at = input.ledger.templates?.[template];
    if (at === undefined) return [gapAt(input, 'template/missing', path, { template }, parts)];
    const file = namedFile(input, at);
    if (file.type === 'trouble') {
      return [finding('template/not-found', { ...parts, data: { template, at, trouble: file.trouble } })];
    }
    if (file.type !== 'text') return [];
    const missing = missingFields(file.text, templateFields[template]);
    if (missing.length === 0) return [];
    return [finding('template/field-missing', { ...parts, data: { template, at, fields: missing } })];
  });
}

/** How a field is usually called. Generous: a field that goes by another name is no missing field. */
export const fieldNames: Readonly<Record<TemplateField, RegExp>> = {
  symptom:
    /症状|(?<!対応|復旧|進捗|作業|調査)状況|事象|現象|何が起き|起きている|起きた|起こって|が発生し|発生(?:している)?(?:内容|事項|事案|障害|問題)|障害(?:の)?内容|障害概要|概要|不具合|エラー内容|symptom|what(?:'s| is| has)? ?happen|what we (?:know|see)|what is (?:wrong|broken|down)|situation|current (?:state|status)|^status|problem|^issues?\b|summary|description|failure|outage|\b(?:an?|the) (?:issue|incident|problem)\b|incident (?:detected|affecting)|investigating|experiencing|reports of|elevated|what(?:'s| is) (?:going on|not working)|ご利用(?:いただけ|でき)ない|表示(?:されない|できない)|つながらない|\bsymptoms?\b/,
  impact:
    /影響|被害|範囲|対象(?:者|ユーザー|ページ|サービス|機能)|impact|affect|scope|who is hit|effects? on|blast radius|\bunable\b|(?:may|might|can) ?not\b|(?:customers?|users?|visitors?) (?:may|might|can(?:not|'t)|are|will|see|experience)|ご利用(?:いただけ|でき)|機会損失|損害|impacted|reach of/,
  'provisional-measures':
    /暫定|応急|一時(?:的|対応|対処|措置|復旧)|仮対応|仮復旧|回避策|代替手段|ワークアラウンド|(?<!恒久|今後の)対応(?!者|窓口|履歴|記録)|対処|(?:して|やって)いること|措置|処置|緩和|復旧作業|切り分け|provisional|workaround|interim|temporar|mitigat|(?:are|being|is) (?:doing|done)|actions?\b|measures|stopgap|containment|response|in the meantime|meanwhile|for now/,
  'next-update':
    /次回|(?:次|今後)の(?:ご)?(?:更新|報告|連絡|案内|お知らせ|続報)|次報|続報|更新予定|報告予定|連絡予定|next (?:\w{1,30} )?(?:update|report|notice|contact|comms?|communication|message|information|status|post)|updates? (?:at|by|due|expected|every|planned)|following update|further updates?|will (?:\w{1,30} ){0,3}(?:updates?|report|inform|post|share)\b/,
  timeline:
    /時系列|経緯|経過|タイムライン|推移|(?:発生|検知|復旧|対応)[^、。]{0,8}流れ|対応履歴|対応記録|(?:発生|検知|発覚|発見|復旧|解消)(?:した)?(?:日時|時刻|時間)|timeline|time line|chronolog|(?:sequence|course) of events|(?<!(?:revision|change|document|version|edit) )histor|発生期間|障害期間|停止期間|event log|what happened when|(?:start|end|detect\w{0,8}|recover\w{0,8}|resol\w{0,8}) (?:time|at)\b|time of/,
  cause:
    /原因|要因|根因|根本|なぜ|トリガー|きっかけ|(?<!be)cause|why (?:it|did|this)|^why$|\bwhys\b|reason|contributing factors?|\btrigger/,
  'what-was-done':
    /(?<!恒久|今後の|次の|再発防止の)対応(?!者|窓口|予定|期限)|対処|処置|解決(?:方法|策|内容|まで)?|緩和|応急|措置|復旧作業|復旧方法|復旧手順|復旧内容|作業内容|実施(?:内容|事項|作業|したこと)|やったこと|行ったこと|what (?:was|we|has been) (?:been )?(?:did|done)|what we did|actions? (?:that were )?taken|measures taken|steps taken|respon(?:se|ded)|resolution|^fix|how (?:it|this|we) (?:was |were )?(?:fix|resolv|recover|restor)|recovery (?:action|work|step|measure)|remed|work done|mitigat|containment|actions? (?:we )?took|what (?:fixed|resolved)/,
  prevention:
    /再発|恒久|予防|防止|(?<!暫定|応急|当面の|一時)対策|改善(?:策|点|事項)|是正|水平展開|横展開|教訓|学び|prevent|permanent|corrective|long-term|countermeasure|recurrence|happen(?:ing)? again|coming back|lessons|avoid(?:ing)? (?:it|this)|improvements?/,
  'next-action':
    /次の(?:アクション|対応|行動|作業|一手|手(?!順)|予定|ステップ)|ネクスト|今後の(?:対応|予定|アクション|作業|進め方|計画|課題|スケジュール)|残(?:課題|作業|件|タスク|対応|りの)|アクション|タスク|是正(?:処置|措置)|水平展開|横展開|todo|やること|next (?:\w{1,30} )?(?:action|step|task|measure)|(?:corrective|preventive|preventative)(?: and \w{1,30})? (?:action|measure)s?|action items?|follow[- ]?ups?|remaining|outstanding|to[- ]do|what (?:comes|happens) next|what's next/,
  'next-action-date':
    /期限|期日|いつまで|納期|締め?切|(?:完了|実施|対応|予定)(?:予定)?(?:日(?!時)|時期)|予定日(?!時)|までに|by when|\bdue\b(?! to)|deadline|(?:next|actions?|steps?|tasks?|owners?|due|target|completion|planned|finish)\b.{0,40}\bdates?\b|(?:次|アクション|対応).{0,12}日付|target (?:day|time)|\bby:|^when$|^eta$/,
};

/** Where something is left to be filled in. Documents are read in NFKC and lower case. */
const room = /[○〇◯]|[●△×]{2}|_{3}|\bhh:mm\b|\byyyy\b|(?<![a-z0-9])x{2,4}(?![a-z0-9])|\btbd\b/;
/** A date by itself is the document's own, unless it stands in a table beside what is to be done. */
const bareDate = /^(?:日付|日程|date|dates|when)$/;
const workColumn = /\b(?:actions?|tasks?|items?|owners?)\b|アクション|対応|対策|作業|担当|何を/;

export function missingFields(text: string, wanted: readonly TemplateField[]): TemplateField[] {
  const labels = readDocument(text, 'words')
    .filter(({ type, text: words }) => {
      // Some begin with their first field, without a title.
      if (type === 'title') return !/報告|テンプレ|雛形|ひな形|report|template/.test(words);
      // A sentence with room in it (`続報は○時に`) is a form to fill in as well.
      return type === 'heading' || type === 'label' || room.test(words);
    })
    .flatMap(({ text: words, row }) =>
      bareDate.test(words) && row !== undefined && workColumn.test(row) ? [words, 'due'] : [words],
    );
  const marked = markedFields(text);
  return wanted.filter(
    (field) => !marked.has(field) && !labels.some((label) => fieldNames[field].test(label)),
  );
}
