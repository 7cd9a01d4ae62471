import { inBoth } from '../text/language.ts';

/** Every output of the action: action.yml, docs/action.ja.yml and the README's tables are made from this. */
export const outputs = {
  verdict: inBoth(
    '`match`, `drift`, `incomplete` or `invalid`; of the worst ledger where there are many, as all single outputs.',
    '`match`(一致)、`drift`(差異あり)、`incomplete`(未確認あり)、`invalid`(台帳を読めません)。台帳が複数あるとき、単独の出力はいちばん悪い台帳のものです。',
  ),
  'drift-count': inBoth('How many findings are of the kind `drift`.', '台帳と現実の差異(`drift`)の件数。'),
  score: inBoth(
    'How many of the ten items are met, 0 to 10; empty if the ledger cannot be read.',
    '10項目のうち、そろっている項目の数。台帳を読めないときは空です。',
  ),
  band: inBoth(
    '`danger` (0–3), `caution` (4–6), `minimum` (7–8) or `strong` (9–10).',
    '`danger`(危険、0〜3)、`caution`(要注意、4〜6)、`minimum`(最低限OK、7〜8)、`strong`(強い、9〜10)。',
  ),
  'issue-number': inBoth('The number of the issue, if there is one.', 'issue があれば、その番号。'),
  'issue-url': inBoth('The address of the issue, if there is one.', 'issue があれば、その URL。'),
  message: inBoth(
    'What is new, who, until when, and the link: plain text of at most 900 characters for a chat or a phone, in the language of the ledger; empty where nothing is new. Of all ledgers, one after the other.',
    '新しく見つかったこと、担当、期限、リンクを、チャットや携帯電話向けの900文字以内の文にしたもの(台帳の言語)。新しいことがなければ空です。台帳が複数あるときは、順に並べます。',
  ),
  files: inBoth('The folder of the files that were written.', '書き出したファイルのあるフォルダー。'),
  report: inBoth('Path of report.json.', 'report.json のパス。'),
  reports: inBoth('Paths of all reports, as a JSON list.', 'すべての report.json のパス(JSON のリスト)。'),
} as const;
export type OutputName = keyof typeof outputs;
