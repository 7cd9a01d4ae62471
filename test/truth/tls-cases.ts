import { type Issuer, issue, mustStaple, type Order } from '../pki.ts';
import {
  closeAll,
  host,
  leafFor,
  lookAt,
  serve,
  serveBytes,
  type World,
} from '../probes/certificate-world.ts';
import type { TruthCase } from './case.ts';

const shows = 'shows the page';

/** What TLS servers showed, and what is found of it. */
export const tlsCases: readonly TruthCase[] = [
  served('`my_site.example.test` under `*.example.test`', 'Chromium, curl', shows, 'match', {
    order: { names: ['*.example.test'] },
    world: { host: 'my_site.example.test' },
  }),
  served('`DigiCert Inc` where the ledger says `DigiCert, Inc.`', 'DigiCert', 'is itself', 'match', {
    organisation: 'DigiCert Inc',
    world: { claim: 'renewal: manual, issuer: "DigiCert, Inc."' },
  }),
  served(
    'a certificate that demands a staple, without one',
    'RFC 7633 §4.2.3.1',
    'a client must not accept it',
    'tls/staple-missing (warning)',
    { order: { extensions: [mustStaple] } },
  ),
  served(
    'a list of revoked certificates that answers 500',
    'RFC 5280 §6.3.3',
    'the status is undetermined',
    'tls/revocation-unknown (info)',
    { order: { crl: 'http://aia.test/list.crl' }, listStatus: 500 },
  ),
];

function served(
  input: string,
  judge: string,
  says: string,
  ours: string,
  given: {
    readonly order?: Partial<Order>;
    readonly organisation?: string;
    readonly listStatus?: number;
    readonly world?: Partial<World>;
  },
): TruthCase {
  const { order = {}, organisation = 'Test Trust', listStatus, world = {} } = given;
  return {
    input,
    judge,
    says,
    ours,
    async find() {
      try {
        const root: Issuer = await issue(null, { subject: `O=${organisation}, CN=Root`, ca: true });
        const by = await issue(root, { subject: `O=${organisation}, CN=I1`, ca: true });
        const list = listStatus === undefined ? null : await serveBytes(new Uint8Array(), listStatus);
        const port = await serve(await leafFor(by, { names: [host], ...order }), [by]);
        const { findings } = await lookAt({
          servers: [port],
          trusts: [root],
          ...(list === null ? {} : { aiaPort: list.port }),
          ...world,
        });
        if (findings.length === 0) return 'match';
        return findings.map(({ rule, severity }) => `${rule} (${severity})`).join(', ');
      } finally {
        await closeAll();
      }
    },
  };
}
