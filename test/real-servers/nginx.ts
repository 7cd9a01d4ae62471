import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { type Running, startServer } from './processes.ts';

/** One `server` block. */
export interface VirtualHost {
  readonly name: string;
  readonly address: string;
  readonly port: number;
  /** Files with the chain that is sent and its key; null: plain HTTP. */
  readonly certificate: { readonly chain: string; readonly key: string } | null;
  /** Directives of the block, as nginx reads them. */
  readonly directives: string;
}

/** Starts nginx with these hosts; its whole life stays inside `folder`. */
export async function startNginx(folder: string, hosts: readonly VirtualHost[]): Promise<Running> {
  await mkdir(path.join(folder, 'logs'), { recursive: true });
  const configuration = path.join(folder, 'nginx.conf');
  await writeFile(configuration, configurationOf(hosts));
  const [first] = hosts;
  return startServer('nginx', ['-p', folder, '-c', configuration, '-e', 'stderr'], () =>
    accepts(first!.address, first!.port),
  );
}

function configurationOf(hosts: readonly VirtualHost[]): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
daemon off;
master_process off;
pid nginx.pid;
error_log stderr warn;
events { worker_connections 256; }
http {
  access_log off;
  default_type text/html;
  charset utf-8;
  absolute_redirect off;
  ssl_protocols TLSv1.2 TLSv1.3;
  server_names_hash_bucket_size 128;
  ${temporary.map((kind) => `${kind}_temp_path temporary-${kind};`).join(' ')}
  ${hosts.map(serverBlock).join('\n')}
}
`;
}

function serverBlock({ name, address, port, certificate, directives }: VirtualHost): string {
  const keys =
    certificate === null
      ? ''
      : // Whom `ssl_verify_client` believes, where a host asks for it.
        `ssl_certificate ${certificate.chain}; ssl_certificate_key ${certificate.key};
         ssl_client_certificate ${certificate.chain};`;
  const tls = certificate === null ? '' : ' ssl';
  return `server { listen ${address}:${port}${tls}; server_name ${name}; ${keys} ${directives} }`;
}

export function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (accepted: boolean) => {
      socket.destroy();
      resolve(accepted);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
