import type { CcidFrame } from "../../../../devices/ccid/frame.ts";
import { secure } from "../../../../devices/ccid/writer.ts";
import { writePinRequest } from "../../../../devices/ccid-secure/writer.ts";
import { fromHex } from "../../../../simulator/kernel/bytes.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";

/** VERIFY with room for four digits. */
const VERIFY = fromHex("00 20 00 80 04 FF FF FF FF");
/** What a reader may take until its screen asks, ms. */
const SCREEN_MS = 1_000;

/** PC_to_RDR_Secure that asks for four digits. */
export const verification = (bench: Bench, timeoutS: number): CcidFrame =>
  secure(bench.host.to(bench.contactSlot), writePinRequest({ timeoutS, minDigits: 4, maxDigits: 4, command: VERIFY }));

/** Sends a command of PIN entry and waits for the screen to ask; false when it does not. */
export function* asksForPin(bench: Bench, command: CcidFrame): Process<boolean> {
  bench.step("Secure: PIN entry at the reader");
  bench.host.send(command);
  return yield* bench.card.untilScreen((text) => text !== "", SCREEN_MS);
}
