import type { Strand } from "../../simulator/kernel/pco.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import type { Line } from "../../simulator/line/line.ts";
import {
  type CentreAccount,
  type CentreAnswer,
  decodeAnswer,
  encodeRequest,
} from "../../simulator/messages/line-envelope.ts";
import type { Unreachable } from "./ports.ts";

/** What came of asking the centre. */
export type CentreReply = Exclude<CentreAnswer, { readonly status: "error" }> | CentreError | Unreachable;

/** The centre answered that it failed; `code` is one of receipt-system-interface.md §8.1. */
export interface CentreError {
  readonly status: "error";
  readonly code: string;
}

/** The terminal's voice on the line: one message out, one answer back, within a deadline. */
export class CentreClient {
  readonly #line: Line;
  readonly #facility: string;
  readonly #deadlineMs: number;
  readonly #account: CentreAccount | undefined;

  /** `account`: of the linkage application; left out for a viewer of medical information. */
  constructor(line: Line, facility: string, deadlineMs: number, account?: CentreAccount) {
    this.#line = line;
    this.#facility = facility;
    this.#deadlineMs = deadlineMs;
    this.#account = account;
  }

  /** Asks with a message of a kind. */
  *ask(kind: string, body: object, strand: Strand): Process<CentreReply> {
    const account = this.#account === undefined ? {} : { account: this.#account };
    const request = encodeRequest({ kind, facility: this.#facility, ...account, body });
    const outcome = yield* this.#line.exchange(request, this.#deadlineMs, strand);
    switch (outcome.kind) {
      case "delivered":
        return decodeAnswer(outcome.answer) ?? { kind: "unreachable", why: "centre-error" };
      case "timeout":
        return { kind: "unreachable", why: "no-answer" };
      case "severed":
        return { kind: "unreachable", why: "line" };
      case "refused":
        return { kind: "unreachable", why: outcome.reason };
    }
  }
}
