import { readFileSync } from "node:fs";
import { ConfigurationError } from "../configuration-error.ts";

/** A text file the user named; one that cannot be read is a {@link ConfigurationError} that ends in `fix`. */
export function readTextFile(path: string, fix: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new ConfigurationError(`cannot read ${path}`, fix);
  }
}

/** The text of a trace file the user named. */
export const readTraceText = (path: string): string =>
  readTextFile(path, "name a trace file as certify writes them into traces/");
