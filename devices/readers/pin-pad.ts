import type { Touch } from "./screens.ts";

const FOUR_DIGITS = /^\d{4}$/;

/**
 * The PIN that was typed at S03b; undefined when the pad lets nothing through. Without four digits it does not: an empty
 * VERIFY would only ask for the tries left, and a longer one is refused by the card as a fault of its own.
 */
export const pinTyped = (touch: Touch | undefined): string | undefined =>
  touch?.kind === "typed" && FOUR_DIGITS.test(touch.digits) ? touch.digits : undefined;
