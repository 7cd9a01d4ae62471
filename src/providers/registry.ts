import { schema as awsBackup } from './aws-backup/schema.ts';
import { schema as awsEbs } from './aws-ebs/schema.ts';
import { schema as awsLightsail } from './aws-lightsail/schema.ts';
import { schema as awsRds } from './aws-rds/schema.ts';
import { schema as azureBlob } from './azure-blob/schema.ts';
import { schema as byHand } from './by-hand/schema.ts';
import { schema as conoha } from './conoha/schema.ts';
import { schema as digitalOcean } from './digitalocean/schema.ts';
import { schema as gcs } from './gcs/schema.ts';
import { schema as githubArtifact } from './github-artifact/schema.ts';
import { schema as githubWorkflow } from './github-workflow/schema.ts';
import { schema as googleCloudSql } from './google-cloud-sql/schema.ts';
import { schema as healthchecks } from './healthchecks/schema.ts';
import { schema as httpJson } from './http-json/schema.ts';
import { schema as httpLastModified } from './http-last-modified/schema.ts';
import { schema as kinsta } from './kinsta/schema.ts';
import { schema as resticS3 } from './restic-s3/schema.ts';
import { schema as s3 } from './s3/schema.ts';
import { schema as sakuraCloud } from './sakura-cloud/schema.ts';
import type { ProviderEntry } from './schema.ts';
import { schema as wpEngine } from './wpengine/schema.ts';

/** Every provider that this version looks at, by the name that the ledger gives. A new one is one line, and its import. */
const entries = {
  'aws-backup': { schema: awsBackup, load: () => import('./aws-backup/index.ts') },
  'aws-ebs': { schema: awsEbs, load: () => import('./aws-ebs/index.ts') },
  'aws-lightsail': { schema: awsLightsail, load: () => import('./aws-lightsail/index.ts') },
  'aws-rds': { schema: awsRds, load: () => import('./aws-rds/index.ts') },
  'azure-blob': { schema: azureBlob, load: () => import('./azure-blob/index.ts') },
  'by-hand': { schema: byHand, load: null },
  conoha: { schema: conoha, load: () => import('./conoha/index.ts') },
  digitalocean: { schema: digitalOcean, load: () => import('./digitalocean/index.ts') },
  gcs: { schema: gcs, load: () => import('./gcs/index.ts') },
  'github-artifact': { schema: githubArtifact, load: () => import('./github-artifact/index.ts') },
  'github-workflow': { schema: githubWorkflow, load: () => import('./github-workflow/index.ts') },
  'google-cloud-sql': { schema: googleCloudSql, load: () => import('./google-cloud-sql/index.ts') },
  healthchecks: { schema: healthchecks, load: () => import('./healthchecks/index.ts') },
  'http-json': { schema: httpJson, load: () => import('./http-json/index.ts') },
  'http-last-modified': { schema: httpLastModified, load: () => import('./http-last-modified/index.ts') },
  kinsta: { schema: kinsta, load: () => import('./kinsta/index.ts') },
  'restic-s3': { schema: resticS3, load: () => import('./restic-s3/index.ts') },
  s3: { schema: s3, load: () => import('./s3/index.ts') },
  'sakura-cloud': { schema: sakuraCloud, load: () => import('./sakura-cloud/index.ts') },
  wpengine: { schema: wpEngine, load: () => import('./wpengine/index.ts') },
} as const satisfies Readonly<Record<string, ProviderEntry>>;

export type ProviderName = keyof typeof entries;

export const providers: Readonly<Record<ProviderName, ProviderEntry>> = entries;

/** The provider of this name; null where this version has none. */
export function providerNamed(name: string): ProviderEntry | null {
  return Object.hasOwn(providers, name) ? providers[name as ProviderName] : null;
}
