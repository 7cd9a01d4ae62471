const begin = '-----BEGIN CERTIFICATE-----';
const end = '-----END CERTIFICATE-----';

/** The certificates in a PEM text with the lines around them (RFC 7468 §5); one without its end is none. */
export function certificatesIn(text: string): string[] {
  const found: string[] = [];
  for (let from = text.indexOf(begin); from >= 0; ) {
    const to = text.indexOf(end, from + begin.length);
    if (to < 0) break;
    found.push(text.slice(from, to + end.length));
    from = text.indexOf(begin, to + end.length);
  }
  return found;
}
