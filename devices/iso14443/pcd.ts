import { type Process, sleep } from "../../simulator/kernel/process.ts";
import type { Atr } from "../iso7816/atr.ts";
import { frameBytesOf } from "./capabilities.ts";
import { type PcdDecisions, pcdDecisions } from "./decisions.ts";
import type { Atqb, Frame, FrameKind, FrameOf } from "./frame.ts";
import { type Polled, REMOVED, type RfOutcome } from "./outcome.ts";
import { parseFrame } from "./parser.ts";
import { type Breakdown, PcdBlocks } from "./pcd-blocks.ts";
import { poll } from "./polling.ts";
import { RfLink, type RfLinkParts } from "./rf-link.ts";

/** What the reader's side stands on. */
export interface PcdParts extends RfLinkParts {
  /** Switches the RF field, which feeds the cards; off when the reader starts. */
  readonly field: (on: boolean) => void;
  readonly decisions?: PcdDecisions;
}

/** Code of the longest frame the reader takes: 256 bytes (ours; ATTRIB of firmware-validation.md §6). */
const FSDI = 8;
/** The reader gives its one card the number 0, which blocks need not carry (ours). */
const CID = 0;
/** A card loses its state after 5 ms without field, and is ready 5 ms after it came (ISO/IEC 14443-3 §5 [K]). */
const FIELD_OFF_MS = 6;
const FIELD_SETTLES_MS = 5;
/** Answers to S(DESELECT) and HLTB come within 65536/13.56 MHz (4.8 ms), rounded up [K]. */
const ENDING_WAIT_MS = 5;
/** S(DESELECT) may be sent once more (ISO/IEC 14443-4 §7.5.4 rule 8 [K]; the number is ours). */
const DESELECT_TRIES = 2;

interface ActiveCard {
  readonly fwtMs: number;
  readonly blocks: PcdBlocks;
}

/**
 * The reader's side (PCD) of Type B with one card at a time. Time comes from the clock, frames go out by `send` and come
 * in by {@link receive}. One process at a time; after one was abandoned, {@link resetField}.
 */
export class PcdTypeB {
  readonly #parts: PcdParts;
  readonly #link: RfLink;
  readonly #decisions: PcdDecisions;
  #fieldOn = false;
  #found: Atqb | undefined;
  #active: ActiveCard | undefined;
  #atr: Atr | undefined;

  constructor(parts: PcdParts) {
    this.#parts = parts;
    this.#link = new RfLink(parts);
    this.#decisions = parts.decisions ?? pcdDecisions;
  }

  /** The ATR of the activated card; undefined while there is none. */
  get atr(): Atr | undefined {
    return this.#atr;
  }

  /** A whole RF frame from the air, any bytes; dropped when none is awaited. */
  receive(frame: Uint8Array): void {
    this.#link.receive(frame);
  }

  /** Looks for a card that is not activated; an activated one does not answer (ask {@link presence}). */
  *poll(): Process<Polled> {
    yield* this.#switchOn();
    const polled = yield* poll(this.#link, this.#decisions);
    this.#found = typeof polled === "string" ? undefined : polled;
    return polled;
  }

  /** Activates the card found last, or looks for one; a card that fails is powered anew and tried again. */
  *activate(): Process<{ readonly atqb: Atqb; readonly atr: Atr } | "nothing" | "collision"> {
    for (let tries = 0; tries < this.#decisions.activationTries; tries++) {
      if (tries > 0) yield* this.resetField();
      const found = this.#found ?? (yield* this.poll());
      if (found === "collision") return found;
      const atr = found === "nothing" ? undefined : yield* this.#choose(found);
      if (found !== "nothing" && atr !== undefined) return { atqb: found, atr };
    }
    return "nothing";
  }

  /** Sends one command APDU to the activated card. After anything but an answer no card is activated any more. */
  *transceive(apdu: Uint8Array): Process<RfOutcome> {
    const card = this.#active;
    if (card === undefined) return REMOVED;
    const result = yield* card.blocks.transceive(apdu);
    return result.kind === "answer" ? result : yield* this.#giveUp(result);
  }

  /** Asks an activated, idle card whether it is still there. Whatever is heard, however damaged, is a card. */
  *presence(): Process<"present" | "removed"> {
    const card = this.#active;
    if (card === undefined) return "removed";
    const waitMs = this.#decisions.presenceWaitMs(card.fwtMs);
    for (let tries = 0; tries < this.#decisions.presenceTries; tries++) {
      const heard = yield* this.#link.exchange(this.#decisions.presence(card.blocks.number), waitMs);
      if (heard !== undefined) return "present";
    }
    this.#forget();
    yield* this.resetField();
    return "removed";
  }

  /** Ends the session: the activated card goes to HALT, where {@link poll} finds it. False when it was not heard. */
  *deselect(): Process<boolean> {
    if (this.#active === undefined) return false;
    this.#forget();
    for (let tries = 0; tries < DESELECT_TRIES; tries++) {
      const heard = yield* this.#ask({ kind: "S(DESELECT)" }, ENDING_WAIT_MS, "S(DESELECT)");
      if (heard === "silent") continue;
      if (heard === "unreadable") yield* this.resetField();
      return true;
    }
    yield* this.resetField();
    return false;
  }

  /** Sends the card found last to HALT before it is activated. False when it did not answer. */
  *halt(): Process<boolean> {
    const found = this.#found;
    this.#found = undefined;
    if (found === undefined) return false;
    const heard = yield* this.#ask({ kind: "HLTB", pupi: found.pupi }, ENDING_WAIT_MS, "HLTB-ANSWER");
    return typeof heard === "object";
  }

  /** Takes the field away and brings it back: every card starts anew, none is activated. */
  *resetField(): Process<void> {
    this.switchOff();
    yield* sleep(this.#parts.clock, FIELD_OFF_MS);
    yield* this.#switchOn();
  }

  /** Takes the field away. */
  switchOff(): void {
    this.#forget();
    this.#fieldOn = false;
    this.#parts.field(false);
  }

  *#switchOn(): Process<void> {
    if (this.#fieldOn) return;
    this.#fieldOn = true;
    this.#parts.field(true);
    yield* sleep(this.#parts.clock, FIELD_SETTLES_MS);
  }

  /** ATTRIB; the ATR when the card answered. */
  *#choose(atqb: Atqb): Process<Atr | undefined> {
    this.#found = undefined;
    const { pupi, protocolType } = atqb;
    const fwtMs = this.#decisions.frameWaitingTimeMs(atqb.fwi);
    const attrib = { kind: "ATTRIB", pupi, timing: 0, bitRates: 0, fsdi: FSDI, protocolType, cid: CID } as const;
    const answer = yield* this.#ask(attrib, fwtMs, "ATTRIB-ANSWER");
    if (typeof answer !== "object" || answer.cid !== CID) return undefined;
    const limits = { fwtMs, fscBytes: frameBytesOf(atqb.maxFrameCode) };
    this.#active = { fwtMs, blocks: new PcdBlocks(this.#link, limits, this.#decisions) };
    this.#atr = this.#decisions.atr(atqb, answer.mbli);
    return this.#atr;
  }

  /** The block protocol failed: the card is sent to HALT if it still hears, else it is gone. */
  *#giveUp({ why, received }: Breakdown): Process<RfOutcome> {
    if (why === "removal") {
      yield* this.resetField();
      return REMOVED;
    }
    const heard = this.#decisions.deselectsAfterFailure && (yield* this.deselect());
    if (why === "silent" && !heard) return this.#decisions.silence(received);
    return { kind: "protocol-error", why };
  }

  *#ask<K extends FrameKind>(frame: Frame, waitMs: number, awaited: K): Process<FrameOf<K> | "silent" | "unreadable"> {
    const heard = yield* this.#link.exchange(frame, waitMs);
    if (heard === undefined) return "silent";
    const answer = parseFrame(heard, [awaited]);
    return answer.kind === "defect" ? "unreadable" : (answer as FrameOf<K>);
  }

  /** No card is activated or found any more. */
  #forget(): void {
    this.#found = undefined;
    this.#active = undefined;
    if (this.#atr !== undefined) this.#atr = this.#decisions.atrAfterRemoval(this.#atr);
  }
}
