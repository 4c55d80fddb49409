import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ConfigurationError } from "../configuration-error.ts";

/** Writes beside the target and renames over it, so that nobody ever reads half a file. */
export function writeWhole(path: string, content: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const temporary = `${path}.part`;
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(
      `cannot write ${path}: ${reason}`,
      "choose another place with --out or --report <format>=<file>",
    );
  }
}

/** A path inside a folder. */
export const inside = (folder: string, ...parts: readonly string[]): string => join(folder, ...parts);
