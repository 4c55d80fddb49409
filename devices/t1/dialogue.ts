import type { Process } from "../../simulator/kernel/process.ts";
import type { SResponse, T1Block } from "./block.ts";
import { MAX_CARD_REQUESTS, MAX_TRIES } from "./constants.ts";
import type { T1Decisions } from "./decisions.ts";
import type { T1Slip } from "./defects.ts";
import type { Abandoned, Heard, T1Line } from "./line.ts";
import type { T1State } from "./state.ts";

/** Why a block brought nothing home; the last three are bounds. */
export type T1Failure = T1Slip | "answer-too-long" | "endless-requests" | "too-many-blocks";

/** A block got no answer that fits. */
export interface Failed {
  readonly kind: "failed";
  readonly why: T1Failure;
}

/** The card broke off a chain. */
export interface Aborted {
  readonly kind: "aborted";
}

/** A block to be sent until one that fits comes back. */
export interface Question<B extends T1Block> {
  readonly block: T1Block;
  /** Whether a block answers it. `lastSent` is the last block sent that is no complaint: `block`, or an S response. */
  fits(answer: T1Block, lastSent: T1Block): answer is B;
  /** How often something may be sent for it; 3 where left out (rule 7). */
  readonly tries?: number;
}

/** A block on its way, and the factor of the wait behind it. */
interface Sending<B extends T1Block = T1Block> {
  readonly block: B;
  readonly multiplier: number;
}

/**
 * One question and all that comes before its answer: slips and their repetition (rules 2 and 7), requests of the card
 * (rules 4, 5 and 8). The rules are those of firmware-validation.md §5, from ISO/IEC 7816-3 §11.6.
 */
export class T1Dialogue {
  readonly #line: T1Line;
  readonly #state: T1State;
  readonly #decisions: T1Decisions;
  readonly #onWaitingTime: (multiplier: number) => void;

  constructor(
    line: T1Line,
    state: T1State,
    decisions: T1Decisions,
    onWaitingTime: (multiplier: number) => void = () => {},
  ) {
    this.#line = line;
    this.#state = state;
    this.#decisions = decisions;
    this.#onWaitingTime = onWaitingTime;
  }

  /** Sends the block of a question, and whatever else is needed, until an answer fits or the tries are used up. */
  *ask<B extends T1Block>(question: Question<B>): Process<B | Failed | Aborted | Abandoned> {
    let lastSent: Sending = { block: question.block, multiplier: 1 };
    let out = lastSent;
    let why: T1Slip = "silence";
    let requests = 0;
    const maxTries = question.tries ?? MAX_TRIES;
    for (let tries = 1; tries <= maxTries; ) {
      if (this.#state.blocksLeft-- <= 0) return { kind: "failed", why: "too-many-blocks" };
      const heard = yield* this.#exchange(out);
      if (heard.kind === "abandoned") return heard;
      if (isBlock(heard) && question.fits(heard, lastSent.block)) {
        this.#state.established = true;
        return heard;
      }
      why = slipOf(heard);
      const response = this.#serve(heard, question.block);
      if (response === undefined) {
        if (this.#decisions.countsAsTry(why)) tries++;
        out = this.#mend(heard, why, out, lastSent);
        continue;
      }
      if (response.block.name === "ABORT" && this.#decisions.abortEndsChain) {
        this.#line.say(response.block);
        return { kind: "aborted" };
      }
      if (++requests > MAX_CARD_REQUESTS) return { kind: "failed", why: "endless-requests" };
      if (response.block.name === "WTX" && this.#decisions.countsGrantAsTry(response.multiplier)) tries++;
      lastSent = out = response;
    }
    return { kind: "failed", why };
  }

  #exchange({ block, multiplier }: Sending): Process<Heard> {
    const state = this.#state;
    const factor = Math.max(multiplier, state.multiplier);
    state.multiplier = this.#decisions.multiplierAfter(factor);
    return this.#line.exchange(block, this.#decisions.waitMs(this.#line.bwtMs, factor));
  }

  /** What to answer to a request of the card; undefined where it is none, or none it may make now. */
  #serve(heard: Heard, asked: T1Block): Sending<SResponse> | undefined {
    if (heard.kind !== "S-request" || (asked.kind === "S-request" && asked.name === "RESYNCH")) return undefined;
    const [value = 0] = heard.inf;
    const answer = (inf: Uint8Array, multiplier = 1): Sending<SResponse> => ({
      block: { kind: "S-response", name: heard.name, inf },
      multiplier,
    });
    switch (heard.name) {
      case "WTX": {
        const multiplier = Math.max(value, 1); // ours: 0 means nothing, and no wait may be 0
        if (!this.#decisions.grantsTime(this.#state.command, multiplier)) return undefined;
        this.#onWaitingTime(multiplier);
        return answer(this.#decisions.wtxAnswer(heard.inf), multiplier);
      }
      case "IFS":
        if (!this.#decisions.acceptsIfs(value)) return undefined;
        this.#state.ifsc = this.#decisions.ifscAfter(this.#state.ifsc, value);
        return answer(this.#decisions.ifsAnswer(heard.inf));
      case "ABORT":
        return this.#decisions.confirmsAbort ? answer(heard.inf) : undefined;
      case "RESYNCH": // only the interface device may ask for it
        return undefined;
    }
  }

  /** The block that follows on a slip. */
  #mend(heard: Heard, slip: T1Slip, out: Sending, lastSent: Sending): Sending {
    const { block } = lastSent;
    if (heard.kind === "R" && !(block.kind === "I" && heard.nr !== block.ns)) {
      return { ...lastSent, block: this.#decisions.again(block) };
    }
    if (out.block.kind === "R") return out;
    if (out.block.kind === "S-request" && this.#decisions.repeatsRequests) return out;
    const nr = this.#decisions.complaintNumber(this.#state.nr);
    return { block: { kind: "R", nr, error: this.#decisions.errorOf(slip) }, multiplier: 1 };
  }
}

const isBlock = (heard: Heard): heard is T1Block => heard.kind !== "defect" && heard.kind !== "silence";

function slipOf(heard: Heard): T1Slip {
  switch (heard.kind) {
    case "defect":
      return heard.defect;
    case "I":
      return "wrong-number";
    case "R":
      return "repeat-asked";
    case "S-request":
      return "refused-request";
    case "S-response":
      return "unexpected-block";
    default:
      return "silence";
  }
}
