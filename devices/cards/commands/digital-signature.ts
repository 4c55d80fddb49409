import { constants, createHash, type KeyObject, privateEncrypt } from "node:crypto";
import { response } from "../../iso7816/apdu.ts";
import { digestInfo } from "../../iso7816/commands.ts";
import { SW } from "../../iso7816/status-word.ts";
import type { BoundObject, CommandHandler } from "../application.ts";
import type { CardSession } from "../card-session.ts";
import { FREE } from "../elementary-file.ts";
import { PSS_SALT_BYTES, pssEncode } from "./pss.ts";
import { statusOnly } from "./status-only.ts";

/** RSA-2048 with PKCS#1 v1.5 leaves room for 256 − 11 bytes. */
const MAX_VERBATIM_BYTES = 245;
const HASH_BYTES = 32;

const sha256 = (message: Uint8Array): Uint8Array => createHash("sha256").update(message).digest();
/** PKCS#1 v1.5 is node's default; naming it in an object of options costs a twenty-fifth of the signature (`npm run bench`). */
const pkcs1 = (key: KeyObject, data: Uint8Array): Buffer => privateEncrypt(key, data);
const pss = (key: KeyObject, hash: Uint8Array, session: CardSession): Buffer =>
  privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, pssEncode(hash, session.rng.bytes(PSS_SALT_BYTES)));

/** What P1 says about the input, and what the card makes of it (my-number-card.md §2.6, all values tried on cards). */
interface Scheme {
  /** False: 6700. */
  readonly fits: (length: number) => boolean;
  readonly sign: (key: KeyObject, data: Uint8Array, session: CardSession) => Uint8Array;
}

const message = (length: number): boolean => length > 0;
const hash = (length: number): boolean => length === HASH_BYTES;

const SCHEMES: readonly Scheme[] = [
  { fits: (length) => length > 0 && length <= MAX_VERBATIM_BYTES, sign: pkcs1 },
  { fits: message, sign: (key, data) => pkcs1(key, sha256(data)) },
  { fits: hash, sign: (key, data) => pkcs1(key, digestInfo(data)) },
  { fits: message, sign: (key, data) => pkcs1(key, digestInfo(sha256(data))) },
  { fits: hash, sign: pss },
  { fits: message, sign: (key, data, session) => pss(key, sha256(data), session) },
];

/**
 * COMPUTE DIGITAL SIGNATURE `80 2A P1 P2`: P1 names the scheme; P2 80 takes the current key, 80|SFI that key, 00 the
 * application's default key (my-number-card.md §2.6).
 */
export const computeDigitalSignature: CommandHandler = (session, { p1, p2, data }) => {
  const scheme = SCHEMES[p1];
  if (scheme === undefined || (p2 !== 0x00 && (p2 & 0xe0) !== 0x80)) return statusOnly(SW.wrongP1P2);
  const object = keyNamed(session, p2);
  if (typeof object === "number") return statusOnly(object);
  if (object.does !== "sign") return statusOnly(SW.conditionsNotSatisfied);
  if (!session.may(object.use)) return statusOnly(SW.securityStatusNotSatisfied);
  if (!scheme.fits(data.length)) return statusOnly(SW.wrongLength);
  if (session.profile.signatureRight === "one-signature" && object.use !== FREE) session.revoke(object.use);
  return { response: response(SW.ok, scheme.sign(object.key(), data, session)) };
};

/** INTERNAL AUTHENTICATE `00 88 00 80|SFI challenge`: a signature over SHA-256 of 1 to 255 bytes (my-number-card.md §2.7). */
export const internalAuthenticate: CommandHandler = (session, { p1, p2, data }) => {
  if (p1 !== 0 || (p2 & 0xe0) !== 0x80) return statusOnly(SW.wrongP1P2);
  const object = keyNamed(session, p2);
  if (typeof object === "number") return statusOnly(object);
  if (!session.may(object.use)) return statusOnly(SW.securityStatusNotSatisfied);
  if (object.does !== "authenticate") return statusOnly(SW.conditionsNotSatisfied);
  if (data.length === 0 || data.length > 255) return statusOnly(SW.wrongLength);
  return { response: response(SW.ok, pkcs1(object.key(), digestInfo(sha256(data)))) };
};

function keyNamed(session: CardSession, p2: number): (BoundObject & { readonly kind: "key" }) | number {
  const wanted = p2 === 0x00 ? session.application.defaultKey : p2 & 0x1f;
  if (wanted === undefined) return SW.wrongP1P2;
  const object = wanted === 0 ? session.current : session.find(wanted);
  if (object === undefined) return wanted === 0 ? SW.noCurrentFile : SW.notFound;
  return object.kind === "key" ? object : SW.incompatibleFile;
}
