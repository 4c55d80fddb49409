import type { Process } from "../../simulator/kernel/process.ts";
import { ERROR } from "../ccid/constants.ts";
import { decodeBlock, encodeBlock, type IBlock } from "../t1/block.ts";
import { MAX_CARD_REQUESTS, MAX_TRIES, PROLOGUE_BYTES } from "../t1/constants.ts";
import { EDC_BYTES, type Edc } from "../t1/edc.ts";
import type { T1Parameters } from "../t1/parameters.ts";
import { failed, type IccOutcome } from "./icc-slot.ts";

/** First character of a PPS, which no block begins with (ISO/IEC 7816-3 §9.2). */
const PPSS = 0xff;
/** PPSS, PPS0 and PCK; bits 5 to 7 of PPS0 announce one byte each. */
const PPS_BYTES = 3;
const LEN_AT = 2;

/**
 * Bytes in all of what a card began to say to a block or PPS of the host, as far as `heard` tells: LEN says where a block
 * ends (ISO/IEC 7816-3 §11.3), PPS0 where a PPS does (§9.2).
 */
export function answerBytes(heard: Uint8Array, edc: Edc): number {
  if (heard[0] !== PPSS)
    return heard.length < PROLOGUE_BYTES ? PROLOGUE_BYTES : PROLOGUE_BYTES + (heard[LEN_AT] ?? 0) + EDC_BYTES[edc];
  const announced = (heard[1] ?? 0) >> 4;
  return PPS_BYTES + (announced & 1) + ((announced >> 1) & 1) + ((announced >> 2) & 1);
}

/** What the block of a PIN command stands on. */
export interface HostBlockParts {
  /** NAD, PCB and LEN as the host began the block (bTeoPrologue). LEN is the template's and counts for nothing. */
  readonly prologue: Uint8Array;
  readonly parameters: Pick<T1Parameters, "ifsc" | "edc">;
  /** Sends one block to the card; `multiplier` stretches the block waiting time for its answer. */
  readonly send: (block: Uint8Array, multiplier: number) => Process<IccOutcome>;
  /** Told that the card asks for more time. */
  readonly waiting: (multiplier: number) => void;
}

/**
 * The one block a reader that speaks blocks makes itself: the host keeps the numbers but must not see the PIN, so the host
 * begins the block and the reader ends it (USB CCID 1.1 §6.1.11 bTeoPrologue; firmware-validation.md §1.5). The host gets
 * the card's I block; more time in between is the reader's to grant (§9 X24).
 */
export class HostBlock {
  readonly #parts: HostBlockParts;
  #answer: IBlock;

  constructor(parts: HostBlockParts) {
    this.#parts = parts;
    const ns = ((parts.prologue[1] ?? 0) & NS_MASK) === 0 ? 0 : 1;
    this.#answer = { kind: "I", ns, more: false, inf: NOTHING };
  }

  /** Carries a command to the card and back: the response APDU. A card that does not come to an I block is a parity error. */
  *exchange(command: Uint8Array): Process<IccOutcome> {
    const { parameters, send, waiting } = this.#parts;
    const { ifsc, edc } = parameters;
    if (command.length > ifsc) return { error: ERROR.badLength };
    const whole = { block: encodeBlock({ ...this.#answer, inf: command }, edc), multiplier: 1 };
    let [say, tries] = [whole, 1];
    try {
      for (let turn = 0; turn < MAX_CARD_REQUESTS; turn++) {
        const outcome = yield* send(say.block, say.multiplier);
        if (failed(outcome)) return outcome;
        const heard = decodeBlock(outcome.data, edc);
        if (heard.kind === "I") {
          this.#answer = heard;
          return { data: heard.inf };
        }
        if (heard.kind === "S-request" && heard.name === "WTX") {
          const [multiplier = 1] = heard.inf;
          waiting(multiplier);
          say = { block: encodeBlock({ ...heard, kind: "S-response" }, edc), multiplier };
        } else if (heard.kind === "R" && tries++ < MAX_TRIES) say = whole;
        else break;
      }
      return { error: ERROR.parity };
    } finally {
      whole.block.fill(0);
    }
  }

  /** A response in the block the card answered with, for the host. */
  answer(response: Uint8Array): Uint8Array {
    return encodeBlock({ ...this.#answer, inf: response }, this.#parts.parameters.edc);
  }
}

/** N(S) in the PCB of an I block. */
const NS_MASK = 0x40;
const NOTHING = new Uint8Array(0);
