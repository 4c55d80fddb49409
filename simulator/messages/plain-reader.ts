import { type ElementTable, type ListedRow, ROOT } from "./element-table.ts";
import type { ReadWarning } from "./record-builder.ts";

/** What a {@link readPlain} call found. */
export interface PlainRecord {
  readonly record: Record<string, unknown>;
  readonly warnings: readonly ReadWarning[];
}

interface Bounds {
  readonly maxElements: number;
  readonly maxTextLength: number;
}

/** The declaration as programs write it; the encoding was looked at before. */
const DECLARATION =
  /^<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?: standalone=(?:"(?:yes|no)"|'(?:yes|no)'))? *\?>/;
const OPEN_ROOT = `<${ROOT}>`;
const CLOSE_ROOT = `</${ROOT}>`;
/** References, `]` (of `]]>`), carriage returns, and characters that XML may not hold or that take two units: all rare. */
const NOT_PLAIN = /[^\t\n\x20-\x25\x27-\x5c\x5e-\x7e\xa0-\ud7ff\ue000-\ufffd]/;
const [TAB, LINE_FEED, SPACE, SLASH, LESS] = [0x09, 0x0a, 0x20, 0x2f, 0x3c];
const MAX_WARNINGS = 100;

/**
 * Reads a message in the plain form that programs write: elements of the layout, their text, blanks between them, nothing
 * else. Undefined for whatever is not plain, well formed or within bounds: saxes reads or refuses that, and says why.
 * Several times as fast as a parser of all of XML (performance.md §5); what it accepts, saxes reads to the same record.
 */
export function readPlain(table: ElementTable<unknown>, text: string, bounds: Bounds): PlainRecord | undefined {
  if (NOT_PLAIN.test(text)) return undefined;
  const reading = new PlainReading(text, DECLARATION.exec(text)?.[0].length ?? 0, bounds);
  const record = reading.root(table);
  return record === undefined ? undefined : { record, warnings: reading.warnings };
}

/** One walk over the text; every step gives up as soon as something is not plain. */
class PlainReading {
  readonly warnings: ReadWarning[] = [];
  readonly #text: string;
  readonly #bounds: Bounds;
  readonly #path: string[] = [];
  #at: number;
  #elements = 0;
  /** True when the tag that was just taken was an empty element. */
  #emptied = false;

  constructor(text: string, start: number, bounds: Bounds) {
    this.#text = text;
    this.#bounds = bounds;
    this.#at = start;
  }

  root(table: ElementTable<unknown>): Record<string, unknown> | undefined {
    this.#skipBlanks();
    if (!this.#take(OPEN_ROOT)) return undefined;
    this.#elements++;
    const record = {};
    if (!this.#group(table, record, CLOSE_ROOT)) return undefined;
    this.#skipBlanks();
    return this.#at === this.#text.length ? record : undefined;
  }

  /** The children of an open element, and its end. */
  #group(table: ElementTable<unknown>, record: Record<string, unknown>, close: string): boolean {
    for (const name of table.repeated) record[name] = [];
    let last = -1;
    let furthest = -1;
    for (;;) {
      const second = this.#skipBlanks();
      if (second === SLASH) return this.#take(close);
      if (second === -1) return false;
      const listed = this.#opened(table, last);
      if (listed === undefined || ++this.#elements > this.#bounds.maxElements) return false;
      const { position } = listed;
      if (position <= furthest && listed.row.kind !== "repeated" && record[listed.name] !== undefined) return false;
      if (position < last) this.#warnOfOrder(listed.name);
      last = position;
      if (last > furthest) furthest = last;
      if (!this.#child(listed, record)) return false;
    }
  }

  /** Takes a start tag and finds its row: mostly one of the next of the paper, or the same one again. */
  #opened({ list, position }: ElementTable<unknown>, last: number): ListedRow | undefined {
    const end = this.#text.indexOf(">", this.#at);
    // `<Name/>` is read as if it were `<Name></Name>`.
    this.#emptied = this.#text.charCodeAt(end - 1) === SLASH;
    const name = this.#text.slice(this.#at + 1, this.#emptied ? end - 1 : end);
    this.#at = end + 1;
    for (let next = last < 0 ? 0 : last; next < list.length; next++) {
      const listed = list[next];
      if (listed?.name.length === name.length && listed.name === name) return listed; // lengths first: texts are dear
    }
    const earlier = position.get(name);
    return earlier === undefined ? undefined : list[earlier];
  }

  #child({ name, row, close }: ListedRow, record: Record<string, unknown>): boolean {
    const emptied = this.#emptied;
    this.#emptied = false;
    if (row.kind === "scalar") {
      if (!emptied) return this.#scalar(name, close, record);
      record[name] = "";
      return true;
    }
    const inner = {};
    if (row.kind === "group") record[name] = inner;
    else if ((record[name] as object[]).push(inner) > row.max) return false;
    if (emptied) {
      for (const list of row.table.repeated) (inner as Record<string, unknown>)[list] = [];
      return true;
    }
    this.#path.push(name);
    const plain = this.#group(row.table, inner, close);
    this.#path.pop();
    return plain;
  }

  #scalar(name: string, close: string, record: Record<string, unknown>): boolean {
    const end = this.#text.indexOf(close, this.#at);
    if (end < 0 || end - this.#at > this.#bounds.maxTextLength) return false;
    const value = this.#text.slice(this.#at, end);
    if (value.includes("<")) return false;
    record[name] = value;
    this.#at = end + close.length;
    return true;
  }

  /** Steps over a token; false when another one lies here. */
  #take(token: string): boolean {
    const end = this.#at + token.length;
    if (this.#text.slice(this.#at, end) !== token) return false; // faster than startsWith on text of two bytes a unit
    this.#at = end;
    return true;
  }

  /** Steps over blanks; returns the unit behind the `<` that follows, -1 when something else does. */
  #skipBlanks(): number {
    const text = this.#text;
    let at = this.#at;
    let unit = text.charCodeAt(at);
    while (unit === SPACE || unit === LINE_FEED || unit === TAB) unit = text.charCodeAt(++at);
    this.#at = at;
    return unit === LESS ? text.charCodeAt(at + 1) : -1;
  }

  /** The place is behind the tag, as saxes counts it. */
  #warnOfOrder(name: string): void {
    if (this.warnings.length >= MAX_WARNINGS) return;
    const lineStart = this.#text.lastIndexOf("\n", this.#at - 1) + 1;
    let line = 1;
    for (let feed = this.#text.indexOf("\n"); feed >= 0 && feed < lineStart; feed = this.#text.indexOf("\n", feed + 1))
      line++;
    const path = [...this.#path, name].join("/");
    this.warnings.push({ kind: "element-order", path, line, column: this.#at - lineStart });
  }
}
