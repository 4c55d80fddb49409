import { fromHex } from "../../simulator/kernel/bytes.ts";
import type { Vector } from "../../simulator/kernel/vector.ts";
import type { IBlock, RBlock, SequenceBit, SRequest, SResponse, SupervisoryName, T1Block, T1Error } from "./block.ts";

/** One value of PCB. */
export interface PcbRow {
  readonly pcb: number;
  /** The block it announces, without its information field. */
  readonly block: Omit<IBlock, "inf"> | RBlock | Omit<SRequest, "inf"> | Omit<SResponse, "inf">;
  /** Length INF must have; left out where any is right. */
  readonly informationBytes?: 0 | 1;
  /** Whole blocks with LRC. */
  readonly vectors: readonly Vector<T1Block>[];
}

/** 0 N M 00000 */
function i(
  pcb: number,
  ns: SequenceBit,
  more: boolean,
  ...proofs: readonly (readonly [string, string, string])[]
): PcbRow {
  const block = { kind: "I", ns, more } as const;
  return {
    pcb,
    block,
    vectors: proofs.map(([title, bytes, inf]) => ({ title, bytes, value: { ...block, inf: fromHex(inf) } })),
  };
}

/** 1 0 0 N 0 0 e e */
function r(pcb: number, nr: SequenceBit, error: T1Error, bytes: string): PcbRow {
  const block = { kind: "R", nr, error } as const;
  return { pcb, block, informationBytes: 0, vectors: [{ title: `R(${nr}), error ${error}`, bytes, value: block }] };
}

/** 1 1 0 0 0 x x x asks, 1 1 1 0 0 x x x answers with the same INF. */
function s(pcb: number, kind: "S-request" | "S-response", name: SupervisoryName, bytes: string, inf: string): PcbRow {
  const block = { kind, name } as const;
  const information = fromHex(inf);
  return {
    pcb,
    block,
    informationBytes: information.length === 0 ? 0 : 1,
    vectors: [{ title: `${kind} ${name} ${inf}`, bytes, value: { ...block, inf: information } }],
  };
}

const SELECT_JPKI = "00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01";

/** Every PCB that means something; the vectors are those of firmware-validation.md §5, or follow them where it has none. */
export const pcbRows: readonly PcbRow[] = [
  i(
    0x00,
    0,
    false,
    ["SELECT of the JPKI application", `00 00 0F ${SELECT_JPKI} 3E`, SELECT_JPKI],
    ["9000", "00 00 02 90 00 92", "90 00"],
    ["no information", "00 00 00 00", ""],
  ),
  i(0x20, 0, true, ["first piece at IFSC 6", "00 20 06 00 D6 00 00 05 A1 54", "00 D6 00 00 05 A1"]),
  i(
    0x40,
    1,
    false,
    ["9000", "00 40 02 90 00 D2", "90 00"],
    ["last piece at IFSC 6", "00 40 04 A2 A3 A4 A5 44", "A2 A3 A4 A5"],
  ),
  i(0x60, 1, true, ["a piece in the middle", "00 60 01 A1 C0", "A1"]),
  r(0x80, 0, "none", "00 80 00 80"),
  r(0x81, 0, "edc", "00 81 00 81"),
  r(0x82, 0, "other", "00 82 00 82"),
  r(0x90, 1, "none", "00 90 00 90"),
  r(0x91, 1, "edc", "00 91 00 91"),
  r(0x92, 1, "other", "00 92 00 92"),
  s(0xc0, "S-request", "RESYNCH", "00 C0 00 C0", ""),
  s(0xc1, "S-request", "IFS", "00 C1 01 FE 3E", "FE"),
  s(0xc2, "S-request", "ABORT", "00 C2 00 C2", ""),
  s(0xc3, "S-request", "WTX", "00 C3 01 02 C0", "02"),
  s(0xe0, "S-response", "RESYNCH", "00 E0 00 E0", ""),
  s(0xe1, "S-response", "IFS", "00 E1 01 FE 1E", "FE"),
  s(0xe2, "S-response", "ABORT", "00 E2 00 E2", ""),
  s(0xe3, "S-response", "WTX", "00 E3 01 02 E0", "02"),
];

const rowByPcb: readonly (PcbRow | undefined)[] = Array.from({ length: 256 }, (_, pcb) =>
  pcbRows.find((row) => row.pcb === pcb),
);

/** The row of a PCB; undefined for one that means nothing. */
export const pcbRowOf = (pcb: number): PcbRow | undefined => rowByPcb[pcb];

const ERROR_BITS: Readonly<Record<T1Error, number>> = { none: 0, edc: 1, other: 2 };
const SUPERVISORY_BITS: Readonly<Record<SupervisoryName, number>> = { RESYNCH: 0, IFS: 1, ABORT: 2, WTX: 3 };

/** The PCB of a block. */
export function pcbOf(block: T1Block): number {
  switch (block.kind) {
    case "I":
      return (block.ns << 6) | (block.more ? 0x20 : 0);
    case "R":
      return 0x80 | (block.nr << 4) | ERROR_BITS[block.error];
    default:
      return (block.kind === "S-request" ? 0xc0 : 0xe0) | SUPERVISORY_BITS[block.name];
  }
}
