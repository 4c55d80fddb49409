import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigurationError } from "../configuration-error.ts";

/** A command that a signal ended has this and the signal's number, as shells have it. */
const SIGNAL_BASE = 128;

/** Runs a command with the streams of this process and more environment; its exit code. A {@link ConfigurationError} when it cannot be started. */
export function runChild(
  [program = "", ...args]: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, ...environment }, stdio: "inherit" });
    // The command decides what an interrupt means; we end when it does.
    const wait = (): void => {};
    process.on("SIGINT", wait);
    child.once("error", (error) => {
      process.off("SIGINT", wait);
      reject(
        new ConfigurationError(`cannot run ${program}: ${error.message}`, "check its name and that it is installed"),
      );
    });
    child.once("close", (code, signal) => {
      process.off("SIGINT", wait);
      resolve(code ?? SIGNAL_BASE + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/** A folder nobody else has, for as long as the work takes: two runs beside each other never meet. */
export async function inPrivateFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "madoguchi-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
