import { MisuseError } from "../../simulator/kernel/errors.ts";

/** A parameter that counts. A {@link MisuseError} names it when it is no whole number from `min` to `max`. */
export function within(parameter: string, value: number, min: number, max: number): number {
  if (Number.isSafeInteger(value) && value >= min && value <= max) return value;
  throw new MisuseError(parameter, `takes a whole number from ${min} to ${max}, not ${value}`);
}

/** A parameter that chooses. A {@link MisuseError} lists what is accepted. */
export function oneOf<const T extends string>(parameter: string, value: T, accepted: readonly T[]): T {
  if (accepted.includes(value)) return value;
  throw new MisuseError(parameter, `takes one of ${accepted.join(", ")}, not ${value}`, accepted);
}

/** More files than any run leaves in the folders (devices/terminal/exchange-folder.ts). */
export const MOST_FILES = 1_000_000;
