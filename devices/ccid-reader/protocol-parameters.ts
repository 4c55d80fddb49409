import { fromHex } from "../../simulator/kernel/bytes.ts";
import type { Atr } from "../iso7816/atr.ts";
import { decodeAtr } from "../iso7816/atr-decode.ts";
import type { T1Parameters } from "../t1/parameters.ts";

/** T=1 parameters before a card said anything: Fi 372, Di 1, LRC, BWI 4, CWI 13, IFSC 32 (firmware-validation.md §1.5). */
export const DEFAULT_T1_PARAMETERS: Uint8Array = fromHex("11 10 00 4D 00 20 00");

/** bProtocolNum. */
export const T1 = 1;
const T1_BYTES = 7;
const CHECKSUM_AT = 1;
const WAITING_AT = 3;
const IFSC_AT = 5;

/** The 7 bytes of GetParameters for a card: IFSC, waiting integers, and whether it wants CRC; the rest as at the start. */
export function parametersOf(atr: Atr, { ifsc, edc }: T1Parameters): Uint8Array {
  const { t1 } = decodeAtr(atr);
  const data = DEFAULT_T1_PARAMETERS.slice();
  data[CHECKSUM_AT] = edc === "crc" ? 0x11 : 0x10;
  if (t1 !== undefined) data[WAITING_AT] = (t1.bwi << 4) | t1.cwi;
  data[IFSC_AT] = ifsc;
  return data;
}

/** Parameters of SetParameters that can be used: T=1, and an IFSC a block can have. Undefined for others. */
export function readParameters(protocol: number, data: Uint8Array): Pick<T1Parameters, "ifsc" | "edc"> | undefined {
  const ifsc = data[IFSC_AT] ?? 0;
  const edc = ((data[CHECKSUM_AT] ?? 0) & 1) === 1 ? "crc" : "lrc";
  return protocol === T1 && data.length === T1_BYTES && ifsc > 0 && ifsc < 0xff ? { ifsc, edc } : undefined;
}
