import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { ProfileFile } from "../run-record.ts";

/** How a report names a profile the user gave: by the file's name, never its folder, and by what was in it. */
export function profileFileOf(path: string, text: string): ProfileFile {
  return { name: basename(path), sha256: createHash("sha256").update(text).digest("hex") };
}
