import { concat } from "../../simulator/kernel/bytes.ts";
import { mutant } from "../mutant.ts";

const CASE_1_BYTES = 4;
const P3 = Uint8Array.of(0x00);

/** Adds P3 = 00 to four bytes, as T=0 would. */
export const fifthByte = mutant({
  id: "M-AP-04",
  layer: "APDU",
  title: { ja: "ケース1に5バイト目を付ける", en: "a fifth byte is added to a case 1 command" },
  symptom: { ja: "Leのないコマンドをカードが拒む", en: "cards refuse commands that want no data" },
  source: "ours: neighbour of X28",
  caughtBy: "AP-04",
  slip: (good) => ({
    ...good,
    apdu: { ...good.apdu, toCard: (command) => (command.length === CASE_1_BYTES ? concat(command, P3) : command) },
  }),
});
