import { readFile, stat } from 'node:fs/promises';
import { ProbeFailure } from '../failure.ts';
import type { ProviderEdge } from '../provider-edge.ts';

/** Of a credentials file; a service account's key has less than 3 KiB. */
const largestFile = 65_536;

type Variables = Pick<ProviderEdge, 'variable' | 'variables' | 'firstVariables' | 'credentialsFile'>;

/** The variables of one account, each masked as it is handed out, but for those that are no secrets. */
export function openVariables(
  way: { readonly account: string | null; readonly open: ReadonlySet<string> },
  environment: (name: string) => string,
  mask: (secret: string) => void,
): Variables {
  const written = (name: string) => (way.account === null ? name : `${way.account}_${name}`);

  function variable(name: string): string | null {
    const value = environment(written(name)).trim();
    if (value === '') return null;
    if (!way.open.has(name)) mask(value);
    return value;
  }

  function variables<N extends string>(...names: readonly N[]): Record<N, string> {
    const found = names.map((name) => [name, variable(name)] as const);
    const missing = found.filter(([, value]) => value === null).map(([name]) => written(name));
    if (missing.length > 0) throw new ProbeFailure('credentials-missing', missing.join(', '));
    return Object.fromEntries(found) as Record<N, string>;
  }

  return {
    variable,
    variables,
    firstVariables(...sets) {
      const found = sets.map((names) => names.flatMap((name) => variable(name) ?? []));
      const whole = found.find((values, index) => values.length === sets[index]?.length);
      if (whole !== undefined) return whole;
      const partly = found.findIndex((values) => values.length > 0);
      if (partly >= 0) variables(...sets[partly]!);
      const ways = sets.map((names) => names.map(written).join(' + '));
      throw new ProbeFailure('credentials-missing', ways.join(' / '));
    },
    async credentialsFile(name, signal) {
      const file = variable(name);
      if (file === null) return null;
      try {
        const about = await stat(file);
        if (about.isFile() && about.size <= largestFile)
          return await readFile(file, { encoding: 'utf8', signal });
      } catch (error) {
        if (signal.aborted) throw error;
      }
      throw new ProbeFailure('credentials-missing', written(name));
    },
  };
}
