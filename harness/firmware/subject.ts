import type { TransportProblem } from "../../devices/transports/transport-problem.ts";
import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import type { RunHeader } from "../../simulator/kernel/trace.ts";
import type { Ics } from "./ics.ts";

/** One line of a subject. */
export interface SubjectLine {
  send(bytes: Uint8Array): void;
  onBytes(listener: (bytes: Uint8Array) => void): void;
}

/** A card in a reader as PC/SC gives it to programs. */
export interface PcscCard {
  readonly reader: string;
  /** ATR at the time of connecting, or of the last reset. */
  readonly atr: () => Uint8Array;
  /** Sends a command APDU; undefined when no answer comes. */
  transmit(command: Uint8Array): Process<Uint8Array | undefined>;
  /** Warm reset; false when the card does not come back. */
  reset(): Process<boolean>;
}

/** Firmware under validation, as the suite sees it: its lines, its time, its statement. */
export interface FirmwareSubject {
  readonly id: string;
  readonly title: Bilingual;
  readonly ics: Ics;
  /** `simulate` on virtual time in this process, `live` outside on the wall's. */
  readonly mode: RunHeader["mode"];
  readonly clock: Clock;
  /** The line CCID is spoken on; left out where the reader is reached through PC/SC. */
  readonly host?: SubjectLine;
  /** Left out where nobody can play the card. */
  readonly bench?: SubjectLine;
  /** The card in the reader, where the reader is reached through PC/SC. */
  readonly pcsc?: PcscCard;
  /** Runs a process on the subject's time until it ends: virtual time jumps, the wall's goes by. */
  run<T>(process: Process<T>): Promise<T>;
  /** Switches the firmware off. */
  close(): Promise<void>;
  /** Tells of a line that ended by itself: once, when it happens, or at once where it has. Left out where lines do not. */
  readonly onLost?: (listener: (problem: TransportProblem) => void) => void;
  /** What went wrong on our own side since the subject was opened; undefined for nothing. */
  readonly problem: () => string | undefined;
}
