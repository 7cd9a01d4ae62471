/** The host (an IPv6 address without brackets) and port that an http or https URL leads to. */
export function hostAndPort(url: URL): { readonly host: string; readonly port: number } {
  const defaultPort = url.protocol === 'https:' ? 443 : 80;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? defaultPort : Number(url.port),
  };
}
