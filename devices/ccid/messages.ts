import { fromHex } from "../../simulator/kernel/bytes.ts";
import type { Vector } from "../../simulator/kernel/vector.ts";
import { ANSWER, COMMAND } from "./constants.ts";
import { type CcidFrame, frame } from "./frame.ts";

/** One kind of message: a row of USB CCID 1.1 table 6.1-1 or 6.2-1 (firmware-validation.md §1). */
export interface MessageKind {
  readonly type: number;
  readonly name: string;
  readonly from: "host" | "reader";
  /** Names of bytes 7, 8 and 9; undefined where they are reserved and ignored. */
  readonly parameters: readonly [string | undefined, string | undefined, string | undefined];
  /** Lengths the data may have; any where left out. */
  readonly dataBytes?: readonly number[];
  /** Type of the message that answers it; left out for answers. */
  readonly answeredBy?: number;
  readonly vectors: readonly Vector<CcidFrame>[];
}

const RESERVED = [undefined, undefined, undefined] as const;
const STATUS = ["bStatus", "bError", undefined] as const;

const vector = (title: string, bytes: string, value: CcidFrame): Vector<CcidFrame> => ({ title, bytes, value });

/** Every kind, by direction. Vectors are those of firmware-validation.md §2, without the framing of the serial line. */
export const messageKinds: readonly MessageKind[] = [
  {
    type: COMMAND.iccPowerOn,
    name: "PC_to_RDR_IccPowerOn",
    from: "host",
    parameters: ["bPowerSelect", undefined, undefined],
    dataBytes: [0],
    answeredBy: ANSWER.dataBlock,
    vectors: [vector("automatic, seq 02", "62 00000000 00 02 00 0000", frame(COMMAND.iccPowerOn, { sequence: 2 }))],
  },
  {
    type: COMMAND.iccPowerOff,
    name: "PC_to_RDR_IccPowerOff",
    from: "host",
    parameters: RESERVED,
    dataBytes: [0],
    answeredBy: ANSWER.slotStatus,
    vectors: [vector("seq 03", "63 00000000 00 03 000000", frame(COMMAND.iccPowerOff, { sequence: 3 }))],
  },
  {
    type: COMMAND.getSlotStatus,
    name: "PC_to_RDR_GetSlotStatus",
    from: "host",
    parameters: RESERVED,
    dataBytes: [0],
    answeredBy: ANSWER.slotStatus,
    vectors: [vector("seq 00", "65 00000000 00 00 000000", frame(COMMAND.getSlotStatus))],
  },
  {
    type: COMMAND.xfrBlock,
    name: "PC_to_RDR_XfrBlock",
    from: "host",
    parameters: ["bBWI", "wLevelParameter", "wLevelParameter"],
    answeredBy: ANSWER.dataBlock,
    vectors: [
      vector(
        "a T=1 block, seq 05",
        "6F 04000000 00 05 00 0000 00 C0 00 C0",
        frame(COMMAND.xfrBlock, { sequence: 5, data: fromHex("00 C0 00 C0") }),
      ),
      vector("send me the next part", "6F 00000000 00 06 00 1000", frame(COMMAND.xfrBlock, { sequence: 6, b8: 0x10 })),
    ],
  },
  {
    type: COMMAND.getParameters,
    name: "PC_to_RDR_GetParameters",
    from: "host",
    parameters: RESERVED,
    dataBytes: [0],
    answeredBy: ANSWER.parameters,
    vectors: [vector("seq 01", "6C 00000000 00 01 000000", frame(COMMAND.getParameters, { sequence: 1 }))],
  },
  {
    type: COMMAND.resetParameters,
    name: "PC_to_RDR_ResetParameters",
    from: "host",
    parameters: RESERVED,
    dataBytes: [0],
    answeredBy: ANSWER.parameters,
    vectors: [vector("seq 01", "6D 00000000 00 01 000000", frame(COMMAND.resetParameters, { sequence: 1 }))],
  },
  {
    type: COMMAND.setParameters,
    name: "PC_to_RDR_SetParameters",
    from: "host",
    parameters: ["bProtocolNum", undefined, undefined],
    dataBytes: [5, 7],
    answeredBy: ANSWER.parameters,
    vectors: [
      vector(
        "T=1 seq 07",
        "61 07000000 00 07 01 0000 11 10 00 4D 00 FE 00",
        frame(COMMAND.setParameters, { sequence: 7, b7: 1, data: fromHex("11 10 00 4D 00 FE 00") }),
      ),
    ],
  },
  {
    type: COMMAND.escape,
    name: "PC_to_RDR_Escape",
    from: "host",
    parameters: RESERVED,
    answeredBy: ANSWER.escape,
    vectors: [
      vector("firmware text, seq 00", "6B 01000000 00 00 000000 02", frame(COMMAND.escape, { data: fromHex("02") })),
      vector(
        "movement notices with the answers, seq 01",
        "6B 03000000 00 01 000000 01 01 01",
        frame(COMMAND.escape, { sequence: 1, data: fromHex("01 01 01") }),
      ),
    ],
  },
  {
    type: COMMAND.iccClock,
    name: "PC_to_RDR_IccClock",
    from: "host",
    parameters: ["bClockCommand", undefined, undefined],
    dataBytes: [0],
    answeredBy: ANSWER.slotStatus,
    vectors: [vector("stop, seq 01", "6E 00000000 00 01 01 0000", frame(COMMAND.iccClock, { sequence: 1, b7: 1 }))],
  },
  {
    type: COMMAND.t0Apdu,
    name: "PC_to_RDR_T0APDU",
    from: "host",
    parameters: ["bmChanges", "bClassGetResponse", "bClassEnvelope"],
    dataBytes: [0],
    answeredBy: ANSWER.slotStatus,
    vectors: [vector("seq 01", "6A 00000000 00 01 03 00 00", frame(COMMAND.t0Apdu, { sequence: 1, b7: 3 }))],
  },
  {
    type: COMMAND.secure,
    name: "PC_to_RDR_Secure",
    from: "host",
    parameters: ["bBWI", "wLevelParameter", "wLevelParameter"],
    answeredBy: ANSWER.dataBlock,
    vectors: [
      vector(
        "verify, seq 06",
        "69 18000000 00 06 00 0000 00 1E 82 04 00 04 04 02 01 11 04 00 00 00 00 00 20 00 80 04 FF FF FF FF",
        frame(COMMAND.secure, {
          sequence: 6,
          data: fromHex("00 1E 82 04 00 04 04 02 01 11 04 00 00 00 00 00 20 00 80 04 FF FF FF FF"),
        }),
      ),
    ],
  },
  {
    type: COMMAND.mechanical,
    name: "PC_to_RDR_Mechanical",
    from: "host",
    parameters: ["bFunction", undefined, undefined],
    dataBytes: [0],
    answeredBy: ANSWER.slotStatus,
    vectors: [vector("eject, seq 01", "71 00000000 00 01 02 0000", frame(COMMAND.mechanical, { sequence: 1, b7: 2 }))],
  },
  {
    type: COMMAND.abort,
    name: "PC_to_RDR_Abort",
    from: "host",
    parameters: RESERVED,
    dataBytes: [0],
    answeredBy: ANSWER.slotStatus,
    vectors: [vector("seq 04", "72 00000000 00 04 000000", frame(COMMAND.abort, { sequence: 4 }))],
  },
  {
    type: COMMAND.setDataRateAndClockFrequency,
    name: "PC_to_RDR_SetDataRateAndClockFrequency",
    from: "host",
    parameters: RESERVED,
    dataBytes: [8],
    answeredBy: ANSWER.dataRateAndClockFrequency,
    vectors: [
      vector(
        "4000 kHz, 10752 bit/s",
        "73 08000000 00 01 000000 A00F0000 002A0000",
        frame(COMMAND.setDataRateAndClockFrequency, { sequence: 1, data: fromHex("A0 0F 00 00 00 2A 00 00") }),
      ),
    ],
  },
  {
    type: ANSWER.dataBlock,
    name: "RDR_to_PC_DataBlock",
    from: "reader",
    parameters: ["bStatus", "bError", "bChainParameter"],
    vectors: [
      vector(
        "9000, seq 05",
        "80 02000000 00 05 00 00 00 90 00",
        frame(ANSWER.dataBlock, { sequence: 5, data: fromHex("90 00") }),
      ),
      vector(
        "time extension, wait 2 times",
        "80 00000000 00 05 80 02 00",
        frame(ANSWER.dataBlock, { sequence: 5, b7: 0x80, b8: 2 }),
      ),
    ],
  },
  {
    type: ANSWER.slotStatus,
    name: "RDR_to_PC_SlotStatus",
    from: "reader",
    parameters: ["bStatus", "bError", "bClockStatus"],
    dataBytes: [0],
    vectors: [
      vector("absent", "81 00000000 00 00 02 00 00", frame(ANSWER.slotStatus, { b7: 2 })),
      vector("absent, the failed form", "81 00000000 00 00 42 FE 00", frame(ANSWER.slotStatus, { b7: 0x42, b8: 0xfe })),
      vector("present without power", "81 00000000 00 00 01 00 00", frame(ANSWER.slotStatus, { b7: 1 })),
      vector(
        "slot busy, seq 08",
        "81 00000000 00 08 40 E0 00",
        frame(ANSWER.slotStatus, { sequence: 8, b7: 0x40, b8: 0xe0 }),
      ),
      vector(
        "not supported, seq 09",
        "81 00000000 00 09 40 00 00",
        frame(ANSWER.slotStatus, { sequence: 9, b7: 0x40 }),
      ),
      vector(
        "no slot 5, seq 0A",
        "81 00000000 05 0A 42 05 00",
        frame(ANSWER.slotStatus, { slot: 5, sequence: 10, b7: 0x42, b8: 5 }),
      ),
    ],
  },
  {
    type: ANSWER.parameters,
    name: "RDR_to_PC_Parameters",
    from: "reader",
    parameters: ["bStatus", "bError", "bProtocolNum"],
    dataBytes: [0, 5, 7],
    vectors: [
      vector(
        "T=1, seq 07",
        "82 07000000 00 07 00 00 01 11 10 00 4D 00 FE 00",
        frame(ANSWER.parameters, { sequence: 7, b9: 1, data: fromHex("11 10 00 4D 00 FE 00") }),
      ),
    ],
  },
  {
    type: ANSWER.escape,
    name: "RDR_to_PC_Escape",
    from: "reader",
    parameters: STATUS,
    vectors: [vector("text", "83 03000000 00 00 000000 53 49 4D", frame(ANSWER.escape, { data: fromHex("53 49 4D") }))],
  },
  {
    type: ANSWER.dataRateAndClockFrequency,
    name: "RDR_to_PC_DataRateAndClockFrequency",
    from: "reader",
    parameters: STATUS,
    dataBytes: [0, 8],
    vectors: [
      vector(
        "4000 kHz, 10752 bit/s",
        "84 08000000 00 01 000000 A00F0000 002A0000",
        frame(ANSWER.dataRateAndClockFrequency, { sequence: 1, data: fromHex("A0 0F 00 00 00 2A 00 00") }),
      ),
    ],
  },
];

const byType = new Map(messageKinds.map((kind) => [kind.type, kind]));

/** The kind of a message; undefined for types the standard does not know. */
export const kindOf = (type: number): MessageKind | undefined => byType.get(type);
