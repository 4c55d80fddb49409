/**
 * What travels between reader (PCD) and card (PICC) of Type B, one kind a name of the standard: activation of
 * ISO/IEC 14443-3 and the blocks of ISO/IEC 14443-4. Bytes in firmware-validation.md §6; every frame ends with CRC_B.
 */

interface RequestFields {
  /** Application family; 00 is every card. */
  readonly afi: number;
  /** A card draws one of so many slots and answers in it. */
  readonly slots: 1 | 2 | 4 | 8 | 16;
  /** The reader understands an ATQB with a fourth protocol byte. */
  readonly extendedAtqb: boolean;
}
/** Asks who is there: REQB wakes idle cards, WUPB those in HALT as well. */
export type Request = (RequestFields & { readonly kind: "REQB" }) | (RequestFields & { readonly kind: "WUPB" });

/** Begins slot 2…16; slot 1 begins with the request itself. */
export interface SlotMarker {
  readonly kind: "SLOT-MARKER";
  readonly slot: number;
}

/** Answer to a request: who I am and what I can. Three protocol bytes, or four with {@link Atqb.extension}. */
export interface Atqb {
  readonly kind: "ATQB";
  /** Pseudo-unique identifier, 4 bytes. */
  readonly pupi: Uint8Array;
  /** Application data, 4 bytes. */
  readonly application: Uint8Array;
  /** Protocol byte 1. */
  readonly bitRates: number;
  /** High half of byte 2: code of the longest frame the card takes. */
  readonly maxFrameCode: number;
  /** Low half of byte 2; bit 0 is set by a card that speaks ISO/IEC 14443-4. */
  readonly protocolType: number;
  /** High half of byte 3: frame waiting time integer. */
  readonly fwi: number;
  /** Bits 3 and 2 of byte 3: how the application data are coded. */
  readonly applicationCoding: number;
  /** Bits 1 (NAD) and 0 (CID) of byte 3. */
  readonly frameOptions: number;
  /** Byte 4 of the extended form. */
  readonly extension?: number;
}

/** Chooses the card with this PUPI and opens the block protocol. */
export interface Attrib {
  readonly kind: "ATTRIB";
  readonly pupi: Uint8Array;
  /** P1: guard times and delimiters the reader can do without. */
  readonly timing: number;
  /** High half of P2. */
  readonly bitRates: number;
  /** Low half of P2: code of the longest frame the reader takes. */
  readonly fsdi: number;
  /** P3, as the card said it. */
  readonly protocolType: number;
  /** P4: the number the card goes by in blocks. */
  readonly cid: number;
}

/** Answer to ATTRIB. */
export interface AttribAnswer {
  readonly kind: "ATTRIB-ANSWER";
  /** Maximum buffer length index; 0 says nothing. */
  readonly mbli: number;
  readonly cid: number;
}

/** Sends the card with this PUPI to HALT, where only WUPB wakes it. */
export interface Hltb {
  readonly kind: "HLTB";
  readonly pupi: Uint8Array;
}

/** Answer to HLTB. */
export interface HltbAnswer {
  readonly kind: "HLTB-ANSWER";
}

interface Addressed {
  /** 0…14; left out where the block has none. */
  readonly cid?: number;
}

/** Numbers of blocks alternate. */
export type BlockNumber = 0 | 1;

/** Part of an APDU; `more` where others follow. */
export interface IBlock extends Addressed {
  readonly kind: "I";
  readonly number: BlockNumber;
  readonly more: boolean;
  readonly inf: Uint8Array;
}

interface RFields extends Addressed {
  readonly number: BlockNumber;
}
/** Acknowledges, or says that nothing readable came. */
export type RBlock = (RFields & { readonly kind: "R(ACK)" }) | (RFields & { readonly kind: "R(NAK)" });

/** The card asks for `factor` times the waiting time; the reader grants it with the same factor. */
export interface WtxBlock extends Addressed {
  readonly kind: "S(WTX)";
  readonly factor: number;
}

/** Ends the block protocol; request and answer are the same. */
export interface DeselectBlock extends Addressed {
  readonly kind: "S(DESELECT)";
}

/** A block of ISO/IEC 14443-4. */
export type Block = IBlock | RBlock | WtxBlock | DeselectBlock;

/** Any frame. */
export type Frame = Request | SlotMarker | Atqb | Attrib | AttribAnswer | Hltb | HltbAnswer | Block;
export type FrameKind = Frame["kind"];
/** The frame of a kind. */
export type FrameOf<K extends FrameKind> = Extract<Frame, { readonly kind: K }>;

/** Why bytes are no frame. */
export type FrameDefectName =
  /** No room for a CRC behind a byte. */
  | "too-short"
  /** More than 256 bytes. */
  | "too-long"
  | "bad-crc"
  /** The first byte begins nothing that was expected. */
  | "unexpected"
  /** It begins well and has the wrong number of bytes. */
  | "wrong-length"
  /** Bits the standard keeps for later are set. */
  | "reserved-bits"
  /** A block with a node address, which neither side here offered. */
  | "node-address";

/** Bytes that are no frame, as a value. */
export interface FrameDefect {
  readonly kind: "defect";
  readonly what: FrameDefectName;
}
