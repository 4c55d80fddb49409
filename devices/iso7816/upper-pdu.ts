import { concat } from "../../simulator/kernel/bytes.ts";
import { layout, u16be, u32be } from "../../simulator/kernel/layout.ts";

/** LINKTYPE_WIRESHARK_UPPER_PDU: packets that name the dissector they are for. */
export const UPPER_PDU = 252;

/** What stands before a packet of link type {@link UPPER_PDU}. */
export interface UpperPduHeader {
  /** Wireshark's name of the dissector. */
  readonly dissector: string;
  /** Sent and received from the interface's side; the dissector `iso7816` needs it. */
  readonly direction?: "sent" | "received";
  /** What the column "Protocol" says, for a dissector that says nothing. */
  readonly protocolColumn?: string;
}

/** Tags of Wireshark's exported_pdu_tlvs.h. Big-endian, unlike the file around it. */
const TAG = { dissectorName: 12, protocolColumn: 33, direction: 35, end: 0 } as const;
const DIRECTION = { sent: 0, received: 1 } as const;
const NOTHING = new Uint8Array(0);

const head = layout({ tag: u16be, lengthBytes: u16be });

/** The header as bytes; the packet follows at once. */
export function encodeUpperPdu({ dissector, direction, protocolColumn }: UpperPduHeader): Uint8Array {
  return concat(
    element(TAG.dissectorName, text(dissector)),
    protocolColumn === undefined ? NOTHING : element(TAG.protocolColumn, text(protocolColumn)),
    direction === undefined ? NOTHING : element(TAG.direction, u32be.write(DIRECTION[direction])),
    element(TAG.end, NOTHING),
  );
}

/** Headers and the bytes they become. */
export const upperPduVectors: readonly { readonly value: UpperPduHeader; readonly bytes: string }[] = [
  {
    value: { dissector: "iso7816", direction: "sent" },
    bytes: "000C 0008 69736F37383136 00 0023 0004 00000000 0000 0000",
  },
  {
    value: { dissector: "iso7816", direction: "received" },
    bytes: "000C 0008 69736F37383136 00 0023 0004 00000001 0000 0000",
  },
  {
    value: { dissector: "data", protocolColumn: "field" },
    bytes: "000C 0004 64617461 0021 0008 6669656C64 000000 0000 0000",
  },
];

const element = (tag: number, value: Uint8Array): Uint8Array =>
  concat(head.encode({ tag, lengthBytes: value.length }), value);

/** Filled up with NUL to 32 bits, as Wireshark itself does; the NULs count. */
function text(value: string): Uint8Array {
  const bytes = new TextEncoder().encode(value);
  return concat(bytes, new Uint8Array(-bytes.length & 3));
}
