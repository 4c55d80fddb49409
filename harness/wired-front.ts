import { ReaderFront } from "../devices/emulated-reader/front.ts";
import { PatientOnWire } from "../devices/front-host/patient-on-wire.ts";
import type { PatientAtReader } from "../devices/readers/patient.ts";
import type { Transport } from "../devices/transports/transport.ts";
import type { TransportProblem } from "../devices/transports/transport-problem.ts";
import type { Clock } from "../simulator/kernel/clock.ts";

/** The line between a session and the screen, keys and camera of its reader: both ends. */
export interface FrontEnds {
  readonly hostEnd: Transport;
  readonly readerEnd: Transport;
}

/** What a front at the end of a line stands on. */
export interface WiredFrontParts {
  readonly ends: FrontEnds;
  readonly clock: Clock;
  readonly onProblem: (problem: TransportProblem) => void;
  readonly onDefect: (error: unknown) => void;
}

/** An emulated reader's front at the other end of a line: whoever steps up to it, the session meets over the line. */
export class WiredFront {
  readonly #host: PatientOnWire;
  readonly #front: ReaderFront;

  constructor({ ends, clock, onProblem, onDefect }: WiredFrontParts) {
    this.#host = new PatientOnWire({ clock, transport: ends.hostEnd, onProblem });
    this.#front = new ReaderFront({ transport: ends.readerEnd, onProblem, onDefect });
  }

  /** Somebody steps up; whoever stood there before is gone. */
  meet(patient: PatientAtReader): PatientAtReader {
    this.#front.patient = patient;
    return this.#host;
  }

  /** Lets go of the line, which stays open. */
  close(): void {
    this.#front.close();
    this.#host.close();
  }
}
