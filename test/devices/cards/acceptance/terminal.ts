import { sign as signWith } from "node:crypto";
import { cvChain } from "../../../../simulator/pki/cv-chain.ts";
import { simulationKey } from "../../../../simulator/pki/simulation-keys.ts";
import { body, DIGEST_INFO, E, hex, J, P, Q, R, sign, V, wholeBy } from "../apdus.ts";
import { PIN, PINS, REFERENCE_NUMBER_B, USER_CERTIFICATE } from "../fixture.ts";
import { bytes, type Client, chunks, exactly, type Step, signatureBy, step } from "./conversation.ts";

/* The order of an eligibility terminal (my-number-card.md §5.7, §1.10), and what people do to a card meanwhile. */

const userKey = signatureBy(simulationKey("card-authentication").publicKey);
const certificate = [step(E(0x000a), "9000", "certificate, free"), ...chunks(USER_CERTIFICATE.der, "certificate")];
const signed = (answer: Parameters<typeof step>[1], why: string): readonly Step[] => [
  step(E(0x0017), "9000", "key"),
  step(sign(DIGEST_INFO), answer, why),
];
const verified = [step(E(0x0018), "9000", "PIN"), step(P(PIN), "9000", "VERIFY")];
const front = [
  step(V, "9000", "券面AP"),
  step(E(0x0012), "9000", "照合番号B, read off the printed front"),
  step(P(REFERENCE_NUMBER_B), "9000", "VERIFY"),
  step(E(0x0002), "9000", "front"),
  step(R(0, 256), bytes(256), "the face picture follows"),
  step(wholeBy(0x04), bytes(568), "certificate of the issuer's key"),
  step(
    sign(DIGEST_INFO, 0x00),
    signatureBy(simulationKey("card-internal-authentication").publicKey),
    "the card is the one the front names",
  ),
];

const terminal = cvChain("terminal");
const presented = [
  step(E(0x0016), "9000", "terminal anchor"),
  step(`80A206C1${body(hex(terminal.certificate.slice(0, 307)))}`, "9000", "first part of the certificate"),
  step(`80A200C1${body(hex(terminal.certificate.slice(307)))}`, "9000", "its signature"),
];
/** What a terminal that saw no challenge can send: a signature over nothing. */
const blindProof = hex(new Uint8Array(signWith("sha256", new Uint8Array(32), terminal.subject.privateKey)));

export const eligibilityTerminal: Client = {
  name: "eligibility terminal",
  conversations: [
    {
      does: "PIN path",
      steps: [step(J, "9000", "JPKI"), ...certificate, ...verified, ...signed(userKey, "challenge")],
    },
    {
      does: "face path: front and face first, then the certificate; the key stays closed until the terminal proves itself",
      steps: [...front, step(J, "9000", "JPKI"), ...certificate, ...signed("6982", "no PIN, no proof")],
    },
    {
      does: "face path: steps out of order are 6985, a proof that is none 6300",
      steps: [
        step(J, "9000", "JPKI"),
        step(E(0x0016), "9000", "terminal anchor"),
        step(`80A200C1${body(hex(terminal.certificate.slice(307)))}`, "6985", "second part without the first"),
        step(`00820096${body(blindProof)}`, "6985", "no certificate"),
        ...presented,
        step(`00820096${body(blindProof)}`, "6985", "no challenge"),
        step("0084000020", bytes(32), "challenge"),
        step(`00820096${body(blindProof)}`, "6300", "over something else"),
        step(`00820096${body(blindProof)}`, "6985", "a challenge is good once"),
        ...signed("6982", "nothing was gained"),
      ],
    },
    {
      does: "reads the certificate and nothing more where a wave of the card is enough (かざし利用)",
      steps: [step(J, "9000", "JPKI"), ...certificate],
    },
    {
      does: "power lost between VERIFY and signature: the right is gone, the certificate is not",
      steps: [
        step(J, "9000", "JPKI"),
        ...verified,
        { happens: "power cut", why: "the card was lifted" },
        step(sign(DIGEST_INFO), "6986", "nothing is selected any more"),
        step(J, "9000", "JPKI"),
        ...signed("6982", "VERIFY is forgotten"),
        ...certificate,
        ...verified,
        ...signed(userKey, "after VERIFY again"),
      ],
    },
    {
      does: "a warm reset forgets as a power cut does",
      steps: [
        step(J, "9000", "JPKI"),
        ...verified,
        { happens: "reset", why: "another program took the card" },
        step(J, "9000", "JPKI"),
        ...signed("6982", "VERIFY is forgotten"),
      ],
    },
    {
      does: "another application takes the right away, an unknown one does not",
      steps: [
        step(J, "9000", "JPKI"),
        ...verified,
        step("00A4040C07A0000000031010", "6A82", "not there: the old one stays selected"),
        ...signed(userKey, "as before"),
        step(V, "9000", "券面AP"),
        step(J, "9000", "and back"),
        ...signed("6982", "the right is gone"),
      ],
    },
    {
      does: "a wrong PIN takes the right of the one before away",
      steps: [
        step(J, "9000", "JPKI"),
        ...verified,
        step(P("9999"), "63C2", "a wrong one"),
        ...signed("6982", "the right is gone"),
      ],
    },
    {
      does: "tries that somebody used up before are still used up, and a power cut gives none back",
      order: { pins: { ...PINS, authenticationTriesUsed: 2 } },
      steps: [
        step(J, "9000", "JPKI"),
        step(E(0x0018), "9000", "PIN"),
        step(Q, "63C1", "one is left"),
        step(P("9999"), "63C0", "and now none"),
        { happens: "power cut", why: "try it again" },
        step(J, "9000", "JPKI"),
        step(E(0x0018), "9000", "PIN"),
        step(Q, "63C0", "a lock is the card's, not the reader's"),
        step(P(PIN), "6984", "blocked"),
        step(E(0x0017), "9000", "key"),
        step(sign(DIGEST_INFO), "6982", "no way to the key"),
        ...certificate,
      ],
    },
    {
      does: "顔認証 card: no PIN at all, the front opens as always (D-08)",
      order: {
        carrier: "face-only",
        pins: { ...PINS, authentication: undefined, signature: undefined, text: undefined },
      },
      steps: [
        ...front,
        step(J, "9000", "JPKI"),
        step(E(0x0018), "9000", "PIN object"),
        step(Q, "63C0", "no try"),
        step(P(PIN), "6984", "blocked"),
        step(E(0x001b), "9000", "password object"),
        step(Q, "63C0", "no try"),
        ...certificate,
      ],
    },
    {
      does: "keeps the state of the card apart from certificates: an exact read of the serial is enough",
      steps: [
        step(J, "9000", "JPKI"),
        step("00B08A0010", exactly(USER_CERTIFICATE.der.slice(0, 16)), "the serial number stands at the front"),
      ],
    },
  ],
};
