import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { machineEnvironment } from '../fixtures/world/built.ts';
import { openAuthority } from '../fixtures/world/pki.ts';

// Servers that send as much as they may: what a run over them takes.

export interface HostileFigures {
  readonly what: string;
  readonly ms: readonly number[];
  readonly peakMiB: number;
  /** The run's own word on what it saw. */
  readonly status: number | null;
}

/** What is read of an answer at most; a store's, and a page's. */
const storeBytes = 8 * 1_048_576 - 100;
const pageBytes = 1_048_576;

const filled = (start: string, unit: string, end: string, bytes: number) =>
  start + unit.repeat(Math.floor((bytes - start.length - end.length) / unit.length)) + end;

/** A page of a listing of S3's; `total` objects in all, a thousand each. */
function listing(url: URL, total: number): string {
  const from = Number(url.searchParams.get('continuation-token') ?? 0);
  const objects = Array.from({ length: Math.min(1000, total - from) }, (_, index) => {
    const at = new Date(1.6e12 + (from + index) * 3_600_000).toISOString();
    const key = `db${(from + index) % 70}-${at.slice(0, 13)}.sql.gz`;
    return `<Contents><Key>${key}</Key><LastModified>${at}</LastModified><Size>${from + index}</Size></Contents>`;
  });
  const next = from + 1000;
  const more =
    next < total
      ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${next}</NextContinuationToken>`
      : '';
  return `<ListBucketResult>${objects.join('')}${more}</ListBucketResult>`;
}

const answers: Readonly<Record<string, (url: URL) => string>> = {
  's3, 10,000 objects': (url) => listing(url, 10_000),
  's3, 50,000 objects': (url) => listing(url, 50_000),
  's3, 8 MiB of empty elements': () =>
    filled('<ListBucketResult>', '<a/>', '</ListBucketResult>', storeBytes),
  's3, 8 MiB of objects of no name': (url) =>
    filled(
      '<ListBucketResult>',
      '<Contents><LastModified>2026-01-01T00:00:00Z</LastModified></Contents>',
      `<IsTruncated>true</IsTruncated><NextContinuationToken>${url.searchParams.get('continuation-token')}1</NextContinuationToken></ListBucketResult>`,
      storeBytes,
    ),
  'http-json, 8 MiB of empty objects': () => filled('{"l":[', '{},', '{}]}', storeBytes),
  'http-json, 8 MiB of names': () =>
    filled('{"l":[', '{"a":1,"t":"2026-01-01T00:00:00Z"},', '{"t":1}]}', storeBytes),
  'page, 1 MiB of elements': () => filled('<title>a</title>', '<b>', 'x', pageBytes),
};

/** Runs the command line at `cli` over 40 places of each kind of server. */
export async function measureHostile(cli: string, folder: string): Promise<HostileFigures[]> {
  const authority = await openAuthority({ organisation: 'Store', aiaUrl: 'http://aia.store.example/' });
  const certificate = await authority.issue({
    names: ['*.store.example'],
    notBefore: '2026-01-01T00:00:00Z',
    notAfter: '2036-01-01T00:00:00Z',
  });
  const roots = path.join(folder, 'roots.pem');
  await writeFile(roots, authority.root);
  const figures: HostileFigures[] = [];
  for (const [what, answer] of Object.entries(answers)) {
    const server = https.createServer(
      { cert: certificate.chain, key: certificate.key },
      (request, response) =>
        response.end(request.method === 'HEAD' ? undefined : answer(new URL(request.url!, 'https://x'))),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const count = what.endsWith('objects') && what.includes(',0') ? 1 : 40;
    const hosts = Array.from({ length: count }, (_, index) => `h${index}.store.example`);
    const claim = (host: string) =>
      what.startsWith('s3')
        ? `{ provider: s3, endpoint: "https://${host}", bucket: backups, keep: 3 }`
        : what.startsWith('page')
          ? `{ url: "https://${host}/" }`
          : `{ provider: http-json, url: "https://${host}/", list: /l, time: /t, keep: 3 }`;
    const section = what.startsWith('page') ? 'endpoints' : 'backups';
    const claims = hosts.map((host, index) => `    p${index}: ${claim(host)}`);
    const ledger = path.join(folder, 'hostile.yml');
    await writeFile(
      ledger,
      `version: 1\nsite: { name: Hostile, url: "https://h0.store.example/" }\nreality:\n  ${section}:\n${claims.join('\n')}\n`,
    );
    // The process's own peak: what `resourceUsage` says begins with that of whoever started it.
    const preload = `data:text/javascript,import{readFileSync as r}from'node:fs';process.on('exit',()=>process.stderr.write('\\npeak '+/VmHWM:\\s*(\\d+)/.exec(r('/proc/self/status','utf8'))[1]))`;
    const started = performance.now();
    const child = spawn(
      process.execPath,
      [
        ...[
          '--import',
          preload,
          cli,
          'check',
          ledger,
          '--only',
          section,
          '--retries',
          '0s',
          '--format',
          'json',
        ],
        ...['--connect-to', `*:443=127.0.0.1:${port}`, '--ca-file', roots],
      ],
      {
        cwd: folder,
        env: {
          ...machineEnvironment(),
          AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
          AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
          RECOVERY_LEDGER_CREDENTIALS: hosts.map((host) => `${host} s3`).join('\n'),
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const [status] = (await once(child, 'close')) as [number | null];
    const peakMiB = Number(/\npeak (\d+)$/.exec(stderr)?.[1]) / 1024;
    figures.push({
      what: count === 1 ? what : `${count} × ${what}`,
      ms: [performance.now() - started],
      peakMiB,
      status,
    });
    server.closeAllConnections();
    server.close();
  }
  return figures;
}
