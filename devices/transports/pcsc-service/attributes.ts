import { PROTOCOL } from "./constants.ts";
import type { SharedReader } from "./shared-reader.ts";

/** Attributes a program may ask for (`reader.h` of libpcsclite-dev 1.9.9; meanings from PC/SC part 3 §3.1.1). */
const ATTRIBUTE = {
  vendorName: 0x0001_0100,
  vendorIfdType: 0x0001_0101,
  vendorIfdVersion: 0x0001_0102,
  vendorIfdSerialNumber: 0x0001_0103,
  channelId: 0x0002_0110,
  asyncProtocolTypes: 0x0003_0120,
  currentProtocolType: 0x0008_0201,
  iccPresence: 0x0009_0300,
  iccInterfaceStatus: 0x0009_0301,
  atrString: 0x0009_0303,
  deviceFriendlyName: 0x7fff_0003,
  deviceSystemName: 0x7fff_0004,
} as const;

/** DDDD of the channel id 0xDDDDCCCC: F0 to FF are the maker's own (PC/SC part 3 §3.1.1). */
const CHANNEL_OF_OUR_OWN = 0x00f0_0000;
/** 0xMMmmbbbb. Ours. */
const IFD_VERSION = 0x0100_0000;
/** Bit 1 is T=1, which is all the emulated card speaks. */
const T1_ONLY = 0x0000_0002;
/** "Present, but not swallowed": 2 where the reader cannot say more (PC/SC part 3 §3.1.1, ICC presence). */
const ICC_PRESENT = 2;

type Value = (reader: SharedReader) => Uint8Array;

const values: ReadonlyMap<number, Value> = new Map<number, Value>([
  [ATTRIBUTE.vendorName, () => text("Madoguchi")],
  [ATTRIBUTE.vendorIfdType, () => text("Emulated reader")],
  [ATTRIBUTE.vendorIfdVersion, () => dword(IFD_VERSION)],
  [ATTRIBUTE.vendorIfdSerialNumber, ({ index }) => text(String(index).padStart(4, "0"))],
  [ATTRIBUTE.channelId, ({ index }) => dword(CHANNEL_OF_OUR_OWN + index)],
  [ATTRIBUTE.asyncProtocolTypes, () => dword(T1_ONLY)],
  [ATTRIBUTE.currentProtocolType, ({ protocol }) => dword(protocol === PROTOCOL.t1 ? T1_ONLY : 0)],
  [ATTRIBUTE.iccPresence, ({ slot }) => Uint8Array.of(slot.present ? ICC_PRESENT : 0)],
  [ATTRIBUTE.iccInterfaceStatus, ({ powered }) => Uint8Array.of(powered ? 1 : 0)],
  [ATTRIBUTE.atrString, ({ atr }) => atr],
  [ATTRIBUTE.deviceFriendlyName, ({ slot }) => text(slot.reader)],
  [ATTRIBUTE.deviceSystemName, ({ slot }) => text(slot.reader)],
]);

/** An attribute of a reader, or undefined when this reader has no such thing. The ATR of an empty reader has no bytes. */
export function attributeOf(reader: SharedReader, attribute: number): Uint8Array | undefined {
  return values.get(attribute)?.(reader);
}

/** Texts end with a zero, which counts. */
const text = (value: string): Uint8Array => Uint8Array.from(Buffer.from(`${value}\0`, "utf8"));

function dword(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
