import type { Atqb } from "./frame.ts";

/** Why the block protocol was given up. */
export type RfFailure =
  /** The last answer was damaged. */
  | "damaged"
  /** No answer to the block, though the card is there: it answered the end of the session. */
  | "silent"
  /** The last answer was readable and not the block that was due, or asked for a waiting time that does not exist. */
  | "wrong-block"
  /** The card asked for more time again and again. */
  | "waiting-without-end"
  /** The card chained more than a response can hold. */
  | "too-long";

/** What became of a command over the field. */
export type RfOutcome =
  | { readonly kind: "answer"; readonly bytes: Uint8Array }
  /** No card is activated, or the card answers nothing any more, not even S(DESELECT). */
  | { readonly kind: "removed" }
  | { readonly kind: "protocol-error"; readonly why: RfFailure };

/** What asking around found: nobody, more than one card, or this one. */
export type Polled = "nothing" | "collision" | Atqb;

/** No card to talk to. */
export const REMOVED: RfOutcome = { kind: "removed" };
