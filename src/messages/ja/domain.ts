import type { Deletion, domainRules, ExpirySource, Hold } from '../../rules/domain.ts';
import type { RuleMessages } from '../rule-message.ts';

const everythingGone =
  'サイト、メール、このドメインを使うすべての名前が同時に使えなくなり、サーバー側の作業では直りません。削除されたドメインは、第三者に取得されるおそれがあります。';
const askRegistrar =
  'ドメインの管理会社の管理画面(台帳の「入口」のドメインの欄)で求められている手続きを確かめ、分からなければ電話で問い合わせてください。';

const holders: { readonly [H in Hold]: string } = {
  registrar: '管理会社が利用を停止しています',
  registry: '登録機関が利用を停止しています',
  'no-name-servers': 'ネームサーバーが登録されていません',
};

const holdRemedies: { readonly [H in Hold]: string } = {
  registrar: `${askRegistrar}料金の未払い、登録したメールアドレスの確認もれがよくある原因です。`,
  registry:
    '停止の理由(紛争、命令など)を管理会社に確かめ、解除を依頼してください。登録機関とのやり取りは管理会社を通じて行います。',
  'no-name-servers': '管理会社の管理画面でネームサーバーを登録し直し、誰が外したのかを確かめてください。',
};

const phases: { readonly [P in Deletion]: string } = {
  redemption: '削除されました(まだ取り戻せます)',
  restoring: '削除され、取り戻しの手続き中です',
  deleting: 'まもなく完全に削除されます',
  suspended: '廃止されました(短い期間であれば取り戻せます)',
};

const sources: { readonly [S in ExpirySource]: string } = {
  registry: '登録機関の情報',
  registrar: '管理会社の情報',
  ledger: '台帳の記載',
};

const inferred = '(更新の方法が台帳にありません。`renewal` を書いてください)';
const orNothing = (words: readonly string[]) => (words.length === 0 ? '状態の記載なし' : words.join('、'));

export const domain: RuleMessages<typeof domainRules> = {
  'domain/expired': {
    means: 'ドメインの有効期限が切れています。',
    why: everythingGone,
    remedy: `すぐに更新してください。${askRegistrar}`,
    say: ({ domain, expires, source }, format) => ({
      title: `ドメイン ${domain} の有効期限が ${format.day(expires)} に切れています`,
      expected: '有効な登録',
      observed: `有効期限 ${format.moment(expires)}(${sources[source]})`,
    }),
  },
  'domain/on-hold': {
    means: 'ドメインは登録されていますが、利用が停止されているか、案内先がありません。',
    why: everythingGone,
    remedy: askRegistrar,
    say: ({ domain, by, statuses }) => ({
      title: `ドメイン ${domain} が使えない状態です(${holders[by]})`,
      expected: '利用できる状態',
      observed: orNothing(statuses),
      remedy: holdRemedies[by],
    }),
  },
  'domain/pending-delete': {
    means: 'ドメインが登録機関で削除されたか、まもなく削除されます。',
    why: everythingGone,
    remedy:
      '今日のうちに、管理会社に復旧(登録回復)を依頼してください。受け付けられる期間は短く、通常の更新より費用がかかります。',
    say: ({ domain, phase, restoreBy, statuses }, format) => ({
      title: `ドメイン ${domain} は${phases[phase]}`,
      expected: '登録されている状態',
      observed:
        restoreBy === null
          ? orNothing(statuses)
          : `${orNothing(statuses)}。登録機関の規則では、取り戻せるのは遅くとも ${format.day(restoreBy)} まで`,
      ...(phase === 'deleting'
        ? {
            remedy:
              'もう取り戻せません。空き次第登録し直せるように管理会社に依頼し、このドメインに頼っている関係者に知らせてください。',
          }
        : {}),
    }),
  },
  'domain/to-be-suspended': {
    means: '.jp ドメインの廃止が申請されています。月末までは使えますが、その後は使えなくなります。',
    why: `今日は正常に見えます。${everythingGone}`,
    remedy:
      'すぐに管理会社に電話し、廃止の申請を取り下げてもらってください。料金の未払いや、ほかの契約と一緒に解約したことがよくある原因です。',
    say: ({ domain, ends, state }, format) => ({
      title:
        ends === null
          ? `ドメイン ${domain} が廃止予定になっています`
          : `ドメイン ${domain} が廃止予定になっており、${format.day(ends)} を過ぎると使えなくなります`,
      expected: 'Active または Connected',
      observed: state,
    }),
  },
  'domain/not-registered': {
    means: '登録機関に、このドメインの登録がありません。',
    why: everythingGone,
    remedy:
      '空いているうちに、すぐに登録し直してください。台帳に www. などの付いたホスト名を書いている場合は、登録したドメインそのものに直してください。',
    say: ({ domain, server }) => ({
      title: `ドメイン ${domain} が登録されていません`,
      expected: '登録されている状態',
      observed: `${server} に登録がありません`,
    }),
  },
  'domain/expires-soon': {
    means: 'ドメインの有効期限が近づいています。更新するか、自動更新されることを確かめる時期です。',
    why: '期限が切れると、サイトとメールが同時に使えなくなります。カードの有効期限切れや、退職した人に届く請求書がよくある原因です。',
    remedy: `ここに示した日までに更新するか、更新されることを確かめてください。${askRegistrar}`,
    say: (data, format) => {
      const { domain, expires, renewBy, renewal, stage, source, evidence, isInferred, isJp } = data;
      const end = format.day(expires);
      const observed = `有効期限 ${format.moment(expires)}(${sources[source]}${evidence === null ? '' : `: ${evidence}`})`;
      if (renewal === 'automatic') {
        return {
          title:
            stage === 'ahead'
              ? `ドメイン ${domain} の有効期限は ${end} です(自動更新の予定)`
              : `ドメイン ${domain} がまだ自動更新されていません(有効期限 ${end})`,
          expected: '自動更新',
          observed,
          remedy:
            stage === 'ahead'
              ? '管理会社に登録した支払い方法が有効なことを確かめてください。ほかの対応は不要です。'
              : `更新される予定か、支払いが済んでいるかを管理会社で確かめてください。${askRegistrar}`,
        };
      }
      const by = renewBy === null ? end : format.day(renewBy);
      return {
        title:
          stage === 'past'
            ? `ドメイン ${domain} の有効期限(${end})まで、更新に必要な日数が残っていません`
            : `ドメイン ${domain} を ${by} までに更新してください`,
        expected: `${by} までに更新${isInferred ? inferred : ''}`,
        observed,
        ...(isJp
          ? {
              remedy:
                '管理会社で更新してください。管理会社の締め切りは、登録機関の有効期限より早くなります。登録機関の表示が新しい期限に変わるのは、いまの期限を過ぎてからです。それまでは、管理会社の画面で確かめた期限と確かめた方法を、台帳の `expires` と `evidence` に書いてください。',
            }
          : {}),
        ...(source === 'ledger'
          ? {
              remedy:
                '更新するか、更新済みであることを確かめ、新しい期限と確かめた方法を台帳に書いてください。',
            }
          : {}),
      };
    },
  },
  'domain/registrar-differs': {
    means: 'ドメインの管理会社が、台帳と違います。',
    why: '更新の担当や、ネームサーバーを変更する場所が、台帳のとおりではなくなっています。誰も移していないのであれば、ドメインを奪われたおそれがあります。',
    remedy:
      '誰が移したかを確かめてください。意図した移管であれば、台帳の管理会社、管理画面、入れる人を直してください。そうでなければ、新旧両方の管理会社にすぐに連絡してください。',
    say: ({ domain, expected, registrar }) => ({
      title: `ドメイン ${domain} の管理会社が台帳と違います`,
      expected,
      observed: registrar,
    }),
  },
  'domain/renewed-unconfirmed': {
    means:
      '有効期限が、登録機関によって1年延びています。料金の支払いにかかわらず延びるもので、管理会社は後から取り消せます。',
    why: '新しい期限が表示されるため、更新が済んだように見えます。料金が未払いであれば、数週間のうちに、誰も気づかないままドメインが削除されます。',
    remedy: '更新の料金を支払い済みであることを、管理会社で確かめてください。',
    say: ({ domain, expires, registrarExpires, until }, format) => ({
      title: `ドメイン ${domain} の更新が支払い済みか、まだ分かりません`,
      expected: '管理会社で確かめた更新',
      observed: [
        expires === null ? '登録機関が期限を延長' : `登録機関が期限を ${format.day(expires)} まで延長`,
        ...(registrarExpires === null ? [] : [`管理会社の期限は ${format.day(registrarExpires)}`]),
        ...(until === null ? [] : [`${format.day(until)} までは取り消されることがある`]),
      ].join('、'),
    }),
  },
  'domain/transfer-unlocked': {
    means: 'ドメインを別の管理会社へ移すことを防ぐロックが、かかっていません。',
    why: '管理会社のアカウントやメールに入られると、ドメインを持ち去られ、サイトもメールも失います。',
    remedy:
      '管理会社の管理画面で、移管ロックをかけてください。意図した移管の途中であれば、終わってからかけてください。',
    say: ({ domain, isTransferring, isJp, seen }) => ({
      title: isTransferring
        ? `ドメイン ${domain} を別の管理会社へ移す手続きが進んでいます`
        : `ドメイン ${domain} に移管ロックがかかっていません`,
      expected: isJp ? '指定事業者変更ロック(AgentChangeLocked)' : '移管ロック(client transfer prohibited)',
      observed: seen.length === 0 ? 'ロックなし' : seen.join('、'),
      ...(isTransferring
        ? {
            remedy:
              '誰が申請したかを確かめてください。心当たりがなければ、いまの管理会社にすぐに連絡し、移管を拒否してもらってください。',
          }
        : {}),
    }),
  },
  'domain/expiry-not-published': {
    means: '登録機関が有効期限を公開していないため、代わりに台帳の日付を使っています。',
    why: 'この日付の正しさは台帳しだいです。間違っていても、誰にも知らされません。',
    remedy:
      '管理会社の管理画面で有効期限をときどき確かめ、確かめた方法とともに台帳の `expires` と `evidence` に書いてください。',
    say: ({ domain, expires, evidence, reason }, format) => ({
      title:
        reason === 'no-server'
          ? `ドメイン ${domain} の登録機関に問い合わせる方法がないため、台帳の日付を使っています`
          : `ドメイン ${domain} の有効期限は、登録機関では公開されていません`,
      observed:
        expires === null
          ? '台帳にも日付がない'
          : `${format.day(expires)}(台帳の記載${evidence === null ? '' : `: ${evidence}`})`,
    }),
  },
};
