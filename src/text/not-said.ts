/** What people write where they have no answer yet, in small letters. */
const noAnswer = new Set(
  'tbd|t.b.d.|tba|tbc|todo|to do|?|??|???|xxx|fixme|to be decided|to be determined|to be confirmed|not known|not known yet|n/k|未定|未確認|未確定|未記入|未設定|調整中|確認中|検討中|不明|要確認|あとで|後で|後日'.split(
    '|',
  ),
);

/** The words that templates of ledgers (`init`'s above all) hold where a value belongs. */
const templateWords = new Set(
  'url|place|day|number|address|where the account is kept|the way in when the holders are away|the console for it|管理画面の url|アカウントの保管場所|担当者が不在のときの入り方|作業する画面|保管場所|通知の設定場所|日付|電話番号|メール'.split(
    '|',
  ),
);

/** What people write where there is nothing of the kind. */
const nothing = new Set(
  'none|no|n/a|na|not applicable|nothing|-|--|ー|なし|無し|無い|ない|該当なし|使っていない|不要|ありません'.split(
    '|',
  ),
);

const plain = (text: string) => text.trim().normalize('NFKC').toLowerCase();

/** Whether a text answers nothing: `TBD`, `未定`, `?`, or a template's own words. */
export function isNotSaid(text: string): boolean {
  return text.length <= 60 && (noAnswer.has(plain(text)) || templateWords.has(plain(text)));
}

/** Whether a text says that there is nothing of the kind, without saying why. */
export function isSaidNone(text: string): boolean {
  return text.length <= 60 && nothing.has(plain(text));
}
