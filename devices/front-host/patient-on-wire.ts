import type { Cancel, Clock } from "../../simulator/kernel/clock.ts";
import { Mailbox, type Process } from "../../simulator/kernel/process.ts";
import { PICTURE_MS } from "../front-port/constants.ts";
import type { FrontMessage } from "../front-port/frame.ts";
import { type FrontEvent, FrontParser } from "../front-port/parser.ts";
import { PictureIntake } from "../front-port/picture-intake.ts";
import { encodeFront } from "../front-port/writer.ts";
import type { FaceTry } from "../readers/face-gate.ts";
import type { PatientAtReader } from "../readers/patient.ts";
import type { ScreenView, Touch } from "../readers/screens.ts";
import type { Transport } from "../transports/transport.ts";
import type { TransportProblem } from "../transports/transport-problem.ts";
import { frontLost, frontNonsense } from "./front-problem.ts";

/** What the session's side of a front port stands on. */
export interface PatientOnWireParts {
  readonly clock: Clock;
  readonly transport: Transport;
  /** Told of each kind of problem once. */
  readonly onProblem: (problem: TransportProblem) => void;
}

/** What a message is to the question that is open: its answer, a part of it, or none. */
type Answer<T> = { readonly answer: T | undefined } | "more" | "nonsense";

interface Question {
  readonly number: number;
  hear(message: FrontMessage): "heard" | "nonsense";
}

/**
 * Whoever stands before a reader at the other end of a front port. What is no answer is told as a problem and else not
 * heard: a front that is cut or talks nonsense is a patient who does nothing until the time is over.
 */
export class PatientOnWire implements PatientAtReader {
  readonly #parts: PatientOnWireParts;
  readonly #stops: readonly Cancel[];
  readonly #told = new Set<TransportProblem["code"]>();
  #number = 0;
  #question: Question | undefined;

  constructor(parts: PatientOnWireParts) {
    this.#parts = parts;
    const parser = new FrontParser((event) => this.#hear(event));
    this.#stops = [
      parts.transport.onBytes((bytes) => parser.push(bytes)),
      parts.transport.onEnd((problem) => {
        if (problem !== undefined) this.#tell(problem);
      }),
    ];
  }

  informed(view: ScreenView): void {
    this.#send(this.#next(), { kind: "screen", waitMs: 0, view });
  }

  *touch(view: ScreenView, waitMs: number): Process<Touch | undefined> {
    return yield* this.#ask<Touch>({ kind: "screen", waitMs, view }, waitMs, (message) => {
      if (message.kind === "touched") return { answer: message.touch };
      return message.kind === "untouched" ? { answer: undefined } : "nonsense";
    });
  }

  *face(attempt: number): Process<FaceTry | undefined> {
    const intake = new PictureIntake();
    return yield* this.#ask<FaceTry>({ kind: "take-picture", attempt }, PICTURE_MS, (message) => {
      if (message.kind === "measured") return { answer: message.measured };
      if (message.kind === "no-picture") return { answer: undefined };
      const taken = intake.take(message);
      if (taken.kind === "whole") return { answer: taken.frames };
      return taken.kind === "more" ? "more" : "nonsense";
    });
  }

  /** Lets go of the line, which stays open. */
  close(): void {
    for (const stop of this.#stops) stop();
  }

  *#ask<T>(question: FrontMessage, waitMs: number, read: (message: FrontMessage) => Answer<T>): Process<T | undefined> {
    const answers = new Mailbox<{ readonly answer: T | undefined }>(1);
    const number = this.#next();
    this.#question = {
      number,
      hear: (message) => {
        const heard = read(message);
        if (typeof heard === "object") {
          this.#question = undefined;
          answers.put(heard);
        }
        return heard === "nonsense" ? "nonsense" : "heard";
      },
    };
    this.#send(number, question);
    try {
      return (yield* answers.take(this.#parts.clock, waitMs))?.answer;
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
    this.#send(number, { kind: "withdrawn" });
  }

  #send(number: number, message: FrontMessage): void {
    this.#parts.transport.send(encodeFront({ number, message }));
  }

  #hear(event: FrontEvent): void {
    const { name } = this.#parts.transport;
    if (event.kind === "lost") return this.#tell(frontLost(name));
    if (event.kind === "nonsense") return this.#tell(frontNonsense(name));
    const { number, message } = event.frame;
    if (number !== this.#question?.number) return; // an answer that crossed its withdrawal, or came too late
    if (this.#question.hear(message) === "nonsense") this.#tell(frontNonsense(name));
  }

  #tell(problem: TransportProblem): void {
    if (this.#told.has(problem.code)) return;
    this.#told.add(problem.code);
    this.#parts.onProblem(problem);
  }
}
