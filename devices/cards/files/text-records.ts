import { ascii, concat, fromHex, latin1, sameBytes } from "../../../simulator/kernel/bytes.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import type { Codec } from "../../../simulator/kernel/vector.ts";
import { decodeFirstTlv } from "../../iso7816/ber-tlv.ts";
import {
  tlv,
  tlvAscii,
  tlvBytes,
  tlvDate,
  tlvPublicKey,
  tlvTable,
  tlvUtf8,
  tlvWideBytes,
} from "../../iso7816/tlv-table.ts";

const HEADER = fromHex("FF 10 0C");
const TRAILER = fromHex("FF FF");
const DIGITS = 12;

/** EF 0001: `FF10 0C` and twelve digits and `FF FF`, 17 bytes (my-number-card.md §1.5). Errors never hold a digit. */
export const personalNumberRecord: Codec<string> = {
  decode(bytes) {
    const digits = latin1(bytes.subarray(HEADER.length, HEADER.length + DIGITS));
    if (!sameBytes(bytes.subarray(0, HEADER.length), HEADER) || !/^\d{12}$/.test(digits))
      throw new MisuseError("personal number", "the file is not FF10 0C and twelve digits");
    return digits;
  },
  encode: (digits) => concat(HEADER, ascii(digits), TRAILER),
};

/** EF 0002: the four attributes as text, behind the offset table DF21 (my-number-card.md §1.5). */
export const attributes = tlvTable(
  "attributes",
  0xff20,
  {
    /** U+3000 between family and given name. */
    name: tlv(0xdf22, tlvUtf8),
    /** Full-width digits. */
    address: tlv(0xdf23, tlvUtf8),
    birthdate: tlv(0xdf24, tlvDate),
    /** 1 male, 2 female, 9 not applicable. */
    sex: tlv(0xdf25, tlvAscii),
  },
  0xdf21,
);

/** EF 0003, 336 bytes: what the issuer vouches for (my-number-card.md §1.5). */
export const integrityRecord = tlvTable("integrity record", 0xff30, {
  /** SHA-256 of the 17 bytes of EF 0001. */
  numberHash: tlv(0xdf31, tlvBytes),
  /** SHA-256 of the value of EF 0002 without the DF21 table. */
  attributesHash: tlv(0xdf32, tlvBytes),
  signature: tlv(0xdf33, tlvBytes),
});

const information = tlvTable("text information", 0xff40, {
  /** Version, flag of extended length, vendor. */
  version: tlv(0xdf41, tlvBytes),
  keyId: tlv(0xdf42, tlvBytes),
  /** 128 bytes; the length is written `82 0080` though one byte less would do. */
  opaque: tlv(0xdf43, tlvWideBytes),
});

/** EF 0005: basic information; its outer length, too, is written `82 009F` (my-number-card.md §1.5). */
export const textInformation: Codec<ReturnType<typeof information.decode>> = {
  decode: information.decode,
  encode(record) {
    const { tag, value } = decodeFirstTlv(information.encode(record));
    return concat(Uint8Array.of(tag >> 8, tag & 255, 0x82, value.length >> 8, value.length & 255), value);
  },
};

/** EF 0007: the public half of the internal key, signed (my-number-card.md §1.5). */
export const internalKeyRecord = tlvTable("internal key record", 0xff50, {
  modulus: tlv(0xdf51, tlvPublicKey),
  signature: tlv(0xdf52, tlvBytes),
});
