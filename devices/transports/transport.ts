import type { Cancel } from "../../simulator/kernel/clock.ts";
import type { TransportProblem } from "./transport-problem.ts";

/** A line that carries bytes both ways, in order, cut anywhere: a serial port, a socket, two ends in one process. */
export interface Transport {
  /** What a person would call it: `/dev/ttyUSB0`, `127.0.0.1:4000`, `stub cc-03`. */
  readonly name: string;
  /** Sends bytes; they arrive whole and in order, or the line ends. Nothing happens once it ended. */
  send(bytes: Uint8Array): void;
  /** Tells of bytes that came, in pieces of any size. The receiver may keep a piece: nobody writes into it any more. */
  onBytes(listener: (bytes: Uint8Array) => void): Cancel;
  /** Tells that the line ended: with a problem when nobody asked for it. */
  onEnd(listener: (problem: TransportProblem | undefined) => void): Cancel;
  /** Ends the line and waits until the port is free again. */
  close(): Promise<void>;
}
