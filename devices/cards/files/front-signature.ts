import { constants, createHash, type KeyObject, privateEncrypt, publicDecrypt } from "node:crypto";
import { concat, fromHex, sameBytes } from "../../../simulator/kernel/bytes.ts";
import { verifyCvCertificate } from "../../../simulator/pki/cv-certificate.ts";
import { type CardFront, type SignedFront, signedGroups } from "./card-front.ts";

/** A DigestInfo that says SHA-256 and carries 96 bytes: three digests in a row (my-number-card.md §1.4). */
const PREFIX = fromHex("30 71 30 0D 06 09 60 86 48 01 65 03 04 02 01 05 00 04 60");

/** The issuer's signature DF28 over the front: SHA-256 of DF22‖DF23‖DF24, of DF25‖DF26 and of DF27 (my-number-card.md §1.4). */
export function signFront(front: SignedFront, issuerKey: KeyObject): Uint8Array {
  return new Uint8Array(privateEncrypt({ key: issuerKey, padding: constants.RSA_PKCS1_PADDING }, blockOf(front)));
}

/** True when the CV certificate comes from the CA and its key signed the front. Never throws. */
export function frontIsGenuine(front: CardFront, certificate: Uint8Array, caKey: KeyObject): boolean {
  const key = verifyCvCertificate(certificate, caKey);
  if (key === undefined) return false;
  try {
    return sameBytes(publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, front.signature), blockOf(front));
  } catch {
    return false; // the block does not open: another key signed it, or nobody did
  }
}

function blockOf(front: SignedFront): Uint8Array {
  return concat(PREFIX, ...signedGroups(front).map((group) => createHash("sha256").update(group).digest()));
}
