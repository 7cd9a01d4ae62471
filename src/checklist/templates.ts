import { dotted } from '../ledger/path.ts';
import type { TemplateField, TemplateName } from '../rules/checklist.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { markedFields, readDocument } from './document.ts';
import { type ChecklistInput, holeAt, partyOf } from './input.ts';
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
    if (at === undefined) {
      return [finding('template/missing', { ...parts, data: { template, hole: holeAt(input, path) } })];
    }
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
    /症状|(?<!対応|復旧|進捗|作業|調査)状況|事象|現象|起きている|起きた|起こって|が発生し|発生(?:している)?(?:内容|事項|事案|障害|問題)|障害(?:の)?内容|障害概要|概要|不具合|エラー内容|symptom|what(?:'s| is| has)? ?happen|what we (?:know|see)|what is (?:wrong|broken|down)|situation|current (?:state|status)|^status|problem|^issues?\b|summary|description|failure|outage/,
  impact:
    /影響|被害|範囲|対象(?:者|ユーザー|ページ|サービス|機能)|impact|affect|scope|who is hit|effects? on/,
  'provisional-measures':
    /暫定|応急|一時(?:的|対応|対処|措置|復旧)|仮対応|仮復旧|回避策|代替手段|ワークアラウンド|(?<!恒久|今後の)対応(?!者|窓口|履歴|記録)|対処|(?:して|やって)いること|措置|provisional|workaround|interim|temporar|mitigat|(?:are|being|is) (?:doing|done)|actions?\b|measures|stopgap|containment|response/,
  'next-update':
    /次回|(?:次|今後)の(?:ご)?(?:更新|報告|連絡|案内|お知らせ|続報)|次報|続報|更新予定|報告予定|連絡予定|next (?:\w+ )?(?:update|report|notice|contact|communication|message|information)|updates? (?:at|by|due|expected|every|planned)|following update|further updates?|will (?:update|report|inform)/,
  timeline:
    /時系列|経緯|経過|タイムライン|推移|(?:発生|検知|復旧|対応)[^、。]{0,8}流れ|対応履歴|対応記録|(?:発生|検知|発覚|発見|復旧|解消)(?:した)?(?:日時|時刻|時間)|timeline|time line|chronolog|(?:sequence|course) of events|histor|event log|what happened when|(?:start|end|detect\w*|recover\w*|resol\w*) (?:time|at)\b|time of/,
  cause: /原因|要因|なぜ|cause|why (?:it|did|this)|^why$|reason/,
  'what-was-done':
    /(?<!恒久|今後の|次の|再発防止の)対応(?!者|窓口|予定|期限)|対処|処置|復旧作業|復旧方法|復旧内容|作業内容|実施(?:内容|事項|作業|したこと)|やったこと|行ったこと|what (?:was|we|has been) (?:been )?(?:did|done)|what we did|actions? (?:that were )?taken|measures taken|steps taken|respon(?:se|ded)|resolution|^fix|how (?:it|this|we) (?:was |were )?(?:fix|resolv|recover|restor)|recovery (?:action|work|step|measure)|remed|work done/,
  prevention:
    /再発|恒久|予防|防止|今後の対策|改善策|prevent|permanent|corrective|long-term|countermeasure|recurrence|happen(?:ing)? again|lessons/,
  'next-action':
    /次の(?:アクション|対応|行動|作業|一手|手|予定|ステップ)|ネクスト|今後の(?:対応|予定|アクション|作業|進め方|計画|課題)|残(?:課題|作業|件|タスク|対応|りの)|アクション|タスク|todo|やること|next (?:\w+ )?(?:action|step|task|measure)|action items?|follow[- ]?ups?|remaining|outstanding|to[- ]do|what (?:comes|happens) next|what's next/,
  'next-action-date':
    /期限|期日|いつまで|納期|締め?切|(?:完了|実施|対応|予定)(?:予定)?(?:日|時期)|予定日|までに|日付|by when|\bdue\b|deadline|\bdates?\b|until|target (?:day|time)|\bby:|^when$|^eta$/,
};

/** Where something is left to be filled in. Documents are read in NFKC and lower case. */
const room = /[○〇◯]|_{3,}|\bhh:mm\b|\byyyy\b/;

export function missingFields(text: string, wanted: readonly TemplateField[]): TemplateField[] {
  const labels = readDocument(text)
    .filter(({ type, text: words }) => {
      // Some begin with their first field, without a title.
      if (type === 'title') return !/報告|テンプレ|雛形|ひな形|report|template/.test(words);
      // A sentence with room in it (`続報は○時に`) is a form to fill in as well.
      return type === 'heading' || type === 'label' || room.test(words);
    })
    .map((line) => line.text);
  const marked = markedFields(text);
  return wanted.filter(
    (field) => !marked.has(field) && !labels.some((label) => fieldNames[field].test(label)),
  );
}
