import { fromHex } from "../../simulator/kernel/bytes.ts";
import type { Vector } from "../../simulator/kernel/vector.ts";

/** What a host asks the reader itself; `ne` as in {@link CommandApdu}. Keys are secret: no part of a log or report. */
export type PseudoApdu =
  /** FF CA: UID or PUPI, or the historical bytes of an ISO/IEC 14443 Type A card. */
  | { readonly kind: "get-data"; readonly what: "uid" | "history"; readonly ne: number }
  /** FF 82: a key for the reader's memory. */
  | { readonly kind: "load-keys"; readonly structure: number; readonly keyNumber: number; readonly key: Uint8Array }
  /** FF 86, or FF 88 in its older form: opens blocks of a memory card with a loaded key. */
  | {
      readonly kind: "general-authenticate" | "authenticate";
      readonly address: number;
      readonly keyType: number;
      readonly keyNumber: number;
    }
  /** FF B0 and FF D6: blocks of a memory card. */
  | { readonly kind: "read-binary"; readonly address: number; readonly ne: number }
  | { readonly kind: "update-binary"; readonly address: number; readonly data: Uint8Array };

/** Commands and what they mean; layouts of PC/SC 2.01 part 3 §3.2.2.1 [K]. */
export const pseudoApduVectors: readonly Vector<PseudoApdu>[] = [
  {
    title: "GET DATA, UID or PUPI",
    bytes: "FF CA 00 00 00",
    value: { kind: "get-data", what: "uid", ne: 256 },
  },
  {
    title: "GET DATA, historical bytes",
    bytes: "FF CA 01 00 0A",
    value: { kind: "get-data", what: "history", ne: 10 },
  },
  {
    title: "LOAD KEYS, key 1 of the reader's volatile memory",
    bytes: "FF 82 00 01 06 FF FF FF FF FF FF",
    value: { kind: "load-keys", structure: 0, keyNumber: 1, key: fromHex("FF FF FF FF FF FF") },
  },
  {
    title: "GENERAL AUTHENTICATE, block 4, key A, number 1",
    bytes: "FF 86 00 00 05 01 00 04 60 01",
    value: { kind: "general-authenticate", address: 4, keyType: 0x60, keyNumber: 1 },
  },
  {
    title: "AUTHENTICATE of the older form: no Lc, the key type stands in its place",
    bytes: "FF 88 00 04 60 01",
    value: { kind: "authenticate", address: 4, keyType: 0x60, keyNumber: 1 },
  },
  {
    title: "READ BINARY, block 4",
    bytes: "FF B0 00 04 10",
    value: { kind: "read-binary", address: 4, ne: 16 },
  },
  {
    title: "UPDATE BINARY, block 0104",
    bytes: "FF D6 01 04 04 DE AD BE EF",
    value: { kind: "update-binary", address: 0x0104, data: fromHex("DE AD BE EF") },
  },
];
