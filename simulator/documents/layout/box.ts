/** A rectangle, millimetres from the upper left corner of the page. */
export interface Box {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** How a text looks. */
export interface TextStyle {
  readonly sizePt: number;
  readonly bold?: true;
  readonly colour?: string;
  readonly align?: "left" | "centre" | "right";
  readonly vertical?: "top" | "middle";
  /** From one base line to the next, in em; 1.45 when left out. */
  readonly leadingEm?: number;
}
