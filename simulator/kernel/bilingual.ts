/** A text in both languages of the product. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

/** The languages texts are kept in. */
export type Language = keyof Bilingual;
