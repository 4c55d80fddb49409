import { createPublicKey, type KeyObject } from "node:crypto";
import { decodeFirstTlv, decodeTlvs } from "../../../devices/iso7816/ber-tlv.ts";
import { verifyCvCertificate } from "../../../simulator/pki/cv-certificate.ts";
import { type KeyRole, simulationKey } from "../../../simulator/pki/simulation-keys.ts";

/* What somebody who checks a card against its issuer does, written without the card's own code. */

/** The key that a CV CA of ours certified; throws when it did not. */
export function certifiedBy(role: KeyRole, certificate: Uint8Array): KeyObject {
  const key = verifyCvCertificate(certificate, simulationKey(role).publicKey);
  if (key === undefined) throw new Error(`the CV certificate is not of ${role}`);
  return key;
}

/** Entries of a record before its last one, as written: what the issuer's signature covers. */
export function beforeTheSignature(record: Uint8Array): Uint8Array {
  const { value } = decodeFirstTlv(record);
  return value.slice(0, decodeTlvs(value).at(-1)?.offset);
}

/** An RSA public key with exponent 65537. */
export const keyOf = (modulus: Uint8Array): KeyObject =>
  createPublicKey({ key: { kty: "RSA", n: Buffer.from(modulus).toString("base64url"), e: "AQAB" }, format: "jwk" });
