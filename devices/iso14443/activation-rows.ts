import { concat, fromHex } from "../../simulator/kernel/bytes.ts";
import type { Vector } from "../../simulator/kernel/vector.ts";
import { ATTRIB, HLTB_OR_ATQB, PARAM, REQUEST, SLOT_COUNTS } from "./constants.ts";
import type { FrameDefectName, FrameOf, Request } from "./frame.ts";
import { at, copy, type FrameRow, type FrameRows, halves } from "./frame-row.ts";

const PUPI = fromHex("01 02 03 04");
const MAX_SLOT = 16;

type ActivationKind = "REQB" | "WUPB" | "SLOT-MARKER" | "ATQB" | "ATTRIB" | "ATTRIB-ANSWER" | "HLTB" | "HLTB-ANSWER";

function decodeRequest(body: Uint8Array): Request | FrameDefectName | undefined {
  if (at(body, 0) !== REQUEST) return undefined;
  if (body.length !== 3) return "wrong-length";
  const param = at(body, 2);
  const slots = SLOT_COUNTS[param & PARAM.slots];
  if ((param & PARAM.reserved) !== 0 || slots === undefined) return "reserved-bits";
  const fields = { afi: at(body, 1), slots, extendedAtqb: (param & PARAM.extendedAtqb) !== 0 };
  return { kind: (param & PARAM.wakesHalted) === 0 ? "REQB" : "WUPB", ...fields };
}

/** REQB and WUPB differ in one bit of PARAM. */
function requestRow<K extends "REQB" | "WUPB">(kind: K, vectors: readonly Vector<FrameOf<K>>[]): FrameRow<K> {
  return {
    decode(body) {
      const request = decodeRequest(body);
      if (typeof request !== "object") return request;
      return request.kind === kind ? (request as FrameOf<K>) : undefined;
    },
    encode: (frame: Request) => {
      const wakes = frame.kind === "WUPB" ? PARAM.wakesHalted : 0;
      const extended = frame.extendedAtqb ? PARAM.extendedAtqb : 0;
      return Uint8Array.of(REQUEST, frame.afi, SLOT_COUNTS.indexOf(frame.slots) | wakes | extended);
    },
    vectors,
  };
}

/** Activation and halting, ISO/IEC 14443-3 §7 [K]. Vectors without a CRC in firmware-validation.md §6 are computed. */
export const activationRows: FrameRows<ActivationKind> = {
  REQB: requestRow("REQB", [
    {
      title: "REQB, one slot",
      bytes: "05 00 00 71 FF",
      value: { kind: "REQB", afi: 0, slots: 1, extendedAtqb: false },
    },
  ]),
  WUPB: requestRow("WUPB", [
    {
      title: "WUPB, one slot",
      bytes: "05 00 08 39 73",
      value: { kind: "WUPB", afi: 0, slots: 1, extendedAtqb: false },
    },
    {
      title: "WUPB, four slots, extended ATQB welcome",
      bytes: "05 00 1A AA 40",
      value: { kind: "WUPB", afi: 0, slots: 4, extendedAtqb: true },
    },
  ]),
  "SLOT-MARKER": {
    decode(body) {
      const first = at(body, 0);
      if ((first & 0x0f) !== REQUEST || first === REQUEST) return undefined;
      return body.length === 1 ? { kind: "SLOT-MARKER", slot: (first >> 4) + 1 } : "wrong-length";
    },
    encode: ({ slot }) => Uint8Array.of(halves(slot - 1, REQUEST)),
    vectors: [
      { title: "second slot", bytes: "15 54 B7", value: { kind: "SLOT-MARKER", slot: 2 } },
      { title: "last slot", bytes: "F5 5A 50", value: { kind: "SLOT-MARKER", slot: MAX_SLOT } },
    ],
  },
  ATQB: {
    decode(body) {
      if (at(body, 0) !== HLTB_OR_ATQB) return undefined;
      if (body.length !== 12 && body.length !== 13) return "wrong-length";
      const [type, times] = [at(body, 10), at(body, 11)];
      return {
        kind: "ATQB",
        pupi: copy(body, 1, 5),
        application: copy(body, 5, 9),
        bitRates: at(body, 9),
        maxFrameCode: type >> 4,
        protocolType: type & 15,
        fwi: times >> 4,
        applicationCoding: (times >> 2) & 3,
        frameOptions: times & 3,
        ...(body.length === 13 ? { extension: at(body, 12) } : {}),
      };
    },
    encode: (frame) =>
      concat(
        Uint8Array.of(HLTB_OR_ATQB),
        frame.pupi,
        frame.application,
        Uint8Array.of(
          frame.bitRates,
          halves(frame.maxFrameCode, frame.protocolType),
          halves(frame.fwi, (frame.applicationCoding << 2) | frame.frameOptions),
        ),
        frame.extension === undefined ? new Uint8Array(0) : Uint8Array.of(frame.extension),
      ),
    vectors: [
      {
        title: "ATQB, short",
        bytes: "50 01 02 03 04 00 00 00 00 33 81 81 3F 86",
        value: {
          kind: "ATQB",
          pupi: PUPI,
          application: fromHex("00 00 00 00"),
          bitRates: 0x33,
          maxFrameCode: 8,
          protocolType: 1,
          fwi: 8,
          applicationCoding: 0,
          frameOptions: 1,
        },
      },
      {
        title: "ATQB, extended by one byte",
        bytes: "50 01 02 03 04 00 00 05 E0 B3 81 A1 40 B2 4A",
        value: {
          kind: "ATQB",
          pupi: PUPI,
          application: fromHex("00 00 05 E0"),
          bitRates: 0xb3,
          maxFrameCode: 8,
          protocolType: 1,
          fwi: 10,
          applicationCoding: 0,
          frameOptions: 1,
          extension: 0x40,
        },
      },
    ],
  },
  ATTRIB: {
    decode(body) {
      if (at(body, 0) !== ATTRIB) return undefined;
      if (body.length !== 9) return "wrong-length";
      const [timing, rates, type, cid] = [at(body, 5), at(body, 6), at(body, 7), at(body, 8)];
      if (type >> 4 !== 0 || cid >> 4 !== 0) return "reserved-bits";
      const pupi = copy(body, 1, 5);
      return { kind: "ATTRIB", pupi, timing, bitRates: rates >> 4, fsdi: rates & 15, protocolType: type, cid };
    },
    encode: ({ pupi, timing, bitRates, fsdi, protocolType, cid }) =>
      concat(
        Uint8Array.of(ATTRIB),
        pupi,
        Uint8Array.of(timing, halves(bitRates, fsdi), halves(0, protocolType), halves(0, cid)),
      ),
    vectors: [
      {
        title: "ATTRIB, frames of 256 bytes",
        bytes: "1D 01 02 03 04 00 08 01 00 D2 0B",
        value: { kind: "ATTRIB", pupi: PUPI, timing: 0, bitRates: 0, fsdi: 8, protocolType: 1, cid: 0 },
      },
    ],
  },
  "ATTRIB-ANSWER": {
    decode: (body) =>
      body.length === 1 ? { kind: "ATTRIB-ANSWER", mbli: at(body, 0) >> 4, cid: at(body, 0) & 15 } : "wrong-length",
    encode: ({ mbli, cid }) => Uint8Array.of(halves(mbli, cid)),
    vectors: [{ title: "answer to ATTRIB", bytes: "00 78 F0", value: { kind: "ATTRIB-ANSWER", mbli: 0, cid: 0 } }],
  },
  HLTB: {
    decode(body) {
      if (at(body, 0) !== HLTB_OR_ATQB) return undefined;
      return body.length === 5 ? { kind: "HLTB", pupi: copy(body, 1, 5) } : "wrong-length";
    },
    encode: ({ pupi }) => concat(Uint8Array.of(HLTB_OR_ATQB), pupi),
    vectors: [{ title: "HLTB", bytes: "50 01 02 03 04 5A 7F", value: { kind: "HLTB", pupi: PUPI } }],
  },
  "HLTB-ANSWER": {
    decode: (body) => (at(body, 0) !== 0 ? undefined : body.length === 1 ? { kind: "HLTB-ANSWER" } : "wrong-length"),
    encode: () => Uint8Array.of(0),
    vectors: [{ title: "answer to HLTB", bytes: "00 78 F0", value: { kind: "HLTB-ANSWER" } }],
  },
};
