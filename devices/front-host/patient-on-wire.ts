import type { Clock } from "../../simulator/kernel/clock.ts";
import { Mailbox, type Process } from "../../simulator/kernel/process.ts";
import { PICTURE_MS } from "../front-port/constants.ts";
import type { FrontFrame, FrontMessage } from "../front-port/frame.ts";
import { FrontLine } from "../front-port/front-line.ts";
import { PictureIntake } from "../front-port/picture-intake.ts";
import type { FaceTry } from "../readers/face-gate.ts";
import type { PatientAtReader } from "../readers/patient.ts";
import type { ScreenView, Touch } from "../readers/screens.ts";
import type { Transport } from "../transports/transport.ts";
import type { TransportProblem } from "../transports/transport-problem.ts";

/** What the session's side of a front port stands on. */
export interface PatientOnWireParts {
  readonly clock: Clock;
  readonly transport: Transport;
  /** Told of each kind of problem once. */
  readonly onProblem: (problem: TransportProblem) => void;
}

/** What a message is to the question that is open: its answer, a part of it, or neither. */
type Heard<T> = { readonly answer: T | undefined } | "more" | "misplaced";

interface Question {
  readonly number: number;
  hear(message: FrontMessage): void;
}

/**
 * Whoever stands before a reader at the other end of a front port. A front that is cut or talks nonsense is a patient who
 * does nothing until the time is over, and a camera before which nothing comes.
 */
export class PatientOnWire implements PatientAtReader {
  readonly #clock: Clock;
  readonly #line: FrontLine;
  #number = 0;
  #question: Question | undefined;

  constructor({ clock, transport, onProblem }: PatientOnWireParts) {
    this.#clock = clock;
    this.#line = new FrontLine({ transport, hear: (frame) => this.#hear(frame), onProblem });
  }

  informed(view: ScreenView): void {
    this.#line.send({ number: this.#next(), message: { kind: "screen", waitMs: 0, view } });
  }

  *touch(view: ScreenView, waitMs: number): Process<Touch | undefined> {
    return yield* this.#ask<Touch>({ kind: "screen", waitMs, view }, waitMs, (message) => {
      if (message.kind === "touched") return { answer: message.touch };
      return message.kind === "untouched" ? { answer: undefined } : "misplaced";
    });
  }

  *face(attempt: number): Process<FaceTry | undefined> {
    const intake = new PictureIntake();
    return yield* this.#ask<FaceTry>({ kind: "take-picture", attempt }, PICTURE_MS, (message) => {
      if (message.kind === "measured") return { answer: message.measured };
      if (message.kind === "no-picture") return { answer: undefined };
      const taken = intake.take(message);
      return taken.kind === "whole" ? { answer: taken.frames } : taken.kind;
    });
  }

  /** Lets go of the line, which stays open. */
  close(): void {
    this.#line.close();
  }

  *#ask<T>(message: FrontMessage, waitMs: number, read: (message: FrontMessage) => Heard<T>): Process<T | undefined> {
    const answers = new Mailbox<{ readonly answer: T | undefined }>(1);
    const number = this.#next();
    this.#question = {
      number,
      hear: (said) => {
        const heard = read(said);
        if (heard === "misplaced") this.#line.misplaced();
        if (typeof heard === "string") return;
        this.#question = undefined;
        answers.put(heard);
      },
    };
    this.#line.send({ number, message });
    try {
      return (yield* answers.take(this.#clock, waitMs))?.answer;
    } finally {
      // The time is over, or whoever asked went away: nobody at the other end need think about it any more.
      if (this.#question?.number === number) this.#withdraw(number);
    }
  }

  #next(): number {
    this.#number = (this.#number + 1) & 0xff;
    return this.#number;
  }

  #withdraw(number: number): void {
    this.#question = undefined;
    this.#line.send({ number, message: { kind: "withdrawn" } });
  }

  /** An answer that crossed its withdrawal on the way, or came too late, is nobody's. */
  #hear({ number, message }: FrontFrame): void {
    if (number === this.#question?.number) this.#question.hear(message);
  }
}
