import { constants, privateEncrypt } from "node:crypto";
import { response } from "../../iso7816/apdu.ts";
import { SW } from "../../iso7816/status-word.ts";
import type { CommandHandler } from "../application.ts";

/** RSA-2048 with PKCS#1 v1.5 leaves room for 256 − 11 bytes. */
const MAX_INPUT_BYTES = 245;

/**
 * COMPUTE DIGITAL SIGNATURE `80 2A 00 P2`: the data go into the PKCS#1 v1.5 block as they are; clients send a DigestInfo
 * (my-number-card.md §2.6). P2 80 takes the current key, 80|SFI that key, 00 the application's default key.
 */
export const computeDigitalSignature: CommandHandler = (session, { p1, p2, data }) => {
  const answer = (sw: number, signature?: Uint8Array) => ({ response: response(sw, signature) });
  if (p1 !== 0x00) return answer(SW.wrongP1P2);
  const wanted = p2 === 0x00 ? session.application?.defaultKey : (p2 & 0x80) !== 0 ? p2 & 0x1f : undefined;
  if (wanted === undefined) return answer(SW.wrongP1P2);
  const object = wanted === 0 ? session.current : session.find(wanted);
  if (object === undefined) return answer(wanted === 0 ? SW.noCurrentFile : SW.notFound);
  if (object.kind !== "key") return answer(SW.incompatibleFile);
  if (!session.may(object.use)) return answer(SW.securityStatusNotSatisfied);
  if (data.length === 0 || data.length > MAX_INPUT_BYTES) return answer(SW.wrongLength);
  const key = object.key(session.image);
  return answer(SW.ok, new Uint8Array(privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, data)));
};
