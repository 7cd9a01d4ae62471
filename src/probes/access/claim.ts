import type { Access, Ledger } from '../../ledger/schema.ts';
import { hostAndPort, placeName, webUrl } from '../../protocols/place.ts';
import type { Check } from '../probe.ts';
import type { ConsoleClaim, Door } from './fact.ts';

/** Every console that is a web address, once for each host and port. One described in words is for people to find. */
export function planConsoles(ledger: Ledger): Check<ConsoleClaim>[] {
  const consoles = new Map<string, Check<ConsoleClaim> & { readonly claim: { readonly doors: Door[] } }>();
  for (const { door, console } of doorsOf(ledger)) {
    const url = webAddress(console);
    if (url === null) continue;
    const subject = placeName(hostAndPort(url));
    const known = consoles.get(subject);
    if (known !== undefined) {
      known.claim.doors.push(door);
      continue;
    }
    const claim = { url: url.href, doors: [door] };
    consoles.set(subject, { probe: 'access', subject, path: [...door.path, 'console'], claim });
  }
  return [...consoles.values()];
}

function doorsOf(ledger: Ledger): { readonly door: Door; readonly console: string }[] {
  const access = ledger.access ?? {};
  const { common: _merged, ...entrance } = ledger.entrance ?? {};
  const of = (section: 'access' | 'entrance', entries: Readonly<Record<string, Access | undefined>>) =>
    Object.entries(entries).flatMap(([id, entry]) => {
      if (entry?.console === undefined) return [];
      const clashes = section === 'entrance' && Object.hasOwn(access, id);
      const item = section === 'access' ? 7 : 8;
      return [{ door: { id, path: [section, id], item, clashes } as const, console: entry.console }];
    });
  return [...of('access', access), ...of('entrance', entrance)];
}

function webAddress(text: string): URL | null {
  const url = webUrl(text.trim());
  if (url === null) return null;
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return url;
}
