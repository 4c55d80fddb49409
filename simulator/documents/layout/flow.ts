import type { Canvas } from "./canvas.ts";
import { GREY, HAIRLINE } from "./colours.ts";

/** Kept free at the foot beyond the margin, for the mark. */
const FOOT_MM = 3;
/** Where a continued page's content begins, below its running head. */
const CONTINUED_MM = 27;

/** Content that runs from page to page: a place that moves down, and a new page where there is no room left. */
export class Flow {
  readonly canvas: Canvas;
  /** Where the next thing goes. */
  yMm: number;
  readonly #runningHead: string;
  #page = 1;

  /** Begins at `yMm` on the first page; `runningHead` stands at the top of every later one. */
  constructor(canvas: Canvas, yMm: number, runningHead: string) {
    this.canvas = canvas;
    this.yMm = yMm;
    this.#runningHead = runningHead;
  }

  /** Makes room for something that must stay whole; true when that began a new page. */
  need(heightMm: number): boolean {
    const { paper } = this.canvas;
    if (this.yMm + heightMm <= paper.heightMm - paper.marginMm - FOOT_MM) return false;
    this.canvas.newPage();
    this.#page++;
    const { marginMm, widthMm } = paper;
    const innerMm = widthMm - 2 * marginMm;
    const at = { yMm: 15, heightMm: 5 };
    const style = { sizePt: 8.5, colour: GREY, vertical: "middle" } as const;
    this.canvas.text("head", this.#runningHead, { ...at, xMm: marginMm, widthMm: innerMm - 15 }, style);
    const right = { ...at, xMm: widthMm - marginMm - 15, widthMm: 15 };
    this.canvas.text("page", `${this.#page} ページ`, right, { ...style, align: "right" });
    this.canvas.line([marginMm, 21.5], [widthMm - marginMm, 21.5], HAIRLINE, 0.3);
    this.yMm = CONTINUED_MM;
    return true;
  }
}
