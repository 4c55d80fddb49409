import { concat } from "../../../simulator/kernel/bytes.ts";
import { encodeTlv } from "../../iso7816/ber-tlv.ts";
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

/** What of the front is signed: expiry and security code are not. */
export type SignedFront = Omit<CardFront, "signature" | "expiry" | "securityCodePicture">;

/**
 * The three groups of entries that the issuer hashes one by one, each entry as written with tag and length: person and key,
 * pictures of the text, photo (my-number-card.md §1.4; with tags as myna-card checks it on a real card, surface.rs).
 */
export function signedGroups(front: SignedFront): readonly Uint8Array[] {
  const { birthdate, sex, modulus, namePicture, addressPicture, photo } = entries;
  return [
    concat(
      encodeTlv(birthdate.tag, birthdate.kind.write(front.birthdate)),
      encodeTlv(sex.tag, sex.kind.write(front.sex)),
      encodeTlv(modulus.tag, modulus.kind.write(front.modulus)),
    ),
    concat(encodeTlv(namePicture.tag, front.namePicture), encodeTlv(addressPicture.tag, front.addressPicture)),
    encodeTlv(photo.tag, front.photo),
  ];
}
