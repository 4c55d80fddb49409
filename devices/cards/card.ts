import type { Rng } from "../../simulator/kernel/rng.ts";
import type { CommandApdu } from "../iso7816/apdu.ts";
import { type Atr, isContactless } from "../iso7816/atr.ts";
import { type StatusWord, SW } from "../iso7816/status-word.ts";
import { asksIdentity, tellIdentity } from "../pcsc-part3/answer.ts";
import { type BoundApplication, bindApplication, type CardApplication, type CardReply } from "./application.ts";
import { cardApplications, phoneApplications } from "./applications/index.ts";
import type { CardImage, PrintedFront } from "./card-image.ts";
import { CardSession } from "./card-session.ts";
import type { CardProfile } from "./choices.ts";
import { statusOnly } from "./commands/status-only.ts";

/** How the chip is fed while it works on one command. */
export type Supply =
  /** As it should be. */
  | "steady"
  /** Power went and came back just before the command: nothing volatile is left, and the reader did not notice. */
  | "interrupted"
  /** Power failed while memory was written: the chip answers, but no counter keeps what the command did to it. */
  | "write-lost";

/** What a card is made of. */
export interface CardParts {
  readonly atr: Atr;
  /** Selected when power comes. */
  readonly root: BoundApplication;
  /** In the order a partial name is searched. */
  readonly applications: readonly BoundApplication[];
  readonly profile: CardProfile;
  readonly rng: Rng;
  /** Undefined where nothing is printed that a reader could use. */
  readonly front?: PrintedFront;
  readonly pseudoApdus?: PseudoApdus;
}

/**
 * What a PC/SC reader says in place of the card (PC/SC part 3 §3.2.2: the reader keeps class FF for itself); undefined
 * where the chip is asked. `powerUps` counts how often the card got power: a Type B card draws its PUPI anew each time.
 */
export type PseudoApdus = (command: CommandApdu, powerUps: number) => CardReply | undefined;

/** Class bytes with secure messaging, which the card does not speak (my-number-card.md §2.1). */
const SECURE_MESSAGING_CLASSES = new Set([0x08, 0x0c]);
/** READ BINARY and VERIFY answer 69FC to them, everything else 6882 (my-number-card.md §2.1). */
const SESSION_DEAD_INSTRUCTIONS = new Set([0xb0, 0x20]);
/**
 * VERIFY, CHANGE REFERENCE DATA, RESET RETRY COUNTER (ISO/IEC 7816-4 §11.6, even and odd), CHANGE KEY and UNLOCK KEY
 * (JICSAP): what they carry is a PIN, in whatever class.
 */
const PIN_INSTRUCTIONS = new Set([0x20, 0x21, 0x24, 0x25, 0x2c, 0x2d, 0x32, 0x54]);

/** Answer to a command, and where it was given. */
export type CardAnswer = Omit<CardReply, "holds"> & {
  readonly holds: CardReply["holds"] | undefined;
  /** Id of the application selected afterwards; undefined for the card manager, which nobody selected. */
  readonly application: string | undefined;
};

/** A card in software: a synchronous core that answers every command and never throws. */
export class Card {
  readonly atr: Atr;
  readonly front: PrintedFront | undefined;
  readonly #session: CardSession;
  readonly #pseudoApdus: PseudoApdus | undefined;
  #powered = false;
  #powerUps = 0;

  constructor({ atr, root, applications, profile, rng, front, pseudoApdus }: CardParts) {
    this.atr = atr;
    this.front = front;
    this.#pseudoApdus = pseudoApdus;
    this.#session = new CardSession(root, applications, profile, rng);
  }

  get profile(): CardProfile {
    return this.#session.profile;
  }

  /** Powers the chip: volatile state is gone, the ATR is the answer. */
  powerOn(): Atr {
    this.#session.reset();
    this.#powered = true;
    this.#powerUps++;
    return this.atr;
  }

  powerOff(): void {
    this.#session.reset();
    this.#powered = false;
  }

  /** Answers one command; 6985 without power (ours: a real chip says nothing then, which is the reader's to see). */
  transmit(command: CommandApdu, supply: Supply = "steady"): CardAnswer {
    return this.#placed(supply === "steady" ? this.#dispatch(command) : this.#dispatchPoorly(command, supply));
  }

  /** Gives every PIN its tries back, out of band: no command does that (my-number-card.md §2.5, §8 D-06). */
  unblock(): void {
    for (const [pin] of this.#session.memory()) pin.unblock();
  }

  /** The answer to bytes that are no command: 6700. */
  refuse(): CardAnswer {
    return this.#placed(statusOnly(SW.wrongLength));
  }

  #placed({ response, holds }: CardReply): CardAnswer {
    return { response, holds, application: this.#session.atRoot ? undefined : this.#session.application.id };
  }

  #dispatch(command: CommandApdu): CardReply {
    if (!this.#powered) return unsupported(command, SW.conditionsNotSatisfied);
    const instead = this.#pseudoApdus?.(command, this.#powerUps);
    if (instead !== undefined) return instead;
    const { application } = this.#session;
    const { cla, ins } = command;
    const handler = cla === 0x00 ? application.iso[ins] : cla === 0x80 ? application.proprietary[ins] : undefined;
    return handler === undefined ? unsupported(command, refusedWord(cla, ins)) : handler(this.#session, command);
  }

  #dispatchPoorly(command: CommandApdu, supply: Supply): CardReply {
    if (supply === "interrupted") this.#session.reset();
    const before = this.#session.memory();
    const reply = this.#dispatch(command);
    if (supply === "write-lost") for (const [pin, memory] of before) pin.restore(memory);
    return reply;
  }
}

/** The refusal of a command nobody here understands. A PIN that was sent all the same stays out of the evidence. */
export function unsupported({ ins }: CommandApdu, sw: StatusWord): CardReply {
  const reply = statusOnly(sw);
  return PIN_INSTRUCTIONS.has(ins) ? { ...reply, holds: { command: "pin" } } : reply;
}

function refusedWord(cla: number, ins: number): StatusWord {
  if (SECURE_MESSAGING_CLASSES.has(cla)) {
    return SESSION_DEAD_INSTRUCTIONS.has(ins) ? SW.secureMessagingSessionDead : SW.secureMessagingNotSupported;
  }
  return cla === 0x00 || cla === 0x80 ? SW.unknownInstruction : SW.unknownClass;
}

/** A My Number card, or the phone that carries its JPKI application (my-number-card.md §6, D-13). */
export function myNumberCard(image: CardImage, rng: Rng): Card {
  const phone = image.carrier === "android" || image.carrier === "iphone";
  const { atr, front, profile } = image;
  return cardOf(phone ? phoneApplications : cardApplications, image, {
    atr,
    profile,
    rng,
    ...(phone ? {} : { front }),
    ...(isContactless(atr) ? { pseudoApdus: pupiFrom(rng) } : {}),
  });
}

const PUPI_BYTES = 4;

/** A Type B card has no number of its own: what `FF CA` tells is drawn at each activation (my-number-card.md §3.2). */
function pupiFrom(rng: Rng): PseudoApdus {
  return (command, powerUps) =>
    asksIdentity(command)
      ? { response: tellIdentity(command, { uid: rng.fork(`pupi/${powerUps}`).bytes(PUPI_BYTES) }) }
      : undefined;
}

/** A card of any kind from its applications, the one that is selected at power-up first. */
export function cardOf<I>(
  [root, ...others]: readonly [CardApplication<I>, ...CardApplication<I>[]],
  image: I,
  parts: Omit<CardParts, "root" | "applications">,
): Card {
  const bind = (application: CardApplication<I>): BoundApplication =>
    bindApplication(application, image, parts.profile);
  return new Card({ ...parts, root: bind(root), applications: others.map(bind) });
}
