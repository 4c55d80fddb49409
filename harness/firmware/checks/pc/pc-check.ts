import { type FirmwareCheck, firmwareCheck } from "../../firmware-check.ts";

/** A check of set PC: any My Number card, through PC/SC. */
export type PcCheck<I extends string> = Omit<FirmwareCheck<I>, "set" | "needs">;

/** Declares a check of set PC. */
export function pcCheck<const I extends string>(declaration: PcCheck<I>): FirmwareCheck<I> {
  return firmwareCheck({ ...declaration, set: "PC", needs: ["pcsc"] });
}
