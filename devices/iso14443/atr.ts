import { concat, fromHex } from "../../simulator/kernel/bytes.ts";
import { type Atr, hasValidTck, isContactless, MY_NUMBER_ATRS } from "../iso7816/atr.ts";
import type { Atqb } from "./frame.ts";
import { frameRows } from "./frame-rows.ts";

/** What a card says of itself, but for the PUPI it draws: an ATQB, and MBLI of its answer to ATTRIB. */
export interface TypeBCard extends Omit<Atqb, "kind" | "pupi"> {
  readonly mbli: number;
}

/** TS, T0 with eight historical bytes, TD1, TD2. */
const HEAD = fromHex("3B 88 80 01");
/** Bytes 5–11 of ATQB: application and the three protocol bytes that both its forms have. */
const ATQB_BYTES = { from: 5, to: 12 } as const;
const NO_PUPI = new Uint8Array(4);

/**
 * The ATR a PC/SC reader makes of a Type B card (firmware-validation.md §6): `3B 88 80 01`, bytes 5–11 of ATQB, MBLI in the
 * high half of a byte, TCK. A fourth protocol byte is left out.
 */
export function atrOfTypeB(atqb: Omit<Atqb, "kind" | "pupi">, mbli: number): Atr {
  const said = frameRows.ATQB.encode({ ...atqb, kind: "ATQB", pupi: NO_PUPI });
  const open = concat(HEAD, said.subarray(ATQB_BYTES.from, ATQB_BYTES.to), Uint8Array.of(mbli << 4));
  return concat(open, Uint8Array.of(open.subarray(1).reduce((sum, byte) => sum ^ byte, 0)));
}

/** The way back: the card whose ATR this is; undefined for an ATR that is not made of a Type B card. */
export function typeBCardOf(atr: Atr): TypeBCard | undefined {
  const [length, low] = [HEAD.length + 9, (atr[11] ?? 0) & 15];
  if (!isContactless(atr) || atr[1] !== HEAD[1] || atr.length !== length || low !== 0 || !hasValidTck(atr)) {
    return undefined;
  }
  const body = concat(Uint8Array.of(0x50), NO_PUPI, atr.subarray(HEAD.length, 11));
  const read = frameRows.ATQB.decode(body);
  if (typeof read !== "object") return undefined;
  const { kind: _kind, pupi: _pupi, ...said } = read;
  return { ...said, mbli: (atr[11] ?? 0) >> 4 };
}

/** Cards and their ATRs: the example of firmware-validation.md §6 and the My Number cards of my-number-card.md §3.2. */
export const atrVectors: readonly { readonly title: string; readonly card: TypeBCard; readonly atr: Atr }[] = [
  {
    title: "the example",
    card: {
      application: fromHex("00 00 00 00"),
      bitRates: 0x33,
      maxFrameCode: 8,
      protocolType: 1,
      fwi: 8,
      applicationCoding: 0,
      frameOptions: 1,
      mbli: 0,
    },
    atr: fromHex("3B 88 80 01 00 00 00 00 33 81 81 00 3A"),
  },
  {
    title: "My Number card, FWI 10",
    card: {
      application: fromHex("00 00 05 E0"),
      bitRates: 0xb3,
      maxFrameCode: 8,
      protocolType: 1,
      fwi: 10,
      applicationCoding: 0,
      frameOptions: 1,
      mbli: 0,
    },
    atr: MY_NUMBER_ATRS.contactless,
  },
  {
    title: "My Number card, FWI 13",
    card: {
      application: fromHex("00 4B 51 FF"),
      bitRates: 0xb3,
      maxFrameCode: 8,
      protocolType: 1,
      fwi: 13,
      applicationCoding: 0,
      frameOptions: 1,
      mbli: 0,
    },
    atr: MY_NUMBER_ATRS.contactlessFwi13,
  },
  {
    title: "MBLI 3, frames of 16 bytes, application coded by CRC",
    card: {
      application: fromHex("00 12 34 56"),
      bitRates: 0,
      maxFrameCode: 0,
      protocolType: 1,
      fwi: 4,
      applicationCoding: 1,
      frameOptions: 0,
      mbli: 3,
    },
    atr: fromHex("3B 88 80 01 00 12 34 56 00 01 44 30 0C"),
  },
];
