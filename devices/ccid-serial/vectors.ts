import { fromHex } from "../../simulator/kernel/bytes.ts";
import type { LineVector } from "./frame.ts";

const message = (title: string, bytes: string): LineVector => {
  const whole = fromHex(bytes);
  return { title, bytes, event: { kind: "message", bytes: whole.slice(2, -1) } };
};

/** Everything on the line with its bytes (firmware-validation.md §2, arithmetic re-run there). */
export const lineVectors: readonly LineVector[] = [
  message("GetSlotStatus seq 00", "03 06 65 00 00 00 00 00 00 00 00 00 60"),
  message("absent", "03 06 81 00 00 00 00 00 00 02 00 00 86"),
  message("absent, the failed form", "03 06 81 00 00 00 00 00 00 42 FE 00 38"),
  message("present, unpowered", "03 06 81 00 00 00 00 00 00 01 00 00 85"),
  message("active", "03 06 81 00 00 00 00 00 00 00 00 00 84"),
  message("IccPowerOn seq 01 auto", "03 06 62 00 00 00 00 00 01 00 00 00 66"),
  message(
    "DataBlock, ATR of a Type B card",
    "03 06 80 0D 00 00 00 00 01 00 00 00 3B 88 80 01 00 00 00 00 33 81 81 00 3A B2",
  ),
  message(
    "XfrBlock seq 02 SELECT JPKI",
    "03 06 6F 0F 00 00 00 00 02 00 00 00 00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01 56",
  ),
  message("DataBlock 9000", "03 06 80 02 00 00 00 00 02 00 00 00 90 00 15"),
  message("time extension of 1", "03 06 80 00 00 00 00 00 02 80 01 00 06"),
  message("mute, card there", "03 06 80 00 00 00 00 00 02 40 FE 00 39"),
  message("mute, card gone", "03 06 80 00 00 00 00 00 02 42 FE 00 3B"),
  message("XfrBlock seq 05 VERIFY", "03 06 6F 09 00 00 00 00 05 00 00 00 00 20 00 80 04 31 32 33 34 C6"),
  message("IccPowerOff seq 03", "03 06 63 00 00 00 00 00 03 00 00 00 65"),
  message("Abort seq 04", "03 06 72 00 00 00 00 00 04 00 00 00 73"),
  message("Escape firmware seq 00", "03 06 6B 01 00 00 00 00 00 00 00 00 02 6D"),
  message("Escape sync notify seq 01", "03 06 6B 03 00 00 00 00 01 00 00 00 01 01 01 6D"),
  message("SetParameters T=1 seq 07", "03 06 61 07 00 00 00 00 07 01 00 00 11 10 00 4D 00 FE 00 D7"),
  message("Parameters", "03 06 82 07 00 00 00 00 07 00 00 01 11 10 00 4D 00 FE 00 34"),
  message(
    "Secure verify seq 06",
    "03 06 69 18 00 00 00 00 06 00 00 00 00 1E 82 04 00 04 04 02 01 11 04 00 00 00 00 00 20 00 80 04 FF FF FF FF 58",
  ),
  message("slot busy seq 08", "03 06 81 00 00 00 00 00 08 40 E0 00 2C"),
  message("unsupported seq 09", "03 06 81 00 00 00 00 00 09 40 00 00 CD"),
  message("slot 5 missing seq 0A", "03 06 81 00 00 00 00 05 0A 42 05 00 CC"),
  { title: "NAK", bytes: "03 15 16", event: { kind: "nak" } },
  { title: "card gone", bytes: "50 02", event: { kind: "movement", slot: 0, present: false } },
  { title: "card there", bytes: "50 03", event: { kind: "movement", slot: 0, present: true } },
  { title: "card gone from slot 1 (ours)", bytes: "50 08", event: { kind: "movement", slot: 1, present: false } },
  { title: "card there in slot 1 (ours)", bytes: "50 0C", event: { kind: "movement", slot: 1, present: true } },
  { title: "T=0 wait", bytes: "A5", event: { kind: "wait", value: 0xa5 } },
  {
    title: "GetSlotStatus with one bit wrong",
    bytes: "03 06 65 00 00 00 00 00 00 00 00 01 60",
    event: { kind: "damaged", why: "lrc", bytes: fromHex("65 00 00 00 00 00 00 00 00 01") },
  },
  {
    title: "four thousand million bytes announced",
    bytes: "03 06 6F FF FF FF FF 00 01 00 00 00",
    event: { kind: "damaged", why: "too-long" },
  },
  { title: "a control byte that means nothing", bytes: "03 07", event: { kind: "damaged", why: "control" } },
];
