import type { FileChange } from "../terminal/ports.ts";
import { MOST_FILES, within } from "./bounds.ts";

/**
 * Says of each file, in order, whether it is one of the first `times` results that count; a request never is. A `MisuseError`
 * names `times` when it is none that a run can have.
 */
export function firstResults(times: number, counts: (file: FileChange) => boolean): (file: FileChange) => boolean {
  within("times", times, 0, MOST_FILES);
  let struck = 0;
  return (file) => {
    if (file.folder === "req" || !counts(file) || struck >= times) return false;
    struck++;
    return true;
  };
}
