import type { Process } from "../../simulator/kernel/process.ts";
import { type IBlock, otherNumber, type RBlock, type T1Block } from "./block.ts";
import type { T1Decisions } from "./decisions.ts";
import type { Aborted, Failed, T1Dialogue } from "./dialogue.ts";
import type { Abandoned } from "./line.ts";
import type { T1State } from "./state.ts";

/** The card's answer, joined. */
export interface Answer {
  readonly kind: "answer";
  readonly bytes: Uint8Array;
}

/** A command cut into I blocks, and its answer joined from I blocks (firmware-validation.md §5, rules 1 to 3). */
export class T1Chain {
  readonly #dialogue: T1Dialogue;
  readonly #state: T1State;
  readonly #decisions: T1Decisions;
  readonly #maxAnswerBytes: number;

  constructor(dialogue: T1Dialogue, state: T1State, decisions: T1Decisions, maxAnswerBytes: number) {
    this.#dialogue = dialogue;
    this.#state = state;
    this.#decisions = decisions;
    this.#maxAnswerBytes = maxAnswerBytes;
  }

  /** Sends the command of the state, from its start or where it goes on, and brings its answer home. */
  *run(): Process<Answer | Failed | Aborted | Abandoned> {
    const state = this.#state;
    state.sentBytes = this.#decisions.restartsAt(state.sentBytes);
    state.pieces = this.#decisions.keptAtResynch(state.pieces);
    for (;;) {
      const leftBytes = state.command.length - state.sentBytes;
      const pieceBytes = this.#decisions.pieceBytes(leftBytes, state.ifsc);
      const more = this.#decisions.more(leftBytes, state.ifsc);
      const inf = state.command.subarray(state.sentBytes, state.sentBytes + pieceBytes);
      const reply = yield* this.#send({ kind: "I", ns: state.ns, more, inf });
      if (reply.kind === "I") return yield* this.#collect(reply);
      if (reply.kind !== "R") return reply;
      state.sentBytes += pieceBytes;
    }
  }

  /** One piece: R with the next number confirms one that has more behind it, an I block answers the last. */
  *#send(piece: IBlock): Process<IBlock | RBlock | Failed | Aborted | Abandoned> {
    const reply = yield* this.#dialogue.ask({
      block: piece,
      fits: (answer, lastSent): answer is IBlock | RBlock =>
        piece.more ? confirms(answer, piece, lastSent) : this.#isAwaited(answer),
    });
    if (reply.kind !== "failed") this.#state.ns = this.#decisions.nextNumber(piece.ns);
    return reply;
  }

  /** Confirms each piece of the answer but the last. */
  *#collect(first: IBlock): Process<Answer | Failed | Aborted | Abandoned> {
    const { pieces } = this.#state;
    let lengthBytes = 0;
    for (let block = first; ; ) {
      this.#state.nr = otherNumber(this.#state.nr);
      if (block.inf.length > 0) pieces.push(block.inf);
      lengthBytes += block.inf.length;
      if (lengthBytes > this.#maxAnswerBytes) return { kind: "failed", why: "answer-too-long" };
      if (!block.more) return { kind: "answer", bytes: this.#decisions.join(pieces) };
      const reply = yield* this.#dialogue.ask({
        block: { kind: "R", nr: this.#decisions.confirmationNumber(this.#state.nr), error: "none" },
        fits: (answer): answer is IBlock => this.#isAwaited(answer),
      });
      if (reply.kind !== "I") return reply;
      block = reply;
    }
  }

  #isAwaited(answer: T1Block): answer is IBlock {
    return answer.kind === "I" && this.#decisions.acceptsNumber(answer.ns, this.#state.nr);
  }
}

/** Behind an S response of ours an R block with an error asks for that again, whatever its number. */
function confirms(answer: T1Block, piece: IBlock, lastSent: T1Block): answer is RBlock {
  return answer.kind === "R" && answer.nr !== piece.ns && (lastSent.kind === "I" || answer.error === "none");
}
