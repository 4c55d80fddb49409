import { readFileSync } from "node:fs";
import { ConfigurationError } from "../configuration-error.ts";

/** A text file the user named, which must be UTF-8; one that cannot be read is a {@link ConfigurationError} that ends in `fix`. */
export function readTextFile(path: string, fix: string): string {
  const text = textOf(contentOf(path, fix));
  if (text === undefined) throw new ConfigurationError(`${path} is not in UTF-8`, "save it as UTF-8");
  return text;
}

function contentOf(path: string, fix: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new ConfigurationError(`cannot read ${path}`, fix);
  }
}

/** Nothing is replaced silently; UTF-16 of plain letters would be UTF-8 full of NUL. */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text of a trace file the user named. */
export const readTraceText = (path: string): string =>
  readTextFile(path, "name a trace file as certify writes them into traces/");
