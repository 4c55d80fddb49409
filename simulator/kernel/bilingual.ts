/** A text in both languages of the product. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

/** A text that is the same in both languages. */
export const same = (text: string): Bilingual => ({ ja: text, en: text });

/** The languages texts are kept in. */
export type Language = keyof Bilingual;
