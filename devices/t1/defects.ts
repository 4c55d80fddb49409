import type { T1Error } from "./block.ts";
import { ILLEGAL_LEN, NAD, PROLOGUE_BYTES } from "./constants.ts";
import { EDC_BYTES, type Edc, hasValidEdc } from "./edc.ts";
import { pcbRowOf } from "./pcb-table.ts";

/** One way in which bytes fail to be a block. */
interface DefectRow {
  readonly name: string;
  /** True for bytes that have it; asked in the order of the rows. */
  found(bytes: Uint8Array, edc: Edc): boolean;
  /** Proof of the row, with LRC. */
  readonly example: string;
}

/**
 * Everything that makes bytes no block (ISO/IEC 7816-3 §11.3, firmware-validation.md §5). Length and EDC are looked at
 * before the PCB: of damaged bytes nothing else can be believed.
 */
export const t1Defects = [
  { name: "len-ff", found: (bytes) => bytes[2] === ILLEGAL_LEN, example: "00 00 FF" },
  {
    name: "too-short",
    found: (bytes, edc) => bytes.length < PROLOGUE_BYTES + EDC_BYTES[edc],
    example: "00 80 00",
  },
  {
    name: "length",
    found: (bytes, edc) => bytes.length !== PROLOGUE_BYTES + (bytes[2] ?? 0) + EDC_BYTES[edc],
    example: "00 00 03 90 00 93",
  },
  { name: "edc", found: (bytes, edc) => !hasValidEdc(bytes, edc), example: "00 00 02 90 00 93" },
  { name: "nad", found: (bytes) => bytes[0] !== NAD, example: "21 00 02 90 00 B3" },
  { name: "r-reserved-bit", found: (bytes) => (pcbIn(bytes) & 0xe0) === 0xa0, example: "00 A0 00 A0" },
  { name: "pcb-unknown", found: (bytes) => pcbRowOf(pcbIn(bytes)) === undefined, example: "00 C4 00 C4" },
  { name: "r-length", found: wrongLengthOf("R"), example: "00 80 01 00 81" },
  { name: "s-length", found: wrongLengthOf("S"), example: "00 C3 00 C3" },
] as const satisfies readonly DefectRow[];

/** Name of a defect. */
export type T1DefectName = (typeof t1Defects)[number]["name"];

/** What makes an answer useless: a defect, silence, or a good block that is not the awaited one. */
export type T1Slip =
  | T1DefectName
  | "silence"
  | "wrong-number"
  | "repeat-asked"
  | "refused-request"
  | "unexpected-block";

/** What an R block says of it: 81 for EDC, 82 for all others (firmware-validation.md §5, rule 7). */
export const errorOf = (slip: T1Slip): T1Error => (slip === "edc" ? "edc" : "other");

/** True where the row of the PCB fixes the length of INF and LEN says another. */
function wrongLengthOf(family: "R" | "S"): DefectRow["found"] {
  return (bytes) => {
    const row = pcbRowOf(pcbIn(bytes));
    return row?.block.kind.startsWith(family) === true && row.informationBytes !== bytes[2];
  };
}

function pcbIn(bytes: Uint8Array): number {
  return bytes[1] ?? 0;
}
