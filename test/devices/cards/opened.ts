import { sign as signWith } from "node:crypto";
import type { Card } from "../../../devices/cards/card.ts";
import { cvChain } from "../../../simulator/pki/cv-chain.ts";
import { AIDS, type ApplicationId, body, E, hex, parts, select, swOf, verifyBy, wholeBy } from "./apdus.ts";
import { PASSWORD, PERSONAL_NUMBER, PIN, PINS, REFERENCE_NUMBER_B, talk } from "./fixture.ts";

/** Sends a command and brings back the answer, both in hexadecimal. */
export type Send = (hex: string) => string;

/** First part and second part of the certificate of our own terminal (my-number-card.md §1.10). */
export const terminalCertificate = cvChain("terminal").certificate;
export const PRESENT_FIRST = `80A206C1${body(hex(terminalCertificate.slice(0, 307)))}`;
export const PRESENT_SECOND = `80A200C1${body(hex(terminalCertificate.slice(307)))}`;

/** Signs a challenge of the card as the terminal, and presents the proof. */
export function proveTerminal(send: Send, signer = cvChain("terminal").subject): string {
  const challenge = parts(send("0084000020")).data;
  return send(`00820096${body(hex(new Uint8Array(signWith("sha256", challenge, signer.privateKey))))}`);
}

/** Everything that opens something, by application and the id of the right: what has to be presented. */
export const KEYS: Readonly<Record<ApplicationId, Readonly<Record<number, (send: Send) => void>>>> = {
  "card-manager": {},
  jpki: {
    22: (send) => {
      for (const step of [E(0x0016), PRESENT_FIRST, PRESENT_SECOND]) send(step);
      proveTerminal(send);
    },
    24: (send) => send(verifyBy(0x18, PIN)),
    27: (send) => send(verifyBy(0x1b, PASSWORD)),
  },
  "card-surface": {
    17: (send) => send(verifyBy(0x11, "020101")),
    18: (send) => send(verifyBy(0x12, REFERENCE_NUMBER_B)),
    19: (send) => send(verifyBy(0x13, PERSONAL_NUMBER)),
  },
  "text-input": {
    17: (send) => send(verifyBy(0x11, PIN)),
    20: (send) => send(verifyBy(0x14, PERSONAL_NUMBER)),
    21: (send) => send(verifyBy(0x15, REFERENCE_NUMBER_B)),
  },
  "common-card": { 28: (send) => send(verifyBy(0x1c, PINS.common ?? "")) },
  "resident-register": { 28: (send) => send(verifyBy(0x1c, PINS.register ?? "")) },
};

/** Selects an application and presents everything that opens something in it. */
export function openUp(send: Send, application: ApplicationId): void {
  send(select(AIDS[application]));
  for (const present of Object.values(KEYS[application])) present(send);
}

/** A whole transparent file of a card, as long as everything that opens it is known. */
function readFile(send: Send, application: ApplicationId, fid: number): Uint8Array {
  openUp(send, application);
  const answer = send(wholeBy(fid));
  if (swOf(answer) !== "9000") throw new Error(`${application} ${fid} answers ${swOf(answer)}`);
  return parts(answer).data;
}

/** The same of a card that nobody touched yet. */
export const fileOf = (card: Card, application: ApplicationId, fid: number): Uint8Array =>
  readFile(talk(card), application, fid);
