import { layout, u8, u16be, u16le, u32le } from "../../simulator/kernel/layout.ts";
import type { Vector } from "../../simulator/kernel/vector.ts";

/** The CCID functional descriptor, 54 bytes, of one slot's interface (USB CCID 1.1 §5.1; firmware-validation.md §1.3). */
export const functionalDescriptor = layout({
  bLength: u8,
  bDescriptorType: u8,
  bcdCCID: u16le,
  bMaxSlotIndex: u8,
  bVoltageSupport: u8,
  dwProtocols: u32le,
  dwDefaultClock: u32le,
  dwMaximumClock: u32le,
  bNumClockSupported: u8,
  dwDataRate: u32le,
  dwMaxDataRate: u32le,
  bNumDataRatesSupported: u8,
  dwMaxIFSD: u32le,
  dwSynchProtocols: u32le,
  dwMechanical: u32le,
  dwFeatures: u32le,
  dwMaxCCIDMessageLength: u32le,
  bClassGetResponse: u8,
  bClassEnvelope: u8,
  wLcdLayout: u16be,
  bPINSupport: u8,
  bMaxCCIDBusySlots: u8,
});

/** A decoded functional descriptor. */
export type FunctionalDescriptor = ReturnType<typeof functionalDescriptor.decode>;

/** bLength and bDescriptorType of every functional descriptor. */
export const DESCRIPTOR_HEAD = { bLength: 54, bDescriptorType: 0x21, bcdCCID: 0x0110 } as const;
/** bPINSupport: verification, modification. */
export const PIN_SUPPORT = { verify: 1, modify: 2 } as const;

/** Proof of the layout: two slots, T=1, extended APDUs, a PIN pad (arithmetic of ours). */
export const descriptorVectors: readonly Vector<FunctionalDescriptor>[] = [
  {
    title: "two slots, T=1, extended APDUs, PIN verification",
    bytes:
      "36 21 1001 01 07 02000000 A00F0000 A00F0000 01 002A0000 05500100 04 FE000000 00000000 00000000 BE000400 0C000100 FF FF 0000 01 01",
    value: {
      ...DESCRIPTOR_HEAD,
      bMaxSlotIndex: 1,
      bVoltageSupport: 7,
      dwProtocols: 2,
      dwDefaultClock: 4_000,
      dwMaximumClock: 4_000,
      bNumClockSupported: 1,
      dwDataRate: 10_752,
      dwMaxDataRate: 86_021,
      bNumDataRatesSupported: 4,
      dwMaxIFSD: 254,
      dwSynchProtocols: 0,
      dwMechanical: 0,
      dwFeatures: 0x0004_00be,
      dwMaxCCIDMessageLength: 65_548,
      bClassGetResponse: 0xff,
      bClassEnvelope: 0xff,
      wLcdLayout: 0,
      bPINSupport: 1,
      bMaxCCIDBusySlots: 1,
    },
  },
];
