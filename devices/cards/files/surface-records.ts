import { tlv, tlvAscii, tlvBytes, tlvDate, tlvPublicKey, tlvTable } from "../../iso7816/tlv-table.ts";

/** EF 0001 of the surface application: who is old enough, and nothing else (my-number-card.md §1.4). */
export const ageRecord = tlvTable("age record", 0xff10, {
  birthdate: tlv(0xdf11, tlvDate),
  modulus: tlv(0xdf12, tlvPublicKey),
  signature: tlv(0xdf13, tlvBytes),
});

/** EF 0003 of the surface application: basic information (my-number-card.md §1.4). */
export const surfaceInformation = tlvTable("surface information", 0xff30, {
  /** Specification version and vendor, 4 bytes. */
  version: tlv(0xdf31, tlvBytes),
  keyId: tlv(0xdf32, tlvBytes),
  keyVersion: tlv(0xdf33, tlvBytes),
  municipality: tlv(0xdf34, tlvAscii),
  /** 16 bytes key id and 256 opaque ones. */
  opaque: tlv(0xdf35, tlvBytes),
});

/** EF 0005 of the surface application: the personal number as a picture (my-number-card.md §1.4). */
export const numberRecord = tlvTable("number record", 0xff40, {
  /** PNG, 72×12, 1 bit a pixel. */
  picture: tlv(0xdf41, tlvBytes),
  modulus: tlv(0xdf42, tlvPublicKey),
  signature: tlv(0xdf43, tlvBytes),
});
