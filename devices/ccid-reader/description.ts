import { DESCRIPTOR_HEAD, functionalDescriptor, PIN_SUPPORT } from "../ccid/descriptor.ts";
import type { CommandDecisions } from "./decisions.ts";
import { featuresOf, type ReaderIdentity } from "./identity.ts";

/** What a reader tells of itself over USB's control pipe. */
export interface Description {
  /** The functional descriptor of a slot's interface, 54 bytes. */
  descriptor(slot: number): Uint8Array;
  /** Rates it can set, four bytes each, least significant first (GET_DATA_RATES). */
  dataRates(slot: number): Uint8Array;
}

const ALL_VOLTAGES = 7;
const T1_PROTOCOL = 2;
const MAX_IFSD = 254;
const ONE_CLOCK = 1;
/** bClassGetResponse, bClassEnvelope: the class of the command is taken. */
const CLASS_OF_COMMAND = 0xff;

/** The description of a reader by its identity. */
export function describe(identity: ReaderIdentity, slots: number, decisions: CommandDecisions): Description {
  const { clockKhz, dataRatesBps, maxMessageBytes, pinPad } = identity;
  const declared = {
    ...DESCRIPTOR_HEAD,
    bMaxSlotIndex: slots - 1,
    bVoltageSupport: ALL_VOLTAGES,
    dwProtocols: T1_PROTOCOL,
    dwDefaultClock: clockKhz,
    dwMaximumClock: clockKhz,
    bNumClockSupported: ONE_CLOCK,
    dwDataRate: dataRatesBps[0] ?? 0,
    dwMaxDataRate: dataRatesBps.at(-1) ?? 0,
    bNumDataRatesSupported: dataRatesBps.length,
    dwMaxIFSD: MAX_IFSD,
    dwSynchProtocols: 0,
    dwMechanical: 0,
    dwFeatures: featuresOf(identity),
    dwMaxCCIDMessageLength: maxMessageBytes,
    bClassGetResponse: CLASS_OF_COMMAND,
    bClassEnvelope: CLASS_OF_COMMAND,
    wLcdLayout: 0,
    bPINSupport: pinPad ? PIN_SUPPORT.verify : 0,
    bMaxCCIDBusySlots: slots,
  };
  return {
    descriptor: () => functionalDescriptor.encode(decisions.descriptor(declared)),
    dataRates() {
      const bytes = new Uint8Array(dataRatesBps.length * 4);
      const view = new DataView(bytes.buffer);
      for (const [index, rate] of dataRatesBps.entries()) view.setUint32(index * 4, rate, true);
      return bytes;
    },
  };
}
