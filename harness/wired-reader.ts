import type { CardChannel } from "../devices/cards/card-channel.ts";
import type { PrintedFront } from "../devices/cards/card-image.ts";
import type { Slot } from "../devices/cards/slot.ts";
import { CcidHost } from "../devices/ccid-host/ccid-host.ts";
import { isHostProblem } from "../devices/ccid-host/host-problem.ts";
import type { ReaderModel } from "../devices/ccid-reader/models.ts";
import { EmulatedReader } from "../devices/emulated-reader/emulated-reader.ts";
import {
  decodeCommand,
  decodeResponse,
  encodeCommand,
  encodeResponse,
  type ResponseApdu,
  response,
} from "../devices/iso7816/apdu.ts";
import type { Atr } from "../devices/iso7816/atr.ts";
import { NO_ANSWER } from "../devices/iso7816/status-word.ts";
import type { CardAccess, CardInField } from "../devices/readers/card-access.ts";
import type { Transport } from "../devices/transports/transport.ts";
import type { Clock } from "../simulator/kernel/clock.ts";
import { type Process, sleep, start } from "../simulator/kernel/process.ts";
import type { Rng } from "../simulator/kernel/rng.ts";
import type { FrontEnds } from "./wired-front.ts";

/** A wire between the terminal and a reader: the kind of reader, and both ends of the line. */
export interface Wire {
  readonly model: ReaderModel;
  readonly hostEnd: Transport;
  readonly readerEnd: Transport;
  /** The line of its screen, keys and camera; left out where the patient stands in this process. */
  readonly front?: FrontEnds;
}

/** What a card at the end of a wire stands on. */
export interface WiredCardParts {
  readonly wire: Wire;
  /** What lies in the reader at the end of the wire: one place for all cards of a run. */
  readonly place: { card: WiredCard | undefined };
  /** The card itself, with its faults; what it says crosses its points as ever. */
  readonly field: CardInField;
  readonly reader: string;
  readonly clock: Clock;
  readonly rng: Rng;
  readonly onDefect: (error: unknown) => void;
}

/** How long the power is off when a card is reset (ours). */
const RESET_MS = 100;
/** A reader with an antenna finds a card by looking every so often (ours); one with contacts at once. */
const FOUND_WITHIN_MS = 2_000;
const LOOK_EVERY_MS = 100;

/**
 * A card at the end of a wire: the terminal's commands go as CCID messages over the line to an emulated reader, which
 * speaks T=1 or ISO-DEP with the card. To the session it is a card like one in process; over contacts it is as fast.
 */
export class WiredCard implements CardAccess {
  readonly front: PrintedFront | undefined;
  readonly channel: CardChannel;
  readonly #parts: WiredCardParts;
  #plugged: { readonly host: CcidHost; readonly reader: EmulatedReader; readonly slot: FieldSlot } | undefined;

  constructor(parts: WiredCardParts) {
    this.#parts = parts;
    this.front = parts.field.front;
    this.channel = {
      strand: parts.field.channel.strand,
      transmit: (command) => this.#transmit(encodeCommand(command)),
    };
  }

  *insert(): Process<Atr | undefined> {
    const atr = yield* this.#parts.field.insert();
    if (atr === undefined) return undefined;
    const { host } = this.#plug();
    const opened = yield* host.open();
    if (typeof opened !== "string") return undefined;
    return yield* this.#powerOn();
  }

  *wake(): Process<Atr | undefined> {
    if (this.#plugged === undefined) return undefined;
    yield* this.#plugged.host.powerOff();
    yield* sleep(this.#parts.clock, RESET_MS);
    return yield* this.#powerOn();
  }

  *remove(): Process<void> {
    if (this.#plugged !== undefined) yield* this.#plugged.host.powerOff();
    this.unplug();
    yield* this.#parts.field.remove();
  }

  /** Takes the card and its reader from the line, which stays open; where nothing is plugged, nothing happens. */
  unplug(): void {
    const plugged = this.#plugged;
    this.#plugged = undefined;
    plugged?.slot.take();
    plugged?.reader.close();
    plugged?.host.close();
  }

  #plug() {
    const { wire, place, field, reader, clock, rng, onDefect } = this.#parts;
    // Left behind by a session that waits for no card to be taken: whoever comes next takes it out.
    if (place.card !== undefined) place.card.unplug();
    place.card = this;
    const { model, hostEnd, readerEnd } = wire;
    const slot = new FieldSlot(field, reader, onDefect);
    const { identity, faces } = model;
    const bays = [{ slot, face: faces[0] ?? "contacts" }];
    const emulated = new EmulatedReader({ clock, rng, identity, bays, transport: readerEnd, onDefect });
    const { level, maxMessageBytes } = identity;
    const host = new CcidHost({ clock, transport: hostEnd, level, maxMessageBytes });
    this.#plugged = { host, reader: emulated, slot };
    return this.#plugged;
  }

  *#powerOn(): Process<Atr | undefined> {
    const host = this.#plugged?.host;
    for (let waitedMs = 0; host !== undefined && waitedMs <= FOUND_WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
      const powered = yield* host.powerOn();
      if (!isHostProblem(powered)) return powered.atr;
      if (powered.kind !== "no-card") return undefined;
      yield* sleep(this.#parts.clock, LOOK_EVERY_MS);
    }
    return undefined;
  }

  *#transmit(command: Uint8Array): Process<ResponseApdu> {
    const host = this.#plugged?.host;
    if (host === undefined) return response(NO_ANSWER);
    const answer = yield* host.transmit(command);
    if (isHostProblem(answer)) return response(NO_ANSWER);
    return decodeResponse(answer.response);
  }
}

/** The card of a session as a reader's slot sees it. */
class FieldSlot implements Slot {
  readonly reader: string;
  readonly changes = 0;
  readonly #field: CardInField;
  readonly #onDefect: (error: unknown) => void;
  readonly #listeners = new Set<() => void>();
  #isThere = true;

  constructor(field: CardInField, reader: string, onDefect: (error: unknown) => void) {
    this.#field = field;
    this.reader = reader;
    this.#onDefect = onDefect;
  }

  get present(): boolean {
    return this.#isThere && !this.#field.channel.lost;
  }

  /** The patient takes the card. */
  take(): void {
    this.#isThere = false;
    this.#moved();
  }

  powerOn(): Atr | undefined {
    return this.present ? this.#field.channel.card.powerOn() : undefined;
  }

  powerOff(): void {
    this.#field.channel.card.powerOff();
  }

  exchange(bytes: Uint8Array, answered: (response: Uint8Array | undefined) => void): void {
    const command = decodeCommand(bytes);
    const { channel } = this.#field;
    start(command === undefined ? channel.refuse(bytes) : channel.transmit(command), (outcome) => {
      if ("error" in outcome) {
        this.#onDefect(outcome.error);
        return answered(undefined);
      }
      const { value } = outcome;
      answered(value.sw === NO_ANSWER ? undefined : encodeResponse(value));
      if (channel.lost) this.#moved();
    });
  }

  onChange(listener: () => void) {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #moved(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
