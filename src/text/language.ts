export type Language = 'ja' | 'en';

/** One text in each language. */
export type InBoth = Readonly<Record<Language, string>>;

export const inBoth = (en: string, ja: string): InBoth => ({ en, ja });
