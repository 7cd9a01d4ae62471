import { describe, expect, it } from 'vitest';
import { filesNamedBy } from '../../src/checklist/index.ts';
import { filesWith, judged, ledgerWith } from './complete.ts';

/** What the rollback's runbook lacks; null where it is empty. */
function lacksRunbook(text: string): readonly string[] | null {
  const [found] = judged({}, filesWith({ 'docs/rollback.md': text }));
  if (found?.rule === 'runbook/empty') return null;
  return found === undefined ? [] : (found.data as unknown as { sections: string[] }).sections;
}

function lacksField(template: 'first-report' | 'recovery-report', text: string): readonly string[] {
  const [found] = judged({}, filesWith({ [`docs/${template}.md`]: text }));
  return found === undefined ? [] : (found.data as unknown as { fields: string[] }).fields;
}

describe('runbooks that say enough', () => {
  it.each([
    ['Japanese headings', '# 切り戻し\n## いつ\n- 30分止まったら\n## 手順\n1. 戻すを押す。\n## 確認\n- 開く'],
    [
      'other words',
      '# 切り戻し\n## 発動条件\n広い範囲で再現する\n## 作業の流れ\n1. 戻す\n## 動作チェック\n- 開く',
    ],
    ['two in one heading', '# 切り戻し\n## 判断基準\n止まった\n## 手順と確認\n1. 戻す\n2. 開く'],
    ['numbered headings', '# 1\n## 1. 実施する条件\nx\n## 2. 実施手順\nx\n## 3. 実施後の確認\nx'],
    [
      'labels',
      '切り戻し手順\n判断基準:30分停止\n手順:\n① 管理画面を開く\n② 戻すを押す\n確認方法:トップページが開く',
    ],
    ['mail marks', '【実施条件】\n停止30分\n【手順】\n・管理画面を開く\n【確認】\n・開く'],
    [
      'steps that confirm',
      '# 切り戻し\n30分止まった場合に行います。\n1. リリースを開く\n2. 戻すを押す\n3. トップページが開くことを確認する',
    ],
    [
      'plain sentences',
      '停止が30分を超えた場合に実施します。管理画面で戻すを押します。\n最後にトップページを確認します。',
    ],
    [
      'a table',
      '| 項目 | 内容 |\n|---|---|\n| 判断基準 | 30分停止 |\n| 手順 | 戻すを押す |\n| 成功条件 | 開く |',
    ],
    [
      'English headings',
      '# Rollback\n## Criteria\n- down\n## Procedure\n1. Press it.\n## Verification\n- opens',
    ],
    [
      'English words',
      'Rollback\n========\n\nWhen to roll back\n-----------------\ndown\n\nHow\n---\n1. Press\n\nChecks\n------\nok',
    ],
    [
      'English steps',
      '# Rollback\nUse this when the site is down for 30 minutes.\n\n1. Deploy the release before.\n2. Verify that the front page opens.',
    ],
    ['bold labels', '**When:** down\n\n**Steps:**\n1. Press\n\n**Success:** it opens'],
    ['AsciiDoc', '= Rollback\n\n== When\ndown\n\n== Steps\n. press\n\n== Verify\nopens'],
    [
      'when it is done told at the end, in a sentence',
      '# ロールバック\n1. 管理画面に入る\n2. 1つ前に戻す\n3. トップページを確認する\n\nサイトが5分以上落ちたら実施。',
    ],
    [
      'everyday words',
      '# 切り戻し\n## どんなとき\n表示が崩れた\n## やること\n- 「元に戻す」\n## OKの目安\n- 表示が戻る',
    ],
    ['commands', '# Rollback\n## Trigger\ndown\n## Commands\n```sh\n./rollback\n```\n## Validate\nit opens'],
    [
      'HTML',
      '<h1>切り戻し</h1><h2>いつ</h2><p>停止</p><h2>手順</h2><ol><li>戻す</li></ol><h2>確認</h2><p>開く</p>',
    ],
    [
      'a case of use, and what is to be seen',
      '# Rollback\n## Use cases\n- Performance is bad\n## Commands\n```\n./back\n```\n## Expected result\n- 200',
    ],
    ['exit criteria', '# Rollback\n## Symptoms\n5xx\n## Steps\n1. Press it.\n## Exit criteria\nopens'],
    [
      'what is to be seen after the switch',
      '# DNS\n■ 発動基準\n15分応答しない\n■ 切り替え\n① 書き換え\n② 保存\n■ 切り替え後\n新しいアドレスが返ること',
    ],
    [
      'a title in plain text',
      'ドメイン更新の手順\n\n期限の30日前になったら実施します。\n管理画面で申し込みます。\n期限が延びたことを確認してください。',
    ],
    [
      'trouble before the table of work',
      '# 切り戻し作業手順\n\n前提: リリース後に重大な不具合が見つかった\n\n| 作業内容 | 確認者 |\n|-|-|\n| 戻す | |',
    ],
  ])('%s', (_name, text) => {
    expect(lacksRunbook(text)).toEqual([]);
  });
});

describe('runbooks that lack something', () => {
  it.each([
    ['no criteria', '# 切り戻し\n## 手順\n1. 戻す\n## 確認\n- 開く', ['when']],
    [
      'prerequisites are no criteria',
      '# 切り戻し\n## 前提条件\nVPN\n## 手順\n1. 戻す\n## 確認\n- 開く',
      ['when'],
    ],
    [
      'preconditions are no criteria',
      '# Rollback\n## Preconditions\nVPN\n## Steps\n1. Press it.\n## Exit criteria\nopens',
      ['when'],
    ],
    ['no steps', '# 切り戻し手順\n## いつ\n1. 停止した\n## 確認\n1. 開く', ['steps']],
    ['no way to confirm', '# Rollback\n## When\n- down\n## Steps\n1. Press\n', ['confirm']],
    [
      'a check beforehand is none',
      '# 切り戻し\n## いつ\n停止\n## 事前確認\nVPN\n## 手順\n1. 戻す',
      ['confirm'],
    ],
    ['a heading still to be written', '# Rollback\n## When\n## Steps\n1. Press\n## Verify\nopens', ['when']],
    [
      'words in comments and code',
      '# Rollback\n## When\ndown\n<!-- ## Steps\n1. x -->\n## Verify\n```\n## Steps\n```\n',
      ['steps'],
    ],
    [
      'words of no use',
      'Ask Ann about it, she knows everything there is to know about this.',
      ['when', 'steps', 'confirm'],
    ],
  ])('%s', (_name, text, lacks) => {
    expect(lacksRunbook(text)).toEqual(lacks);
  });

  it.each(['', ' \n\t\n', '\ufeff', '<!-- later -->', '# Rollback', '# Rollback\n## Steps\n', '---\n'])(
    'nothing at all: %j',
    (text) => {
      expect(lacksRunbook(text)).toBe(null);
    },
  );

  it('asks only for steps at the entrance', () => {
    expect(judged({}, filesWith({ 'docs/dns.md': '1. Point www to the standby.' }))).toEqual([]);
    expect(
      judged({}, filesWith({ 'docs/dns.md': 'Ask Ann about it, she knows.' })).map(({ id }) => id),
    ).toEqual(['runbook/section-missing:entrance.dns.runbook']);
  });
});

describe('templates', () => {
  it.each([
    ['list', '# 一次報告\n- 症状:\n- 影響:\n- 暫定対応:\n- 次回更新:'],
    ['headings', '## 発生している事象\n## 影響範囲\n## 現在の対応状況\n## 次回のご連絡予定'],
    ['mail', '件名:障害のご報告\n\n■ 状況\n\n■ 影響\n\n■ 応急処置\n\n■ 続報の予定\n'],
    ['brackets', '【症状】\n【影響を受けるお客様】\n【暫定復旧】\n【次の更新】'],
    [
      'table',
      '| 項目 | 内容 |\n| --- | --- |\n| 何が起きているか | |\n| 影響 | |\n| 回避策 | |\n| 次回報告 | |',
    ],
    ['circled', '① 症状\n② 影響\n③ 暫定対応\n④ 次回更新'],
    ['English list', '- Symptom:\n- Impact:\n- Workaround:\n- Next update at:'],
    [
      'English headings',
      '# Incident\n## What is happening\n## Who is affected\n## What we are doing\n## Next report',
    ],
    [
      'English bold',
      '**Current status**\n\n**Scope**\n\n**Mitigation**\n\n**We will update you:** further updates at',
    ],
    ['placeholders', 'Symptom: {{symptom}}\nImpact: {{impact}}\nInterim measures: {{x}}\nNext update: {{y}}'],
    ['a letter', '■事象\n\n■影響範囲\n\n■現在の対応\n\n■今後のご連絡\n○時○分ごろに次の状況をお送りします。'],
    ['sentences with room', '現在、○○が発生しております。\n影響:\n応急処置:\n続報は○時にお送りします。'],
    ['a block to copy', 'Copy this:\n```\nIMPACT:\nSTATUS: [status]\nWORKAROUND:\nNEXT UPDATE: [time]\n```'],
    [
      'sentences with room in square brackets',
      'We are investigating an issue affecting [service]. Customers may see [impact].\n\nFor now, [workaround] can be used.\n\nNext update by [time].',
    ],
    [
      'sentences with room in curly brackets',
      '{{発生時刻}}ごろから{{事象}}が発生しています。\n{{影響を受ける人}}に影響があります。\n{{暫定対応}}を進めています。\n{{次の時刻}}に続報をお送りします。',
    ],
    ['sentences with XX', '現在、XXが発生しております。\n影響:\n応急処置:\n続報はXX時にお送りします。'],
    ['numbers', '障害発生報告(第一報)\n\n1.障害の概要\n2.影響を受ける業務\n3.現在の処置\n4.次回連絡予定'],
    ['terms of operators', '## Symptoms\n## Blast radius\n## Mitigation\n## Next comms'],
    ['English questions', '- What we know:\n- Who is affected:\n- What we are doing:\n- Next update:'],
  ])('a first report as %s', (_name, text) => {
    expect(lacksField('first-report', text)).toEqual([]);
  });

  it.each([
    [
      'Japanese',
      '# 復旧報告\n## 時系列\n## 影響\n## 原因\n## 対応内容\n## 再発防止策\n## 今後のアクションと期限',
    ],
    ['Japanese words', '■経緯\n■影響範囲\n■発生原因\n■実施した対処\n■恒久対応\n■残課題(担当・期日)'],
    [
      'Japanese table',
      '経過:\n影響:\n原因:\n処置:\n再発防止:\n次の対応:\n| 内容 | 担当 | いつまでに |\n|-|-|-|',
    ],
    ['quality terms', '1. 事象\n2. 経過\n3. 影響\n4. 根因\n5. 処置\n6. 是正処置と期限\n7. 水平展開'],
    [
      'a letter of apology',
      '顛末書\n\n1. 発生した事象\n2. 経過\n3. 影響\n4. 原因\n5. 処置\n6. 対策\n7. 今後の予定(期日)',
    ],
    [
      'a postmortem',
      '# Postmortem\n## Impact\n## Timeline\n## Five whys\n## Mitigation\n## Lessons learned\n## Corrective actions\n| Action | Owner | Date |\n|---|---|---|',
    ],
    [
      'contributing factors',
      '## Impact\n## Chronology\n## Contributing factors\n## Recovery actions\n## Corrective and preventive actions\n- Owners and due dates:',
    ],
    ['a flow', '1.発生から復旧までの流れ\n2.影響\n3.原因\n4.対処\n5.再発防止\n6.次のアクションと期限'],
    [
      'English',
      '## Timeline\n## Impact\n## Root cause\n## What was done\n## Prevention\n## Next action and date',
    ],
    [
      'English words',
      '- Sequence of events:\n- Affected users:\n- Why it happened:\n- Resolution:\n- Preventive measures:\n- Action items:\n- Due:',
    ],
  ])('a recovery report in %s', (_name, text) => {
    expect(lacksField('recovery-report', text)).toEqual([]);
  });

  it.each([
    [
      'a sentence is no field',
      '- 影響:\n- 暫定対応:\n- 次回更新:\n症状を書いたうえで、関係者へ共有してください。',
      ['symptom'],
    ],
    ['comments do not count', '<!-- 影響: -->\n- 症状:\n- 暫定対応:\n- 次回更新:', ['impact']],
    ['how far one is, is no symptom', '- 対応状況:\n- 影響:\n- 次回更新:', ['symptom']],
    [
      'a lasting measure is no provisional one',
      '- 症状:\n- 影響:\n- 恒久対応:\n- 次回更新:',
      ['provisional-measures'],
    ],
    ['none', '# 一次報告\n', ['symptom', 'impact', 'provisional-measures', 'next-update']],
    ['no next update', '- Symptom:\n- Impact:\n- Provisional measures:', ['next-update']],
  ])('a first report that lacks a field: %s', (_name, text, lacks) => {
    expect(lacksField('first-report', text)).toEqual(lacks);
  });

  it.each([
    [
      'the document’s own date is no deadline',
      'Date:\n## Timeline\n## Impact\n## Cause\n## What was done\n## Prevention\n## Next action',
      ['next-action-date'],
    ],
    [
      'the time of recovery is no deadline',
      '| 発生日時 | 完了日時 |\n|-|-|\n## 影響\n## 原因\n## 対応内容\n## 再発防止\n## 次のアクション',
      ['next-action-date'],
    ],
    [
      'words that only look alike',
      '## Revision history\n## Impact\n- Because:\n- Due to:\n## What was done\n## Prevention\n## Next action',
      ['timeline', 'cause', 'next-action-date'],
    ],
    ['the timeline', '## 影響\n## 原因\n## 対応内容\n## 再発防止\n## 次のアクションと期限', ['timeline']],
    [
      'the date',
      '## Timeline\n## Impact\n## Cause\n## What was done\n## Prevention\n## Next action',
      ['next-action-date'],
    ],
    [
      'the next action',
      '## 時系列\n## 影響\n## 原因\n## 対応内容\n## 再発防止\n',
      ['next-action', 'next-action-date'],
    ],
    [
      'the prevention',
      '## Timeline\n## Impact\n## Cause\n## What was done\n## Next action, by when',
      ['prevention'],
    ],
    ['the cause', '## 時系列\n## 影響\n## 対応内容\n## 再発防止\n## 次のアクションと期限', ['cause']],
  ])('a recovery report without %s', (_name, text, lacks) => {
    expect(lacksField('recovery-report', text)).toEqual(lacks);
  });

  // Reading that goes over the text more than once takes longer for these than a test may.
  it.each([
    ['spaces', ' '.repeat(500_000), 'empty'],
    ['a long line', `a${' '.repeat(500_000)}b`, 'no runbook'],
    ['brackets', '['.repeat(500_000), 'no runbook'],
    ['links', ']('.repeat(300_000), 'no runbook'],
    ['comments', '<!--'.repeat(200_000), 'empty'],
    ['tags', '<h1 '.repeat(200_000), 'no runbook'],
    ['bars', '|'.repeat(500_000), 'empty'],
    ['colons', ':'.repeat(500_000), 'empty'],
    ['hashes', '# #\n'.repeat(200_000), 'no runbook'],
    ['ligatures', 'ﷺ'.repeat(300_000), 'no runbook'],
  ])('reads a file full of %s to its end', (_name, text, found) => {
    expect(lacksRunbook(text)).toEqual(found === 'empty' ? null : ['when', 'steps', 'confirm']);
  });
});

describe('the files that a ledger names', () => {
  it('are runbooks and templates, each once, in the ledger’s order', () => {
    const ledger = ledgerWith({
      'access.server.runbook': 'docs/server.md',
      'entrance.dns.runbook': 'https://wiki.example/dns',
      'entrance.cdn.runbook': 'docs/rollback.md',
    });
    expect(filesNamedBy(ledger)).toEqual([
      'docs/rollback.md',
      'docs/restore.md',
      'docs/server.md',
      'docs/domain.md',
      'https://wiki.example/dns',
      'docs/certificate.md',
      'docs/bypass.md',
      'docs/first-report.md',
      'docs/recovery-report.md',
    ]);
  });
});

describe('a document that says itself where a field is', () => {
  it.each([
    [
      'beside headings that nobody would know',
      '# お店の決まり\n## ひとこと <!-- recovery-ledger: when -->\n店長が困ったら\n## 段取り <!-- recovery-ledger: steps -->\nボタン\n## あとしまつ <!-- recovery-ledger: confirm -->\n鍵',
    ],
    [
      'above them, several at once',
      '# X\n<!-- recovery-ledger: when, steps -->\n## Alpha\nbeta\n<!-- recovery-ledger: confirm -->\ngamma',
    ],
    [
      'in plain text',
      'recovery-ledger: when\nalpha\nrecovery-ledger: steps\nbeta\nrecovery-ledger: confirm\ngamma',
    ],
  ])('%s', (_name, text) => {
    expect(lacksRunbook(text)).toEqual([]);
  });

  it('marks nothing where nothing follows', () => {
    const text =
      '# X\n<!-- recovery-ledger: when -->\nalpha\n<!-- recovery-ledger: steps -->\nbeta\n## Omega <!-- recovery-ledger: confirm -->\n';
    expect(lacksRunbook(text)).toEqual(['confirm']);
  });

  it('in a template too', () => {
    const text = '# お知らせ\n- 【症状】\n- 【暫定対応】\n- 【次回の更新】\n';
    expect(lacksField('first-report', text)).toEqual(['impact']);
    expect(lacksField('first-report', `${text}## お客様へ <!-- recovery-ledger: impact -->\n○○\n`)).toEqual(
      [],
    );
  });
});
