import { type RecordOf, raw, u32le } from "../../../simulator/kernel/layout.ts";
import type { Vector } from "../../../simulator/kernel/vector.ts";
import { MAX_ATR_BYTES, MAX_ATTRIBUTE_BYTES, READER_NAME_BYTES } from "./constants.ts";
import { cString, struct } from "./struct.ts";

/**
 * The messages of pcsc-lite's client socket, protocols 4:4 to 4:6 (`winscard_msg.h` and `eventhandler.h` of pcsc-lite
 * 1.9.9 and 2.3.3; what 4:6 added was seen from libpcsclite 2.5.3). A message is a header and a struct; the answer is the
 * same struct with results filled in, without a header. Numbers stand as the machine has them: little-endian here.
 * Big-endian hosts are out of scope.
 */

const atr = raw(MAX_ATR_BYTES);
const zeros = (count: number): string => "00".repeat(count);
const READER_HEX = `4D616461 ${zeros(READER_NAME_BYTES - 4)}`;

/** `struct rxHeader`: bytes that follow, then the command. The data of TRANSMIT and CONTROL are not counted in. */
export const header = struct(
  { size: u32le, command: u32le },
  { title: "version", bytes: "0C000000 11000000", value: { size: 12, command: 0x11 } },
);

/** `READER_STATE`: one row of the readers' table. `eventCounter` counts insertions and removals, 16 bits of it. */
export const readerState = struct(
  {
    reader: cString(READER_NAME_BYTES),
    eventCounter: u32le,
    cardState: u32le,
    sharing: u32le,
    atr,
    filler: raw(3),
    atrLength: u32le,
    protocol: u32le,
  },
  {
    title: "card in exclusive use",
    bytes: `${READER_HEX} 01000000 34000000 FFFFFFFF 3BE000FF8131FE4514 ${zeros(24)} 000000 09000000 02000000`,
    value: {
      reader: "Mada",
      eventCounter: 1,
      cardState: 0x34,
      sharing: 0xffff_ffff,
      atr: Uint8Array.from(Buffer.from(`3BE000FF8131FE4514${zeros(24)}`, "hex")),
      filler: new Uint8Array(3),
      atrLength: 9,
      protocol: 2,
    },
  },
);

/** Every request, under the name of its call, with the command of its header. */
export const messages = {
  /** SCardEstablishContext */
  establishContext: {
    command: 0x01,
    ...struct(
      { scope: u32le, context: u32le, returnCode: u32le },
      {
        title: "system scope",
        bytes: "02000000 00000000 00000000",
        value: { scope: 2, context: 0, returnCode: 0 },
      },
    ),
  },
  /** SCardReleaseContext */
  releaseContext: {
    command: 0x02,
    ...struct(
      { context: u32le, returnCode: u32le },
      { title: "unknown context", bytes: "2A000000 03001080", value: { context: 42, returnCode: 0x8010_0003 } },
    ),
  },
  /** SCardConnect */
  connect: {
    command: 0x04,
    ...struct(
      {
        context: u32le,
        reader: cString(READER_NAME_BYTES),
        shareMode: u32le,
        preferredProtocols: u32le,
        handle: u32le,
        activeProtocol: u32le,
        returnCode: u32le,
      },
      {
        title: "shared, T=0 or T=1",
        bytes: `2A000000 ${READER_HEX} 02000000 03000000 00000000 00000000 00000000`,
        value: {
          context: 42,
          reader: "Mada",
          shareMode: 2,
          preferredProtocols: 3,
          handle: 0,
          activeProtocol: 0,
          returnCode: 0,
        },
      },
    ),
  },
  /** SCardReconnect */
  reconnect: {
    command: 0x05,
    ...struct(
      {
        handle: u32le,
        shareMode: u32le,
        preferredProtocols: u32le,
        initialization: u32le,
        activeProtocol: u32le,
        returnCode: u32le,
      },
      {
        title: "shared, T=1, reset",
        bytes: "07000000 02000000 02000000 01000000 00000000 00000000",
        value: {
          handle: 7,
          shareMode: 2,
          preferredProtocols: 2,
          initialization: 1,
          activeProtocol: 0,
          returnCode: 0,
        },
      },
    ),
  },
  /** SCardDisconnect */
  disconnect: {
    command: 0x06,
    ...struct(
      { handle: u32le, disposition: u32le, returnCode: u32le },
      { title: "unpower", bytes: "07000000 02000000 00000000", value: { handle: 7, disposition: 2, returnCode: 0 } },
    ),
  },
  /** SCardBeginTransaction */
  beginTransaction: {
    command: 0x07,
    ...struct(
      { handle: u32le, returnCode: u32le },
      { title: "sharing violation", bytes: "07000000 0B001080", value: { handle: 7, returnCode: 0x8010_000b } },
    ),
  },
  /** SCardEndTransaction */
  endTransaction: {
    command: 0x08,
    ...struct(
      { handle: u32le, disposition: u32le, returnCode: u32le },
      { title: "leave", bytes: "07000000 00000000 00000000", value: { handle: 7, disposition: 0, returnCode: 0 } },
    ),
  },
  /** SCardTransmit; `sendLength` bytes of command follow, and after a good answer `receiveLength` bytes of response. */
  transmit: {
    command: 0x09,
    ...struct(
      {
        handle: u32le,
        sendProtocol: u32le,
        sendPciLength: u32le,
        sendLength: u32le,
        receiveProtocol: u32le,
        receivePciLength: u32le,
        receiveLength: u32le,
        returnCode: u32le,
      },
      {
        title: "five bytes over T=1",
        bytes: "07000000 02000000 10000000 05000000 03000000 10000000 02010000 00000000",
        value: {
          handle: 7,
          sendProtocol: 2,
          sendPciLength: 16,
          sendLength: 5,
          receiveProtocol: 3,
          receivePciLength: 16,
          receiveLength: 258,
          returnCode: 0,
        },
      },
    ),
  },
  /** SCardControl; `sendLength` bytes of input follow, and after a good answer `bytesReturned` bytes of output. */
  control: {
    command: 0x0a,
    ...struct(
      {
        handle: u32le,
        controlCode: u32le,
        sendLength: u32le,
        receiveLength: u32le,
        bytesReturned: u32le,
        returnCode: u32le,
      },
      {
        title: "features of the reader",
        bytes: "07000000 480D0042 00000000 00010000 00000000 00000000",
        value: {
          handle: 7,
          controlCode: 0x4200_0d48,
          sendLength: 0,
          receiveLength: 256,
          bytesReturned: 0,
          returnCode: 0,
        },
      },
    ),
  },
  /** SCardStatus; what it tells stands in the readers' table. */
  status: {
    command: 0x0b,
    ...struct(
      { handle: u32le, returnCode: u32le },
      { title: "reset card", bytes: "07000000 68001080", value: { handle: 7, returnCode: 0x8010_0068 } },
    ),
  },
  /** SCardCancel, sent over a connection of its own. */
  cancel: {
    command: 0x0d,
    ...struct(
      { context: u32le, returnCode: u32le },
      { title: "one context", bytes: "2A000000 00000000", value: { context: 42, returnCode: 0 } },
    ),
  },
  /** SCardGetAttrib */
  getAttribute: { command: 0x0f, ...struct(...attributeStruct()) },
  /** SCardSetAttrib */
  setAttribute: { command: 0x10, ...struct(...attributeStruct()) },
  /** First message of SCardEstablishContext. */
  version: {
    command: 0x11,
    ...struct(
      { major: u32le, minor: u32le, returnCode: u32le },
      { title: "4:4", bytes: "04000000 04000000 00000000", value: { major: 4, minor: 4, returnCode: 0 } },
    ),
  },
  /** Asks for the readers' table. */
  getReaderStates: { command: 0x12, ...struct({}) },
  /** Asks for one {@link stateChange} when the readers' table becomes another; up to 4:5 the answer is the table. */
  waitReaderStateChange: { command: 0x13, ...struct({}) },
  /** Takes {@link messages.waitReaderStateChange} back; answered by {@link stateChange} unless that was sent already. */
  stopWaiting: { command: 0x14, ...struct({}) },
  /** Asks how often a reader came or went; since 4:5. The answer is {@link readerEvents}. */
  getReaderEvents: { command: 0x15, ...struct({}) },
  /** Asks how many rows {@link messages.getReaderStatesArray} will bring; since 4:6. */
  getReaderStatesSize: { command: 0x16, ...struct({}) },
  /** Asks for the readers' table; since 4:6. */
  getReaderStatesArray: { command: 0x17, ...struct({}) },
} as const;

/** `struct wait_reader_state_change`: the end of a wait. */
export const stateChange = struct(
  { timeoutMs: u32le, returnCode: u32le },
  { title: "cancelled", bytes: "00000000 02001080", value: { timeoutMs: 0, returnCode: 0x8010_0002 } },
);

/** `struct get_reader_events` */
export const readerEvents = struct(
  { count: u32le, returnCode: u32le },
  { title: "two", bytes: "02000000 00000000", value: { count: 2, returnCode: 0 } },
);

/** Rows of the readers' table, an `int32_t`. */
export const rowCount = struct({ rows: u32le }, { title: "sixteen", bytes: "10000000", value: { rows: 16 } });

function attributeStruct() {
  const fields = {
    handle: u32le,
    attribute: u32le,
    value: raw(MAX_ATTRIBUTE_BYTES),
    valueLength: u32le,
    returnCode: u32le,
  };
  const vector: Vector<RecordOf<typeof fields>> = {
    title: "ATR",
    bytes: `07000000 03030900 ${zeros(MAX_ATTRIBUTE_BYTES)} 08010000 00000000`,
    value: {
      handle: 7,
      attribute: 0x0009_0303,
      value: new Uint8Array(MAX_ATTRIBUTE_BYTES),
      valueLength: 264,
      returnCode: 0,
    },
  };
  return [fields, vector] as const;
}
