import { type KeyObject, sign } from "node:crypto";
import { AsnConvert } from "@peculiar/asn1-schema";
import {
  AlgorithmIdentifier,
  type Extension,
  Extensions,
  type Name,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from "@peculiar/asn1-x509";
import { fromHex } from "../kernel/bytes.ts";
import { ensure, MisuseError } from "../kernel/errors.ts";
import { derElement } from "./der.ts";

/** What goes into a certificate, before it is signed. Instants are ms since 1970-01-01T00:00:00Z, whole seconds. */
export interface CertificateContent {
  readonly serial: string;
  readonly issuer: Name;
  readonly subject: Name;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Extension[];
}

/** RFC 4055 §5: the parameters of this algorithm are NULL, not absent. */
const SHA256_WITH_RSA = new AlgorithmIdentifier({ algorithm: "1.2.840.113549.1.1.11", parameters: null });
const SHA256_WITH_RSA_DER = new Uint8Array(AsnConvert.serialize(SHA256_WITH_RSA));
const [SEQUENCE, BIT_STRING] = [0x30, 0x03];
const NO_UNUSED_BITS = Uint8Array.of(0);
const MAX_SERIAL_OCTETS = 20; // RFC 5280 §4.1.2.2

/** DER of a v3 certificate, sha256WithRSAEncryption. The same content and key give the same bytes. */
export function writeCertificate(content: CertificateContent, signingKey: KeyObject): Uint8Array {
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: serialInteger(content.serial),
    signature: SHA256_WITH_RSA,
    issuer: content.issuer,
    validity: validity(content),
    subject: content.subject,
    subjectPublicKeyInfo: publicKeyInfo(content.publicKey),
    extensions: new Extensions([...content.extensions]),
  });
  const signed = new Uint8Array(AsnConvert.serialize(tbsCertificate));
  const signature = sign("sha256", signed, signingKey);
  // By hand, because the library would encode the signed part once more: a fifth of the time of issuing.
  return derElement(SEQUENCE, signed, SHA256_WITH_RSA_DER, derElement(BIT_STRING, NO_UNUSED_BITS, signature));
}

/** Cards share keys: each is taken apart once. */
const takenApart = new WeakMap<KeyObject, SubjectPublicKeyInfo>();

function publicKeyInfo(publicKey: KeyObject): SubjectPublicKeyInfo {
  const known = takenApart.get(publicKey);
  if (known !== undefined) return known;
  const info = AsnConvert.parse(publicKey.export({ type: "spki", format: "der" }), SubjectPublicKeyInfo);
  takenApart.set(publicKey, info);
  return info;
}

/** Content octets of the INTEGER. One way of writing a serial only, so that serials can be compared as text. */
function serialInteger(serial: string): ArrayBuffer {
  if (!/^([0-9A-F]{2})+$/.test(serial) || serial.startsWith("00") || serial.length > 2 * MAX_SERIAL_OCTETS) {
    throw new MisuseError(
      "serial",
      `${serial} is not 1 to 20 bytes of upper-case hexadecimal without a leading zero byte`,
    );
  }
  // A set top bit would make the INTEGER negative.
  return new Uint8Array(fromHex(serial >= "8" ? `00${serial}` : serial)).buffer;
}

function validity({ notBeforeMs, notAfterMs }: CertificateContent): Validity {
  ensure(notBeforeMs % 1000 === 0 && notAfterMs % 1000 === 0, "certificates know whole seconds only");
  if (notBeforeMs > notAfterMs) throw new MisuseError("notAfterMs", "the certificate ends before it begins");
  return new Validity({ notBefore: new Date(notBeforeMs), notAfter: new Date(notAfterMs) });
}
