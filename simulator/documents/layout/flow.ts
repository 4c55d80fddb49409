import type { Canvas } from "./canvas.ts";
import { type Accent, GREY, HAIRLINE } from "./colours.ts";
import { drawSection } from "./heading.ts";

/** Kept free at the foot beyond the margin, for the mark. */
const FOOT_MM = 3;
/** Height of a section's heading. */
const SECTION_MM = 7.5;
/** Where a continued page's content begins, below its running head. */
const CONTINUED_MM = 27;
/** Where the number of the page stands: on the first above the heading, later in line with the running head. */
const NUMBER = { firstMm: 9, laterMm: 15, widthMm: 25, heightMm: 5 };
const SMALL = { sizePt: 8.5, colour: GREY, vertical: "middle" } as const;

/** Content that runs from page to page: a place that moves down, and a new page where there is no room left. */
export class Flow {
  readonly canvas: Canvas;
  /** Where the next thing goes. */
  yMm: number;
  readonly #runningHead: string;
  readonly #accent: Accent;
  #section: string | undefined;

  /** Begins at `yMm` on the first page; `runningHead` stands at the top of every later one. */
  constructor(canvas: Canvas, yMm: number, runningHead: string, accent: Accent) {
    this.canvas = canvas;
    this.yMm = yMm;
    this.#runningHead = runningHead;
    this.#accent = accent;
  }

  /** Begins a section with its heading and room for `firstMm` more; pages that go on with it say so. */
  section(title: string, firstMm: number): void {
    this.#section = undefined;
    this.need(SECTION_MM + firstMm);
    this.yMm = drawSection(this.canvas, this.yMm, title, this.#accent);
    this.#section = title;
  }

  /** Makes room for something that must stay whole; true when that began a new page. */
  need(heightMm: number): boolean {
    const { paper } = this.canvas;
    if (this.yMm + heightMm <= paper.heightMm - paper.marginMm - FOOT_MM) return false;
    this.canvas.newPage();
    const { marginMm, widthMm } = paper;
    const innerMm = widthMm - 2 * marginMm;
    const head = { xMm: marginMm, yMm: NUMBER.laterMm, widthMm: innerMm - NUMBER.widthMm, heightMm: NUMBER.heightMm };
    this.canvas.text("head", this.#runningHead, head, SMALL);
    this.canvas.line([marginMm, 21.5], [widthMm - marginMm, 21.5], HAIRLINE, 0.3);
    this.yMm = CONTINUED_MM;
    if (this.#section !== undefined)
      this.yMm = drawSection(this.canvas, this.yMm, `${this.#section}（続き）`, this.#accent);
    return true;
  }

  /** Ends the document, every page numbered as one of so many, and gives its bytes. */
  finish(): Uint8Array {
    const { pdf, paper } = this.canvas;
    const { count } = pdf.bufferedPageRange();
    const { widthMm, heightMm } = NUMBER;
    for (let page = 0; page < count; page++) {
      pdf.switchToPage(page);
      const yMm = page === 0 ? NUMBER.firstMm : NUMBER.laterMm;
      const right = { xMm: paper.widthMm - paper.marginMm - widthMm, yMm, widthMm, heightMm };
      this.canvas.text("page", `${page + 1} / ${count} ページ`, right, { ...SMALL, align: "right" });
    }
    return this.canvas.finish();
  }
}
