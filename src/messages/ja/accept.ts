import type { AcceptedChange } from '../../judge/accept.ts';
import type { AcceptMessages } from '../accept.ts';

const named = ({ what, name, type }: AcceptedChange) =>
  ({
    record: `${name} の ${type} レコード`,
    delegation: `${name} のネームサーバー`,
    issuer: `${name} の証明書の認証局`,
    redirect: `${name} の転送先`,
    registrar: `ドメイン ${name} の管理会社`,
  })[what];

const changed = (each: AcceptedChange) => `${named(each)}(${each.from.join('、')} → ${each.to.join('、')})`;

export const accept: AcceptMessages = {
  history: (changes) => `点検で見た実際の値に、台帳を合わせた: ${changes.map(changed).join('、')}`,
  changed,
  nothing: (ledger) => `${ledger}: 台帳を現実に合わせれば済むものは、ありません。`,
  accepted: (ledger, count) => `${ledger}: ${count}か所を、実際の値に合わせて書き換えました。`,
  diffTooLong: (ledger) => `${ledger}: 変更が大きすぎるため、行ごとの差分は表示しません。`,
  wouldAccept: (ledger, count) =>
    `${ledger}: ${count}か所を書き換えます(--dry-run のため、まだ書いていません)。`,
  refused: (title, problem) => `手で書き換えてください: ${title}(${problem})`,
  problems: {
    alias: '値が、ファイルの別の場所(エイリアス)に書かれています',
    anchor: '値が、ファイルのほかの場所でも使われています',
    'block-text': '値が、複数行の文章として書かれています',
    layout: '自動では書き換えられない書き方です',
  },
  notRecorded: (ledger) => `${ledger}: changes の1行を自動で足せませんでした。手で書いてください。`,
  changedMeanwhile: (ledger) =>
    `点検の間に ${ledger} が書き換えられたため、何も書いていません。もう一度 accept を実行してください。`,
  invalid: (ledger) => `${ledger} を読めないため、書き換えられません。check で理由を確かめてください。`,
  unknownFinding: (id, known) =>
    known.length === 0
      ? `--only: ${id} という、台帳に書き込める指摘はありません。`
      : `--only: ${id} という、台帳に書き込める指摘はありません。書き込めるもの: ${known.join('、')}`,
};
