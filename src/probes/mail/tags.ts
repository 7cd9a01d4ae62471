/** One `name=value` of a tag list, trimmed; the name in lower case. */
export interface Tag {
  readonly name: string;
  readonly value: string;
}

/** Reads what stands between two semicolons (RFC 6376 §3.2); null where it is no pair. */
export function readTag(part: string): Tag | null {
  const equals = part.indexOf('=');
  const name = part.slice(0, Math.max(0, equals)).trim();
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) return null;
  return { name: name.toLowerCase(), value: part.slice(equals + 1).trim() };
}

/** The tags of a whole record, in their order; null where any part of it is no pair. The last may be empty. */
export function readTags(text: string): Tag[] | null {
  const parts = text.split(';');
  if (parts.at(-1)!.trim() === '') parts.pop();
  const tags = parts.map(readTag);
  return tags.includes(null) ? null : (tags as Tag[]);
}
