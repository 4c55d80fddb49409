import { dateAt } from "../../simulator/kernel/civil-time.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import { Mailbox } from "../../simulator/kernel/process.ts";
import type { Arrival } from "./result-inbox.ts";
import type { SharedFolders } from "./shared-folders.ts";
import type { SubjectAct } from "./subject.ts";

/** Where the answers to some requests arrive. */
export type AnswerBox = Mailbox<Arrival>;

/** What became of an arrival: it went to whoever asked, nobody asks any more, or nobody ever did. */
export type Delivery =
  | { readonly kind: "delivered" | "unasked" }
  | { readonly kind: "nobody-waits"; readonly visit: string };

/** Answers one inquiry may collect: its requests, refusals and doubles. */
const ANSWERS_KEPT = 256;

/** Requests under way. The free part of the name ties an answer to its request (receipt-system-interface.md §1.4). */
export class Requests {
  readonly #folders: SharedFolders;
  readonly #clock: Clock;
  readonly #tell: (act: SubjectAct) => void;
  readonly #asked = new Map<string, { readonly visit: string; readonly box: AnswerBox | undefined }>();
  #counter = 0;

  constructor(folders: SharedFolders, clock: Clock, tell: (act: SubjectAct) => void) {
    this.#folders = folders;
    this.#clock = clock;
    this.#tell = tell;
  }

  open(): AnswerBox {
    return new Mailbox<Arrival>(ANSWERS_KEPT);
  }

  /** Writes a request whose answers go into a box; date and running number make its name, as products do. */
  write(visit: string, api: string, build: (identifier: string) => Uint8Array, box: AnswerBox): void {
    const free = `${dateAt(this.#clock.nowMs)}${String(++this.#counter).padStart(4, "0")}`;
    this.#asked.set(free, { visit, box });
    const file = this.#folders.nameFor(`${api}req_${free}.xml`);
    this.#folders.write(file, build(free));
    this.#tell({ act: "asked", visit, file });
  }

  /** Nobody waits at this box any more. */
  close(box: AnswerBox): void {
    for (const [free, entry] of this.#asked) if (entry.box === box) this.#asked.set(free, { ...entry, box: undefined });
  }

  /** Hands an arrival to whoever asked for it. */
  deliver(arrival: Arrival): Delivery {
    const free = /_([A-Za-z0-9_-]+)\.(?:xml|zip|err|pdf)$/i.exec(arrival.name)?.[1] ?? "";
    const asked = this.#asked.get(free);
    if (asked === undefined) return { kind: "unasked" };
    if (asked.box === undefined) return { kind: "nobody-waits", visit: asked.visit };
    asked.box.put(arrival);
    return { kind: "delivered" };
  }
}
