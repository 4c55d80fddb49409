import { distance } from "fastest-levenshtein";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { quoted } from "../reports/plain-text.ts";

/** Where a value stands in a profile. */
export type Path = readonly PropertyKey[];

/** One thing wrong with a profile, and the line it stands on where there is one. */
export interface Mistake {
  readonly path: Path;
  readonly line: number | undefined;
  readonly message: string;
  readonly accepted?: readonly string[];
}

/** More than this helps nobody. */
const MOST_TOLD = 20;

/** Ends with a {@link MisuseError} if there are mistakes: the first of the file, and the others with it. */
export function refuseFor(mistakes: readonly Mistake[]): void {
  const [first, ...others] = mistakes.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (first === undefined) return;
  const told = others.slice(0, MOST_TOLD - 1).map((mistake) => errorOf(mistake));
  const untold = others.length - told.length;
  throw errorOf(first, untold === 0 ? told : [...told, new MisuseError("profile", `and ${untold} more`)]);
}

function errorOf({ path, line, message, accepted }: Mistake, others: readonly MisuseError[] = []): MisuseError {
  const where = line === undefined ? "" : ` (line ${line})`;
  const key = path.map((part) => quoted(String(part))).join(".");
  return new MisuseError(`profile ${key}`.trim() + where, message, accepted, others);
}

/** The names that look most like a mistyped one; of paths the last part counts nearly as much as the whole. */
export function nearest(written: string, names: readonly string[]): readonly string[] {
  const last = (path: string): string => path.split(".").at(-1) ?? path;
  const far = (path: string): number => Math.min(distance(path, written), distance(last(path), last(written)) + 1);
  return names.toSorted((a, b) => far(a) - far(b) || (a < b ? -1 : 1)).slice(0, 2);
}
