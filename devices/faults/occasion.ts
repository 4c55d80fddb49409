import type { Ratio, Rng } from "../../simulator/kernel/rng.ts";
import type { CommandApdu } from "../iso7816/apdu.ts";
import { oneOf, within } from "./bounds.ts";

/** What a command is for, as far as its header and the length of its data tell (ISO/IEC 7816-4, -8; my-number-card.md §2). */
const kinds = {
  any: () => true,
  select: ({ ins }) => ins === 0xa4,
  "read-binary": ({ ins }) => ins === 0xb0,
  "read-record": ({ ins }) => ins === 0xb2,
  /** VERIFY with a value. */
  verify: ({ ins, data }) => ins === 0x20 && data.length > 0,
  /** VERIFY without one: asks for the tries left (§2.4). */
  "query-tries": ({ ins, data }) => ins === 0x20 && data.length === 0,
  /** CHANGE REFERENCE DATA, and the card's own CHANGE KEY (§2.5). */
  "change-pin": ({ cla, ins }) => ins === 0x24 || (cla === 0x80 && ins === 0x32),
  /** COMPUTE DIGITAL SIGNATURE with a key of its own right (§2.6). */
  sign: ({ ins, p2 }) => ins === 0x2a && p2 !== 0,
  /** The card proves itself: with its default key, which needs no right, or by INTERNAL AUTHENTICATE (§2.6, §2.7). */
  "internal-authenticate": ({ ins, p2 }) => (ins === 0x2a && p2 === 0) || ins === 0x88,
  "get-challenge": ({ ins }) => ins === 0x84,
  "verify-certificate": ({ cla, ins }) => cla === 0x80 && ins === 0xa2,
  "external-authenticate": ({ ins }) => ins === 0x82,
  "get-data": ({ ins }) => ins === 0xca,
} as const satisfies Readonly<Record<string, (command: CommandApdu) => boolean>>;

/** A kind of command a fault can wait for. */
export type CommandKind = keyof typeof kinds;

/** Every {@link CommandKind}. */
export const commandKinds = Object.keys(kinds) as readonly CommandKind[];

/** When a fault strikes, counted from its arming over all readers (peers-and-pains.md #14). */
export interface Occasion {
  /** The commands that count. */
  readonly on: CommandKind;
  /** How many of them pass unharmed first. */
  readonly nth: number;
  /** How many are struck after that, at most; 0 strikes none. */
  readonly times: number;
}

/** More commands than any run has (harness/recorder.ts stops at a million crossings). */
export const MOST_COMMANDS = 1_000_000;

const ALWAYS: Ratio = { parts: 1, of: 1 };

/** Says of each command, in order, whether the fault strikes it. With a ratio, chance decides for each that could be struck. */
export function occasion(
  { on, nth, times }: Occasion,
  rng: Rng,
  { parts, of }: Ratio = ALWAYS,
): (command: CommandApdu) => boolean {
  const counts = kinds[oneOf("on", on, commandKinds)];
  within("nth", nth, 0, MOST_COMMANDS);
  within("times", times, 0, MOST_COMMANDS);
  const ratio = { of: within("of", of, 1, MOST_COMMANDS), parts: within("parts", parts, 0, of) };
  let passed = 0;
  let struck = 0;
  return (command) => {
    if (!counts(command) || passed++ < nth || struck >= times || !rng.chance(ratio)) return false;
    struck++;
    return true;
  };
}
