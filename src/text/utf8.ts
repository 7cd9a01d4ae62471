/** The text that the bytes are in UTF-8; null where they are none. A byte order mark is taken off. */
export function utf8Text(bytes: Uint8Array): string | null {
  return decoded(bytes, false);
}

/** As `utf8Text`, with a byte order mark left in, so that every place stays where it is. */
export function utf8TextAsWritten(bytes: Uint8Array): string | null {
  return decoded(bytes, true);
}

function decoded(bytes: Uint8Array, ignoreBOM: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM }).decode(bytes);
  } catch {
    return null;
  }
}
