/** Every language that this version speaks: that of the ledger's readers. */
export const languages = ['ja', 'en'] as const;

export type Language = (typeof languages)[number];

/** One text in each language. */
export type InBoth = Readonly<Record<Language, string>>;

export const inBoth = (en: string, ja: string): InBoth => ({ en, ja });

/** How a language joins what it says: sentences, the words of a list, a remark in brackets. */
export const joining: Readonly<
  Record<
    Language,
    {
      readonly stop: string;
      readonly space: string;
      readonly comma: string;
      bracketed(remark: string): string;
    }
  >
> = {
  ja: { stop: '。', space: '', comma: '、', bracketed: (remark) => `(${remark})` },
  en: { stop: '.', space: ' ', comma: ', ', bracketed: (remark) => ` (${remark})` },
};
