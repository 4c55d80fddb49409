import { concat } from "../../simulator/kernel/bytes.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import { MAX_RESPONSE_BYTES } from "./constants.ts";
import type { PcdDecisions } from "./decisions.ts";
import type { Block, BlockNumber, FrameDefect } from "./frame.ts";
import type { RfFailure } from "./outcome.ts";
import { BLOCKS, parseFrame } from "./parser.ts";
import { pieces } from "./pieces.ts";
import type { RfLink } from "./rf-link.ts";

/** The block protocol came to an end without an answer. */
export interface Breakdown {
  readonly kind: "breakdown";
  /** `removal` only where a reader takes a damaged frame for one. */
  readonly why: RfFailure | "removal";
  /** What the card had chained so far. */
  readonly received: Uint8Array;
}
type Fall = Omit<Breakdown, "received">;
type Heard = Block | FrameDefect | "silent";

/** What a reader knows of an activated card. */
export interface CardLimits {
  readonly fwtMs: number;
  /** FSC: the longest frame the card takes. */
  readonly fscBytes: number;
}

/** The reader's side of ISO-DEP with one activated card: block numbers, chaining both ways, retries, waiting times. */
export class PcdBlocks {
  readonly #link: RfLink;
  readonly #limits: CardLimits;
  readonly #decisions: PcdDecisions;
  #number: BlockNumber = 0;

  constructor(link: RfLink, limits: CardLimits, decisions: PcdDecisions) {
    this.#link = link;
    this.#limits = limits;
    this.#decisions = decisions;
  }

  /** The number the next block has (ISO/IEC 14443-4 §7.5.3.1 rules A and B [K]). */
  get number(): BlockNumber {
    return this.#number;
  }

  /** Sends one command in as many blocks as the card's frames need and joins the blocks of its answer. */
  *transceive(apdu: Uint8Array): Process<{ readonly kind: "answer"; readonly bytes: Uint8Array } | Breakdown> {
    const parts = pieces(apdu, this.#decisions.infBytes(this.#limits.fscBytes));
    let answer: Block | Fall | undefined;
    for (const [index, inf] of parts.entries()) {
      const more = index < parts.length - 1;
      answer = yield* this.#deliver({ kind: "I", number: this.#number, more, inf }, more ? "R(ACK)" : "I");
      if (answer.kind === "breakdown") return { ...answer, received: NOTHING };
    }
    const received: Uint8Array[] = [];
    let receivedBytes = 0;
    while (answer?.kind === "I") {
      received.push(answer.inf);
      receivedBytes += answer.inf.length;
      if (!answer.more) break;
      if (receivedBytes > MAX_RESPONSE_BYTES) return { ...fall("too-long"), received: NOTHING };
      if (answer.inf.length === 0) return { ...fall("wrong-block"), received: NOTHING };
      answer = yield* this.#deliver({ kind: "R(ACK)", number: this.#number }, "I");
      if (answer.kind === "breakdown") return { ...answer, received: concat(...received) };
    }
    return { kind: "answer", bytes: concat(...received) };
  }

  /**
   * Sends a block until the block that is due comes back with its number, or retries are used up. What is sent again is
   * R(NAK) after an I block, and R(ACK) in the middle of the card's chain (rules 4 and 5); an R(ACK) of another number says
   * that the I block never arrived, and that is sent again (rule 6).
   */
  *#deliver(block: Block, due: "R(ACK)" | "I"): Process<Block | Fall> {
    const { fwtMs } = this.#limits;
    const decisions = this.#decisions;
    let [failures, repeats, extensions, waitMs] = [0, 0, 0, fwtMs];
    let next: Block = block;
    for (;;) {
      const heard = yield* this.#hear(next, waitMs);
      if (this.#isDue(heard, due)) return heard;
      if (isBlock(heard, "S(WTX)") && decisions.grantsWaitingTime(heard.factor)) {
        if (++extensions > decisions.extensionsInARow) return fall("waiting-without-end");
        [failures, repeats] = [0, 0];
        next = { kind: "S(WTX)", factor: heard.factor };
        waitMs = decisions.extendedWaitingTimeMs(fwtMs, heard.factor);
      } else if (isBlock(heard, "R(ACK)") && block.kind === "I" && repeats < failures) {
        repeats++;
        next = block;
        waitMs = fwtMs;
      } else {
        const why = failureOf(heard);
        if (why === "damaged" && decisions.damagedFrame === "removal") return fall("removal");
        if (++failures > decisions.retries) return fall(why);
        next = block.kind === "R(ACK)" ? block : { kind: "R(NAK)", number: this.#number };
      }
    }
  }

  *#hear(block: Block, waitMs: number): Process<Heard> {
    const bytes = yield* this.#link.exchange(block, waitMs);
    return bytes === undefined ? "silent" : parseFrame(bytes, BLOCKS);
  }

  /** True for the block that is due; it moves the number on. */
  #isDue(heard: Heard, due: "R(ACK)" | "I"): heard is Block {
    if (!isBlock(heard, due) || heard.number !== this.#number) return false;
    this.#number = this.#number === 0 ? 1 : 0;
    return true;
  }
}

const NOTHING = new Uint8Array(0);
const fall = (why: Breakdown["why"]): Fall => ({ kind: "breakdown", why });

/** True for a readable block of this kind, with no CID: the reader gave none. */
function isBlock<K extends "I" | "R(ACK)" | "S(WTX)">(heard: Heard, kind: K): heard is Extract<Block, { kind: K }> {
  return heard !== "silent" && heard.kind === kind && heard.cid === undefined;
}

function failureOf(heard: Heard): RfFailure {
  if (heard === "silent") return "silent";
  return heard.kind === "defect" && heard.what === "bad-crc" ? "damaged" : "wrong-block";
}
