import { sameBytes } from "../../simulator/kernel/bytes.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import type { TypeBCard } from "./atr.ts";
import { frameBytesOf, frameWaitingTimeMs } from "./capabilities.ts";
import type { Attrib, Request } from "./frame.ts";
import { COMMANDS, parseFrame } from "./parser.ts";
import { type Answer, PiccBlocks } from "./picc-blocks.ts";
import { writeFrame } from "./writer.ts";

/** What a card in the field stands on. */
export interface PiccParts {
  readonly clock: Clock;
  /** Draws PUPI and slots. */
  readonly rng: Rng;
  /** Sends one whole RF frame, CRC included. */
  readonly send: (frame: Uint8Array) => void;
  /** The chip: it answers a command, and has power from activation to the end of the session (ours). */
  readonly answer: Answer;
  readonly power: (on: boolean) => void;
  readonly card: TypeBCard;
  /** Factor of S(WTX); as much as makes 100 ms where left out. */
  readonly wtxFactor?: number;
}

/** ISO/IEC 14443-3 §7.4 [K]. In READY a card that drew a later slot is `requested`, one that told its PUPI `declared`. */
type State =
  | { readonly at: "off" | "idle" | "declared" | "halt" }
  | { readonly at: "requested"; readonly slot: number; readonly extendedAtqb: boolean }
  | { readonly at: "active"; readonly blocks: PiccBlocks };

const PUPI_BYTES = 4;
const EVERY_FAMILY = 0x00;
/** Bit 0 of the frame options: the card understands a CID. */
const CID_OPTION = 0x01;
/** What a slow command asks for at a time, ms (ours). */
const USUAL_EXTENSION_MS = 100;

/** The card's side (PICC) of Type B: it is found, chosen, talked to and sent to sleep. Never throws on any bytes. */
export class PiccTypeB {
  readonly #parts: PiccParts;
  readonly #fwtMs: number;
  #state: State = { at: "off" };
  #pupi = new Uint8Array(PUPI_BYTES);

  constructor(parts: PiccParts) {
    this.#parts = parts;
    this.#fwtMs = frameWaitingTimeMs(parts.card.fwi);
  }

  /** The field reached the card: it draws its PUPI, anew each time (my-number-card.md §3.2), and is idle. */
  fieldOn(): void {
    this.fieldOff();
    this.#pupi = Uint8Array.from(this.#parts.rng.bytes(PUPI_BYTES));
    this.#state = { at: "idle" };
  }

  /** The field is gone, and with it everything the card was in the middle of. */
  fieldOff(): void {
    this.#leaveSession();
    this.#state = { at: "off" };
  }

  /** A frame from the air, any bytes. A card takes no longer frames than it said. */
  receive(bytes: Uint8Array): void {
    if (this.#state.at === "off" || bytes.length > frameBytesOf(this.#parts.card.maxFrameCode)) return;
    const frame = parseFrame(bytes, COMMANDS);
    switch (frame.kind) {
      case "defect":
        return;
      case "REQB":
      case "WUPB":
        return this.#requested(frame);
      case "SLOT-MARKER":
        if (this.#state.at === "requested" && this.#state.slot === frame.slot) this.#declare(this.#state.extendedAtqb);
        return;
      case "ATTRIB":
        if (this.#isDeclared(frame)) this.#activate(frame);
        return;
      case "HLTB":
        if (!this.#isDeclared(frame)) return;
        this.#state = { at: "halt" };
        return this.#parts.send(writeFrame({ kind: "HLTB-ANSWER" }));
      default:
        if (this.#state.at === "active") this.#state.blocks.receive(frame);
    }
  }

  /** An active card hears no request; one in HALT hears WUPB alone; ours belongs to no family of its own. */
  #requested({ kind, afi, slots, extendedAtqb }: Request): void {
    const { at } = this.#state;
    if (at === "active" || (at === "halt" && kind === "REQB") || afi !== EVERY_FAMILY) return;
    const slot = this.#parts.rng.below(slots) + 1;
    if (slot === 1) this.#declare(extendedAtqb);
    else this.#state = { at: "requested", slot, extendedAtqb };
  }

  /** ATQB; its fourth protocol byte only for a reader that said it takes one. */
  #declare(extendedAtqb: boolean): void {
    this.#state = { at: "declared" };
    const { mbli: _mbli, extension, ...said } = this.#parts.card;
    const fourth = extendedAtqb && extension !== undefined ? { extension } : {};
    this.#parts.send(writeFrame({ kind: "ATQB", pupi: this.#pupi, ...said, ...fourth }));
  }

  #isDeclared({ pupi }: { readonly pupi: Uint8Array }): boolean {
    return this.#state.at === "declared" && sameBytes(pupi, this.#pupi);
  }

  #activate({ cid, fsdi }: Attrib): void {
    const { clock, send, answer, power, card, wtxFactor } = this.#parts;
    const takesCid = (card.frameOptions & CID_OPTION) !== 0;
    const blocks = new PiccBlocks({
      clock,
      send: (block) => send(writeFrame(block)),
      answer,
      deselected: () => {
        this.#leaveSession();
        this.#state = { at: "halt" };
      },
      fwtMs: this.#fwtMs,
      wtxFactor: wtxFactor ?? Math.ceil(USUAL_EXTENSION_MS / this.#fwtMs),
      fsdBytes: frameBytesOf(fsdi),
      cid: takesCid ? cid : undefined,
    });
    this.#state = { at: "active", blocks };
    power(true);
    send(writeFrame({ kind: "ATTRIB-ANSWER", mbli: card.mbli, cid: takesCid ? cid : 0 }));
  }

  #leaveSession(): void {
    if (this.#state.at !== "active") return;
    this.#state.blocks.stop();
    this.#parts.power(false);
  }
}
