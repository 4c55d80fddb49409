import type { KeyObject } from "node:crypto";
import type { Clock } from "../../simulator/kernel/clock.ts";
import type { Strand } from "../../simulator/kernel/pco.ts";
import { type Process, withDeadline } from "../../simulator/kernel/process.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import type { Card } from "../cards/card.ts";
import { type CardChannel, FieldChannel } from "../cards/card-channel.ts";
import { type CommandApdu, type ResponseApdu, response } from "../iso7816/apdu.ts";
import { NO_ANSWER } from "../iso7816/status-word.ts";
import type { TerminalApi, TerminalCall, Unreachable } from "../terminal/ports.ts";
import type { FaceImage } from "./face-gate.ts";
import type { PatientAtReader } from "./patient.ts";
import type { ReaderProfile } from "./profile.ts";
import type { ScreenView, Touch } from "./screens.ts";

/** Consent screens as the policy of the day has them (readers-and-line.md §5.1). */
export interface ConsentPolicy {
  /** The limit-amount screen was removed on 2024-10-07. */
  readonly limitScreenAsked: boolean;
  readonly bundledConsent: boolean;
}

/** What a session works with. */
export interface SessionParts {
  readonly reader: string;
  readonly profile: ReaderProfile;
  readonly clock: Clock;
  readonly rng: Rng;
  readonly strand: Strand;
  readonly terminal: TerminalApi;
  /** Another card, should somebody swap them in the middle of a session. */
  readonly spare?: () => Card;
  readonly policy: ConsentPolicy;
  /** The CV CA that card fronts are checked against. */
  readonly surfaceCaKey: KeyObject;
  /** Turns the chip's JPEG 2000 into a picture; undefined when it cannot be read. */
  readonly decodePhoto: (photo: Uint8Array) => FaceImage | undefined;
}

/** The two talks of a session: with the patient over screens, with the terminal over its API. */
export class Counter {
  readonly card: Card;
  readonly patient: PatientAtReader;
  readonly parts: SessionParts;
  /** To the card, for reader and terminal alike. */
  readonly channel: CardChannel;
  readonly #field: FieldChannel;
  #silenced = false;

  constructor(card: Card, patient: PatientAtReader, parts: SessionParts) {
    this.card = card;
    this.patient = patient;
    this.parts = parts;
    const { reader, strand, clock, spare } = parts;
    this.#field = new FieldChannel({ card, reader, strand, clock, ...(spare === undefined ? {} : { spare }) });
    this.channel = { strand, transmit: (command) => this.#transmit(command) };
  }

  /** True once a command got no answer: the card is gone, or might as well be. */
  get silenced(): boolean {
    return this.#silenced;
  }

  /** The reader has done with whatever lies there: it takes the power away. */
  powerOff(): void {
    this.#field.card.powerOff();
  }

  /** Shows a screen; with a time limit it waits for a touch, without one it only informs. */
  *show(view: Omit<ScreenView, "reader">, waitMs?: number): Process<Touch | undefined> {
    const { strand, clock, reader } = this.parts;
    const event: ScreenView = { reader, ...view };
    yield* strand.cross("reader.screen", event);
    if (waitMs === undefined) return undefined;
    const touch = yield* withDeadline(clock, this.patient.touch(event), waitMs);
    if (touch === undefined) return undefined;
    const passage = yield* strand.cross("reader.screen", { reader, screen: view.screen, touch });
    return passage.delivered[0]?.touch;
  }

  /** Passes a call's result over `terminal.api`; a result that does not arrive is a terminal that went down. */
  *call<R extends TerminalCall["result"]>(call: keyof TerminalApi, process: Process<R>): Process<R | Unreachable> {
    const result = yield* process;
    const passage = yield* this.parts.strand.cross("terminal.api", { reader: this.parts.reader, call, result });
    return (passage.delivered[0]?.result as R | undefined) ?? { kind: "unreachable", why: "no-answer" };
  }

  *#transmit(command: CommandApdu): Process<ResponseApdu> {
    const answer = yield* this.#field.transmit(command);
    // More data than were asked for are no answer: what read them ran over its end (ISO/IEC 7816-4 §5.1, Nr <= Ne).
    const heard = answer.data.length > command.ne ? response(NO_ANSWER) : answer;
    if (heard.sw === NO_ANSWER) this.#silenced = true;
    return heard;
  }
}
