import type { Problem } from '../../ledger/problem.ts';
import type { LedgerRules } from '../../rules/ledger.ts';
import type { RuleMessages } from '../messages.ts';
import { problems } from './problems.ts';

export const ledger: RuleMessages<LedgerRules> = {
  'ledger/invalid': {
    means: '台帳のこの箇所を読めないため、台帳の内容を点検できていません。',
    why: '読めない台帳は、人にとっても間違っていることがあります。また、現実とのずれを誰にも知らせられません。',
    remedy: '示した箇所を直してから、もう一度点検してください。',
    say: ({ problem }) => ({
      title: (problems[problem.code] as (problem: Problem) => string)(problem),
      expected: null,
      observed: null,
    }),
  },
  'ledger/review-due': {
    means: '台帳全体の見直しが、決めた間隔を過ぎています。',
    why: '担当者の異動、番号の変更、役割の移動など、人しか知らないことは気づかないうちに古くなります。',
    remedy: '10項目を関係者で見直し、変わったところを直して、reviewed をその日の日付にしてください。',
    say: ({ reviewed, every }, format) => ({
      title:
        reviewed === null
          ? '台帳全体をいつ見直したかが書かれていません'
          : `台帳全体の見直しは ${format.day(reviewed)} が最後です`,
      expected: `${format.duration(every)}ごと`,
      observed: reviewed === null ? '書かれていません' : format.day(reviewed),
    }),
  },
  'ledger/exception-expired': {
    means: '例外の期限が過ぎ、対象の指摘が再び報告されています。',
    why: 'その日までに見直すことを前提に、許容していた差異です。',
    remedy: '元の問題を直すか、関係者で合意した新しい期限を、理由とともに書いてください。',
    say: ({ rule, subject, until }, format) => ({
      title: `${subject} の例外(${rule})は ${format.day(until)} で期限切れです`,
      expected: `${format.day(until)}まで`,
      observed: null,
    }),
  },
  'ledger/exception-unused': {
    means: '例外に当てはまる指摘がなくなっています。',
    why: '元の問題は直ったようです。例外を残しておくと、同じ問題が再発したときに気づけません。',
    remedy: '台帳からこの例外を消してください。',
    say: ({ rule, subject }) => ({
      title: `${subject} の例外(${rule})に当てはまる指摘がありません`,
      expected: null,
      observed: null,
    }),
  },
};
