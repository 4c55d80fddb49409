import { wallTimers } from "../../devices/transports/timers.ts";
import { ConfigurationError } from "../configuration-error.ts";

/** A card that needs longer for one command has stopped working, and so has its driver. */
const DEADLINE_MS = 15_000;
/** Left to write what went wrong, before a process that a driver holds is ended. */
const LAST_WORDS_MS = 1_000;

/**
 * What a PC/SC driver gives in time, or a {@link ConfigurationError}. A driver that never answers holds the process, and
 * Node cannot leave it (exit waits as well): it is ended from outside, with the signal's exit code.
 */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  let cancel = (): void => {};
  const late = new Promise<never>((_, reject) => {
    cancel = wallTimers.after(DEADLINE_MS, () => {
      setTimeout(() => process.kill(process.pid, "SIGTERM"), LAST_WORDS_MS).unref();
      reject(
        new ConfigurationError(
          `the reader's driver did not answer within ${DEADLINE_MS / 1_000} s`,
          "take the card off and put it on again; if that does not help, plug the reader in again",
        ),
      );
    });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    cancel();
  }
}
