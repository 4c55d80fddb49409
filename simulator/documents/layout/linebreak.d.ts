/** The part of the library that line-break.ts uses; the package comes without types (its readme, "Example"). */
declare module "linebreak" {
  /** A place where a line may end; `position` counts code units, and spaces before it are part of the line that ends. */
  interface Break {
    readonly position: number;
    /** True where the line has to end. */
    readonly required?: boolean;
  }
  export default class LineBreaker {
    constructor(text: string);
    /** The next place, null when the text is over. */
    nextBreak(): Break | null;
  }
}
