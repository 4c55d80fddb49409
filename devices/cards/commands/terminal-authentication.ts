import { verify as verifySignature } from "node:crypto";
import { concat } from "../../../simulator/kernel/bytes.ts";
import { cvCertificate, verifyCvCertificate } from "../../../simulator/pki/cv-certificate.ts";
import { SW } from "../../iso7816/status-word.ts";
import type { CardReply, CommandHandler } from "../application.ts";
import type { CardSession } from "../card-session.ts";
import { statusOnly } from "./status-only.ts";

/*
 * The PIN-less path of §1.10. The `80 A2` pair was seen in public; what follows it was not. Everything after the pair,
 * and the answers to mistakes, is the simulator's own choice (my-number-card.md §8 D-09), and no byte of it verifies
 * against a real CA.
 */

const TEMPLATE_BYTES = 307;
const SIGNATURE_BYTES = 261;
const RSA_SIGNATURE_BYTES = 256;
const ok = statusOnly(SW.ok);

/** `80 A2 06 C1` with `7F21 … 5F4E …`, then `80 A2 00 C1` with `5F37 …`: present the terminal's CV certificate. */
export const verifyCertificate: CommandHandler = (session, { p1, p2, data }) => {
  if (p2 !== 0xc1 || (p1 !== 0x06 && p1 !== 0x00)) return statusOnly(SW.wrongP1P2);
  const anchor = session.current;
  if (anchor === undefined) return statusOnly(SW.noCurrentFile);
  if (anchor.kind !== "anchor") return statusOnly(SW.incompatibleFile);
  if (p1 === 0x06) {
    if (data.length !== TEMPLATE_BYTES) return statusOnly(SW.wrongLength);
    session.authentication = { anchor: anchor.fid, template: data };
    return ok;
  }
  if (data.length !== SIGNATURE_BYTES) return statusOnly(SW.wrongLength);
  const template = session.authentication?.template;
  if (template === undefined) return statusOnly(SW.conditionsNotSatisfied);
  const certificate = concat(template, data);
  const terminalKey = verifyCvCertificate(certificate, anchor.key());
  session.authentication = terminalKey === undefined ? undefined : { anchor: anchor.fid, terminalKey };
  if (terminalKey !== undefined) return ok;
  return statusOnly(isCvCertificate(certificate) ? SW.verificationFailed : SW.wrongData);
};

/** EXTERNAL AUTHENTICATE `00 82 00 80|SFI`: the terminal signs the card's challenge and gains the right of the anchor. */
export const externalAuthenticate: CommandHandler = (session, { p1, p2, data }) => {
  if (p1 !== 0 || (p2 & 0xe0) !== 0x80) return statusOnly(SW.wrongP1P2);
  if (data.length !== RSA_SIGNATURE_BYTES) return statusOnly(SW.wrongLength);
  const { authentication, challenge } = session;
  if (authentication?.terminalKey === undefined || challenge === undefined || authentication.anchor !== (p2 & 0x1f)) {
    return statusOnly(SW.conditionsNotSatisfied);
  }
  return prove(session, challenge, data);
};

function prove(session: CardSession, challenge: Uint8Array, signature: Uint8Array): CardReply {
  const { authentication } = session;
  session.challenge = undefined; // good for one attempt
  if (authentication?.terminalKey === undefined) return statusOnly(SW.verificationFailed);
  if (!verifySignature("sha256", challenge, authentication.terminalKey, signature)) {
    return statusOnly(SW.verificationFailed);
  }
  session.grant(authentication.anchor);
  return ok;
}

/** Two parts of the right lengths may still be no certificate: 6A80, while one that nobody signed is 6300 (§1.10, ours). */
function isCvCertificate(bytes: Uint8Array): boolean {
  try {
    cvCertificate.decode(bytes);
    return true;
  } catch {
    return false; // the codec throws on whatever has another shape
  }
}
