import type { CommandName } from '../check/options.ts';
import { type InBoth, inBoth } from '../text/language.ts';
import { type Command, exitStatus } from './command.ts';

// The commands: their help, the reference (docs/command-line.md) and what starts them are made from this table. Their
// options stand in check/options.ts.

/** A command; its texts say what it does, in one sentence. */
export interface CommandEntry extends InBoth {
  /** What stands beside the options; null: nothing. */
  readonly operands: { readonly name: InBoth; readonly least: 0 | 1; readonly most: number } | null;
  readonly examples: readonly (InBoth & { readonly line: string })[];
  /** What the exit statuses mean that are not alike for all. */
  readonly statuses: Readonly<Record<number, InBoth>>;
}

const ledger = inBoth('LEDGER', '台帳');
const ledgers = { name: ledger, least: 0, most: Infinity } as const;
const done = inBoth('done', '完了');
/** Of the commands that report a verdict. */
const verdicts = {
  0: inBoth('match', '一致'),
  1: inBoth('drift', '差異あり'),
  3: inBoth('incomplete', '未確認あり'),
};

export const commands: { readonly [N in CommandName]: CommandEntry & { load(): Promise<Command<N>> } } = {
  init: {
    en: 'Looks at a site from outside and writes its first ledger, with questions for people.',
    ja: 'サイトを外から見て、最初の台帳を書きます(人しか知らないことは質問として残します)。',
    operands: { name: inBoth('SITE-URL', 'サイトのURL'), least: 1, most: 1 },
    examples: [
      {
        line: 'init https://www.example.com/',
        en: 'A first ledger, from what can be seen.',
        ja: '外から見えるものから、最初の台帳を作る。',
      },
      {
        line: 'init https://www.example.com/ --dry-run',
        en: 'The same, printed and not written.',
        ja: '書き込まずに、内容だけを見る。',
      },
    ],
    statuses: { 0: done, 3: inBoth('nothing of the site could be seen', 'サイトを確認できませんでした') },
    load: async () => (await import('./init.ts')).init,
  },
  check: {
    en: 'Looks at the world and prints the report (default: ledger.yml).',
    ja: '現実と突き合わせて報告します(省略時は ledger.yml)。',
    operands: ledgers,
    examples: [
      { line: 'check', en: 'The ledger of this folder.', ja: 'このフォルダーの台帳。' },
      {
        line: 'check --offline',
        en: 'The ledger and the files beside it, no network.',
        ja: '台帳とその横のファイルだけ。外部に接続しない。',
      },
      {
        line: 'check --offline - < draft.yml',
        en: 'A ledger from standard input.',
        ja: '標準入力の台帳。',
      },
      {
        line: "check 'sites/*/ledger.yml' --format json",
        en: 'Several ledgers, as a list for other programs.',
        ja: '複数の台帳を、JSON のリストで。',
      },
      {
        line: 'check --format html > handover.html',
        en: 'The page of a handover.',
        ja: '引き継ぎ用の1枚。',
      },
    ],
    statuses: verdicts,
    load: async () => (await import('./check.ts')).check,
  },
  accept: {
    en: 'Writes what was seen into the ledger where it may simply be behind (default: ledger.yml).',
    ja: '台帳が古いだけのところを、実際の値に書き換えます(省略時は ledger.yml)。',
    operands: ledgers,
    examples: [
      {
        line: 'accept --dry-run',
        en: 'The change alone; nothing is written.',
        ja: '書き換え案だけを見る。',
      },
      {
        line: 'accept --only dns/record-differs:www.example.com/A',
        en: 'One finding of the report.',
        ja: '報告の指摘を1つだけ取り込む。',
      },
    ],
    statuses: {
      0: inBoth('done, or nothing to do', '完了、または書き換えるものがありません'),
      1: inBoth('something has to be written by hand', '手で書く必要のあるものがあります'),
    },
    load: async () => (await import('./accept.ts')).accept,
  },
  questions: {
    en: 'What is unanswered, as mails to the parties (without a ledger: everything).',
    ja: '未回答の項目を、相手ごとのメール本文にします(台帳がなければ全項目)。',
    operands: { name: ledger, least: 0, most: 1 },
    examples: [
      { line: 'questions', en: 'A mail to each party.', ja: '相手ごとのメール。' },
      {
        line: 'questions --vendor',
        en: 'What to ask an existing maintenance vendor.',
        ja: '既存の保守会社への質問。',
      },
    ],
    statuses: { 0: done },
    load: async () => (await import('./questions.ts')).questions,
  },
  merge: {
    en: 'Puts many report.json (files, folders, globs) into one table, worst first.',
    ja: '複数の report.json(ファイル、フォルダー、グロブ)を、状態の悪い順の表にまとめます。',
    operands: { name: inBoth('REPORT', 'レポート'), least: 0, most: Infinity },
    examples: [
      {
        line: 'merge reports/',
        en: 'Every report.json beneath a folder.',
        ja: 'フォルダーにあるすべての report.json。',
      },
      {
        line: "merge reports/ --ledger 'sites/*/ledger.yml'",
        en: 'Ledgers without a report are shown as not checked.',
        ja: 'レポートのない台帳を「点検されていません」と示す。',
      },
    ],
    statuses: verdicts,
    load: async () => (await import('./merge.ts')).merge,
  },
  explain: {
    en: 'What a rule means, why it matters in a recovery, and what to do.',
    ja: 'ルールの意味、復旧のときに困ること、対応を説明します。',
    operands: { name: inBoth('RULE', 'ルール名'), least: 1, most: 1 },
    examples: [{ line: 'explain tls/incomplete-chain', en: 'One rule.', ja: 'ルールを1つ説明する。' }],
    statuses: { 0: done },
    load: async () => (await import('./explain.ts')).explain,
  },
  schema: {
    en: 'Prints the JSON Schema of the ledger.',
    ja: '台帳の JSON Schema を出力します。',
    operands: null,
    examples: [
      {
        line: 'schema > ledger.schema.json',
        en: 'For an editor without a network.',
        ja: 'ネットワークを使わないエディター用。',
      },
    ],
    statuses: { 0: done },
    load: async () => (await import('./schema.ts')).schema,
  },
  completion: {
    en: 'Prints a script with which bash, zsh or fish completes commands and options.',
    ja: 'bash・zsh・fish でコマンドとオプションを補完するスクリプトを出力します。',
    operands: { name: inBoth('bash|zsh|fish', 'bash|zsh|fish'), least: 1, most: 1 },
    examples: [
      {
        line: 'completion bash >> ~/.bashrc',
        en: 'For bash; zsh reads it from a folder of $fpath.',
        ja: 'bash 用。zsh では $fpath のフォルダーに置きます。',
      },
      {
        line: 'completion fish | source',
        en: 'For this fish alone.',
        ja: '今の fish だけで使う。',
      },
    ],
    statuses: { 0: done },
    load: async () => (await import('./completion.ts')).completionOf(commands),
  },
};

/** The exit statuses of a command, smallest first. */
export function statusesOf(name: CommandName): [status: number, meaning: InBoth][] {
  const all: Record<number, InBoth> = {
    ...commands[name].statuses,
    [exitStatus.invalid]: inBoth('invalid ledger or wrong usage', '台帳の誤り・使い方の誤り'),
    [exitStatus.internalError]: inBoth('internal error', '内部エラー'),
    [exitStatus.stopped]: inBoth('stopped by a signal', '途中で停止'),
  };
  return Object.entries(all).map(([status, meaning]) => [Number(status), meaning]);
}

export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);
