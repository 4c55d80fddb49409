import type { Recognised, Recognition, Unreachable } from "../terminal/ports.ts";
import type { LinkLost } from "./link.ts";
import type { ReaderMessageCode } from "./messages.ts";
import type { ConfirmationMethod } from "./profile.ts";

/** How a session ended. Only `done` leaves a face file behind, as far as the reader knows. */
export type SessionOutcome =
  | { readonly kind: "done"; readonly method: ConfirmationMethod; readonly file: string }
  | { readonly kind: "ended"; readonly message: ReaderMessageCode }
  /** The reader lost its power and is idle again. */
  | { readonly kind: "power-lost" };

/** What signed is not the card whose photo was compared: somebody swapped them. */
export interface AnotherCard {
  readonly kind: "another-card";
}

/** What can come of a way to confirm. */
export type Confirmation = Recognition | AnotherCard | LinkLost;

/** A session that ends with a message. */
export function ended(message: ReaderMessageCode): SessionOutcome & { readonly kind: "ended" } {
  return { kind: "ended", message };
}

/** The message for whatever ends a session at card or terminal; `silenced`: the card gave no answer any more. */
export function messageOf(
  result: Exclude<Confirmation, Recognised> | Unreachable,
  silenced: boolean,
): ReaderMessageCode {
  switch (result.kind) {
    case "certificate-refused":
      return "006";
    case "person-refused":
      return "SIM-025";
    case "card-failed":
      // A damaged chip that answers is one that cannot be read, again and again (readers-and-line.md §15 RF-04).
      return silenced ? "SIM-005" : "001";
    case "another-card":
      return silenced ? "SIM-005" : "SIM-026";
    case "pin-wrong":
    case "pin-locked":
      return "SIM-004";
    case "link-lost":
      return "SIM-040";
    case "unreachable":
      return UNREACHABLE[result.why];
  }
}

const UNREACHABLE: Readonly<Record<Unreachable["why"], ReaderMessageCode>> = {
  line: "SIM-020",
  "no-answer": "SIM-020",
  "line-authentication": "SIM-021",
  "terminal-certificate": "SIM-022",
  "centre-error": "SIM-024",
};
