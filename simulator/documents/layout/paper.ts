/** What a document is printed on; lengths in millimetres. */
export interface Paper {
  readonly widthMm: number;
  readonly heightMm: number;
  /** Kept free at each side. */
  readonly marginMm: number;
  /** Size of the small print at the foot. */
  readonly footPt: number;
}

/** Points of a PDF in a millimetre: 72 to an inch. */
export const PT_PER_MM = 72 / 25.4;

/** A4 portrait. */
export const A4: Paper = { widthMm: 210, heightMm: 297, marginMm: 20, footPt: 7 };
/** A card of the size ID-1 (ISO/IEC 7810), as insurance cards and the My Number card have it. */
export const CARD: Paper = { widthMm: 85.6, heightMm: 54, marginMm: 4, footPt: 3.6 };
/** A phone's screen, held upright; measures ours. */
export const PHONE: Paper = { widthMm: 72, heightMm: 156, marginMm: 5, footPt: 4.5 };
