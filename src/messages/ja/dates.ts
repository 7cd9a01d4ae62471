import type { DateMessages } from '../dates.ts';
import { accessName } from './checklist-words.ts';

export const dates: DateMessages = {
  'certificate-ends': ({ host }) => `${host} の証明書の有効期限`,
  'certificate-renewal-due': ({ host }) => `${host} の証明書が自動更新される時期`,
  'certificate-deadline': ({ host }) => `${host} の証明書の更新に着手する期限`,
  'domain-ends': ({ domain }) => `ドメイン ${domain} の有効期限`,
  'domain-deadline': ({ domain }) => `ドメイン ${domain} の更新に着手する期限`,
  'signature-ends': ({ zone }) => `${zone} の署名(DNSSEC)の有効期限`,
  'backup-expires': ({ id }) => `バックアップ ${id}: いまある正常なもののうち、最後の1つの保存期限`,
  'backup-confirmation': ({ id }) => `バックアップ ${id} を人の目で確認`,
  'contact-verification': ({ name }) => `${name}につながることの確認`,
  'access-verification': ({ id }) => `${accessName(id)}の管理画面に入れることの確認`,
  review: () => '台帳全体の見直し',
  rehearsal: ({ of }) => (of === 'rollback' ? '切り戻しの確認' : '復元の確認'),
  exercise: () => '机上演習',
  plan: ({ item, party }, format) =>
    `項目${'①②③④⑤⑥⑦⑧⑨⑩'[item - 1]}の穴を埋める${party === null ? '' : `(${format.party(party)})`}`,
  prevention: ({ incident }) => `「${incident}」の再発防止策の期限`,
  'exception-ends': ({ rule, subject }) => `例外 ${rule}(${subject})の期限`,
  'schedule-stops': () => 'リポジトリの更新がなければ、GitHub がこの点検を止める日',
  'next-check': () => '次回の点検',
};
