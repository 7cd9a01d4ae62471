import type { AcceptedChange } from '../../judge/accept.ts';
import type { AcceptMessages } from '../words.ts';

const named = ({ what, name, type }: AcceptedChange) =>
  ({
    record: `${name} の ${type} レコード`,
    delegation: `${name} のネームサーバー`,
    issuer: `${name} の証明書の認証局`,
    redirect: `${name} の転送先`,
    registrar: `ドメイン ${name} の管理会社`,
  })[what];

const changed = (each: AcceptedChange) =>
  each.to.length === 0 ? named(each) : `${named(each)}(${each.from.join('、')} → ${each.to.join('、')})`;

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
    unreadable: '見えた値を書き込むと、台帳を読めなくなります',
    differs: '見えた値を、次の点検で一致する形では書けません',
    secret: '見えた値がパスワードや鍵のようです。台帳には書けません',
    layout: '自動では書き換えられない書き方です',
  },
  notRecorded: (ledger) => `${ledger}: changes の1行を自動で足せませんでした。手で書いてください。`,
  changedMeanwhile: (ledger) =>
    `点検の間に ${ledger} が書き換えられたため、何も書いていません。もう一度 accept を実行してください。`,
  invalid: (ledger) => `${ledger} を読めないため、書き換えられません。check で理由を確かめてください。`,
  unseen: (ledger, count) =>
    `${ledger}: 確かめられなかったものが${count}件あり、台帳が古いかどうか分かりません。check で理由を確かめてください。`,
  unknownParty: (ledger, id, nearest, known) =>
    `--by: ${ledger} に ${id} という連絡先・関係者はありません。${nearest === null ? `あるのは ${known.join('、')} です。` : `${nearest} のことでしょうか。`}`,
  unknownFinding: (id, known) =>
    known.length === 0
      ? `--only: ${id} という、台帳に書き込める指摘はありません。`
      : `--only: ${id} という、台帳に書き込める指摘はありません。書き込めるもの: ${known.join('、')}`,
};
