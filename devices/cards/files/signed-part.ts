import { decodeFirstTlv, decodeTlvs } from "../../iso7816/ber-tlv.ts";

/**
 * What the issuer's signature in a record of the two surface applications covers: every entry before it as written, tags
 * and lengths included (as myna-card checks it on a real card, surface.rs and text.rs). The signature is the last entry.
 * The front is signed in another way, see front-signature.ts.
 */
export function signedPart(record: Uint8Array): Uint8Array {
  const { value } = decodeFirstTlv(record);
  return value.slice(0, decodeTlvs(value).at(-1)?.offset);
}
