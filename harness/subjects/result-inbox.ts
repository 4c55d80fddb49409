import { sameBytes } from "../../simulator/kernel/bytes.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import { type Process, sleep, start } from "../../simulator/kernel/process.ts";
import type { SharedFolders } from "./shared-folders.ts";

/** A complete file of `res` or `face`. */
export interface Arrival {
  readonly folder: "res" | "face";
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How often the folders are looked at, ms: 0.5–1 s is what the field advises (receipt-system-interface.md §1.4). */
const POLL_MS = 1_000;
/** A file that still changes after this many looks is taken as it is. */
const MAX_LOOKS = 60;

/**
 * Watches `res` and `face` and hands over files once two looks found the same bytes: results are created first and
 * filled afterwards, and a broken file must not be half imported (receipt-system-interface.md §1.4).
 */
export class ResultInbox {
  readonly #folders: SharedFolders;
  readonly #clock: Clock;
  readonly #deliver: (arrival: Arrival) => void;
  readonly #known = new Set<string>();

  constructor(folders: SharedFolders, clock: Clock, deliver: (arrival: Arrival) => void) {
    this.#folders = folders;
    this.#clock = clock;
    this.#deliver = deliver;
    folders.onChange(() => this.look());
    this.look();
  }

  /** Begins to follow every file not followed yet; forgets those that are gone, so that a name may come again. */
  look(): void {
    const present = new Set<string>();
    for (const folder of ["res", "face"] as const) {
      for (const name of this.#folders.list(folder)) {
        const key = `${folder}/${name}`;
        present.add(key);
        if (this.#known.has(key) || name.endsWith(".tmp")) continue;
        this.#known.add(key);
        start(this.#follow(folder, name), (outcome) => {
          if ("error" in outcome) throw outcome.error;
        });
      }
    }
    for (const key of this.#known) if (!present.has(key)) this.#known.delete(key);
  }

  *#follow(folder: "res" | "face", name: string): Process<void> {
    let before: Uint8Array | undefined;
    for (let look = 0; look < MAX_LOOKS; look++) {
      yield* sleep(this.#clock, POLL_MS - (this.#clock.nowMs % POLL_MS));
      const bytes = this.#folders.read(folder, name);
      if (bytes !== undefined && before !== undefined && sameBytes(before, bytes)) {
        return this.#deliver({ folder, name, bytes });
      }
      before = bytes;
    }
  }
}
