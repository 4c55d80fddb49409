import type { CardChannel } from "../../devices/cards/card-channel.ts";
import type { PrintedFront } from "../../devices/cards/card-image.ts";
import {
  type CommandApdu,
  decodeResponse,
  encodeCommand,
  type ResponseApdu,
  response,
} from "../../devices/iso7816/apdu.ts";
import type { Atr } from "../../devices/iso7816/atr.ts";
import { NO_ANSWER } from "../../devices/iso7816/status-word.ts";
import type { CardAccess } from "../../devices/readers/card-access.ts";
import { isProblem, type TransportProblem } from "../../devices/transports/transport-problem.ts";
import type { Strand } from "../../simulator/kernel/pco.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import { ConfigurationError } from "../configuration-error.ts";
import { issuerOf } from "./our-card.ts";
import type { OuterReader } from "./outer-reader.ts";
import type { Outside } from "./outside.ts";

/** What a card on a reader outside stands on. */
export interface OuterCardParts {
  readonly outer: OuterReader;
  readonly outside: Outside;
  /** Name of the reader on the counter. */
  readonly reader: string;
  readonly strand: Strand;
  /** What the camera sees: the front of the card that is meant to lie there. */
  readonly front: PrintedFront | undefined;
  /** DER of the CAs that issue our cards. */
  readonly authorities: readonly Uint8Array[];
}

/**
 * A card that lies on a reader outside this process. Nobody sees what it says: such a reader is sealed, so `card.field` is
 * the only crossing. What is not one of our cards is shown neither PIN nor number.
 */
export class OuterCard implements CardAccess {
  readonly front: PrintedFront | undefined;
  readonly channel: CardChannel;
  readonly #parts: OuterCardParts;
  #lies = false;
  #isOurs = false;

  constructor(parts: OuterCardParts) {
    this.#parts = parts;
    this.front = parts.front;
    this.channel = { strand: parts.strand, transmit: (command) => this.#transmit(command) };
  }

  *insert(): Process<Atr | undefined> {
    const atr = yield* this.#begun(() => this.#parts.outer.connect());
    this.#lies = true;
    return yield* this.#change("inserted", atr);
  }

  *wake(): Process<Atr | undefined> {
    return yield* this.#begun(() => this.#parts.outer.reset());
  }

  *remove(): Process<void> {
    if (!this.#lies) return;
    this.#lies = false;
    yield* this.#parts.outside.ask(() => this.#parts.outer.release());
    yield* this.#change("removed", undefined);
  }

  /** The answer to reset of a card that has power now, once it is known whose it is. */
  *#begun(power: () => Promise<Atr | undefined | TransportProblem>): Process<Atr | undefined> {
    const { outer, outside, authorities } = this.#parts;
    this.#isOurs = false;
    const atr = yield* this.#ask(power);
    if (atr === undefined) return undefined;
    const issuer = yield* issuerOf((command) => this.#transmit(command), authorities);
    if (issuer === "another") yield* outside.stop(strangersCard(outer.name));
    this.#isOurs = issuer === "ours";
    // What was selected is forgotten: the session begins with a card as it comes.
    return yield* this.#ask(() => outer.reset());
  }

  *#transmit(command: CommandApdu): Process<ResponseApdu> {
    if (showsSecret(command) && !this.#isOurs) return response(NO_ANSWER);
    const bytes = yield* this.#ask(() => this.#parts.outer.transmit(encodeCommand(command)));
    if (bytes === undefined) return response(NO_ANSWER);
    return decodeResponse(bytes);
  }

  *#ask<T extends object>(question: () => Promise<T | undefined | TransportProblem>): Process<T | undefined> {
    const { outside } = this.#parts;
    const answer = yield* outside.ask(question);
    if (isProblem(answer)) return yield* outside.stop(new ConfigurationError(answer.message, answer.fix));
    return answer;
  }

  *#change(change: "inserted" | "removed", atr: Atr | undefined): Process<Atr | undefined> {
    const { reader, strand } = this.#parts;
    const passage = yield* strand.cross("card.field", { reader, change, atr });
    return passage.delivered[0]?.atr;
  }
}

/** VERIFY with data; without them it only asks for the tries left (ISO/IEC 7816-4 §11.5.6). */
const showsSecret = ({ ins, data }: CommandApdu): boolean => ins === 0x20 && data.length > 0;

const strangersCard = (reader: string): ConfigurationError =>
  new ConfigurationError(
    `the My Number card on ${reader} was not issued by this simulation: nobody here knows its holder, and no PIN was sent to it`,
    "lay down an emulated card: `madoguchi reader` or `madoguchi card` with the same --persona, --seed and --date, without --fresh-keys",
  );
