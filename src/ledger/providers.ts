import { providerNamed, providers } from '../providers/registry.ts';

// The keys of providers that a later version looks at. What is written of them is read, and not looked at.
const laterKeys: Readonly<Record<string, string>> = {
  pantheon: 'site environment element',
  'platform-sh': 'project environment',
  linode: 'instance database',
  vultr: 'instance database',
  hetzner: 'server',
  supabase: 'project',
  neon: 'project branch',
  planetscale: 'organization database branch',
  'mongodb-atlas': 'project cluster',
  'heroku-postgres': 'app database',
};

/** The names that `provider` takes. */
export const providerNames: readonly string[] = [
  ...new Set([...Object.keys(providers), ...Object.keys(laterKeys)]),
];

/** Keys that any provider may have beside its own. */
export const sharedKeys: readonly string[] = ['endpoint', 'zone'];

/** The keys of this provider's own; null where there is no such provider. */
export function providerKeys(provider: string): readonly string[] | null {
  const built = providerNamed(provider);
  if (built !== null) return [...new Set([...Object.keys(built.schema.target.shape), ...sharedKeys])];
  const keys = Object.hasOwn(laterKeys, provider) ? laterKeys[provider] : undefined;
  return keys === undefined ? null : [...new Set([...keys.split(' '), ...sharedKeys])];
}
