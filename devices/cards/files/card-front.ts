import { type TlvRecord, tlv, tlvAscii, tlvBytes, tlvDate, tlvPublicKey, tlvTable } from "../../iso7816/tlv-table.ts";

/** Entries of EF 0002 of the surface application behind the offset table DF21 (my-number-card.md §1.4). */
const entries = {
  birthdate: tlv(0xdf22, tlvDate),
  sex: tlv(0xdf23, tlvAscii),
  /** The card's own RSA key for internal authentication. */
  modulus: tlv(0xdf24, tlvPublicKey),
  /** Name and address exist here only as pictures (PNG, 1 bit a pixel). */
  namePicture: tlv(0xdf25, tlvBytes),
  addressPicture: tlv(0xdf26, tlvBytes),
  /** The face as greyscale JPEG 2000; empty on a card without a photo. */
  photo: tlv(0xdf27, tlvBytes),
  /** The issuer's signature over DF22 to DF27. */
  signature: tlv(0xdf28, tlvBytes),
  /** Not signed. */
  expiry: tlv(0xdf29, tlvDate),
  /** Not signed: the security code as a picture. */
  securityCodePicture: tlv(0xdf2a, tlvBytes),
};

/** The front of the card as EF 0002 of the surface application holds it. */
export type CardFront = Readonly<TlvRecord<typeof entries>>;

/** `FF20 { DF21 offsets, DF22 … DF2A }`. */
export const cardFront = tlvTable("card front", 0xff20, entries, 0xdf21);
