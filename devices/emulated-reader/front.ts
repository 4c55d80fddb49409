import type { Cancel, Clock } from "../../simulator/kernel/clock.ts";
import { type Process, start } from "../../simulator/kernel/process.ts";
import type { FrontFrame, FrontMessage } from "../front-port/frame.ts";
import { FrontParser } from "../front-port/parser.ts";
import { encodeFront, pictureMessages } from "../front-port/writer.ts";
import type { FaceTry } from "../readers/face-gate.ts";
import type { PatientAtReader } from "../readers/patient.ts";
import type { Touch } from "../readers/screens.ts";
import type { Transport } from "../transports/transport.ts";

/** What the front of an emulated reader is made of. */
export interface ReaderFrontParts {
  readonly clock: Clock;
  readonly transport: Transport;
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
  readonly #stop: Cancel;
  #abandon: Cancel = () => {};

  constructor(parts: ReaderFrontParts) {
    this.#parts = parts;
    const parser = new FrontParser((event) => {
      if (event.kind === "frame") this.#asked(event.frame);
    });
    this.#stop = parts.transport.onBytes((bytes) => parser.push(bytes));
  }

  /** Switches the front off: it hears nothing more. The line stays open. */
  close(): void {
    this.#abandon();
    this.#stop();
  }

  #asked({ number, message }: FrontFrame): void {
    const { patient } = this;
    this.#abandon();
    if (patient === undefined) return;
    if (message.kind === "take-picture") this.#answer(number, patient.face(message.attempt), faceMessages);
    if (message.kind !== "screen") return;
    const { view, waitMs } = message;
    if (waitMs === 0) return patient.informed?.(view);
    this.#answer(number, patient.touch(view, waitMs), touchMessages);
  }

  /** However long the patient takes: a session that waits no longer says so. */
  #answer<T>(
    number: number,
    does: Process<T | undefined>,
    messages: (done: T | undefined) => readonly FrontMessage[],
  ): void {
    const { transport, onDefect } = this.#parts;
    this.#abandon = start(does, (outcome) => {
      if ("error" in outcome) return onDefect(outcome.error);
      for (const message of messages(outcome.value)) transport.send(encodeFront({ number, message }));
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
