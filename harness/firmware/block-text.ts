import type { T1Block, T1Defect } from "../../devices/t1/block.ts";
import { toHex } from "../../simulator/kernel/bytes.ts";

/** What a reader does to a card with contacts: a block or bytes that are none, power, or nothing in time. */
export type Heard = T1Block | T1Defect | { readonly kind: "power-on" | "power-off" | "silence" };

/** In the notation of ISO/IEC 7816-3 annex A, the same in both languages; never what a command or answer holds. */
export function blockText(heard: Heard): string {
  switch (heard.kind) {
    case "I":
      return `I(${heard.ns}, ${heard.more ? 1 : 0}) LEN ${heard.inf.length}`;
    case "R":
      return `R(${heard.nr}) ${{ none: "80", edc: "81", other: "82" }[heard.error]}`;
    case "S-request":
      return `S(${heard.name} request) ${toHex(heard.inf)}`.trim();
    case "S-response":
      return `S(${heard.name} response) ${toHex(heard.inf)}`.trim();
    case "defect":
      return `[${heard.defect}]`;
    default:
      return `[${heard.kind}]`;
  }
}
