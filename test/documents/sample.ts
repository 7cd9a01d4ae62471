import { Temporal } from 'temporal-polyfill';
import type { ItemId, ItemState, Score } from '../../src/checklist/score.ts';
import type { HolidayCalendar } from '../../src/edge/holidays.ts';
import { type ParsedLedger, parseLedger } from '../../src/ledger/parse.ts';
import { partsOfRule } from '../../src/probes/index.ts';
import type { Report, ReportedFinding } from '../../src/report/report.ts';
import { ruleNames } from '../../src/rules/index.ts';

// Reports made by hand: what the documents are tested with.

const checkedAt = '2026-11-23T15:20:00Z'; // 00:20 on a Tuesday in Tokyo
export const now = Temporal.Instant.from(checkedAt);
export const noHolidays: HolidayCalendar = { isHoliday: () => false };

export const secrets = {
  phone: '03-2222-2222',
  email: 'emergency@hosyu.example',
  login: '共有金庫「サンプル」',
  emergency: '封筒に入れて総務の金庫',
  chat: 'Chatwork「サンプル様 障害」',
};

const items: readonly ItemId[] = [
  'emergency',
  'first-contact',
  'decisions',
  'targets',
  'rollback',
  'restore',
  'access',
  'entrance',
  'evidence',
  'templates',
];

/** A score from the states of items that are not met. */
export function scoreOf(
  states: Partial<Record<number, ItemState>>,
  findings: Partial<Record<number, string[]>> = {},
): Score {
  const scored = items.map((id, index) => ({
    item: (index + 1) as Score['items'][number]['item'],
    id,
    state: states[index + 1] ?? ('met' as const),
    findings: findings[index + 1] ?? [],
  }));
  const met = scored.filter(({ state }) => state === 'met').length;
  const band = met <= 3 ? 'danger' : met <= 6 ? 'caution' : met <= 8 ? 'minimum' : 'strong';
  return { met, of: 10, band, claimed: met, items: scored };
}

export function findingOf(parts: Partial<ReportedFinding> & Pick<ReportedFinding, 'id'>): ReportedFinding {
  const rule = parts.id.slice(0, parts.id.indexOf(':')) as ReportedFinding['rule'];
  return {
    rule,
    part: partsOfRule(rule).length === 1 ? partsOfRule(rule)[0]! : 'ledger',
    kind: 'drift',
    severity: 'warning',
    cause: 'access',
    items: [],
    title: `title of ${parts.id}`,
    expected: null,
    observed: null,
    why: 'why it matters',
    remedy: 'what to do',
    party: null,
    deadline: null,
    since: checkedAt,
    location: { path: 'ledger.yml', line: 3, column: 1 },
    acceptable: false,
    excepted: null,
    ...parts,
  };
}

export function reportOf(parts: Partial<Report> = {}): Report {
  const findings = parts.findings ?? [];
  const has = (...kinds: string[]) =>
    findings.some((each) => each.excepted === null && kinds.includes(each.kind));
  return {
    version: 1,
    tool: { name: 'recovery-ledger', version: '0.1.0' },
    mode: 'monthly',
    language: 'ja',
    checkedAt,
    nextCheckAt: '2026-12-01T00:00:00Z',
    ledger: { path: 'ledger.yml', sha256: '0'.repeat(64) },
    site: {
      name: '株式会社サンプル コーポレートサイト',
      url: 'https://www.example.co.jp/',
      timezone: 'Asia/Tokyo',
    },
    verdict: has('drift', 'expiring', 'stale') ? 'drift' : has('unknown') ? 'incomplete' : 'match',
    score: scoreOf({}),
    findings,
    observations: [],
    notAsked: [],
    deadlines: [],
    recovery: {
      provisional: { reached: true, blocking: [] },
      full: { reached: null, blocking: [] },
      hidden: [],
    },
    issue: null,
    unpublished: [],
    durationMs: 812,
    ...parts,
  };
}

export function ledgerText(options: { public?: boolean; language?: 'ja' | 'en' } = {}): string {
  return `version: 1
site:
  name: 株式会社サンプル コーポレートサイト
  url: https://www.example.co.jp/
  language: ${options.language ?? 'ja'}
  timezone: Asia/Tokyo
  public: ${options.public ?? false}
parties:
  client: 株式会社サンプル
  maintenance: サンプル保守株式会社
  agency: サンプル制作株式会社
contacts:
  client-owner:
    name: 広報部長
    party: client
    kind: person
    hours: [Mon-Fri 09:00-18:00]
    channels: [{ phone: "03-1111-1111" }]
  maintenance-desk:
    name: 保守会社 緊急受付
    party: maintenance
    kind: desk
    hours: 24/365
    channels:
      - phone: "${secrets.phone}"
      - email: ${secrets.email}
      - see: 社内ポータルの連絡網
  agency-desk:
    name: 制作会社 窓口
    party: agency
    kind: desk
    hours: [Mon-Fri 10:00-19:00]
    channels: [{ chat: "${secrets.chat}" }]
emergency:
  conditions:
    - when: トップページが表示できない
      shown-by: [home]
      call: [maintenance-desk, agency-desk]
      first-instruction: 暫定復旧を優先する
    - when: 会員がログインできない
      shown-by: [login]
      call: [maintenance-desk]
      first-instruction: 切り戻しの判断を先に行う
first-contact:
  route:
    - { call: maintenance-desk, wait: 10m }
    - { call: agency-desk, wait: 20m }
    - none: "夜間は誰も出ない。翌朝10時から"
  tell: [状況, 影響, 直近の変更]
decisions:
  start-recovery:
    decides: client-owner
    deputy: maintenance-desk
    unreachable: 20分つながらなければ保守会社が判断する(090-1234-5678 に連絡)
    needs: [影響, 復旧の見込み]
rollback:
  when: [停止が30分を超えた, 問い合わせができない]
access:
  server:
    login: ${secrets.login}
    emergency: ${secrets.emergency}
reality:
  endpoints:
    home: { url: "https://www.example.co.jp/" }
    login: { url: "https://www.example.co.jp/member/login" }
plan:
  - { item: 7, by: maintenance, until: 2026-12-20 }
`;
}

export function parsedOf(text = ledgerText(), file = 'ledger.yml'): ParsedLedger {
  const result = parseLedger(new TextEncoder().encode(text), { file, now: checkedAt, ruleNames });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.parsed;
}

/** A night on which much is wrong. */
export function badNight(language: 'ja' | 'en' = 'ja'): Report {
  const ja = language === 'ja';
  const findings = [
    findingOf({
      id: 'http/server-error:home',
      severity: 'critical',
      cause: 'procedure',
      title: ja
        ? 'トップページがサーバーエラー(503)を返しています'
        : 'The home page answers with a server error (503)',
      expected: '200',
      observed: '503 Service Unavailable',
      why: ja
        ? '訪問者はいまサイトを見られません。緊急の条件に当てはまるかどうかを、すぐに判断する必要があります。'
        : 'Visitors cannot see the site now.',
      remedy: ja
        ? 'いまも続いているかを確かめ、続いていれば台帳の連絡順に連絡してください。'
        : 'See whether it goes on; if so, call in the order of the ledger.',
      party: 'maintenance',
      location: { path: 'ledger.yml', line: 70, column: 5 },
    }),
    findingOf({
      id: 'dns/record-differs:www.example.co.jp/A',
      severity: 'critical',
      items: [8],
      title: ja
        ? 'www.example.co.jp の A レコードが台帳と違います'
        : 'The A record of www.example.co.jp is not what the ledger says',
      expected: '203.0.113.10',
      observed: '203.0.113.99',
      why: ja
        ? '復旧の夜に、台帳に書かれたサーバーを直しても、訪問者は別のサーバーを見ているかもしれません。'
        : 'In a recovery you might repair a server that nobody visits.',
      remedy: ja
        ? '移転したのであれば台帳を直し、心当たりがなければ、すぐに DNS の管理者に確かめてください。'
        : 'If it moved, correct the ledger; if nobody moved it, ask who runs the DNS at once.',
      party: 'maintenance',
      since: '2026-10-01T00:00:04Z',
      acceptable: true,
      location: { path: 'ledger.yml', line: 150, column: 5 },
    }),
    findingOf({
      id: 'tls/renewal-overdue:www.example.co.jp',
      kind: 'expiring',
      severity: 'warning',
      cause: 'access',
      title: ja
        ? 'www.example.co.jp の証明書が、予定の時期を過ぎても自動更新されていません'
        : 'The certificate of www.example.co.jp was not renewed when it was due',
      expected: ja ? '11月14日ごろに更新' : 'renewed around 14 Nov',
      observed: ja ? '12月14日まで有効な証明書のまま' : 'still the one that ends on 14 Dec',
      why: ja
        ? '自動更新が止まっている場合、期限の日に全員がサイトを見られなくなります。'
        : 'When it ends, nobody can visit the site.',
      remedy: ja
        ? '更新の仕組みが動いているかを確かめ、手動でも更新できるようにしてください。'
        : 'See why the renewal does not run.',
      party: 'maintenance',
      deadline: '2026-12-14T03:00:00Z',
      since: '2026-11-16T00:00:00Z',
      location: { path: 'ledger.yml', line: 140, column: 5 },
    }),
    findingOf({
      id: 'probe/failed:example.co.jp/MX',
      kind: 'unknown',
      cause: 'procedure',
      items: [8],
      title: ja
        ? 'example.co.jp の MX を確認できませんでした(時間内に応答がありません)'
        : 'example.co.jp MX could not be checked (no answer in time)',
      observed: ja ? '時間内に応答がありません' : 'no answer in time',
      remedy: ja
        ? 'もう一度点検を実行してください。続けて確認できないときは、人の目で確かめてください。'
        : 'Run the check again; if it fails again, have a person look.',
      party: 'maintenance',
    }),
    findingOf({
      id: 'access/no-mfa:access.server' as never,
      kind: 'gap',
      items: [7],
      title: ja
        ? 'サーバーの管理画面の二段階認証が書かれていません'
        : 'The second factor of the server console is not written',
      location: { path: 'ledger.yml', line: 66, column: 3 },
    }),
    findingOf({
      id: 'rollback/incomplete:rollback' as never,
      kind: 'gap',
      cause: 'procedure',
      items: [5],
      title: ja ? '切り戻しを誰が行うかが書かれていません' : 'The ledger does not say who rolls back',
      location: { path: 'ledger.yml', line: 62, column: 3 },
    }),
    findingOf({
      id: 'responsibility/missing:responsibility' as never,
      kind: 'gap',
      cause: 'procedure',
      title: ja ? '責任分界が書かれていません' : 'Responsibilities are not written',
      location: { path: 'ledger.yml', line: 1, column: 1 },
    }),
    findingOf({
      id: 'tls/old-protocol:www.example.co.jp' as never,
      kind: 'notice',
      severity: 'info',
      title: ja ? 'www.example.co.jp は TLS 1.1 も受け付けます' : 'www.example.co.jp still accepts TLS 1.1',
    }),
    findingOf({
      id: 'dns/record-unexpected:example.co.jp/TXT' as never,
      title: ja
        ? 'example.co.jp の TXT に、台帳にない値があります'
        : 'example.co.jp TXT has values that the ledger does not list',
      excepted: {
        because: ja ? '検証用の値。年末に外す' : 'a test, gone by the new year',
        until: '2026-12-31',
      },
    }),
  ];
  return reportOf({
    language,
    findings,
    score: {
      ...scoreOf(
        { 5: 'gap', 7: 'gap', 8: 'drift' },
        {
          5: ['rollback/incomplete:rollback'],
          7: ['access/no-mfa:access.server'],
          8: ['dns/record-differs:www.example.co.jp/A', 'probe/failed:example.co.jp/MX'],
        },
      ),
      claimed: 8,
    },
    observations: [
      {
        probe: 'endpoint',
        part: 'endpoints',
        subject: 'home',
        from: '203.0.113.99',
        startedAt: checkedAt,
        durationMs: 41,
        attempts: 3,
        result: { status: 503 },
      },
      {
        probe: 'certificate',
        part: 'certificates',
        subject: 'www.example.co.jp',
        from: '203.0.113.99',
        startedAt: checkedAt,
        durationMs: 41,
        attempts: 1,
        result: {},
      },
      {
        probe: 'dns',
        part: 'dns',
        subject: 'www.example.co.jp/A',
        from: '192.0.2.53',
        startedAt: checkedAt,
        durationMs: 41,
        attempts: 1,
        result: {},
      },
      {
        probe: 'dns',
        part: 'dns',
        subject: 'example.co.jp/MX',
        from: null,
        startedAt: checkedAt,
        durationMs: 41,
        attempts: 3,
        result: { failed: 'timeout', detail: null },
      },
    ],
    notAsked: [{ what: 'backups', reason: 'no-credentials' }],
    deadlines: [
      {
        at: '2026-12-01T00:00:00Z',
        type: 'domain-ends' as const,
        what: ja ? '次回の点検' : 'next check',
        finding: null,
      },
      {
        at: '2026-12-14T03:00:00Z',
        type: 'domain-ends' as const,
        what: ja ? 'www.example.co.jp の証明書の有効期限' : 'certificate of www.example.co.jp ends',
        finding: 'tls/renewal-overdue:www.example.co.jp',
      },
      {
        at: '2026-12-20T14:59:59Z',
        type: 'domain-ends' as const,
        what: ja ? '項目⑦の穴を埋める(サンプル保守株式会社)' : 'fill item ⑦',
        finding: null,
      },
      {
        at: '2027-01-06T14:59:59Z',
        type: 'domain-ends' as const,
        what: ja ? '保守会社 緊急受付につながることの確認' : 'confirm the maintenance desk',
        finding: null,
      },
      {
        at: '2027-06-20T14:59:59Z',
        type: 'domain-ends' as const,
        what: ja ? '机上演習' : 'tabletop exercise',
        finding: null,
      },
    ],
    recovery: {
      provisional: { reached: false, blocking: ['http/server-error:home'] },
      full: { reached: null, blocking: ['login'] },
      hidden: [],
    },
  });
}
