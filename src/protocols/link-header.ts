/** The address behind `rel="next"` in a `Link` header (RFC 8288 §3), as written; null where none is named. */
export function nextLink(header: string): string | null {
  for (let from = header.indexOf('<'); from >= 0; ) {
    const to = header.indexOf('>', from);
    if (to < 0) return null;
    const next = header.indexOf('<', to);
    const parameters = header.slice(to + 1, next < 0 ? undefined : next).split(',', 1)[0]!;
    if (/;\s*rel="next"/.test(parameters)) return header.slice(from + 1, to);
    from = next;
  }
  return null;
}
