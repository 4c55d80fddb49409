import { mkdtempSync, renameSync, rmdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../../devices/transports/make-folder.ts";
import { ConfigurationError } from "../configuration-error.ts";

const ELSEWHERE = "choose another place with --out or --report <format>=<file>";

/**
 * Makes a folder and tries whether something can be made in it, for whoever must not find out when the work is done. A
 * {@link ConfigurationError} says why not, with `fix` as what to do.
 */
export function prepareFolder(folder: string, fix = ELSEWHERE): void {
  try {
    makeFolder(folder);
    rmdirSync(mkdtempSync(join(folder, ".madoguchi-")));
  } catch (error) {
    throw unwritable(folder, error, fix);
  }
}

/**
 * Writes text or bytes beside the target and renames over it, so that nobody ever reads half a file. What is no file, such
 * as a pipe or the null device, is written into: a rename would put a file in its place. A {@link ConfigurationError} says
 * why it could not, with `fix` as what to do.
 */
export function writeWhole(path: string, content: string | Uint8Array, fix = ELSEWHERE): void {
  try {
    makeFolder(dirname(path));
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) return writeFileSync(path, content);
    const temporary = `${path}.part`;
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    throw unwritable(path, error, fix);
  }
}

function unwritable(path: string, error: unknown, fix: string): ConfigurationError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ConfigurationError(`cannot write ${path}: ${reason}`, fix);
}

/** A path inside a folder. */
export const inside = (folder: string, ...parts: readonly string[]): string => join(folder, ...parts);
