import type { PinPad, Slot } from "../../../devices/cards/slot.ts";
import type { Atr } from "../../../devices/iso7816/atr.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";

/** A slot that answers from a list and writes down what was asked of it. */
export class ScriptedSlot implements Slot {
  readonly reader: string;
  readonly log: string[] = [];
  readonly answers = new Map<string, string | undefined>();
  present = true;
  changes = 0;
  atr: Atr | undefined = fromHex("3B 88 80 01 00 00 05 E0 B3 81 A1 00 7F");
  /** When set, answers wait here until the test lets them go. */
  held: (() => void)[] | undefined;
  declare pinPad?: PinPad;
  readonly #listeners = new Set<() => void>();
  readonly #awaited: { readonly entry: string; readonly seen: () => void }[] = [];

  constructor(reader = "Test Reader 00 00") {
    this.reader = reader;
  }

  powerOn(): Atr | undefined {
    this.#write("on");
    return this.present ? this.atr : undefined;
  }

  powerOff(): void {
    this.#write("off");
  }

  exchange(command: Uint8Array, answered: (response: Uint8Array | undefined) => void): void {
    const hex = toHex(command);
    const response = this.answers.has(hex) ? this.answers.get(hex) : "9000";
    const answer = (): void => answered(response === undefined ? undefined : fromHex(response));
    this.#write(hex);
    if (this.held === undefined) answer();
    else this.held.push(answer);
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  put(): void {
    this.#change(true);
  }

  take(): void {
    this.#change(false);
  }

  /** Ends when this entry is written into the log. */
  asked(entry: string): Promise<void> {
    return new Promise((resolve) => this.#awaited.push({ entry, seen: resolve }));
  }

  #change(present: boolean): void {
    this.present = present;
    this.changes++;
    for (const listener of this.#listeners) listener();
  }

  #write(entry: string): void {
    this.log.push(entry);
    for (const waiting of this.#awaited.filter((one) => one.entry === entry)) waiting.seen();
  }
}
