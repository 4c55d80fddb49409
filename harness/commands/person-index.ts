import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { Population } from "../../simulator/population/person.ts";

/** The person `--index` means; a {@link MisuseError} names the option where there is no such person. */
export function personIndex(index: number, { size }: Population): number {
  if (index >= 0 && index < size) return index;
  throw new MisuseError("--index", `${index} lies outside the people 0 … ${size - 1}`);
}
