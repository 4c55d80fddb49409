/** A line is cut there: a program that never ends one must not fill our memory. */
const MAX_LINE_LENGTH = 500;
/** Lines that are passed on; who writes more has a trace running. */
const MAX_LINES = 2_000;
/** Lines that are kept for an error message. */
const MAX_LAST = 5;

/** What a program or a person writes, line by line; bounded, whatever comes. Empty lines are none. */
export class TextLines {
  readonly #report: (line: string) => void;
  readonly #maxLines: number;
  readonly #decoder = new TextDecoder();
  #line = "";
  #count = 0;
  #last: string[] = [];

  /** `maxLines`: more are not passed on, as of a program that has a trace running. */
  constructor(report: (line: string) => void, maxLines: number = MAX_LINES) {
    this.#report = report;
    this.#maxLines = maxLines;
  }

  /** The last lines, oldest first. */
  get last(): readonly string[] {
    return this.#line === "" ? this.#last : [...this.#last.slice(1 - MAX_LAST), this.#line];
  }

  push(bytes: Uint8Array): void {
    const [first = "", ...rest] = this.#decoder.decode(bytes, { stream: true }).split("\n");
    this.#grow(first);
    for (const next of rest) {
      this.#finish();
      this.#grow(next);
    }
  }

  #grow(text: string): void {
    this.#line = (this.#line + text).slice(0, MAX_LINE_LENGTH);
  }

  #finish(): void {
    const line = this.#line.replace(/\r$/, "");
    this.#line = "";
    if (line === "") return;
    this.#last = [...this.#last.slice(1 - MAX_LAST), line];
    this.#count++;
    if (this.#count <= this.#maxLines) this.#report(line);
    else if (this.#count === this.#maxLines + 1)
      this.#report(`… more than ${this.#maxLines} lines; the rest is left out`);
  }
}
