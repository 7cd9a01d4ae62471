/** What is shorter is no secret, and would tear holes into every text. */
const shortestSecret = 6;

/** The secrets that one provider was handed, or that were derived from them. */
export interface Secrets {
  /** Hides the secret in all that the job logs from now on, and in what `scrub` is given. */
  mask(secret: string): void;
  /** As `mask`, for what the job's log hides already. */
  know(secret: string): void;
  /** The text without any of them. */
  scrub(text: string): string;
}

export function openSecrets(hide: (secret: string) => void): Secrets {
  const secrets = new Set<string>();
  const know = (secret: string) => {
    if (secret.length >= shortestSecret) secrets.add(secret);
  };
  return {
    know,
    mask(secret) {
      if (secret === '') return;
      hide(secret);
      know(secret);
    },
    scrub(text) {
      let clean = text;
      for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
        clean = clean.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
      }
      return clean;
    },
  };
}
