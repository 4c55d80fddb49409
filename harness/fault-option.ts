import { VirtualClock } from "../simulator/kernel/clock.ts";
import { MisuseError } from "../simulator/kernel/errors.ts";
import { Switchboard } from "../simulator/kernel/pco.ts";
import { rngFromSeed } from "../simulator/kernel/rng.ts";
import { nearNames } from "./catalogue.ts";
import { armFault, type FaultId, faults } from "./faults.ts";

/** A fault as a user names it on the command line. */
export interface NamedFault {
  readonly id: FaultId;
  readonly params: Readonly<Record<string, number | string | boolean>>;
}

/** Faults that can hit a card outside a scenario: those on a point between reader and chip. */
export const cardFaults = faults.filter(({ pco }) => pco.startsWith("card."));

/**
 * A fault from `id` or `id:name=value,name=value`, such as `torn-at-apdu:apdu=5`. A {@link MisuseError} names what does not
 * exist, or a value of another type than the default, and lists what does.
 */
export function parseCardFault(text: string): NamedFault {
  const [id = "", ...rest] = text.split(":");
  const found = cardFaults.find((fault) => fault.id === id);
  if (found === undefined) {
    const names = cardFaults.map((fault) => fault.id);
    throw new MisuseError(
      "fault",
      `there is no ${id} for a card; near names: ${nearNames(id, names).join(", ")}`,
      names,
    );
  }
  const defaults: Readonly<Record<string, unknown>> = found.defaults;
  const pairs = rest
    .join(":")
    .split(",")
    .filter((pair) => pair !== "");
  const params = Object.fromEntries(pairs.map((pair) => parameter(id, pair, defaults)));
  // Arming refuses what is out of bounds, and nobody wants to hear of it in the middle of a run.
  const clock = new VirtualClock(0);
  armFault(found.id, params, { board: new Switchboard(clock, () => 0), clock, rng: rngFromSeed(0) });
  return { id: found.id, params };
}

function parameter(
  id: string,
  pair: string,
  defaults: Readonly<Record<string, unknown>>,
): readonly [string, number | string | boolean] {
  const [name = "", value = ""] = pair.split("=", 2);
  const known = Object.keys(defaults);
  if (!known.includes(name)) {
    throw new MisuseError("fault", `${id} has no parameter ${name}; it has ${known.join(", ") || "none"}`, known);
  }
  switch (typeof defaults[name]) {
    case "number":
      if (!/^\d{1,9}$/.test(value)) throw new MisuseError("fault", `${id}:${name} is a whole number, not "${value}"`);
      return [name, Number(value)];
    case "boolean":
      if (value !== "true" && value !== "false") throw new MisuseError("fault", `${id}:${name} is true or false`);
      return [name, value === "true"];
    default:
      return [name, value];
  }
}
