import type { Cancel } from "../../simulator/kernel/clock.ts";
import type { Transport } from "../transports/transport.ts";
import type { TransportProblem } from "../transports/transport-problem.ts";
import type { FrontFrame } from "./frame.ts";
import { frontLost, frontNonsense } from "./front-problem.ts";
import { FrontParser } from "./parser.ts";
import { encodeFront } from "./writer.ts";

/** What an end of a front port stands on. */
export interface FrontLineParts {
  readonly transport: Transport;
  readonly hear: (frame: FrontFrame) => void;
  /** Told of each kind of problem once. */
  readonly onProblem: (problem: TransportProblem) => void;
}

/** An end of a front port: messages over a line. What is none is told as a problem, and else not heard. */
export class FrontLine {
  readonly #parts: FrontLineParts;
  readonly #stops: readonly Cancel[];
  readonly #told = new Set<string>();

  constructor(parts: FrontLineParts) {
    this.#parts = parts;
    const { transport, hear } = parts;
    const parser = new FrontParser((event) => {
      if (event.kind === "frame") hear(event.frame);
      else if (event.kind === "nonsense") this.misplaced();
      else this.#tell(frontLost(transport.name));
    });
    this.#stops = [
      transport.onBytes((bytes) => parser.push(bytes)),
      transport.onEnd((problem) => {
        if (problem !== undefined) this.#tell(problem);
      }),
    ];
  }

  send(frame: FrontFrame): void {
    this.#parts.transport.send(encodeFront(frame));
  }

  /** The other end said what makes no sense there. */
  misplaced(): void {
    this.#tell(frontNonsense(this.#parts.transport.name));
  }

  /** Lets go of the line, which stays open. */
  close(): void {
    for (const stop of this.#stops) stop();
  }

  #tell(problem: TransportProblem): void {
    if (this.#told.has(problem.code)) return;
    this.#told.add(problem.code);
    this.#parts.onProblem(problem);
  }
}
