import type { Clock } from "../kernel/clock.ts";
import type { Strand } from "../kernel/pco.ts";
import type { Process } from "../kernel/process.ts";
import type { Certificate } from "../pki/certificate.ts";
import { validateTerminalCertificate } from "../pki/validation.ts";

/** What the two ends of a session know. */
export interface TlsSessionOptions {
  /** The centre's clock: validity is judged by it, never by the terminal's. */
  readonly clock: Clock;
  readonly facility: string;
  readonly terminalCertificate: Certificate;
  readonly terminalCa: Certificate;
}

/** A terminal session ends after about 30 minutes of silence (eligibility-rules.md §16). */
const IDLE_MS = 30 * 60_000;

/**
 * The part of mutual TLS that decides a check-in: does the centre accept the terminal's certificate now? The wire
 * itself belongs to the network edge; here a session is its validation and its idle time.
 */
export class TlsSession {
  readonly #options: TlsSessionOptions;
  #usedAtMs: number | undefined;

  constructor(options: TlsSessionOptions) {
    this.#options = options;
  }

  /** Opens a session or goes on with a live one; false when the centre refuses the certificate. */
  *open(strand: Strand): Process<boolean> {
    const { clock, facility, terminalCertificate, terminalCa } = this.#options;
    if (this.#usedAtMs === undefined || clock.nowMs - this.#usedAtMs > IDLE_MS) {
      const passage = yield* strand.cross("pki.validation", {
        holder: "terminal",
        subject: facility,
        serial: terminalCertificate.serial,
        standing: validateTerminalCertificate(terminalCertificate, terminalCa, clock.nowMs),
      });
      if (passage.delivered[0]?.standing !== "valid") return false;
    }
    this.#usedAtMs = clock.nowMs;
    return true;
  }

  close(): void {
    this.#usedAtMs = undefined;
  }
}
