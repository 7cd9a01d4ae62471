import { createPublicKey } from 'node:crypto';
import type { DkimFault } from '../../rules/mail.ts';
import type { LookUp } from '../lookup.ts';
import type { DkimState } from './fact.ts';
import { readTags } from './tags.ts';

/** RFC 8301 §3.2: verifiers must not accept signatures by shorter keys. */
const shortestRsaBits = 1024;

/**
 * The state of a DKIM key (RFC 6376 §3.6.1): an empty `p=` takes the key back. Where several records stand at the
 * name, one that can be used is enough. @throws ProbeFailure
 */
export async function readDkim(domain: string, selector: string, lookUp: LookUp): Promise<DkimState> {
  const { records } = await lookUp(`${selector}._domainkey.${domain}`, 'TXT');
  const states = records.map(stateOfKey);
  return (
    states.find(({ state }) => state === 'valid') ??
    states.find(({ state }) => state === 'invalid') ??
    states.find(({ state }) => state === 'revoked') ?? { state: 'missing' }
  );
}

/** What a verifier makes of a key record. `missing`: the text is none. */
export function stateOfKey(text: string): DkimState {
  const tags = readTags(text);
  const value = (name: string) => tags?.find((tag) => tag.name === name)?.value;
  const isKey =
    tags?.some(({ name }) => name === 'p') || value('v') === 'DKIM1' || /^\s*v\s*=\s*DKIM1\b/.test(text);
  if (!isKey) return { state: 'missing' };
  if (tags === null) return invalid('syntax');
  const names = tags.map(({ name }) => name);
  if (new Set(names).size < names.length) return invalid('syntax');
  // `v=` may be left out; if it is there, it comes first.
  if (value('v') !== undefined && (names[0] !== 'v' || value('v') !== 'DKIM1')) return invalid('syntax');
  const key = value('p')?.replace(/\s/g, '');
  if (key === undefined) return invalid('syntax');
  if (key === '') return { state: 'revoked' };
  const hashes = listOf(value('h'));
  // RFC 8301 §3.1: signatures by SHA-1 count for nothing, so a key for them alone does not either.
  if (hashes !== null && !hashes.includes('sha256')) return invalid('hash', value('h'));
  const services = listOf(value('s'));
  if (services !== null && !services.includes('*') && !services.includes('email'))
    return invalid('service', value('s'));
  const type = (value('k') || 'rsa').toLowerCase();
  if (type === 'rsa') return stateOfRsa(key);
  if (type === 'ed25519') return bytesOf(key)?.length === 32 ? { state: 'valid' } : invalid('key');
  return invalid('type', type);
}

/** `p=` of an RSA key: SubjectPublicKeyInfo, or the bare RSAPublicKey that RFC 6376 also writes of (erratum 3017). */
function stateOfRsa(key: string): DkimState {
  const der = bytesOf(key);
  if (der === null) return invalid('key');
  for (const type of ['spki', 'pkcs1'] as const) {
    try {
      const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey({ key: der, format: 'der', type });
      if (asymmetricKeyType !== 'rsa') return invalid('key');
      const bits = asymmetricKeyDetails?.modulusLength ?? 0;
      return bits < shortestRsaBits ? invalid('too-short', String(bits)) : { state: 'valid' };
    } catch {
      // Not of this form.
    }
  }
  return invalid('key');
}

/** The bytes of base64 in its strict form (RFC 4648 §4); null where the text is none. */
function bytesOf(text: string): Buffer | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  return Buffer.from(text, 'base64');
}

/** A list between colons; null where the tag is not there. */
function listOf(value: string | undefined): string[] | null {
  return value === undefined ? null : value.split(':').map((each) => each.trim().toLowerCase());
}

function invalid(fault: DkimFault, detail: string | null = null): DkimState {
  return { state: 'invalid', fault, detail };
}
