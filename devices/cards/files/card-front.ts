import { ascii, concat, latin1 } from "../../../simulator/kernel/bytes.ts";
import { type CivilDate, isCivilDate } from "../../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import type { Codec } from "../../../simulator/kernel/vector.ts";
import { decodeFirstTlv, decodeTlvs, encodeTlv } from "../../iso7816/ber-tlv.ts";

/** The front of the card as EF 0002 of the surface application holds it (my-number-card.md §1.4). */
export interface CardFront {
  readonly birthdate: CivilDate;
  readonly sex: string;
  /** DF24: the card's own RSA key, exponent 010001. */
  readonly modulus: Uint8Array;
  /** DF25, DF26: name and address exist here only as pictures (PNG, 1 bit a pixel). */
  readonly namePicture: Uint8Array;
  readonly addressPicture: Uint8Array;
  /** DF27: the face as greyscale JPEG 2000; empty on a card without a photo. */
  readonly photo: Uint8Array;
  /** DF28: the issuer's signature over DF22 to DF27. */
  readonly signature: Uint8Array;
  /** DF29, not signed. */
  readonly expiry: CivilDate;
  /** DF2A, not signed: the security code as a picture. */
  readonly securityCodePicture: Uint8Array;
}

const OUTER = 0xff20;
const TABLE = 0xdf21;
const EXPONENT = Uint8Array.of(0x90, 0x03, 0x01, 0x00, 0x01);

/** Encodes with the offset table DF21: one 16-bit offset an entry, counted from the first byte of the file to its tag. */
export const cardFront: Codec<CardFront> = {
  encode(front) {
    const entries = [
      encodeTlv(0xdf22, ascii(front.birthdate)),
      encodeTlv(0xdf23, ascii(front.sex)),
      encodeTlv(0xdf24, EXPONENT, encodeTlv(0x91, front.modulus)),
      encodeTlv(0xdf25, front.namePicture),
      encodeTlv(0xdf26, front.addressPicture),
      encodeTlv(0xdf27, front.photo),
      encodeTlv(0xdf28, front.signature),
      encodeTlv(0xdf29, ascii(front.expiry)),
      encodeTlv(0xdf2a, front.securityCodePicture),
    ];
    const body = concat(...entries);
    const tableBytes = 3 + entries.length * 2;
    const headerBytes = encodeTlv(OUTER, new Uint8Array(tableBytes + body.length)).length - tableBytes - body.length;
    let offset = headerBytes + tableBytes;
    const table = entries.flatMap((entry) => {
      const here = offset;
      offset += entry.length;
      return [here >> 8, here & 255];
    });
    return encodeTlv(OUTER, encodeTlv(TABLE, Uint8Array.from(table)), body);
  },
  decode(bytes) {
    const outer = decodeFirstTlv(bytes);
    if (outer.tag !== OUTER) throw new MisuseError("card front", "the file does not begin with FF20");
    const values = new Map(decodeTlvs(outer.value).map(({ tag, value }) => [tag, value]));
    const of = (tag: number): Uint8Array => {
      const value = values.get(tag);
      if (value === undefined)
        throw new MisuseError("card front", `entry ${tag.toString(16).toUpperCase()} is missing`);
      return value;
    };
    const day = (tag: number): CivilDate => {
      const digits = latin1(of(tag));
      if (!isCivilDate(digits))
        throw new MisuseError("card front", `entry ${tag.toString(16).toUpperCase()} is no date`);
      return digits;
    };
    const key = new Map(decodeTlvs(of(0xdf24)).map(({ tag, value }) => [tag, value]));
    return {
      birthdate: day(0xdf22),
      sex: latin1(of(0xdf23)),
      modulus: key.get(0x91) ?? new Uint8Array(0),
      namePicture: of(0xdf25),
      addressPicture: of(0xdf26),
      photo: of(0xdf27),
      signature: of(0xdf28),
      expiry: day(0xdf29),
      securityCodePicture: of(0xdf2a),
    };
  },
};
