import { MINUTE_MS } from "../../simulator/kernel/civil-time.ts";
import type { Cancel, Clock } from "../../simulator/kernel/clock.ts";
import { parseFileName } from "../../simulator/messages/index.ts";
import { type KindLookup, kindsOf } from "../../simulator/messages/profiled-kinds.ts";
import type { ExchangeFolders } from "./exchange-folder.ts";
import type { FileChange } from "./ports.ts";
import type { TerminalSettings } from "./settings.ts";

/** Kinds of drug and check-up results, which the terminal takes away itself (receipt-system-interface.md §1.1, §8.7). */
const MEDICAL = /^(?:YZK|TKK)/;
const RESULT = /^[A-Z]{3}[a-z]{5}\d{2}res_.*\.(?:xml|zip|pdf)$/i;
const EXTENSION = /\.[^.]*$/;

/**
 * What becomes of results nobody takes: drug and check-up results are removed, for others a text notice `del_<base>.txt` is
 * laid into `res` (§1.1, §8.7; name, text and times are ours). What is taken in time leaves nothing behind,
 * and no world goes on for hours because a file lies there.
 */
export class ForgottenResults {
  readonly #folders: ExchangeFolders;
  readonly #stay: TerminalSettings["stay"];
  readonly #kinds: KindLookup;
  readonly #clock: Clock;
  readonly #waiting = new Map<string, Cancel>();

  constructor(folders: ExchangeFolders, settings: Pick<TerminalSettings, "stay" | "name" | "len">, clock: Clock) {
    this.#folders = folders;
    this.#stay = settings.stay;
    this.#kinds = kindsOf(settings);
    this.#clock = clock;
    folders.onChange((change) => this.#changed(change));
  }

  #changed({ folder, name, change }: FileChange): void {
    if (folder === "req" || !RESULT.test(name)) return;
    const key = `${folder}/${name}`;
    this.#waiting.get(key)?.();
    this.#waiting.delete(key);
    if (change === "removed") return;
    const minutes = this.#isMedical(name) ? this.#stay.medicalMinutes : this.#stay.noticeMinutes;
    if (minutes === 0) return;
    this.#waiting.set(
      key,
      this.#clock.inPassing(minutes * MINUTE_MS, () => this.#forgotten(folder, name, minutes)),
    );
  }

  /** By the kind, whatever its files are called (§8.3). */
  #isMedical(name: string): boolean {
    return MEDICAL.test(this.#kinds(parseFileName(name)?.code ?? "")?.code ?? "");
  }

  #forgotten(folder: FileChange["folder"], name: string, minutes: number): void {
    if (this.#isMedical(name)) {
      this.#folders.remove(folder, name);
      return;
    }
    const notice = `【模擬】${name} は${minutes}分間取り込まれていません。取り込んで削除してください。\n`;
    this.#folders.write({
      folder: "res",
      name: `del_${name.replace(EXTENSION, "")}.txt`,
      bytes: Buffer.from(notice, "utf8"),
    });
  }
}
