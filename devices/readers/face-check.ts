import { createHash, verify } from "node:crypto";
import { ensure } from "../../simulator/kernel/errors.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import { rsaPublicKey } from "../../simulator/pki/rsa-public-key.ts";
import {
  CARD_FRONT,
  cardSurface,
  REFERENCE_B,
  referenceB,
  SIGNER_CERTIFICATE,
} from "../cards/applications/card-surface.ts";
import { type CardChannel, statusOf } from "../cards/card-channel.ts";
import type { PrintedFront } from "../cards/card-image.ts";
import { type CardFront, cardFront } from "../cards/files/card-front.ts";
import { frontIsGenuine } from "../cards/files/front-signature.ts";
import {
  computeSignature,
  digestInfo,
  readObject,
  selectApplication,
  selectFile,
  verifyPin,
} from "../iso7816/commands.ts";
import { SW } from "../iso7816/status-word.ts";
import "./camera.ts";
import type { SessionParts } from "./counter.ts";
import { decideFace, type FaceDecision, type FaceImage, type FaceTry, measureFace } from "./face-gate.ts";
import type { ReaderMessageCode } from "./messages.ts";

const CHALLENGE_BYTES = 32;

/** The face path up to the decision: read the front with what the camera sees printed, check it, compare (my-number-card.md §1.10). */
export class FaceCheck {
  readonly #channel: CardChannel;
  readonly #printed: PrintedFront | undefined;
  readonly #parts: SessionParts;
  #photo: FaceImage | undefined;
  /** Modulus of the card whose front was read. */
  #modulus: Uint8Array = new Uint8Array(0);

  /** `printed` is what the camera sees of the front; undefined where nothing lies there that has one. */
  constructor(channel: CardChannel, printed: PrintedFront | undefined, parts: SessionParts) {
    this.#channel = channel;
    this.#printed = printed;
    this.#parts = parts;
  }

  /** Reads and checks the photo; a message code when the face way is closed. */
  *prepare(): Process<ReaderMessageCode | undefined> {
    const front = yield* this.#readFront();
    if (front === undefined) return "001";
    if (!(yield* this.#isGenuine(front))) return "SIM-026";
    if (front.photo.length === 0) return "SIM-009";
    this.#photo = this.#parts.decodePhoto(front.photo);
    return this.#photo === undefined ? "SIM-009" : undefined;
  }

  /** One try: the camera's picture against the chip's, decided on what comes through `camera.frame`. */
  *decide(seen: FaceTry | undefined, attempt: number): Process<FaceDecision> {
    const { reader, profile, strand, decisions } = this.#parts;
    ensure(this.#photo !== undefined, "a face is compared once the photo was read");
    if (seen === undefined) return "time-over";
    const { match: score, live, quality } = "match" in seen ? seen : measureFace(seen, this.#photo);
    const { threshold, liveThreshold } = profile.face;
    const measured = { score, threshold, live, liveThreshold, quality };
    const passage = yield* strand.cross("camera.frame", { reader, attempt, ...measured });
    const frame = passage.delivered[0];
    if (frame === undefined) return "time-over";
    return decideFace({ ...frame, match: frame.score }, frame, decisions);
  }

  /**
   * Whether the card that the terminal spoke with is the one whose photo was compared. Asked after the signature: a card
   * put there in between proves another key, and a face must not open another person's data (ours).
   */
  *isSameCard(): Process<boolean> {
    if ((yield* statusOf(this.#channel, selectApplication(cardSurface.aid))) !== SW.ok) return false;
    return yield* this.#provesKey(this.#modulus);
  }

  *#readFront(): Process<CardFront | undefined> {
    const channel = this.#channel;
    const printed = this.#printed;
    if (printed === undefined) return undefined;
    if ((yield* statusOf(channel, selectApplication(cardSurface.aid))) !== SW.ok) return undefined;
    yield* statusOf(channel, selectFile(REFERENCE_B));
    if ((yield* statusOf(channel, verifyPin(referenceB(printed)))) !== SW.ok) return undefined;
    const bytes = yield* this.#readFile(CARD_FRONT);
    try {
      return bytes === undefined ? undefined : cardFront.decode(bytes);
    } catch {
      return undefined; // a chip with damaged data is a card that cannot be read
    }
  }

  /** Authenticity: the issuer signed the front, and the chip holds the key the front names. */
  *#isGenuine(front: CardFront): Process<boolean> {
    const certificate = yield* this.#readFile(SIGNER_CERTIFICATE);
    if (certificate === undefined || !frontIsGenuine(front, certificate, this.#parts.surfaceCaKey)) return false;
    this.#modulus = front.modulus;
    return yield* this.#provesKey(front.modulus);
  }

  /** Internal authentication: the card signs a challenge with its own key, which needs no right (my-number-card.md §2.6). */
  *#provesKey(modulus: Uint8Array): Process<boolean> {
    const challenge = this.#parts.rng.bytes(CHALLENGE_BYTES);
    const digest = createHash("sha256").update(challenge).digest();
    const proof = yield* this.#channel.transmit(computeSignature(digestInfo(digest), 0x00));
    const key = rsaPublicKey(modulus);
    return proof.sw === SW.ok && key !== undefined && verify("sha256", challenge, key, proof.data);
  }

  *#readFile(fid: number): Process<Uint8Array | undefined> {
    if ((yield* statusOf(this.#channel, selectFile(fid))) !== SW.ok) return undefined;
    return yield* readObject((apdu) => this.#channel.transmit(apdu));
  }
}
