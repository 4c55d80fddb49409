/** A line is cut there: a program that never ends one must not fill our memory. */
const MAX_LINE_LENGTH = 500;
/** Lines that are passed on; who writes more has a trace running. */
const MAX_LINES = 2_000;
/** Lines that are kept for an error message. */
const MAX_LAST = 5;

/** What a program writes to stderr, line by line, bounded in every direction. */
export class TextLines {
  readonly #report: (line: string) => void;
  readonly #decoder = new TextDecoder();
  #line = "";
  #count = 0;
  #last: string[] = [];

  constructor(report: (line: string) => void) {
    this.#report = report;
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
    if (this.#count <= MAX_LINES) this.#report(line);
    if (this.#count === MAX_LINES) this.#report(`… more than ${MAX_LINES} lines; the rest is left out`);
  }
}
