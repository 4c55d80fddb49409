import { type KeyObject, sign, verify } from "node:crypto";
import { ascii, concat, fromHex, latin1, sameBytes } from "../kernel/bytes.ts";
import { MisuseError } from "../kernel/errors.ts";
import { type Field, layout, raw } from "../kernel/layout.ts";
import type { Codec, Vector } from "../kernel/vector.ts";
import { rsaPublicKey } from "./rsa-public-key.ts";
import type { KeyPair } from "./simulation-keys.ts";

/** A card-verifiable certificate (my-number-card.md §1.9): no dates, no names, two key ids and a key. */
export interface CvCertificate {
  /** 証明者鍵ID, 16 bytes. */
  readonly issuerKeyId: Uint8Array;
  /** 被証明者鍵ID, 16 bytes. */
  readonly subjectKeyId: Uint8Array;
  /** 256 bytes, most significant first; the public exponent always is 65537. */
  readonly modulus: Uint8Array;
  /** 256 bytes, RSA PKCS#1 v1.5 SHA-256 over the 297 bytes of content. */
  readonly signature: Uint8Array;
}

/** The content that is signed, 297 bytes. */
const content = layout({
  issuerKeyId: raw(16),
  subjectKeyId: raw(16),
  modulus: headed("public key", "90 03 010001 91 82 0100", raw(256)),
});

/** The whole certificate, 568 bytes: `7F21 { 5F4E content, 5F37 signature }`. */
const frame = layout({
  content: headed("content", "7F21 82 0233 5F4E 82 0129", raw(content.lengthBytes)),
  signature: headed("signature", "5F37 82 0100", raw(256)),
});

/** 568 bytes and back. `decode` throws a MisuseError that names the part when the bytes have another shape. */
export const cvCertificate: Codec<CvCertificate> = {
  decode(bytes) {
    const outer = frame.decode(bytes);
    return { ...content.decode(outer.content), signature: outer.signature };
  },
  encode: ({ signature, ...rest }) => frame.encode({ content: content.encode(rest), signature }),
};

const OUR_DIGITS = /^999\d{4}$/;
const CA_DIGIT_BYTES = 7;

/**
 * A key id: 7 digits of the CA, `08 05`, 3 digits, `0000`. Ours begin with 999, so that nothing made here can be taken
 * for one of the real or the test hierarchy (§1.9 O); others are a {@link MisuseError}.
 */
export function cvKeyId(caDigits: string, number: string): Uint8Array {
  if (!OUR_DIGITS.test(caDigits)) throw new MisuseError("caDigits", `${caDigits} is not 999 and four digits`);
  if (!/^\d{3}$/.test(number)) throw new MisuseError("number", `${number} is not three digits`);
  return concat(ascii(caDigits), fromHex("08 05"), ascii(number), ascii("0000"));
}

/**
 * CA digits of our hierarchies: the card's own (MF), card surface (券面確認) and text (入力補助) after §1.9, and the terminals
 * of the PIN-less path (§1.10, ours).
 */
export const CV_CA_DIGITS = {
  card: "9990020",
  cardSurface: "9990023",
  text: "9990033",
  terminal: "9990092",
} as const;

/** What a CV CA certifies. */
export interface CvCertificateRequest {
  readonly issuerKeyId: Uint8Array;
  readonly subjectKeyId: Uint8Array;
  readonly subjectKey: KeyPair;
}

/**
 * A CV certificate signed by `issuerKey`, 568 bytes; the same request gives the same bytes. A {@link MisuseError} names a
 * key id that is not of {@link cvKeyId}'s: nothing is ever signed under the digits of a real or test hierarchy.
 */
export function issueCvCertificate(request: CvCertificateRequest, issuerKey: KeyPair): Uint8Array {
  const { issuerKeyId, subjectKeyId, subjectKey } = request;
  for (const [field, keyId] of Object.entries({ issuerKeyId, subjectKeyId })) {
    if (!OUR_DIGITS.test(latin1(keyId.subarray(0, CA_DIGIT_BYTES)))) {
      throw new MisuseError(field, "does not begin with 999 and four digits");
    }
  }
  const signed = content.encode({ issuerKeyId, subjectKeyId, modulus: subjectKey.modulus });
  return frame.encode({ content: signed, signature: new Uint8Array(sign("sha256", signed, issuerKey.privateKey)) });
}

/** The certified key when the bytes are a CV certificate that `caKey` signed; undefined otherwise. Never throws. */
export function verifyCvCertificate(bytes: Uint8Array, caKey: KeyObject): KeyObject | undefined {
  const certificate = decodeOrUndefined(bytes);
  if (certificate === undefined) return undefined;
  const genuine = verify("sha256", content.encode(certificate), caKey, certificate.signature);
  return genuine ? rsaPublicKey(certificate.modulus) : undefined;
}

/** Proofs of {@link cvCertificate}; the signatures are filler, a codec does not verify. */
export const CV_CERTIFICATE_VECTORS: readonly Vector<CvCertificate>[] = [
  {
    title: "the signer of card surfaces: 39 39 39 30 30 32 33 is 9990023",
    bytes: `7F21 82 0233 5F4E 82 0129 39393930303233 0805 303031 30303030 39393930303233 0805 303032 30303030
      90 03 010001 91 82 0100 ${"A1".repeat(256)} 5F37 82 0100 ${"B2".repeat(256)}`.replaceAll("\n", ""),
    value: {
      issuerKeyId: cvKeyId(CV_CA_DIGITS.cardSurface, "001"),
      subjectKeyId: cvKeyId(CV_CA_DIGITS.cardSurface, "002"),
      modulus: new Uint8Array(256).fill(0xa1),
      signature: new Uint8Array(256).fill(0xb2),
    },
  },
  {
    title: "a key id filled up with zero bytes, as some are (§1.9)",
    bytes: `7F21 82 0233 5F4E 82 0129 39393930303932 0805 303031 00000000 39393930303932 0805 313233 00000000
      90 03 010001 91 82 0100 ${"C3".repeat(256)} 5F37 82 0100 ${"D4".repeat(256)}`.replaceAll("\n", ""),
    value: {
      issuerKeyId: fromHex("39393930303932 0805 303031 00000000"),
      subjectKeyId: fromHex("39393930303932 0805 313233 00000000"),
      modulus: new Uint8Array(256).fill(0xc3),
      signature: new Uint8Array(256).fill(0xd4),
    },
  },
];

/** A field behind fixed bytes (tag and length) that have to be there. */
function headed<T>(name: string, header: string, field: Field<T>): Field<T> {
  const head = fromHex(header);
  return {
    lengthBytes: head.length + field.lengthBytes,
    read(bytes) {
      if (!sameBytes(bytes.subarray(0, head.length), head))
        throw new MisuseError(name, `does not begin with ${header}`);
      return field.read(bytes.subarray(head.length));
    },
    write: (value) => concat(head, field.write(value)),
  };
}

function decodeOrUndefined(bytes: Uint8Array): CvCertificate | undefined {
  try {
    return cvCertificate.decode(bytes);
  } catch (error) {
    if (error instanceof MisuseError) return undefined;
    throw error;
  }
}
