import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:https';
import path from 'node:path';
import type { ServerCertificate } from './authority.ts';
import { freePort, type Running, runProgram, startServer } from './processes.ts';

// Pebble, the test authority of Let's Encrypt: an ACME server (RFC 8555) that makes a new root and new intermediates
// each time it starts.

export interface Pebble extends Running {
  /** The root that is to be trusted (a PEM file). */
  readonly root: string;
  /** Has a certificate issued, as a web server's ACME client does; the chain as it came. */
  issue(names: readonly string[]): Promise<ServerCertificate>;
}

/** As much of `acme-client` as is used here; the package is installed apart from the project's own. */
interface AcmeClient {
  readonly axios: { readonly defaults: { httpsAgent?: Agent } };
  readonly crypto: {
    createPrivateEcdsaKey(): Promise<Buffer>;
    createCsr(request: { altNames: readonly string[] }): Promise<readonly [key: Buffer, request: Buffer]>;
  };
  readonly Client: new (options: {
    directoryUrl: string;
    accountKey: Buffer;
  }) => {
    auto(options: {
      csr: Buffer;
      termsOfServiceAgreed: true;
      skipChallengeVerification: true;
      challengeCreateFn: () => Promise<void>;
      challengeRemoveFn: () => Promise<void>;
    }): Promise<string>;
  };
}
const acmeClient: string = 'acme-client';

/** Starts Pebble on loopback; it believes every claim to a name. `intermediates`: how many stand below its root. */
export async function startPebble(folder: string, intermediates: number): Promise<Pebble> {
  await mkdir(folder, { recursive: true });
  const [listen, management] = [await freePort('127.0.0.1'), await freePort('127.0.0.1')];
  const own = { certificate: path.join(folder, 'own.pem'), privateKey: path.join(folder, 'own-key.pem') };
  const made = await runProgram('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
    ...['-subj', '/CN=pebble', '-addext', 'subjectAltName=IP:127.0.0.1'],
    ...['-keyout', own.privateKey, '-out', own.certificate],
  ]);
  if (made.exit !== 0) throw new Error(made.stderr);
  const configuration = path.join(folder, 'pebble.json');
  await writeFile(
    configuration,
    JSON.stringify({
      pebble: {
        listenAddress: `127.0.0.1:${listen}`,
        managementListenAddress: `127.0.0.1:${management}`,
        ...own,
        // Where it would look for proofs.
        httpPort: 5002,
        tlsPort: 5001,
        ocspResponderURL: '',
        externalAccountBindingRequired: false,
        certificateValidityPeriod: 90 * 86_400,
      },
    }),
  );
  const agent = new Agent({ ca: await readFile(own.certificate) });
  const rootUrl = `https://127.0.0.1:${management}/roots/0`;
  const server = await startServer(
    'pebble',
    ['-config', configuration],
    () => fetchText(rootUrl, agent).then(Boolean, () => false),
    {
      PEBBLE_VA_ALWAYS_VALID: '1',
      PEBBLE_VA_NOSLEEP: '1',
      PEBBLE_WFE_NONCEREJECT: '0',
      PEBBLE_CHAIN_LENGTH: String(intermediates),
    },
  );
  const root = path.join(folder, 'root.pem');
  await writeFile(root, await fetchText(rootUrl, agent));
  const acme: AcmeClient = await import(acmeClient);
  acme.axios.defaults.httpsAgent = agent;
  const client = new acme.Client({
    directoryUrl: `https://127.0.0.1:${listen}/dir`,
    accountKey: await acme.crypto.createPrivateEcdsaKey(),
  });
  return {
    ...server,
    root,
    async issue(names) {
      const [key, csr] = await acme.crypto.createCsr({ altNames: names });
      const chain = await client.auto({
        csr,
        termsOfServiceAgreed: true,
        skipChallengeVerification: true,
        challengeCreateFn: async () => {},
        challengeRemoveFn: async () => {},
      });
      const files = {
        chain: path.join(folder, `${names[0]}.pem`),
        key: path.join(folder, `${names[0]}-key.pem`),
      };
      await writeFile(files.chain, chain);
      await writeFile(files.key, key);
      return files;
    },
  };
}

function fetchText(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => (text += part));
      response.on('end', () => resolve(text));
      response.on('error', reject);
    }).on('error', reject);
  });
}
