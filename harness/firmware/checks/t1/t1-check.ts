import type { SRequest, T1Block } from "../../../../devices/t1/block.ts";
import type { Bilingual } from "../../../../simulator/kernel/bilingual.ts";
import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { blockText, type Heard } from "../../block-text.ts";
import { CardByHand } from "../../card-by-hand.ts";
import { counted } from "../../cards.ts";
import { type FirmwareCheck, firmwareCheck } from "../../firmware-check.ts";

/** A check of set T1: what it does with a card that it plays by hand. */
export interface T1Check<I extends string> extends Omit<FirmwareCheck<I>, "set" | "needs" | "run"> {
  /** What the reader must have besides T=1 of its own. */
  readonly alsoNeeds?: FirmwareCheck["needs"];
  readonly play: (bench: Bench, card: CardByHand) => Process<Bilingual>;
}

/** Declares a check of set T1. */
export function t1Check<const I extends string>({
  play,
  alsoNeeds = [],
  ...declaration
}: T1Check<I>): FirmwareCheck<I> {
  return firmwareCheck({
    ...declaration,
    set: "T1",
    needs: ["ccid", "bench", "t1", ...alsoNeeds],
    run: (bench: Bench) => play(bench, new CardByHand(bench)),
  });
}

/** As the quick ATR of all checks, with IFSC 5. */
export const TINY_BLOCK_ATR: Uint8Array = fromHex("3B 80 81 31 05 04 31");

/** UPDATE BINARY of a length, 6 to 260 bytes in all: a command that fills several blocks. */
export function updateBinary(lengthBytes: number): Uint8Array {
  const apdu = counted(lengthBytes);
  apdu.set([0x00, 0xd6, 0x00, 0x00, lengthBytes - 5]);
  return apdu;
}

/** A good block that answers nothing a reader asks. */
export const BESIDE_THE_POINT: T1Block = { kind: "S-response", name: "ABORT", inf: new Uint8Array(0) };

/** Tries of a reader before RESYNCH, and one more: how many are right is judged by T1-21. */
const MAX_TRIES = 4;

/**
 * Answers beside the point until the reader asks for RESYNCH; the clause is broken when something else ends its tries.
 * A reader whose last block was an R has no I block to send again: such a check allows `tries` of R alone.
 */
export function* resynchAsked(
  bench: Bench,
  card: CardByHand,
  tries: readonly Heard["kind"][] = ["I", "R"],
): Process<SRequest> {
  let heard = yield* card.hear();
  for (let count = 0; count < MAX_TRIES && tries.includes(heard.kind); count++) {
    card.say(BESIDE_THE_POINT);
    heard = yield* card.hear();
  }
  bench.require(heard.kind === "S-request" && heard.name === "RESYNCH", {
    ja: `再試行の後に ${blockText(heard)}`,
    en: `the tries were followed by ${blockText(heard)}`,
  });
  return heard;
}

/** Grants RESYNCH: the card's numbers begin at 0 again, as the reader's must. */
export function grantResynch(card: CardByHand, request: SRequest): void {
  card.ns = 0;
  card.say({ ...request, kind: "S-response" });
}
