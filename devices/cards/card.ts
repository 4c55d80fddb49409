import { toHex } from "../../simulator/kernel/bytes.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import { mark, type PrivateKind } from "../../simulator/kernel/trace.ts";
import { type CommandApdu, encodeCommand, encodeResponse, type ResponseApdu, response } from "../iso7816/apdu.ts";
import { type Atr, atrText } from "../iso7816/atr.ts";
import { SW } from "../iso7816/status-word.ts";
import { type CardApplication, type CardReply, commandKey } from "./application.ts";
import type { CardImage } from "./card-image.ts";
import { CardSession } from "./card-session.ts";

/** A card enters or leaves the field of a reader; `atr` is what the reader makes of it, or undefined for a mute chip. */
export interface FieldChange {
  readonly reader: string;
  readonly change: "inserted" | "removed";
  readonly atr: Atr | undefined;
}

/** One command and its answer, as they pass between reader and chip. */
export interface ApduExchange {
  readonly reader: string;
  readonly command: CommandApdu;
  readonly response: ResponseApdu;
  /** Application selected when the answer was given. */
  readonly application: string | undefined;
  readonly holds: CardReply["holds"];
}

declare module "../../simulator/kernel/pco.ts" {
  interface Pcos {
    /** Between card and field. */
    "card.field": { readonly live: FieldChange; readonly kept: KeptFieldChange };
    /** Between reader and chip. */
    "card.apdu": { readonly live: ApduExchange; readonly kept: KeptApdu };
  }
}

/** {@link FieldChange} as evidence. */
export type KeptFieldChange = {
  readonly reader: string;
  readonly change: "inserted" | "removed";
  readonly atr?: string;
};
/** {@link ApduExchange} as evidence: hexadecimal, with a mark where private data stood. */
export type KeptApdu = {
  readonly reader: string;
  readonly application?: string;
  readonly command: string;
  readonly response: string;
};

/** Keeps a field change. */
export function keepFieldChange({ reader, change, atr }: FieldChange): KeptFieldChange {
  return { reader, change, ...(atr === undefined ? {} : { atr: atrText(atr) }) };
}

/** Keeps an exchange; data the card calls private are replaced by their mark before a byte is stored. */
export function keepApdu({ reader, command, response: answer, application, holds }: ApduExchange): {
  readonly message: KeptApdu;
  readonly marks: readonly PrivateKind[];
} {
  const commandHex =
    holds?.command === undefined || command.data.length === 0
      ? toHex(encodeCommand(command))
      : `${toHex(encodeCommand({ ...command, data: new Uint8Array(0), ne: 0 }))}${mark(holds.command)}`;
  const responseHex =
    holds?.response === undefined || answer.data.length === 0
      ? toHex(encodeResponse(answer))
      : `${mark(holds.response)}${toHex(encodeResponse({ ...answer, data: new Uint8Array(0) }))}`;
  return {
    message: {
      reader,
      ...(application === undefined ? {} : { application }),
      command: commandHex,
      response: responseHex,
    },
    marks: [holds?.command, holds?.response].filter((kind) => kind !== undefined),
  };
}

/** Class bytes with secure messaging, which the card does not speak outside one application (my-number-card.md §2.1). */
const SECURE_MESSAGING_CLASSES = new Set([0x04, 0x08, 0x0c]);
const KNOWN_CLASSES = new Set([0x00, 0x80]);
const SELECT = 0xa4;

/** A My Number card in software: a synchronous core that answers every command and never throws. */
export class Card {
  readonly #session: CardSession;
  #powered = false;

  constructor(image: CardImage, applications: readonly CardApplication[], rng: Rng) {
    this.#session = new CardSession(image, applications, rng);
    if (image.authenticationPinTriesUsed > 0) this.#spendTries(image.authenticationPinTriesUsed);
  }

  get image(): CardImage {
    return this.#session.image;
  }

  /** Powers the chip: volatile state is gone, the ATR is the answer. */
  powerOn(): Atr {
    this.#session.reset();
    this.#powered = true;
    return this.#session.image.atr;
  }

  powerOff(): void {
    this.#session.reset();
    this.#powered = false;
  }

  /** Answers one command. Without power nothing can be asked: the caller sees a card that is not there. */
  transmit(command: CommandApdu): CardReply & { readonly application: string | undefined } {
    const reply = this.#powered ? this.#dispatch(command) : { response: response(SW.conditionsNotSatisfied) };
    return { ...reply, application: this.#session.application?.id };
  }

  #dispatch(command: CommandApdu): CardReply {
    const { cla, ins } = command;
    if (SECURE_MESSAGING_CLASSES.has(cla)) return { response: response(SW.secureMessagingNotSupported) };
    if (!KNOWN_CLASSES.has(cla)) return { response: response(SW.unknownClass) };
    const application = this.#session.application;
    const table = application ?? this.#session.applications[0];
    // With no application selected only SELECT has anything to work on.
    if (table === undefined || (application === undefined && ins !== SELECT)) {
      return { response: response(SW.unknownInstruction) };
    }
    const handler = table.commands.get(commandKey(cla, ins));
    return handler?.(this.#session, command) ?? { response: response(SW.unknownInstruction) };
  }

  #spendTries(tries: number): void {
    for (const application of this.#session.applications) {
      for (const object of application.objects) {
        if (object.kind === "pin" && object.holds === "pin") this.#session.pin(application, object).spend(tries);
      }
    }
  }
}
