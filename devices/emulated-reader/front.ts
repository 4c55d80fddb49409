import type { Cancel } from "../../simulator/kernel/clock.ts";
import { type Process, start } from "../../simulator/kernel/process.ts";
import type { FrontFrame, FrontMessage } from "../front-port/frame.ts";
import { FrontLine } from "../front-port/front-line.ts";
import { pictureMessages } from "../front-port/writer.ts";
import type { FaceTry } from "../readers/face-gate.ts";
import type { PatientAtReader } from "../readers/patient.ts";
import type { Touch } from "../readers/screens.ts";
import type { Transport } from "../transports/transport.ts";
import type { TransportProblem } from "../transports/transport-problem.ts";

/** What the front of an emulated reader is made of. */
export interface ReaderFrontParts {
  readonly transport: Transport;
  /** Told of each kind of problem once. */
  readonly onProblem: (problem: TransportProblem) => void;
  readonly onDefect: (error: unknown) => void;
}

/**
 * Screen, keys and camera of an emulated reader, at its end of a front port: the session shows a screen, whoever stands
 * there does something with it. One question at a time: the next one, or its withdrawal, ends the one before.
 */
export class ReaderFront {
  /** Who stands there; nobody touches anything while it is undefined. */
  patient: PatientAtReader | undefined;
  readonly #parts: ReaderFrontParts;
  readonly #line: FrontLine;
  #abandon: Cancel = () => {};

  constructor(parts: ReaderFrontParts) {
    const { transport, onProblem } = parts;
    this.#parts = parts;
    this.#line = new FrontLine({ transport, hear: (frame) => this.#asked(frame), onProblem });
  }

  /** Switches the front off: it hears nothing more. The line stays open. */
  close(): void {
    this.#abandon();
    this.#line.close();
  }

  #asked({ number, message }: FrontFrame): void {
    const { patient } = this;
    this.#abandon();
    switch (message.kind) {
      case "screen":
        if (message.waitMs === 0) return patient?.informed?.(message.view);
        return this.#answer(number, patient?.touch(message.view, message.waitMs), touchMessages);
      case "take-picture":
        return this.#answer(number, patient?.face(message.attempt), faceMessages);
      case "withdrawn":
        return;
      default:
        return this.#line.misplaced();
    }
  }

  /** However long the patient takes: a session that waits no longer says so. */
  #answer<T>(
    number: number,
    does: Process<T | undefined> | undefined,
    messages: (done: T | undefined) => readonly FrontMessage[],
  ): void {
    if (does === undefined) return;
    this.#abandon = start(does, (outcome) => {
      if ("error" in outcome) return this.#parts.onDefect(outcome.error);
      for (const message of messages(outcome.value)) this.#line.send({ number, message });
    });
  }
}

const touchMessages = (touch: Touch | undefined): readonly FrontMessage[] => [
  touch === undefined ? { kind: "untouched" } : { kind: "touched", touch },
];

function faceMessages(seen: FaceTry | undefined): readonly FrontMessage[] {
  if (seen === undefined) return [{ kind: "no-picture" }];
  return "match" in seen ? [{ kind: "measured", measured: seen }] : pictureMessages(seen);
}
