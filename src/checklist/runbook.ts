import { dotted } from '../ledger/path.ts';
import type { RunbookSection } from '../rules/checklist.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { type DocumentLine, markedFields, readDocument } from './document.ts';
import { type ChecklistInput, gapAt } from './input.ts';
import { namedFile } from './named-file.ts';

export interface RunbookPlace {
  /** `rollback`, `restore`, or the id of the access or entrance. */
  readonly of: string;
  readonly path: readonly string[];
  /** As the ledger writes it. */
  readonly runbook: string | undefined;
  /** What it must say. */
  readonly sections: readonly RunbookSection[];
  readonly items: readonly (5 | 6 | 8)[];
  readonly party: string | null;
}

/** A runbook is named, exists, is not empty and says what it must. */
export function judgeRunbook(input: ChecklistInput, place: RunbookPlace): Finding[] {
  const { of, path, runbook, sections, items, party } = place;
  const parts = { subject: dotted(path), path, items, party };
  if (runbook === undefined) return [gapAt(input, 'runbook/missing', path, { of }, parts)];
  const data = { of, at: runbook };
  const file = namedFile(input, runbook);
  switch (file.type) {
    case 'unseen':
    case 'there':
      return [];
    case 'trouble':
      return [finding('runbook/not-found', { ...parts, data: { ...data, trouble: file.trouble } })];
    case 'text': {
      const lines = readDocument(file.text);
      if (lines.every(({ type }) => type === 'title' || type === 'heading')) {
        return [finding('runbook/empty', { ...parts, data })];
      }
      const said = sectionsOf(lines);
      const marked = markedFields(file.text);
      const missing = sections.filter((section) => !said.has(section) && !marked.has(section));
      if (missing.length === 0) return [];
      return [finding('runbook/section-missing', { ...parts, data: { ...data, sections: missing } })];
    }
  }
}

const confirmWords =
  /(?<!事前)確認(?!先)|検証(?!環境)|成功|動作|正常性|チェック|テスト(?!環境)|完了(?:の)?(?:条件|判断|定義)|終了条件|期待(?:する|される)?(?:結果|動作|値)|想定(?:結果|動作)|(?:切り?替え|切り?戻し|戻した|復旧|復元|作業|実施|反映|リリース|更新)後(?!の(?:対応|連絡|報告|作業))|verif|\bconfirm|\bcheck(?!list)|validat|\btest(?:s|ing)?\b|success|\bdone when|acceptance|health|exit criteria|expected (?:results?|outcome|state|output)|smoke|^after (?:the |you )?\w|^post-|how (?:do|to) (?:you |we )?know|definition of done|\bok(?:の|と|なら)/;
const whenWords =
  /いつ(?!まで)|判断|基準|(?<!前提|成功|成功の|完了|完了の|終了|終了の|復旧)条件|発動|契機|適用(?:範囲|対象|場面)|対象(?:事象|障害|となる)|使いどころ|ユースケース|こんなとき|症状|発生時|トリガー?|タイミング|場合|とき|使う時|実施時期|\bwhen\b|(?<!exit |success |acceptance )(?:criteria|criterion)|trigger|(?<!pre|pre-)condition|use cases?|symptoms?|scenarios?|indications?|applies to|\bif\b|decision|\bgo\/no-go/;
const stepWords =
  /手順|方法|やり方|どうやって|作業|操作|実施(?!時期)|流れ|ステップ|対応|進め方|やること|行うこと|コマンド|\bsteps?\b|procedure|\bhow\b|instruction|\bactions?\b|process|what to do|commands?|runbook|\bto do\b/;
const stepsAndConfirm = /(?:手順|方法|steps?|procedure)\s*(?:と|・|、|および|及び|\/|&|and\b)/;

const confirmSentence =
  /(?:確認|検証|チェック|テスト)(?:を?する|します|して|できたら|し、|を行|を実施)|確かめ|^(?:then |finally,? )?(?:verify|confirm|check|make sure|ensure|validate|test)\b/;
const refersElsewhere = /(?:as|see|described) (?:below|above)|下の|次の項|後述/;
const whenSentence =
  /(?:場合|とき|際)(?:に|は|、|の|で|$)|\b(?:use|follow|run|start|roll back|restore|switch|renew)\b.{0,80}\b(?:when|if)\b|\b(?:when|if)\b.{0,80}(?:down|fail|broken|error|unavailable|minutes|outage|\bnot\b|lost|corrupt|deleted|expire|unreachable)/;
/** The same wherever it stands: a condition of the whole, and none of a step. */
const whenToDoAll =
  /(?:場合|とき|際|たら|れば)[^。]{0,8}(?:実施|発動|開始する|この手順|切り戻(?:す|しを)|復元(?:する|を))/;
/** Something that went wrong, stated where preconditions stand. */
const troubleBefore =
  /(?:不具合|障害|エラー|異常|問題|停止)[^。]{0,12}(?:見つか|発生|起き|起こ|出た|出て|続)|(?:応答|表示|起動)(?:しない|されない)|落ちた|つながらない/;
const stepSentence =
  /(?:する|押す|開く|選ぶ|戻す|消す|入る|待つ|送る|直す|変える|替える|切る|止める|書く|ます)。?$|^(?:open|choose|select|click|press|run|deploy|revert|restore|roll|log|sign|go|execute|copy|switch|restart|stop|start|wait|upload|download|empty|clear|purge|call|point|change|install|renew)\b/;

/** Which of the three a runbook says, by its headings and labels, its steps, and sentences where those are usual. */
function sectionsOf(lines: readonly DocumentLine[]): Set<RunbookSection> {
  const said = new Set<RunbookSection>();
  const above: { level: number; named: Set<RunbookSection> }[] = [];
  let current: ReadonlySet<RunbookSection> = new Set();
  let stepsBegan = false;
  for (const [index, { type, text, level = 1 }] of lines.entries()) {
    if (type === 'title') continue;
    if (type === 'heading') {
      while (above.length > 0 && above.at(-1)!.level >= level) above.pop();
      const own = namedSections(text);
      const named = own.size > 0 ? own : (above.at(-1)?.named ?? own);
      above.push({ level, named });
      current = named;
      if (current.has('steps')) stepsBegan = true;
      // A heading with nothing under it is still to be written.
      if (hasContent(lines, index, level)) for (const section of own) said.add(section);
      continue;
    }
    if (type === 'label') {
      for (const section of namedSections(text)) said.add(section);
      continue;
    }
    const isElsewhere = current.has('when') || (current.has('confirm') && !current.has('steps'));
    if (type === 'code' && !isElsewhere) said.add('steps');
    if ((type === 'step' || (type === 'item' && stepSentence.test(text))) && !isElsewhere) {
      said.add('steps');
      stepsBegan = true;
    }
    if ((type === 'step' || type === 'item') && confirmSentence.test(text) && !refersElsewhere.test(text)) {
      said.add('confirm');
    }
    const isCondition =
      whenSentence.test(text) ||
      (lines[index - 1]?.type === 'label' &&
        /^前提/.test(lines[index - 1]!.text) &&
        troubleBefore.test(text));
    if ((type === 'text' || type === 'item') && !stepsBegan && isCondition) said.add('when');
    if (type === 'text' && whenToDoAll.test(text)) said.add('when');
  }
  // A text without headings and lists is judged as a whole: such an author writes in sentences.
  if (lines.every(({ type }) => type === 'text' || type === 'title')) {
    for (const { text } of lines) {
      if (confirmSentence.test(text)) said.add('confirm');
      if (whenSentence.test(text)) said.add('when');
      if (holdsSteps(text)) said.add('steps');
    }
  }
  return said;
}

function holdsSteps(text: string): boolean {
  return text.split(/[。.]/).some((sentence) => stepSentence.test(sentence.trim()));
}

function namedSections(text: string): Set<RunbookSection> {
  const named = new Set<RunbookSection>();
  const confirms = confirmWords.test(text);
  if (confirms) named.add('confirm');
  if (whenWords.test(text) && !confirms) named.add('when');
  if (stepWords.test(text) && (!confirms || stepsAndConfirm.test(text))) named.add('steps');
  return named;
}

/** Whether anything stands between this heading and the next that is not part of it. */
function hasContent(lines: readonly DocumentLine[], index: number, level: number): boolean {
  const next = lines[index + 1];
  return next !== undefined && (next.type !== 'heading' || (next.level ?? 1) > level);
}
