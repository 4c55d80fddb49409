import { ascii, toHex } from "../../../simulator/kernel/bytes.ts";
import { layout, raw, text, u32be } from "../../../simulator/kernel/layout.ts";
import type { Vector } from "../../../simulator/kernel/vector.ts";

/**
 * JPKI EF 0006, 160 bytes in the shape of PKCS#11's CK_TOKEN_INFO (my-number-card.md §1.3). Clients read the first 20
 * or 32 bytes and tell card from phone by the label.
 */
export const tokenInformation = layout({
  label: text(32),
  manufacturer: text(32),
  model: text(16),
  serial: text(16),
  flags: u32be,
  maxSessions: u32be,
  sessions: u32be,
  maxReadWriteSessions: u32be,
  readWriteSessions: u32be,
  maxPinLength: u32be,
  minPinLength: u32be,
  /** Four memory sizes, unknown: FF. */
  memory: raw(16),
  hardwareVersion: text(2),
  firmwareVersion: text(2),
  time: text(16),
});

/** What a token of the simulator says of itself; label and serial tell the carriers apart (my-number-card.md §1.3, §6). */
export function simulatorToken(label: string, serial: string): ReturnType<typeof tokenInformation.decode> {
  return {
    label,
    manufacturer: "MADOGUCHI SIMULATION",
    model: "SIM01",
    serial,
    flags: 0x040d,
    maxSessions: 1,
    sessions: 0,
    maxReadWriteSessions: 1,
    readWriteSessions: 0,
    maxPinLength: 16,
    minPinLength: 6,
    memory: new Uint8Array(16).fill(0xff),
    hardwareVersion: "03",
    firmwareVersion: "01",
    time: "9".repeat(16),
  };
}

const hexText = (value: string, width: number): string => toHex(ascii(value.padEnd(width, " ")));

/** Proof of {@link tokenInformation}. */
export const TOKEN_VECTORS: readonly Vector<ReturnType<typeof simulatorToken>>[] = [
  {
    title: "a token of the simulator",
    bytes:
      `${hexText("JPKIAPICCTOKEN2", 32)}${hexText("MADOGUCHI SIMULATION", 32)}${hexText("SIM01", 16)}` +
      `${hexText("0000000000000001", 16)}0000040D0000000100000000000000010000000000000010` +
      `00000006FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF${hexText("03", 2)}${hexText("01", 2)}${hexText("9".repeat(16), 16)}`,
    value: simulatorToken("JPKIAPICCTOKEN2", "0000000000000001"),
  },
];
