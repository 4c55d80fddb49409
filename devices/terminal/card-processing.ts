import { createHash, type KeyObject, sign } from "node:crypto";
import { fromHex, toHex } from "../../simulator/kernel/bytes.ts";
import type { Strand } from "../../simulator/kernel/pco.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import type { CardDialogue } from "../../simulator/messages/kinds/card-dialogue.ts";
import {
  AUTHENTICATION_KEY,
  AUTHENTICATION_PIN,
  jpki,
  TERMINAL_ANCHOR,
  USER_CERTIFICATE,
} from "../cards/applications/jpki.ts";
import { type CardChannel, statusOf } from "../cards/card-channel.ts";
import { command } from "../iso7816/apdu.ts";
import {
  computeSignature,
  digestInfo,
  readObject,
  selectApplication,
  selectFile,
  verifyPin,
} from "../iso7816/commands.ts";
import { SW, triesLeftIn } from "../iso7816/status-word.ts";
import type { CentreClient } from "./centre-client.ts";
import type { FaceResultWriter } from "./face-result.ts";
import type {
  Conclusion,
  ConsentKind,
  PatientChoices,
  Recognised,
  Recognition,
  Registration,
  TerminalApi,
} from "./ports.ts";
import type { SubsidyReply } from "./subsidy-file.ts";

/** What the terminal proves itself with to a card (PIN-less path, my-number-card.md §1.10, ours). */
export interface TerminalCredential {
  /** 568 bytes: `7F21 { 5F4E, 5F37 }`. */
  readonly cvCertificate: Uint8Array;
  readonly key: KeyObject;
}

/** First part of the CV certificate as `80 A2 06 C1` takes it: `7F21` header and `5F4E`. */
const TEMPLATE_BYTES = 307;
const CHALLENGE_BYTES = 32;
/** RSA-2048. What is shorter proves nothing, and the centre would call a good certificate bad for it. */
const SIGNATURE_BYTES = 256;
/** EXTERNAL AUTHENTICATE addresses the anchor by its short id. */
const ANCHOR_REFERENCE = 0x80 | TERMINAL_ANCHOR;

/** マイナンバーカード処理ソフト: turns a card in the field into a proof, and a proof into an answer of the centre. */
export class CardProcessing implements TerminalApi {
  readonly #centre: CentreClient;
  readonly #credential: TerminalCredential;
  readonly #results: FaceResultWriter;

  constructor(centre: CentreClient, credential: TerminalCredential, results: FaceResultWriter) {
    this.#centre = centre;
    this.#credential = credential;
    this.#results = results;
  }

  *confirmWithoutPin(card: CardChannel): Process<Recognition> {
    return yield* this.#confirm(card, () => this.#authenticateTerminal(card));
  }

  *confirmWithPin(card: CardChannel, pin: string): Process<Recognition> {
    return yield* this.#confirm(card, () => presentPin(card, pin));
  }

  /** A phone's certificate may be behind its PIN, so that the right comes first (my-number-card.md §6, D-13). */
  *confirmWithPhone(phone: CardChannel, pin: string | undefined): Process<Recognition> {
    if ((yield* statusOf(phone, selectApplication(jpki.aid))) !== SW.ok) return { kind: "card-failed" };
    const refusal = pin === undefined ? undefined : yield* presentPin(phone, pin);
    if (refusal !== undefined) return refusal;
    const certificate = yield* userCertificate(phone);
    return certificate === undefined ? { kind: "card-failed" } : yield* this.#prove(phone, certificate);
  }

  *registerFirst({ strand }: CardChannel, { dialogue }: Recognised): Process<Registration> {
    const reply = yield* this.#centre.ask("SIMregister", { DialogueId: dialogue }, strand);
    if ("kind" in reply) return reply;
    if (reply.status !== "ok") return { kind: "unreachable", why: "centre-error" };
    const { Outcome } = reply.body as CardDialogue["SIMregister"]["answer"];
    return { kind: Outcome };
  }

  *conclude({ strand }: CardChannel, { dialogue }: Recognised, choices: PatientChoices): Process<Conclusion> {
    const asked = Object.entries(choices.consents);
    const subsidies = choices.consents.subsidy === true ? yield* this.#subsidies(dialogue, strand) : undefined;
    const reply = yield* this.#centre.ask(
      "SIMconclude",
      {
        DialogueId: dialogue,
        Asked: asked.map(([kind]) => kind).join(" "),
        Given: asked.flatMap(([kind, given]) => (given ? [kind] : [])).join(" "),
        ...(choices.prescription === undefined ? {} : { PrescriptionIssueSelect: choices.prescription }),
      },
      strand,
    );
    if ("kind" in reply) return reply;
    if (reply.status !== "ok") return { kind: "unreachable", why: "centre-error" };
    return { kind: "written", name: this.#results.write(reply.body, strand, subsidies) };
  }

  /** The second leg: certificates of 医療費助成. PMH that does not answer stops nothing (eligibility-rules.md §10.4 row 9). */
  *#subsidies(dialogue: string, strand: Strand): Process<SubsidyReply> {
    const reply = yield* this.#centre.ask("SIMsubsidy", { DialogueId: dialogue }, strand);
    return "kind" in reply || reply.status !== "ok" ? "not-confirmed" : reply.body;
  }

  /** Certificate first (free to read on plastic), then the right to sign. */
  *#confirm(card: CardChannel, gainRight: () => Process<Recognition | undefined>): Process<Recognition> {
    if ((yield* statusOf(card, selectApplication(jpki.aid))) !== SW.ok) return { kind: "card-failed" };
    const certificate = yield* userCertificate(card);
    if (certificate === undefined) return { kind: "card-failed" };
    const refusal = yield* gainRight();
    return refusal ?? (yield* this.#prove(card, certificate));
  }

  /** A fresh challenge of the centre, and the card's signature over it. */
  *#prove(card: CardChannel, certificate: Uint8Array): Process<Recognition> {
    const challenge = yield* this.#centre.ask("SIMchallenge", {}, card.strand);
    if ("kind" in challenge) return challenge;
    if (challenge.status !== "ok") return { kind: "unreachable", why: "centre-error" };
    const { ChallengeId, Challenge } = challenge.body as CardDialogue["SIMchallenge"]["answer"];
    yield* statusOf(card, selectFile(AUTHENTICATION_KEY));
    const digest = createHash("sha256").update(fromHex(Challenge)).digest();
    const signature = yield* card.transmit(computeSignature(digestInfo(digest), 0x80));
    if (signature.sw !== SW.ok || signature.data.length !== SIGNATURE_BYTES) return { kind: "card-failed" };
    return yield* this.#recognise(card, {
      ChallengeId,
      Certificate: toHex(certificate),
      Signature: toHex(signature.data),
    });
  }

  *#recognise(card: CardChannel, proof: CardDialogue["SIMauthenticate"]["query"]): Process<Recognition> {
    const reply = yield* this.#centre.ask("SIMauthenticate", proof, card.strand);
    if ("kind" in reply) return reply;
    if (reply.status !== "ok") return { kind: "unreachable", why: "centre-error" };
    const answer = reply.body as CardDialogue["SIMauthenticate"]["answer"];
    if (answer.Outcome !== "recognised") return { kind: answer.Outcome };
    return {
      kind: "recognised",
      dialogue: answer.DialogueId ?? "",
      name: answer.Name ?? "",
      registered: answer.Registered === "1",
      certificate: answer.CertificateStanding ?? "valid",
      asks: (answer.Asks ?? "").split(" ").filter((kind): kind is ConsentKind => kind !== ""),
    };
  }

  /** The PIN-less path: CV certificate against the card's anchor, then the terminal signs the card's challenge. */
  *#authenticateTerminal(card: CardChannel): Process<Recognition | undefined> {
    const { cvCertificate, key } = this.#credential;
    const steps = [
      selectFile(TERMINAL_ANCHOR),
      command(0x80, 0xa2, 0x06, 0xc1, cvCertificate.slice(0, TEMPLATE_BYTES)),
      command(0x80, 0xa2, 0x00, 0xc1, cvCertificate.slice(TEMPLATE_BYTES)),
    ];
    for (const step of steps) if ((yield* statusOf(card, step)) !== SW.ok) return { kind: "card-failed" };
    const challenge = yield* card.transmit(command(0x00, 0x84, 0, 0, undefined, CHALLENGE_BYTES));
    if (challenge.sw !== SW.ok) return { kind: "card-failed" };
    const proof = new Uint8Array(sign("sha256", challenge.data, key));
    const proved = yield* statusOf(card, command(0x00, 0x82, 0, ANCHOR_REFERENCE, proof));
    return proved === SW.ok ? undefined : { kind: "card-failed" };
  }
}

function* userCertificate(card: CardChannel): Process<Uint8Array | undefined> {
  yield* statusOf(card, selectFile(USER_CERTIFICATE));
  return yield* readObject((apdu) => card.transmit(apdu));
}

function* presentPin(card: CardChannel, pin: string): Process<Recognition | undefined> {
  yield* statusOf(card, selectFile(AUTHENTICATION_PIN));
  const sw = yield* statusOf(card, verifyPin(pin));
  if (sw === SW.ok) return undefined;
  if (sw === SW.referenceDataNotUsable || sw === SW.authenticationBlocked) return { kind: "pin-locked" };
  const triesLeft = triesLeftIn(sw);
  if (triesLeft === undefined) return { kind: "card-failed" };
  return triesLeft === 0 ? { kind: "pin-locked" } : { kind: "pin-wrong", triesLeft };
}
