import type { checklistRules } from '../../rules/checklist.ts';
import type { RuleMessages } from '../rule-message.ts';
import { isWholeWeek } from '../windows.ts';
import {
  abilities,
  accessName,
  decisions,
  deliverableParts,
  deliverables,
  fields,
  itemNumber,
  lastDay,
  logs,
  procedureName,
  restoreParts,
  rollbackParts,
  sections,
  targets,
  templates,
  topics,
  troubles,
  uncoveredText,
} from './checklist-words.ts';

const stageNames = { provisional: '暫定復旧', full: '完全復旧', permanent: '恒久対応' } as const;
const evidenceName = (name: keyof typeof logs | 'alerts' | 'changes') =>
  name === 'alerts' ? 'アラート' : name === 'changes' ? '変更履歴' : logs[name];
const ofCondition = (condition: string | null) => (condition === null ? '緊急の条件' : `「${condition}」`);

export const checklist: RuleMessages<typeof checklistRules> = {
  'emergency/missing': {
    means: '何が起きたら緊急とするかが決まっていません。',
    why: '緊急かどうかをその場で議論することになり、連絡と復旧の開始が遅れます。',
    remedy:
      '「トップページが表示できない」のように、緊急とする状態を関係者で決めて、台帳の emergency に書いてください。',
    question: 'どのような状態になったら「緊急」として動き始めますか。条件を一つ以上お知らせください。',
    say: ({ condition }) =>
      condition === null
        ? '緊急の定義がありません'
        : `緊急の条件(${condition}番目)に、どういう状態かが書かれていません`,
  },
  'emergency/not-agreed': {
    means: '緊急の定義に、合意した日または相手が書かれていません。',
    why: '合意のない定義では、夜間に連絡を受けた人が動くべきかどうかを判断できません。',
    remedy: '関係者に定義を見せて合意を取り、日付と相手を台帳に書いてください。',
    question: '緊急の定義は、いつ、どなたの間で合意したものですか。',
    say: ({ missing }) =>
      `緊急の定義に、${missing.map((part) => (part === 'date' ? '合意した日' : '合意した相手')).join('と')}がありません`,
  },
  'emergency/no-call': {
    means: '緊急のときに、誰へどの順で連絡するかが書かれていません。',
    why: '気づいた人が連絡先を探すところから始めることになります。',
    remedy: '連絡する窓口を、連絡する順に書いてください。',
    question: '緊急のとき、どの窓口に、どの順で連絡すればよいですか。',
    say: ({ condition }) => `${ofCondition(condition)}のときの連絡先が決まっていません`,
  },
  'emergency/no-first-instruction': {
    means: '緊急のときに、最初に何を優先するかが書かれていません。',
    why: '復旧を急ぐのか公開を止めるのかで、最初の一手が変わります。決まっていないと作業者は手を出せません。',
    remedy: '「暫定復旧を優先する」のように、最初の指示を一文で書いてください。',
    question: '緊急のとき、最初に出す指示は何ですか(例: 暫定復旧を優先する)。',
    say: ({ condition }) => `${ofCondition(condition)}のときの最初の指示が決まっていません`,
  },

  'contact/route-missing': {
    means: '障害に気づいたとき、最初に誰へ連絡するかが決まっていません。',
    why: '連絡がつくまで、復旧は始まりません。',
    remedy: '最初に連絡する窓口と、つながらないときの次の連絡先を、順に書いてください。',
    question: '障害のとき最初に連絡する窓口と、つながらない場合の次の連絡先をお知らせください。',
    say: ({ stop }) =>
      stop === null ? '一次連絡先が決まっていません' : `連絡する順の${stop}番目に、連絡できる相手がいません`,
  },
  'contact/starts-at-person': {
    means: '最初の連絡先が、当番や代表の窓口ではありません。',
    why: '個人が最初だと、その人が寝ている、休んでいる、辞めているというだけで連絡が止まります。',
    remedy:
      '最初の連絡先を、当番や緊急受付などの窓口にしてください。窓口であれば、台帳に kind: desk と書いてください。',
    question: '最初の連絡先が個人になっています。当番や受付などの窓口はありますか。',
    say: ({ contact, kind }, format) => ({
      title:
        kind === 'person'
          ? `最初の連絡先「${format.contact(contact)}」が個人です`
          : `最初の連絡先「${format.contact(contact)}」が、窓口か個人か分かりません`,
      expected: '窓口(desk)',
      observed: kind === 'person' ? '個人(person)' : '書かれていません',
    }),
  },
  'contact/single-channel': {
    means: '最初の連絡先に、連絡手段が二つありません。',
    why: '電話だけ、メールだけでは、その手段が使えないときに連絡が止まります。',
    remedy: '電話とメールのように、種類の違う手段を二つ以上書いてください。',
    question: '電話とメールなど、連絡手段を二つ以上お知らせください。',
    say: ({ contact, channels }, format) => ({
      title:
        channels === 0
          ? `「${format.contact(contact)}」の連絡手段が書かれていません`
          : `「${format.contact(contact)}」の連絡手段が一つしかありません`,
      expected: '二つ以上の連絡手段',
      observed: channels === 0 ? undefined : `${channels}つ`,
    }),
  },
  'contact/no-fallback': {
    means: '最初の連絡先につながらないときの、次の連絡先がありません。',
    why: '最初の窓口が出なければ、そこで連絡が終わります。',
    remedy: '次に連絡する相手を、別の窓口から決めて書いてください。',
    question: '最初の窓口につながらない場合、次はどちらに連絡すればよいですか。',
    say: ({ contact }, format) => ({
      title: `「${format.contact(contact)}」につながらないときの、次の連絡先がありません`,
      expected: '次の連絡先',
    }),
  },
  'contact/no-wait': {
    means: '何分待ってつながらなければ次へ連絡するかが決まっていません。',
    why: '待つ時間が決まっていないと、折り返しを待ち続けて時間を失います。',
    remedy: '「10m」のように、次の連絡先に移るまで待つ時間を書いてください。',
    question: '何分つながらなければ、次の連絡先に移ってよいですか。',
    say: ({ contact, next }, format) =>
      `「${format.contact(contact)}」から「${format.contact(next)}」に移るまで、どれだけ待つかが決まっていません`,
  },
  'contact/nothing-to-tell': {
    means: '連絡するときに何を伝えるかが決まっていません。',
    why: '状況や影響が伝わらないと、受けた側は聞き返すことから始め、動き出しが遅れます。',
    remedy: '状況、影響、直近の変更など、連絡で伝えることを書いてください。',
    question: '第一報の連絡で、必ず伝えてほしい内容は何ですか(例: 状況、影響、直近の変更)。',
    say: () => '連絡するときに伝えることが決まっていません',
  },
  'contact/hours-uncovered': {
    means:
      '一次連絡先、または緊急のときに連絡する順に並んだ窓口の受付時間を合わせても、誰も出ない時間があります。',
    why: 'その時間に起きた障害は、次に誰かが出るまで放置されます。',
    remedy:
      '空いている時間に出る窓口を、連絡する順に加えてください。置けない間は、誰も出ないことを関係者で承知しておいてください。',
    question: '夜間・休日も連絡がつく窓口はありますか。ない場合は、その時間帯の扱いをお知らせください。',
    say: ({ conditions, windows, days, withoutHours, said }, format) => ({
      title: `${
        conditions.length === 0
          ? '連絡しても'
          : `${conditions.map(({ number, when }) => (when === null ? `緊急の条件(${number}番目)` : `「${when}」`)).join('')}のとき、連絡しても`
      }${
        isWholeWeek(windows) && withoutHours.length > 0
          ? '誰かが出るか分かりません: 受付時間がどこにも書かれていません'
          : `誰も出ない時間があります: ${uncoveredText({ windows, days }, format)}`
      }`,
      expected: '24時間365日、誰かにつながること',
      observed:
        [
          withoutHours.length > 0
            ? `受付時間が書かれていない連絡先: ${format.list(withoutHours.map((id) => format.contact(id)))}`
            : null,
          said === null ? null : `台帳の説明: ${said}`,
        ]
          .filter((part) => part !== null)
          .join('。') || null,
    }),
  },
  'contact/unverified': {
    means: '実際につながることを、しばらく確かめていません。',
    why: '担当者の異動や番号の変更は、連絡してみるまで分かりません。障害の夜に初めて気づくことになります。',
    remedy: '実際に連絡してつながることを確かめ、verified の日付を書き直してください。',
    say: ({ contact, verified, within }, format) => ({
      title: `「${format.contact(contact)}」に今もつながるか、確かめてください(${lastDay(verified, format)})`,
      expected: `${format.duration(within)}以内に確認`,
      observed: verified === null ? '確認した日が書かれていません' : format.day(verified),
    }),
  },
  'contact/channel-invalid': {
    means: '書かれている電話番号、メールアドレス、URLのどれかが、そのままでは使えない形をしています。',
    why: '連絡しようとした人が、最初の一手でつまずきます。',
    remedy: '正しい連絡先を確かめて、台帳を直してください。',
    say: ({ contact, channel }, format) =>
      `「${format.contact(contact)}」の${{ phone: '電話番号', email: 'メールアドレス', url: 'URL' }[channel]}が正しくありません`,
  },

  'decision/missing': {
    means: '復旧のときに要る判断を、誰がするのかが決まっていません。',
    why: '作業者の準備ができていても、GOサインを出す人が決まらず、待ち時間が延びます。',
    remedy: '判断者を決めて、台帳の decisions に書いてください。',
    question: '次の判断をするのはどなたですか。',
    say: ({ decision }) => `${decisions[decision]}の判断者が決まっていません`,
  },
  'decision/no-deputy': {
    means: '判断者が不在のときに、代わりに判断する人が決まっていません。',
    why: '判断者につながらない夜は、誰も決められません。',
    remedy: '判断者とは別の人を、副判断者として書いてください。',
    question: '判断者が不在のとき、代わりに判断するのはどなたですか。',
    say: ({ decision, decides }, format) => ({
      title: `${decisions[decision]}の副判断者が決まっていません`,
      expected: decides === null ? null : `「${format.contact(decides)}」とは別の人`,
    }),
  },
  'decision/same-person': {
    means: '判断者と副判断者が同じです。',
    why: 'その人につながらなければ、代わりがいないのと同じです。',
    remedy: '副判断者を別の人にしてください。',
    question: '判断者と副判断者が同じ方になっています。副判断者を別の方にできますか。',
    say: ({ decision, decides }, format) => ({
      title: `${decisions[decision]}の判断者と副判断者が、どちらも「${format.contact(decides)}」です`,
      expected: '別の人',
      observed: format.contact(decides),
    }),
  },
  'decision/no-unreachable-rule': {
    means: '判断者にも副判断者にもつながらないときに、どうするかが決まっていません。',
    why: '決まりがなければ、作業者は独断で動くか、待ち続けるしかありません。',
    remedy: '「20分つながらなければ副判断者、さらに10分で保守会社が判断する」のように書いてください。',
    question: '判断者にも副判断者にも連絡がつかないときは、どう進めてよいですか。',
    say: ({ decision }) => `${decisions[decision]}の判断者につながらないときの決まりがありません`,
  },
  'decision/nothing-to-know': {
    means: '判断するために何を知る必要があるかが書かれていません。',
    why: '情報がそろわないまま判断を求めることになり、やり取りが増えて決定が遅れます。',
    remedy: '影響、所要時間など、判断に必要な情報を書いてください。',
    question: '判断のために必要な情報は何ですか(例: 影響、復旧の見込み)。',
    say: ({ decision }) => `${decisions[decision]}の判断に必要な情報が決まっていません`,
  },
  'decision/unreachable-together': {
    means: '判断者と副判断者の両方につながらない時間があります。',
    why: 'その時間に起きた障害では、判断できる人が誰もいません。',
    remedy: '受付時間の違う人を副判断者にするか、時間外の連絡方法を決めてください。',
    question: '判断者と副判断者のどちらにもつながらない時間帯があります。その時間はどなたが判断しますか。',
    say: ({ decision, decides, deputy, windows, days }, format) => ({
      title: `${decisions[decision]}の判断者にも副判断者にもつながらない時間があります: ${uncoveredText({ windows, days }, format)}`,
      expected: 'いつでも、どちらかにつながること',
      observed: format.list([format.contact(decides), format.contact(deputy)]),
    }),
  },

  'target/missing': {
    means: '報告と復旧の目標時間が決まっていません。',
    why: 'いつまでに何が分かるかを示せないと、待つ側の不安が増え、問い合わせの対応に手を取られます。',
    remedy: '約束ではなく報告の節目として、目標時間を決めて書いてください。',
    question: '復旧の目標時間(約束ではなく、報告の節目です)の目安をお知らせください。',
    say: ({ target, contact }, format) =>
      target === 'hours-of'
        ? `目標時間を数える「${format.contact(contact ?? '')}」の受付時間が書かれていません`
        : `目標時間(${targets[target]})が決まっていません`,
  },
  'target/out-of-order': {
    means: '目標時間の順序が合いません。一次報告、暫定復旧、完全復旧の順に長くなるはずです。',
    why: '節目として使えない目標では、報告の予定を立てられません。',
    remedy: '目標時間を見直して、一次報告 < 暫定復旧 < 完全復旧 の順にしてください。',
    question: '目標時間の前後が逆になっています。正しい時間をお知らせください。',
    say: ({ sooner, later, soonerIs, laterIs }, format) => ({
      title: `目標時間の順序が合いません(${targets[sooner]} ${format.duration(soonerIs)}、${targets[later]} ${format.duration(laterIs)})`,
      expected: `${targets[sooner]} < ${targets[later]}`,
      observed: `${format.duration(soonerIs)}、${format.duration(laterIs)}`,
    }),
  },
  'target/takes-too-long': {
    means: '切り戻し、復元、DNSの切り替えにかかる時間が、目標時間に収まりません。',
    why: 'すぐに始めても間に合わない目標は、報告の節目になりません。',
    remedy: '手順を短くするか、目標時間を現実に合わせてください。',
    question: '作業の所要時間が目標時間を超えます。作業を短くできますか。目標を見直しますか。',
    say: ({ what, record, takes, known, on, target, within }, format) => {
      const name = what === 'dns' ? `DNSの切り替え(${record})` : what === 'rollback' ? '切り戻し' : '復元';
      const day = on === null ? '' : format.day(on);
      const source = {
        measured: `(${day} に実際に試したときの時間)`,
        estimated: `(${day} の机上演習での見積もり)`,
        written: '',
      }[known];
      return {
        title: `${name}に${format.duration(takes)}かかり、${targets[target]}の目標${format.duration(within)}に収まりません`,
        expected: `${format.duration(within)}以内`,
        observed: `${format.duration(takes)}${source}`,
      };
    },
  },
  'target/waits-too-long': {
    means: '連絡先を順にたどる待ち時間の合計が、一次報告の目標時間を超えています。',
    why: '誰かにつながる前に、一次報告の予定時刻が過ぎてしまいます。',
    remedy: '待つ時間を短くするか、一次報告の目標時間を見直してください。',
    question: '連絡の待ち時間の合計が一次報告の目標を超えます。待ち時間と目標のどちらを見直しますか。',
    say: ({ waitsMs, within }, format) => ({
      title: `連絡の待ち時間が長すぎます(誰も出なければ${format.span(waitsMs)}、一次報告の目標は${format.duration(within)})`,
      expected: `${format.duration(within)}以内`,
      observed: format.span(waitsMs),
    }),
  },
  'stage/missing': {
    means: '何がそろえば復旧とするか、恒久対応を誰がいつまでに行うかが決まっていません。',
    why: '「直った」の意味が人によって違うと、報告も解散の判断も食い違います。',
    remedy: '暫定復旧と完全復旧の確認先、恒久対応の担当と期限を、台帳の stages に書いてください。',
    question: '何がそろえば復旧したとみなすか、段階ごとにお知らせください。',
    say: ({ stage }) =>
      stage === null
        ? '復旧の段階が決まっていません'
        : stage === 'permanent'
          ? '恒久対応の担当と期限が決まっていません'
          : `何がそろえば${stageNames[stage]}とするかが決まっていません`,
  },

  'rollback/missing': {
    means: '切り戻しについて、何も決まっていません。',
    why: '直すか戻すかの選択肢がなく、原因が分かるまでサイトは止まったままになります。',
    remedy: 'いつ戻すか、誰がどこでどう戻すか、何分かかるかを決めて、台帳の rollback に書いてください。',
    question: '切り戻しはできますか。できない場合は、その理由をお知らせください。',
    say: () => '切り戻しの準備がありません',
  },
  'rollback/incomplete': {
    means: '切り戻しに必要なことの一部が決まっていません。',
    why: '決まっていない点で手が止まり、戻せるものも戻せません。',
    remedy: '足りない点を決めて、台帳の rollback に書いてください。',
    question: '切り戻しについて、次の点をお知らせください。',
    say: ({ part, stage }) => ({
      title: `切り戻しの「${rollbackParts[part]}」が決まっていません`,
      observed:
        stage === null
          ? undefined
          : `「${stageNames[stage]}」を条件としていますが、その確認先が書かれていません`,
    }),
  },
  'restore/missing': {
    means: '復元について、何も決まっていません。',
    why: 'バックアップがあっても、戻し方が決まっていなければ、その夜には使えません。',
    remedy: '何を、どこへ、どの時点から、誰が戻すかを決めて、台帳の restore に書いてください。',
    question: 'バックアップからの復元はできますか。できない場合は、その理由をお知らせください。',
    say: () => '復元の準備がありません',
  },
  'restore/incomplete': {
    means: '復元に必要なことの一部が決まっていません。',
    why: '取得できているバックアップも、戻すところで止まります。',
    remedy: '足りない点を決めて、台帳の restore に書いてください。',
    question: '復元について、次の点をお知らせください。',
    say: ({ part, stage }) => ({
      title: `復元の「${restoreParts[part]}」が決まっていません`,
      observed:
        stage === null
          ? undefined
          : `「${stageNames[stage]}」を条件としていますが、その確認先が書かれていません`,
    }),
  },
  'runbook/missing': {
    means: '手順書の場所が書かれていません。',
    why: '手順を知る人が不在なら、権限があっても作業できません。',
    remedy: '手順書を用意して、その場所を台帳に書いてください。',
    question: '手順書はありますか。ある場合は、保管場所をお知らせください。',
    say: ({ of }) => `${procedureName(of)}の手順書がありません`,
  },
  'runbook/not-found': {
    means: '台帳に書かれた場所に、読める手順書がありません。',
    why: '障害の夜に開こうとして、初めて無いことに気づくことになります。',
    remedy: '手順書を置き直すか、台帳の場所を直してください。',
    say: ({ of, at, trouble }) => ({
      title: `${procedureName(of)}の手順書 ${at} を読めません`,
      expected: at,
      observed: troubles[trouble],
    }),
  },
  'runbook/unreachable': {
    means: '手順書のあるページが、エラーを返しています。',
    why: 'その夜も開けなければ、手順がないのと同じです。',
    remedy: 'ページが開くかを確かめてください。続くようなら、手順書を別の場所にも置いてください。',
    say: ({ of, at, status }) => ({
      title: `${procedureName(of)}の手順書 ${at} を開けません`,
      expected: at,
      observed: `エラー(${status})`,
    }),
  },
  'runbook/empty': {
    means: '手順書のファイルはありますが、中身がありません。',
    why: '開いても何も書かれていない手順書は、時間を奪うだけです。',
    remedy: '手順を書いてください。',
    say: ({ of, at }) => ({
      title: `${procedureName(of)}の手順書 ${at} が空です`,
      expected: at,
      observed: '見出し以外に何も書かれていません',
    }),
  },
  'runbook/section-missing': {
    means: '手順書に、必要なことの一部が書かれていません。',
    why: '判断基準がなければ始められず、確かめ方がなければ終われません。',
    remedy:
      '見出しを付けて、足りない内容を書いてください(例: 「いつ」「手順」「確認」)。別の言い方で書いてある場合は、その見出しに「<!-- recovery-ledger: when -->」(手順は steps、確認は confirm)と添えてください。',
    say: ({ of, at, sections: missing }, format) => ({
      title: `${procedureName(of)}の手順書 ${at} に、${format.list(missing.map((section) => sections[section]))}が見当たりません`,
      expected: format.list(missing.map((section) => sections[section])),
    }),
  },
  'runbook/unrehearsed': {
    means: '手順を、しばらく試していません。机上演習で読み合わせたことも、試したことに数えます。',
    why: '試していない手順は、本番で初めて間違いが見つかります。所要時間もあてになりません。',
    remedy: '実際に試すか、机上演習で手順を読み合わせて、日付を書いてください。',
    say: ({ of, rehearsed, within }, format) => ({
      title: `${procedureName(of)}の手順を試してください(${lastDay(rehearsed, format)})`,
      expected: `${format.duration(within)}以内に確認`,
      observed: rehearsed === null ? '試した日が書かれていません' : format.day(rehearsed),
    }),
  },

  'access/missing': {
    means: '復旧に必要な権限について、台帳に書かれていません。',
    why: '誰がどこから入れるのかを探すところから始めることになり、作業に取りかかれません。',
    remedy:
      '管理画面の場所、入れる人、アカウントの保管場所を書いてください。使っていないCDNなどは、理由とともに none と書いてください。',
    question: 'どの管理画面から操作しますか。画面のURLをお知らせください。',
    say: ({ access, part }) =>
      part === 'entry'
        ? `${accessName(access)}の権限が書かれていません`
        : `${accessName(access)}の管理画面の場所が書かれていません`,
  },
  'access/cannot': {
    means: '復旧に必要な操作ができると、台帳に書かれていません。',
    why: '管理画面に入れても、必要な操作ができなければ復旧は進みません。',
    remedy: 'その操作ができる権限を用意し、台帳の can に書いてください。',
    question: '管理画面で、どこまでの操作ができますか(再起動、設定の変更、復元など)。',
    say: ({ access, lacks, any }, format) => {
      const needed = format.list(lacks.map((ability) => abilities[ability]));
      return {
        title: `${accessName(access)}で必要な操作ができると書かれていません: ${needed}${any ? 'のどれか' : ''}`,
        expected: `${needed}${any ? 'のどれか' : ''}`,
      };
    },
  },
  'access/single-holder': {
    means: '入れる人が二人いない、または全員が同じ会社に属しています。',
    why: 'その人、その会社につながらない夜は、誰も入れません。',
    remedy:
      '別の会社の窓口を含めて、二人以上が入れるようにしてください。契約などで一社に限る場合は、理由を one-party に書いてください。',
    question:
      '入れる方(窓口)を二つ以上お知らせください。一社だけの場合は、別の会社の方も入れるようにできますか。',
    say: ({ access, holders, party }, format) => ({
      title:
        holders.length === 0
          ? `${accessName(access)}の管理画面に入れる人が書かれていません`
          : party === null
            ? `${accessName(access)}の管理画面に入れるのが「${format.contact(holders[0]!)}」だけです`
            : `${accessName(access)}の管理画面に入れるのが「${format.party(party)}」の人だけです`,
      expected: party === null ? '二人(二つの窓口)以上' : '別の会社の人、または一社に限る理由',
      observed: holders.length === 0 ? undefined : format.list(holders.map((id) => format.contact(id))),
    }),
  },
  'access/no-login': {
    means: 'アカウントの保管場所が書かれていません。',
    why: '入れるはずの人も、アカウントが見つからなければ入れません。',
    remedy: 'パスワードは書かず、保管している場所(金庫やパスワード管理ツールの名前)を書いてください。',
    question: 'アカウントの保管場所はどこですか。パスワードそのものは書かず、場所だけをお知らせください。',
    say: ({ access }) => `${accessName(access)}のアカウントの保管場所が書かれていません`,
  },
  'access/no-mfa': {
    means: '多要素認証を使っていない、または書かれていません。',
    why: 'パスワードだけの管理画面は乗っ取られやすく、復旧の最中に締め出されるおそれがあります。',
    remedy: '多要素認証を設定し、方法と持っている人を書いてください。',
    question: '多要素認証の方法と、認証に必要な端末などをお持ちの方をお知らせください。',
    say: ({ access }) => ({
      title: `${accessName(access)}の多要素認証がありません`,
      expected: '多要素認証の方法',
    }),
  },
  'access/mfa-single-holder': {
    means: '多要素認証の確認手段を持つ人が、二人いません。',
    why: 'パスワードを知っていても、認証コードを受け取れる人がいなければ入れません。',
    remedy: '二人以上が認証できるようにし、持っている人を書いてください。',
    question: '多要素認証を通せる方がお一人だけです。もうお一人増やせますか。',
    say: ({ access, heldBy }, format) => ({
      title:
        heldBy.length === 0
          ? `${accessName(access)}の多要素認証を誰が持っているか、書かれていません`
          : `${accessName(access)}の多要素認証を持つのが「${format.contact(heldBy[0]!)}」だけです`,
      expected: '二人以上',
      observed: heldBy.length === 0 ? undefined : format.list(heldBy.map((id) => format.contact(id))),
    }),
  },
  'access/no-emergency': {
    means: '担当者が不在のときの入り方が書かれていません。',
    why: '担当者につながらない夜に、権限を渡す方法がありません。',
    remedy: '緊急時の入り方(どこに保管し、誰が開けられるか)を決めて書いてください。',
    question: '担当の方が不在の緊急時は、どのように入りますか。',
    say: ({ access }) => `${accessName(access)}に、緊急時の入り方がありません`,
  },
  'access/doer-cannot-enter': {
    means: '作業することになっている人が、入れる人に含まれていません。',
    why: '手順どおりに始めても、作業する人が管理画面に入れず止まります。',
    remedy: 'その人に権限を渡すか、作業する人を入れる人に変えてください。',
    question: '作業を担当する方が、必要な画面に入れません。権限を付けられますか。',
    say: ({ access, task, doer }, format) => ({
      title: `${procedureName(task)}を行う「${format.contact(doer)}」が、${accessName(access)}の管理画面に入れることになっていません`,
      expected: `「${format.contact(doer)}」が入れること`,
    }),
  },
  'access/unverified': {
    means: '実際に入れることを、しばらく確かめていません。',
    why: '契約や担当の変更でアカウントが使えなくなっていても、入ろうとするまで分かりません。',
    remedy: '入れる人がそれぞれ管理画面に入ってみて、verified の日付を書き直してください。',
    say: ({ access, verified, within }, format) => ({
      title: `${accessName(access)}の管理画面に今も入れるか、確かめてください(${lastDay(verified, format)})`,
      expected: `${format.duration(within)}以内に確認`,
      observed: verified === null ? '確認した日が書かれていません' : format.day(verified),
    }),
  },

  'evidence/missing': {
    means: '原因を調べるための記録がどこにあるかが書かれていません。',
    why: '原因が分からないままでは、戻しても同じ障害が繰り返されます。',
    remedy:
      '記録の場所を書いてください。共用サーバーで見られないログは、理由とともに none と書いてください。',
    question: '原因調査に使う記録はどこにあり、どなたが見られますか(受け取りますか)。',
    say: ({ evidence }) => `${evidenceName(evidence)}の場所が書かれていません`,
  },
  'evidence/no-viewer': {
    means: '記録を誰が見られるか、アラートが誰に届くかが書かれていません。',
    why: '場所が分かっても、見られる人がその夜にいなければ調べられません。',
    remedy: '見られる人、届く相手を書いてください。',
    question: '記録を見られる方、または通知を受け取る方はどなたですか。',
    say: ({ evidence }) =>
      evidence === 'alerts'
        ? 'アラートが誰に届くか、書かれていません'
        : `${evidenceName(evidence)}を見られる人が書かれていません`,
  },
  'template/missing': {
    means: '報告のテンプレートがありません。',
    why: '文面を考えるところから始めると、最初の報告が遅れ、書くべきことも漏れます。',
    remedy: 'テンプレートを用意して、その場所を台帳に書いてください。',
    question: '報告の書式(テンプレート)はありますか。ある場合はファイルをいただけますでしょうか。',
    say: ({ template }) => `${templates[template]}のテンプレートがありません`,
  },
  'template/not-found': {
    means: '台帳に書かれた場所に、読めるテンプレートがありません。',
    why: '報告を書こうとした人が、探すところで時間を失います。',
    remedy: 'テンプレートを置き直すか、台帳の場所を直してください。',
    say: ({ template, at, trouble }) => ({
      title: `${templates[template]}のテンプレート ${at} を読めません`,
      expected: at,
      observed: troubles[trouble],
    }),
  },
  'template/field-missing': {
    means: 'テンプレートに、必要な欄の一部がありません。',
    why: '欄がなければ書き忘れます。影響や次回更新の時刻がない報告には、問い合わせが集まります。',
    remedy: '足りない欄を、見出しか「症状:」のような形で加えてください。',
    say: ({ template, at, fields: missing }, format) => ({
      title: `${templates[template]}のテンプレートに欄がありません: ${format.list(missing.map((field) => fields[field]))}`,
      expected: format.list(missing.map((field) => fields[field])),
      observed: at,
      remedy: `足りない欄を、見出しか「症状:」のような形で加えてください。別の言い方で書いてある場合は、その欄に「<!-- recovery-ledger: ${missing.join(', ')} -->」と添えてください。`,
    }),
  },

  'responsibility/missing': {
    means: '誰が何を受け持つか(責任分界)が書かれていません。',
    why: '相手がやると思い合ううちに、誰も動かない時間ができます。',
    remedy:
      '判断、作業、連絡、権限、説明責任について、受け持つ当事者を書いてください。当事者が1者だけなら、parties にその1者を書けば足ります。',
    question: '障害対応で、次を受け持つのはどちらの会社ですか。',
    say: ({ topic, part }) =>
      topic === null
        ? '責任分界が書かれていません'
        : {
            party: `${topics[topic]}を誰が受け持つか、書かれていません`,
            emergency: '緊急時に権限を渡す当事者が書かれていません',
            source: '説明のもとになる情報を誰が出すか、書かれていません',
            approval: '説明を誰が承認するか、書かれていません',
          }[part],
  },
  'responsibility/no-stand-in': {
    means: '受け持つ当事者が動けないときに、代わる当事者がいません。',
    why: 'その会社につながらない夜は、その役割が空きます。',
    remedy: '代替となる別の当事者を決めて書いてください。',
    question: '担当の会社が動けないとき、代わりはどちらの会社ですか。',
    say: ({ topic, party }, format) => ({
      title: `${topics[topic]}の代替がいません`,
      expected: party === null ? null : `「${format.party(party)}」とは別の当事者`,
    }),
  },
  'responsibility/one-party': {
    means: '判断から説明責任まで、すべてを同じ当事者が受け持つことになっています。',
    why: 'その当事者が動けないと全体が止まり、確かめる相手もいません。',
    remedy: '判断や承認など、別の当事者が持つべき役割を分けてください。',
    question: 'すべての受け持ちが一社に集まっています。一部を他社が受け持てますか。',
    say: ({ party }, format) => ({
      title: `責任分界のすべてが「${format.party(party)}」に集まっています`,
      expected: '二者以上で分担',
      observed: format.party(party),
    }),
  },
  'responsibility/deliverable-missing': {
    means: '報告や記録を、誰が書き、承認し、送り、どこに残すかが書かれていません。',
    why: '文面ができても承認や送付で止まり、報告が遅れます。',
    remedy: '担当と保管場所を決めて、台帳の deliverables に書いてください。',
    question: '報告や記録を、どなたが書き、承認し、送りますか。記録はどこに残しますか。',
    say: ({ deliverable, missing }, format) =>
      `${deliverables[deliverable]}を${format.list(missing.map((part) => deliverableParts[part]))}が決まっていません`,
  },
  'responsibility/escalation-missing': {
    means: '見込みが立たないときに、いつ、誰へ話を上げるかが決まっていません。',
    why: '現場だけで抱え込み、経営や広報が知るのが遅れます。',
    remedy: '「30分で暫定復旧の見込みがないとき、広報部長へ」のように書いてください。',
    question: 'どのような場合に、どなたへ判断を上げますか。',
    say: ({ missing }) =>
      `見込みが立たないときに、${missing.map((part) => (part === 'when' ? 'いつ' : '誰に')).join('、')}判断を仰ぐかが書かれていません`,
  },

  'exercise/overdue': {
    means: '机上演習を、しばらく行っていません。',
    why: '台帳は読み合わせて初めて、抜けや思い違いが見つかります。',
    remedy: '関係者で手順を読み合わせ、所要時間を見積もって、exercises に一行書いてください。',
    say: ({ last, within }, format) => ({
      title: `机上演習を行ってください(${lastDay(last, format)})`,
      expected: `${format.duration(within)}に1回`,
      observed: last === null ? '記録がありません' : format.day(last),
    }),
  },
  'incident/unreviewed': {
    means: '過去の障害について、見直しが終わっていません。',
    why: 'どこで止まったかを残さないと、次も同じところで止まります。',
    remedy:
      'どの項目で復旧が止まったか(止まらなければ [])、再発をどう防ぐか、いつまでに行うかを書いてください。',
    say: ({ date, what, missing }, format) => ({
      title: `障害「${what}」(${format.day(date)})の見直しが終わっていません`,
      expected: format.list(
        missing.map(
          (part) =>
            ({ 'stopped-at': '止まった項目', prevention: '再発防止策', until: '再発防止策の期限' })[part],
        ),
      ),
      observed: '書かれていません',
    }),
  },
  'incident/prevention-overdue': {
    means: '再発防止策の期限が過ぎています。',
    why: '手を打つまでは、同じ障害がいつ起きてもおかしくありません。',
    remedy: '終わっていれば done に日付を書き、まだであれば、担当と相談して期限を決め直してください。',
    say: ({ what, prevention, until }, format) => ({
      title: `「${what}」の再発防止策が、期限を過ぎています`,
      expected: `${prevention}(${format.day(until)}まで)`,
      observed: '終わった日が書かれていません',
    }),
  },
  'plan/overdue': {
    means: '穴を埋める予定の日を過ぎても、まだ埋まっていません。',
    why: '穴が残ったまま障害が起きれば、そこで復旧が止まります。',
    remedy: '穴を埋めるか、担当と期限を決め直してください。',
    say: ({ item, by, until }, format) => ({
      title: `項目${itemNumber(item)}の穴が、予定の日を過ぎても埋まっていません`,
      expected: `${format.day(until)}まで${by === null ? '' : `(${format.party(by)})`}`,
      observed: '埋まっていません',
    }),
  },
};
