import type { Bilingual } from "../../../../simulator/kernel/bilingual.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";
import { type FirmwareCheck, firmwareCheck } from "../../firmware-check.ts";

/** A check of set AP: whole APDUs of the host, and the card with contacts that gets them. */
export interface ApduCheck<I extends string> extends Omit<FirmwareCheck<I>, "set" | "needs" | "run"> {
  /** What the reader must have besides whole APDUs. */
  readonly alsoNeeds?: FirmwareCheck["needs"];
  /** Power alone is judged: no APDU is sent, so that a reader that takes blocks is judged as well. */
  readonly withoutApdus?: true;
  readonly play: (bench: Bench) => Process<Bilingual>;
}

/** Declares a check of set AP. */
export function apduCheck<const I extends string>({
  play,
  alsoNeeds = [],
  withoutApdus,
  ...declaration
}: ApduCheck<I>): FirmwareCheck<I> {
  return firmwareCheck({
    ...declaration,
    set: "AP",
    needs: ["ccid", "bench", withoutApdus ? "contacts" : "t1", ...alsoNeeds],
    run: play,
  });
}
