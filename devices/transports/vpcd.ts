import { connect, type Socket } from "node:net";
import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { Cancel } from "../../simulator/kernel/clock.ts";
import { ensure } from "../../simulator/kernel/errors.ts";
import type { Slot } from "../cards/slot.ts";
import type { Atr } from "../iso7816/atr.ts";
import type { Timers } from "./timers.ts";
import { frame, MAX_PAYLOAD_BYTES, messageOf, PayloadReader } from "./vpcd-messages.ts";

/**
 * The card's side of vpcd: puts what lies in a slot into a virtual reader of pcscd, so that unmodified PC/SC programs
 * meet it (virtual-pcsc.md §4). Connect is insertion, close is removal; one client serves one slot on one port.
 *
 * A mute card. The driver knows no answer for it: it waits without a limit for one, and pcscd with it; an empty message
 * hangs it as well (both seen with vpcd 3.3). So a card that does not answer is taken out of the virtual reader: the
 * program's transmit comes back without data, its next call fails, and the reader is empty 0.4 s later. While the card
 * still lies in the slot it is put in again after a growing delay, as a person would try. Our choice.
 */

/** First slot of the driver; the second listens on the next port (virtual-pcsc.md §2). */
export const VPCD_PORT = 35_963;
/** The driver listens on every interface of the machine; we go by the loopback. */
const VPCD_HOST = "127.0.0.1";

/** Waits between attempts: from the first, twice as long each time, to the last. */
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5_000;
/**
 * The driver looks every 0.4 s whether its card is still there (virtual-pcsc.md §4). While a program talks to it, a card
 * that comes back sooner was never away: the program hears of no removal, and its commands meet another card without
 * power, again and again (seen). So a card stays away for longer than that. Our choice.
 */
const NOTICED_AFTER_MS = 600;

/** SW 6700 instead of an answer that no vpcd message can hold: it would need a length above FFFF. Our choice. */
const TOO_LONG = Uint8Array.of(0x67, 0x00);

/** Where a client stands, for whoever runs it. */
export interface VpcdState {
  /** `waiting`: no driver yet. `mute`: the card gave no answer and was taken out. */
  readonly state: "no-card" | "waiting" | "connected" | "mute";
  readonly words: Bilingual;
}

/** What a client needs. */
export interface VpcdOptions {
  readonly slot: Slot;
  readonly timers: Timers;
  /** Told each time the state becomes another one. */
  readonly report: (state: VpcdState) => void;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default {@link VPCD_PORT}; the driver's second slot is one higher. */
  readonly port?: number;
}

/** One connection to the driver. */
interface Link {
  readonly socket: Socket;
  readonly payloads: PayloadReader;
  /** {@link Slot.changes} when it was made: another number means another card. */
  readonly changes: number;
  atr: Atr | undefined;
  /** The driver knows of this card: it said something. */
  met: boolean;
  /** The driver gave power and did not take it back. */
  powered: boolean;
}

/** Serves one slot to vpcd until {@link VpcdClient.close}. */
export class VpcdClient {
  readonly #slot: Slot;
  readonly #timers: Timers;
  readonly #report: (state: VpcdState) => void;
  readonly #host: string;
  readonly #port: number;
  readonly #stopFollowing: Cancel;
  #link: Link | undefined;
  #retry: Cancel | undefined;
  /** The driver may not have noticed yet that the last card is gone. */
  #unnoticed = false;
  #delayMs = FIRST_RETRY_MS;
  #state: VpcdState["state"] | undefined;
  /** A command is with the slot; it takes one at a time, whatever becomes of the connection meanwhile. */
  #exchanging = false;
  #closed = false;

  constructor({ slot, timers, report, host = VPCD_HOST, port = VPCD_PORT }: VpcdOptions) {
    this.#slot = slot;
    this.#timers = timers;
    this.#report = report;
    this.#host = host;
    this.#port = port;
    this.#stopFollowing = slot.onChange(() => this.#follow());
    this.#follow();
  }

  /** Takes the card out and stays away. */
  close(): void {
    this.#closed = true;
    this.#stopFollowing();
    this.#unlink();
    this.#cancelRetry();
  }

  /** Makes the connection say what the slot says. A card that was swapped is taken out first: the driver must see both. */
  #follow(): void {
    if (this.#link !== undefined && this.#link.changes !== this.#slot.changes) this.#unlink();
    if (!this.#slot.present) {
      this.#cancelRetry();
      this.#tell("no-card");
    } else if (this.#link === undefined) {
      this.#delayMs = FIRST_RETRY_MS;
      if (!this.#unnoticed) return this.#connect();
    }
    if (this.#unnoticed && this.#retry === undefined) this.#attemptAfter(NOTICED_AFTER_MS);
  }

  #attemptAfter(delayMs: number): void {
    this.#cancelRetry();
    this.#retry = this.#timers.after(delayMs, () => {
      this.#retry = undefined;
      this.#unnoticed = false;
      if (this.#slot.present) this.#connect();
    });
  }

  #cancelRetry(): void {
    this.#retry?.();
    this.#retry = undefined;
  }

  #connect(): void {
    this.#cancelRetry();
    if (this.#state !== "mute") this.#tell("waiting");
    const socket = connect({ host: this.#host, port: this.#port, noDelay: true });
    const link: Link = {
      socket,
      payloads: new PayloadReader(),
      changes: this.#slot.changes,
      atr: undefined,
      met: false,
      powered: false,
    };
    this.#link = link;
    socket.on("data", (chunk) => {
      link.payloads.push(chunk);
      this.#pump();
    });
    socket.on("drain", () => this.#pump());
    socket.on("error", () => {}); // "close" follows and says all there is to say
    socket.on("close", () => {
      if (this.#link !== link) return;
      this.#unlink();
      this.#tryAgain("waiting");
    });
  }

  #tryAgain(state: "waiting" | "mute"): void {
    this.#tell(state);
    this.#attemptAfter(this.#unnoticed ? Math.max(this.#delayMs, NOTICED_AFTER_MS) : this.#delayMs);
    this.#delayMs = Math.min(this.#delayMs * 2, LAST_RETRY_MS);
  }

  /** Ends the connection: the card has no power any more. */
  #unlink(): void {
    const link = this.#link;
    if (link === undefined) return;
    this.#link = undefined;
    this.#unnoticed = link.met;
    link.socket.destroy();
    if (link.powered) this.#slot.powerOff();
  }

  #mute(): void {
    this.#unlink();
    if (this.#slot.present && !this.#closed) this.#tryAgain("mute");
  }

  /** Serves what waits, as far as it can. While it cannot, the driver's bytes wait in the network. */
  #pump(): void {
    while (this.#link !== undefined && !this.#exchanging && !this.#link.socket.writableNeedDrain) {
      const payload = this.#link.payloads.next();
      if (payload === undefined) break;
      this.#serve(this.#link, payload);
    }
    if (this.#exchanging || this.#link?.socket.writableNeedDrain === true) this.#link?.socket.pause();
    else this.#link?.socket.resume();
  }

  #serve(link: Link, payload: Uint8Array): void {
    link.met = true;
    this.#tell("connected"); // only now: a driver that already has a card leaves us waiting in its queue
    switch (messageOf(payload)) {
      case "give-atr":
        return this.#giveAtr(link);
      case "power-on":
      case "reset":
        link.atr = this.#slot.powerOn();
        link.powered = true;
        return link.atr === undefined ? this.#mute() : undefined;
      case "power-off":
        link.powered = false;
        return this.#slot.powerOff();
      case "command":
        return this.#exchange(payload);
      default:
        return undefined; // means nothing, so it has no answer either
    }
  }

  /** The driver asks for the ATR before it gives power, and every 0.4 s after: that is how it sees whether a card is there. */
  #giveAtr(link: Link): void {
    if (link.atr === undefined) {
      link.atr = this.#slot.powerOn();
      this.#slot.powerOff();
    }
    if (link.atr === undefined) return this.#mute();
    this.#delayMs = FIRST_RETRY_MS;
    link.socket.write(frame(link.atr));
  }

  #exchange(command: Uint8Array): void {
    const asked = this.#link;
    let waited = false;
    let answers = 0;
    this.#exchanging = true;
    this.#slot.exchange(command, (response) => {
      ensure(answers++ === 0, "a slot answered one command twice");
      this.#exchanging = false;
      if (asked !== undefined && asked === this.#link) {
        if (response === undefined) this.#mute();
        else asked.socket.write(frame(response.length > MAX_PAYLOAD_BYTES ? TOO_LONG : response));
      }
      if (waited) this.#pump();
    });
    waited = true;
  }

  #tell(state: VpcdState["state"]): void {
    if (state === this.#state || this.#closed) return;
    this.#state = state;
    this.#report({ state, words: this.#words(state) });
  }

  #words(state: VpcdState["state"]): Bilingual {
    const at = `${this.#host}:${this.#port}`;
    switch (state) {
      case "no-card":
        return { ja: "カードなし", en: "no card" };
      case "waiting":
        return {
          ja: `${at} の vpcd を待っています: pcscd は vpcd ドライバー付きで動いていますか`,
          en: `waiting for vpcd at ${at}: is pcscd running with the vpcd driver?`,
        };
      case "connected":
        return { ja: `${at} の vpcd に接続中`, en: `connected to vpcd at ${at}` };
      case "mute":
        return {
          ja: "カードが応答しないため、仮想リーダーから抜きました（入れ直します）",
          en: "the card does not answer and was taken out of the virtual reader; it is put in again",
        };
    }
  }
}
