import { concat, fromHex } from "../../simulator/kernel/bytes.ts";
import type { Vector } from "../../simulator/kernel/vector.ts";
import { PCB, PCB_BIT, WTX_FACTOR } from "./constants.ts";
import type { Block, BlockNumber, FrameDefectName, FrameOf, RBlock } from "./frame.ts";
import { at, copy, type FrameRow, type FrameRows } from "./frame-row.ts";

const NOTHING = new Uint8Array(0);
const MAX_CID = 14;
/** Of the byte CID, two bits are kept for later; the two above tell the card's power level and are read over [K]. */
const CID_BITS = { cid: 0x0f, reserved: 0x30 } as const;

/** What stands before INF. */
interface Prologue {
  readonly number: BlockNumber;
  readonly more: boolean;
  readonly address: { readonly cid?: number };
  readonly inf: Uint8Array;
}

/** PCB and CID of a block whose PCB is `pcb` but for the bits of `variable`. */
function prologue(body: Uint8Array, pcb: number, variable: number): Prologue | FrameDefectName | undefined {
  const first = at(body, 0);
  if ((first & ~(variable | PCB_BIT.cid)) !== pcb) return undefined;
  if ((first & variable & PCB_BIT.nad) !== 0) return "node-address";
  const number = (first & PCB_BIT.number) === 0 ? 0 : 1;
  const more = (first & PCB_BIT.more) !== 0;
  if ((first & PCB_BIT.cid) === 0) return { number, more, address: {}, inf: copy(body, 1) };
  if (body.length < 2) return "wrong-length";
  const cid = at(body, 1) & CID_BITS.cid;
  if ((at(body, 1) & CID_BITS.reserved) !== 0 || cid > MAX_CID) return "reserved-bits";
  return { number, more, address: { cid }, inf: copy(body, 2) };
}

function encodeBlock(pcb: number, { cid }: Block, inf: Uint8Array = NOTHING): Uint8Array {
  return concat(cid === undefined ? Uint8Array.of(pcb) : Uint8Array.of(pcb | PCB_BIT.cid, cid), inf);
}

/** R(ACK) and R(NAK) differ in one bit of PCB. */
function rRow<K extends "R(ACK)" | "R(NAK)">(kind: K, vectors: readonly Vector<FrameOf<K>>[]): FrameRow<K> {
  const pcb = kind === "R(ACK)" ? PCB.ack : PCB.nak;
  return {
    decode(body) {
      const read = prologue(body, pcb, PCB_BIT.number);
      if (typeof read !== "object") return read;
      return read.inf.length === 0 ? ({ kind, number: read.number, ...read.address } as FrameOf<K>) : "wrong-length";
    },
    encode: (frame: RBlock) => encodeBlock(pcb | frame.number, frame),
    vectors,
  };
}

/** Blocks of ISO/IEC 14443-4 §7.1 [K]; PCB and examples of firmware-validation.md §6, those with a CID computed. */
export const blockRows: FrameRows<Block["kind"]> = {
  I: {
    decode(body) {
      const read = prologue(body, PCB.i, PCB_BIT.number | PCB_BIT.more | PCB_BIT.nad);
      if (typeof read !== "object") return read;
      const { number, more, inf, address } = read;
      return { kind: "I", number, more, inf, ...address };
    },
    encode: (frame) => encodeBlock(PCB.i | frame.number | (frame.more ? PCB_BIT.more : 0), frame, frame.inf),
    vectors: [
      {
        title: "I(0), SELECT of the JPKI application",
        bytes: "02 00A4040C0AD392F000260100000001 25 54",
        value: { kind: "I", number: 0, more: false, inf: fromHex("00A4040C0AD392F000260100000001") },
      },
      {
        title: "I(0), 9000",
        bytes: "02 9000 29 6A",
        value: { kind: "I", number: 0, more: false, inf: fromHex("9000") },
      },
      {
        title: "I(1), 9000",
        bytes: "03 9000 F5 30",
        value: { kind: "I", number: 1, more: false, inf: fromHex("9000") },
      },
      {
        title: "I(1), chained, to card 2",
        bytes: "1B 02 00A4 FC A9",
        value: { kind: "I", number: 1, more: true, inf: fromHex("00A4"), cid: 2 },
      },
    ],
  },
  "R(ACK)": rRow("R(ACK)", [
    { title: "R(ACK) 0", bytes: "A2 60 76", value: { kind: "R(ACK)", number: 0 } },
    { title: "R(ACK) 1", bytes: "A3 E9 67", value: { kind: "R(ACK)", number: 1 } },
    { title: "R(ACK) 0 of card 1", bytes: "AA 01 41 4C", value: { kind: "R(ACK)", number: 0, cid: 1 } },
  ]),
  "R(NAK)": rRow("R(NAK)", [
    { title: "R(NAK) 0", bytes: "B2 E1 66", value: { kind: "R(NAK)", number: 0 } },
    { title: "R(NAK) 1", bytes: "B3 68 77", value: { kind: "R(NAK)", number: 1 } },
  ]),
  "S(WTX)": {
    decode(body) {
      const read = prologue(body, PCB.wtx, 0);
      if (typeof read !== "object") return read;
      if (read.inf.length !== 1) return "wrong-length";
      return { kind: "S(WTX)", factor: at(read.inf, 0) & WTX_FACTOR.mask, ...read.address };
    },
    encode: (frame) => encodeBlock(PCB.wtx, frame, Uint8Array.of(frame.factor & WTX_FACTOR.mask)),
    vectors: [
      { title: "S(WTX), three times", bytes: "F2 03 64 72", value: { kind: "S(WTX)", factor: 3 } },
      {
        title: "S(WTX), once, with the card's power level",
        bytes: "F2 C1 7A 97",
        value: { kind: "S(WTX)", factor: 1 },
        decodeOnly: true,
      },
    ],
  },
  "S(DESELECT)": {
    decode(body) {
      const read = prologue(body, PCB.deselect, 0);
      if (typeof read !== "object") return read;
      return read.inf.length === 0 ? { kind: "S(DESELECT)", ...read.address } : "wrong-length";
    },
    encode: (frame) => encodeBlock(PCB.deselect, frame),
    vectors: [
      { title: "S(DESELECT)", bytes: "C2 66 15", value: { kind: "S(DESELECT)" } },
      { title: "S(DESELECT) to card 1", bytes: "CA 01 14 29", value: { kind: "S(DESELECT)", cid: 1 } },
    ],
  },
};
