import { ensure } from "../../simulator/kernel/errors.ts";
import type { MiniCard, MiniClient, MiniReader, PcscBinding } from "./pcsc-binding.ts";
import { EMPTY_ANSWER, problemOfError, problemOfLoading, readerNamed, TOO_LATE } from "./pcsc-problems.ts";
import type { Timers } from "./timers.ts";
import { isProblem, type TransportProblem } from "./transport-problem.ts";

/**
 * Client of the machine's PC/SC stack (pcscd, Windows' smart card service, macOS) through pcsc-mini, which is loaded
 * only when it is asked for: a machine without the binding, the library or the daemon gets a {@link TransportProblem}.
 * libpcsclite looks at PCSCLITE_CSOCK_NAME itself, so the client reaches a PC/SC service on another socket as well.
 *
 * A driver that never answers keeps a call, and Node, waiting for ever (seen with vpcd and a silent card): whoever
 * calls sets a deadline, and must be ready to end the process.
 */

/** A reader as it stands. */
export interface PcscReaderState {
  readonly name: string;
  /** `mute`: a card lies there and gives no ATR. */
  readonly card: "none" | "present" | "mute";
  /** A program uses the card: shared, or for itself alone. */
  readonly use: "free" | "shared" | "exclusive";
}

/** A connected card. Bytes go and come as they are; every failure is a value. */
export interface PcscReader {
  readonly name: string;
  /** ATR at the time of connecting or of the last {@link PcscReader.reset}. */
  readonly atr: Uint8Array;
  /** Sends a command APDU; at least two status bytes come back. */
  transmit(command: Uint8Array): Promise<Uint8Array | TransportProblem>;
  /** Warm reset, also after another program reset the card. The new ATR. */
  reset(): Promise<Uint8Array | TransportProblem>;
  /** Lets go of the card, after a reset: nothing stays selected or allowed. Never fails: a card that is gone is let go of. */
  close(): Promise<void>;
}

/** How a card is held: `exclusive` keeps other programs away, so that no SELECT of ours takes their rights. */
export type PcscSharing = "shared" | "exclusive";

/** Values of the PC/SC specification, part 5; pcsc-mini's enumerations are the same. */
const MODE = { exclusive: 1, shared: 2 } as const;
const RESET_CARD = 1;
const STATE = { present: 0x20, exclusive: 0x80, inUse: 0x100, mute: 0x200 } as const;

/** The longest response: 65,536 bytes and a status word (ISO/IEC 7816-4 §5.1). */
const MAX_RESPONSE_BYTES = 65_538;

/** The service names its readers within a few ms of the start, and says nothing when there are none. */
const READERS_KNOWN_AFTER_MS = 200;

/**
 * pcsc-mini 0.1.3 stops its thread with one SCardCancel and waits for it, Node with it. While the thread is busy with a
 * change that call is lost, and both wait for ever (seen: one in four, right after a disconnect). So it is stopped when
 * nothing has changed for this long; how often that is waited for has an end.
 */
const QUIET_MS = 100;
const MOST_WAITS_FOR_QUIET = 10;

/** Connects to the PC/SC service and learns its readers. Close the client, or the process does not end. */
export async function openPcsc(
  timers: Timers,
  load: () => Promise<PcscBinding> = () => import("pcsc-mini"),
): Promise<PcscClient | TransportProblem> {
  let binding: PcscBinding;
  try {
    binding = await load();
  } catch (error) {
    return problemOfLoading(error);
  }
  try {
    const client = new PcscClient(new binding.Client(), timers);
    client.start();
    await new Promise<void>((known) => timers.after(READERS_KNOWN_AFTER_MS, known));
    return client;
  } catch (error) {
    return problemOfError(error);
  }
}

/** An open PC/SC context. */
export class PcscClient {
  readonly #client: MiniClient;
  readonly #timers: Timers;
  readonly #readers = new Map<string, { readonly reader: MiniReader; raw: number }>();
  readonly #watchers = new Set<() => void>();
  #broken: TransportProblem | undefined;

  constructor(client: MiniClient, timers: Timers) {
    this.#client = client;
    this.#timers = timers;
    client.on("reader", (reader) => this.#follow(reader));
    client.on("error", (error) => {
      this.#broken = problemOfError(error);
      this.#changed();
    });
  }

  /** Begins to follow the readers; throws what pcsc-mini throws when the service does not answer. */
  start(): void {
    this.#client.start();
  }

  /** Readers with their state, in the order the service named them. */
  readers(): readonly PcscReaderState[] {
    return [...this.#readers].map(([name, { raw }]) => ({
      name,
      card: (raw & STATE.mute) !== 0 ? "mute" : (raw & STATE.present) !== 0 ? "present" : "none",
      use: (raw & STATE.exclusive) !== 0 ? "exclusive" : (raw & STATE.inUse) !== 0 ? "shared" : "free",
    }));
  }

  /** Connects to the card on a reader; its name, or a part only one name has. */
  async connect(wanted: string, sharing: PcscSharing): Promise<PcscReader | TransportProblem> {
    const found = this.#find(wanted);
    if (isProblem(found)) return found;
    let card: MiniCard | undefined;
    try {
      card = await found.connect(MODE[sharing]);
      // The ATR of pcsc-mini 0.1.3's change event holds other bytes (seen): it is asked for here.
      return new ConnectedCard(found.name(), card, MODE[sharing], (await card.state()).atr.slice());
    } catch (error) {
      await card?.disconnect(RESET_CARD).catch(() => {});
      return problemOfError(error);
    }
  }

  /** Waits until a card lies on the reader, or until none does; undefined when it is so. */
  async waitFor(
    wanted: string,
    card: "inserted" | "removed",
    timeoutMs: number,
  ): Promise<TransportProblem | undefined> {
    const found = this.#find(wanted);
    if (isProblem(found)) return found;
    const name = found.name();
    const settled = (): TransportProblem | "met" | undefined => {
      const state = this.#readers.get(name);
      if (this.#broken !== undefined) return this.#broken;
      if (state === undefined)
        return { code: "reader-gone", message: "the reader was unplugged", fix: "plug it in again" };
      return ((state.raw & STATE.present) !== 0) === (card === "inserted") ? "met" : undefined;
    };
    const outcome = settled() ?? (await this.#watch(settled, timeoutMs));
    return outcome === "met" ? undefined : outcome;
  }

  /** Leaves the service; connected cards are lost. The process can end once the service has been quiet for a moment. */
  close(): void {
    this.#broken = { code: "closed", message: "the PC/SC client was closed", fix: "open it again" };
    this.#changed();
    let waits = 0;
    let cancel = (): void => {};
    const waitForQuiet = (): void => {
      if (waits++ === MOST_WAITS_FOR_QUIET) return;
      cancel();
      cancel = this.#timers.after(QUIET_MS, () => {
        this.#watchers.delete(waitForQuiet);
        this.#client.stop();
      });
    };
    this.#watchers.add(waitForQuiet);
    waitForQuiet();
  }

  #find(wanted: string): MiniReader | TransportProblem {
    if (this.#broken !== undefined) return this.#broken;
    const name = readerNamed(wanted, [...this.#readers.keys()]);
    if (isProblem(name)) return name;
    const entry = this.#readers.get(name);
    ensure(entry !== undefined, "a reader's name was found, the reader was not");
    return entry.reader;
  }

  #watch<T>(look: () => T | undefined, timeoutMs: number): Promise<T | TransportProblem> {
    return new Promise((resolve) => {
      const end = (outcome: T | TransportProblem): void => {
        this.#watchers.delete(watcher);
        cancel();
        resolve(outcome);
      };
      const watcher = (): void => {
        const outcome = look();
        if (outcome !== undefined) end(outcome);
      };
      const cancel = this.#timers.after(timeoutMs, () => end(TOO_LATE));
      this.#watchers.add(watcher);
    });
  }

  #follow(reader: MiniReader): void {
    const name = reader.name();
    const entry = { reader, raw: 0 };
    this.#readers.set(name, entry);
    reader.on("change", ({ raw }) => {
      entry.raw = raw;
      this.#changed();
    });
    reader.on("disconnect", () => {
      this.#readers.delete(name);
      this.#changed();
    });
  }

  #changed(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

class ConnectedCard implements PcscReader {
  readonly name: string;
  readonly #card: MiniCard;
  readonly #mode: number;
  #atr: Uint8Array;

  constructor(name: string, card: MiniCard, mode: number, atr: Uint8Array) {
    this.name = name;
    this.#card = card;
    this.#mode = mode;
    this.#atr = atr;
  }

  get atr(): Uint8Array {
    return this.#atr;
  }

  async transmit(command: Uint8Array): Promise<Uint8Array | TransportProblem> {
    try {
      const response = (await this.#card.transmit(command, new ArrayBuffer(MAX_RESPONSE_BYTES))).slice();
      return response.length < 2 ? EMPTY_ANSWER : response;
    } catch (error) {
      return problemOfError(error);
    }
  }

  async reset(): Promise<Uint8Array | TransportProblem> {
    try {
      await this.#card.reconnect(this.#mode, RESET_CARD);
      this.#atr = (await this.#card.state()).atr.slice();
      return this.#atr;
    } catch (error) {
      return problemOfError(error);
    }
  }

  async close(): Promise<void> {
    try {
      await this.#card.disconnect(RESET_CARD);
    } catch {
      // The card or the service is gone, and the connection with it.
    }
  }
}
