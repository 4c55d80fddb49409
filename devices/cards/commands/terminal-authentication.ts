import { verify as verifySignature } from "node:crypto";
import { concat } from "../../../simulator/kernel/bytes.ts";
import { verifyCvCertificate } from "../../../simulator/pki/cv-certificate.ts";
import { response } from "../../iso7816/apdu.ts";
import { SW } from "../../iso7816/status-word.ts";
import type { CardReply, CommandHandler } from "../application.ts";
import type { CardSession } from "../card-session.ts";

/*
 * The PIN-less path of §1.10. The `80 A2` pair was seen in public; what follows it was not. Everything after the pair,
 * and the answers to mistakes, is the simulator's own choice (my-number-card.md §8 D-09), and no byte of it verifies
 * against a real CA.
 */

const TEMPLATE_BYTES = 307;
const SIGNATURE_BYTES = 261;
const RSA_SIGNATURE_BYTES = 256;
const answer = (sw: number): CardReply => ({ response: response(sw) });

/** `80 A2 06 C1` with `7F21 … 5F4E …`, then `80 A2 00 C1` with `5F37 …`: present the terminal's CV certificate. */
export const verifyCertificate: CommandHandler = (session, { p1, p2, data }) => {
  const anchor = session.current;
  if (anchor === undefined) return answer(SW.noCurrentFile);
  if (anchor.kind !== "anchor") return answer(SW.incompatibleFile);
  if (p2 !== 0xc1 || (p1 !== 0x06 && p1 !== 0x00)) return answer(SW.wrongP1P2);
  if (p1 === 0x06) {
    if (data.length !== TEMPLATE_BYTES) return answer(SW.wrongLength);
    session.authentication = { anchor: anchor.fid, template: data };
    return answer(SW.ok);
  }
  const template = session.authentication?.template;
  if (data.length !== SIGNATURE_BYTES) return answer(SW.wrongLength);
  if (template === undefined) return answer(SW.conditionsNotSatisfied);
  const terminalKey = verifyCvCertificate(concat(template, data), anchor.key());
  session.authentication = terminalKey === undefined ? undefined : { anchor: anchor.fid, terminalKey };
  return answer(terminalKey === undefined ? SW.verificationFailed : SW.ok);
};

/** EXTERNAL AUTHENTICATE `00 82 00 80|SFI`: the terminal signs the card's challenge and gains the right of the anchor. */
export const externalAuthenticate: CommandHandler = (session, { p1, p2, data }) => {
  if (p1 !== 0 || (p2 & 0x80) === 0) return answer(SW.wrongP1P2);
  if (data.length !== RSA_SIGNATURE_BYTES) return answer(SW.wrongLength);
  const { authentication, challenge } = session;
  if (authentication?.terminalKey === undefined || challenge === undefined || authentication.anchor !== (p2 & 0x1f)) {
    return answer(SW.conditionsNotSatisfied);
  }
  return answer(prove(session, challenge, data) ? SW.ok : SW.verificationFailed);
};

function prove(session: CardSession, challenge: Uint8Array, signature: Uint8Array): boolean {
  const { authentication } = session;
  session.challenge = undefined; // good for one attempt
  if (authentication?.terminalKey === undefined) return false;
  const genuine = verifySignature("sha256", challenge, authentication.terminalKey, signature);
  if (genuine) session.grant(authentication.anchor);
  return genuine;
}
