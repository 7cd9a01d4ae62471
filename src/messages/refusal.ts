const signs = {
  'unknown-name': /UNRECOGNIZED_NAME/,
  'nothing-in-common': /HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY/,
  'not-encrypted': /WRONG_VERSION_NUMBER|HTTP_REQUEST/,
  'old-protocols': /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/,
  'no-starttls': /STARTTLS/,
  'internal-error': /INTERNAL_ERROR/,
  denied: /ACCESS_DENIED/,
} as const;

/** Why a server broke a handshake off, as far as a reader can act on it. */
export type Refusal = keyof typeof signs | 'broken-off';

/** What OpenSSL's code of a handshake that failed means. */
export function refusalOf(code: string): Refusal {
  const found = Object.entries(signs).find(([, sign]) => sign.test(code));
  return (found?.[0] as Refusal | undefined) ?? 'broken-off';
}
