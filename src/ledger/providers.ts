// The keys that each backup provider takes beside the common ones (`every`, `at-most`, `keep`, `smallest`, `away`,
// `account`, `role`). A provider brings its own schema once this version looks at it.
const keysByProvider: Readonly<Record<string, string>> = {
  'by-hand': 'newest evidence',
  s3: 'bucket prefix region endpoint suffix',
  'restic-s3': 'bucket prefix region endpoint host paths tags',
  'aws-rds': 'region instance cluster',
  'aws-backup': 'region vault resource',
  'aws-ebs': 'region volume',
  'aws-lightsail': 'region instance disk database',
  gcs: 'bucket prefix project',
  'google-cloud-sql': 'project instance',
  'azure-blob': 'account-name container prefix',
  'github-workflow': 'repository workflow branch',
  'github-artifact': 'repository name branch',
  healthchecks: 'check endpoint',
  'http-json': 'url time status good size zone list',
  'http-last-modified': 'url',
  wpengine: 'install environment',
  kinsta: 'environment site',
  pantheon: 'site environment element',
  'platform-sh': 'project environment',
  digitalocean: 'droplet database volume',
  linode: 'instance database',
  vultr: 'instance database',
  hetzner: 'server',
  'sakura-cloud': 'zone disk archive database',
  conoha: 'region server volume image',
  supabase: 'project',
  neon: 'project branch',
  planetscale: 'organization database branch',
  'mongodb-atlas': 'project cluster',
  'heroku-postgres': 'app database',
};

/** The names that `provider` takes. */
export const providerNames: readonly string[] = Object.keys(keysByProvider);

/** The keys of this provider's own; null where there is no such provider. */
export function providerKeys(provider: string): readonly string[] | null {
  const keys = Object.hasOwn(keysByProvider, provider) ? keysByProvider[provider] : undefined;
  return keys === undefined ? null : [...new Set([...keys.split(' '), 'endpoint', 'zone'])];
}
