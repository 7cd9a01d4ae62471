import type { LookUp } from '../lookup.ts';
import type { DkimState } from './fact.ts';

/** The state of a DKIM key (RFC 6376 §3.6.1): an empty `p=` takes the key back. @throws ProbeFailure */
export async function readDkim(domain: string, selector: string, lookUp: LookUp): Promise<DkimState> {
  const { records } = await lookUp(`${selector}._domainkey.${domain}`, 'TXT');
  const states = records.map(stateOf).filter((state) => state !== null);
  if (states.includes('valid')) return 'valid';
  return states.includes('revoked') ? 'revoked' : 'missing';
}

/** Null where the text is no key. `v=` may be left out; if it is there, it is `DKIM1`. */
function stateOf(text: string): DkimState | null {
  const tags = new Map(
    text.split(';').flatMap((pair) => {
      const [, name, value] = /^\s*([a-z]+)\s*=\s*([\s\S]*?)\s*$/i.exec(pair) ?? [];
      return name === undefined ? [] : [[name.toLowerCase(), value ?? ''] as const];
    }),
  );
  const key = tags.get('p');
  if (key === undefined || (tags.get('v') ?? 'DKIM1') !== 'DKIM1') return null;
  return key.replace(/\s/g, '') === '' ? 'revoked' : 'valid';
}
