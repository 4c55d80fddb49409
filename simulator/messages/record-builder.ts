import type { Bilingual } from "../kernel/bilingual.ts";
import { withoutLongNumbers } from "../kernel/long-numbers.ts";
import { type ElementTable, ROOT, type Row } from "./element-table.ts";
import type { ResultCode } from "./result-codes.ts";
import { tooManyItems } from "./validate.ts";

/** Something odd that does not stop a message. Element order of requests is one of these (§8.8, ours). */
export interface ReadWarning {
  readonly kind: "unknown-element" | "unknown-attribute" | "element-order";
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Thrown inside the parser to end it; never leaves `readXml`. */
export class Refusal extends Error {
  readonly reason: Bilingual;
  /** Ours (receipt-system-interface.md §8.1). */
  readonly code: ResultCode;

  constructor(reason: Bilingual, code: ResultCode = "SIM-E-001") {
    super(reason.en);
    this.reason = reason;
    this.code = code;
  }
}

interface Frame {
  readonly name: string;
  /** Undefined while text or an unknown element is open. */
  readonly table: ElementTable<unknown> | undefined;
  readonly record: Record<string, unknown>;
  /** Position of the last child in the paper's order. */
  lastPosition: number;
}

interface Limits {
  readonly maxDepth: number;
  readonly maxElements: number;
  readonly maxTextLength: number;
}

/** Text has no elements. */
const NO_RECORD: Record<string, unknown> = Object.freeze({});
const MAX_WARNINGS = 100;
/** Names come from outside; longer ones are cut in warnings. */
const MAX_NAME = 64;

/** Turns the events of a parser into a record of a table's shape. Unknown elements stay outside it, with all they hold. */
export class RecordBuilder {
  readonly record: Record<string, unknown> = {};
  readonly warnings: ReadWarning[] = [];
  readonly #table: ElementTable<unknown>;
  readonly #limits: Limits;
  readonly #frames: Frame[] = [];
  #elements = 0;
  /** Depth inside an unknown element. */
  #skipping = 0;
  #text = "";
  #attribute: string | undefined;

  constructor(table: ElementTable<unknown>, limits: Limits) {
    this.#table = table;
    this.#limits = limits;
  }

  /** An attribute of the element that opens next: the interface has none (fact 4). */
  attribute(name: string): void {
    this.#attribute = name;
  }

  open(name: string, line: number, column: number): void {
    this.#count();
    if (this.#attribute !== undefined) this.#warnOfAttribute(name, line, column);
    if (this.#skipping > 0) {
      this.#skipping++;
      return;
    }
    const parent = this.#frames.at(-1);
    if (parent === undefined) this.#openRoot(name);
    else if (parent.table === undefined) throw new Refusal(holdsElements(parent.name));
    else this.#openChild(parent, parent.table, name, line, column);
  }

  text(text: string): void {
    if (this.#skipping > 0) return;
    if (this.#text.length + text.length > this.#limits.maxTextLength)
      throw new Refusal(textTooLong(this.#limits.maxTextLength));
    this.#text += text;
  }

  close(name: string): void {
    if (this.#skipping > 0) {
      this.#skipping--;
      return;
    }
    const frame = this.#frames.pop();
    const parent = this.#frames.at(-1);
    if (frame?.table !== undefined) this.#refuseText(name);
    else if (parent !== undefined) parent.record[name] = this.#text;
    this.#text = "";
  }

  #count(): void {
    if (++this.#elements > this.#limits.maxElements) throw new Refusal(tooManyElements(this.#limits.maxElements));
    if (this.#frames.length + this.#skipping >= this.#limits.maxDepth)
      throw new Refusal(tooDeep(this.#limits.maxDepth));
  }

  #openRoot(name: string): void {
    if (name !== ROOT) throw new Refusal(WRONG_ROOT);
    this.#push(name, this.#table, this.record);
  }

  #openChild(parent: Frame, table: ElementTable<unknown>, name: string, line: number, column: number): void {
    this.#refuseText(parent.name);
    const row = table.rows.get(name);
    if (row === undefined) {
      this.#warn("unknown-element", name, line, column);
      this.#skipping = 1;
      return;
    }
    const position = table.position.get(name) ?? 0;
    if (position < parent.lastPosition) this.#warn("element-order", name, line, column);
    parent.lastPosition = position;
    this.#openRow(parent.record, name, row);
  }

  #openRow(record: Record<string, unknown>, name: string, row: Row): void {
    if (row.kind === "repeated") {
      const item = {};
      const items = record[name] as object[]; // an empty array since the parent opened
      // Here and not after the end: who sends a million people must not have them all read.
      if (items.push(item) > row.max) throw new Refusal(tooManyItems(row), "SIM-E-006");
      this.#push(name, row.table, item);
      return;
    }
    if (Object.hasOwn(record, name)) throw new Refusal(isDoubled(name));
    const child = row.kind === "group" ? {} : NO_RECORD;
    record[name] = child;
    this.#push(name, row.kind === "group" ? row.table : undefined, child);
  }

  #push(name: string, table: ElementTable<unknown> | undefined, record: Record<string, unknown>): void {
    for (const list of table?.repeated ?? []) record[list] = [];
    this.#frames.push({ name, table, record, lastPosition: -1 });
    this.#text = "";
  }

  /** Only blanks may stand between the elements of a group. */
  #refuseText(name: string): void {
    if (this.#text !== "" && /[^ \t\r\n]/.test(this.#text)) throw new Refusal(holdsText(name));
    this.#text = "";
  }

  #warnOfAttribute(element: string, line: number, column: number): void {
    this.#warn("unknown-attribute", `${element.slice(0, MAX_NAME)}@${this.#attribute}`, line, column);
    this.#attribute = undefined;
  }

  #warn(kind: ReadWarning["kind"], name: string, line: number, column: number): void {
    if (this.warnings.length >= MAX_WARNINGS) return;
    const parents = this.#frames.slice(1).map((frame) => frame.name);
    this.warnings.push({
      kind,
      path: [...parents, withoutLongNumbers(name).slice(0, 2 * MAX_NAME)].join("/"),
      line,
      column,
    });
  }
}

const WRONG_ROOT = { ja: `ルート要素は${ROOT}にしてください。`, en: `the root must be ${ROOT}` };

const holdsElements = (name: string): Bilingual => ({
  ja: `${name}の中に要素は置けません。文字列だけにしてください。`,
  en: `${name} must hold text only`,
});

const holdsText = (name: string): Bilingual => ({
  ja: `${name}の直下に文字は置けません。要素だけにしてください。`,
  en: `${name} must hold elements only`,
});

const isDoubled = (name: string): Bilingual => ({
  ja: `${name}が重複しています。1つにしてください。`,
  en: `${name} stands there more than once`,
});

const textTooLong = (max: number): Bilingual => ({
  ja: `項目の文字数が多すぎます。${max}文字以内にしてください。`,
  en: `the text of an element is longer than ${max} characters`,
});

const tooManyElements = (max: number): Bilingual => ({
  ja: `要素が多すぎます。${max}個以内にしてください。`,
  en: `more than ${max} elements`,
});

const tooDeep = (max: number): Bilingual => ({
  ja: `要素の入れ子が深すぎます。${max}段以内にしてください。`,
  en: `elements lie more than ${max} deep`,
});
