import type { Outcome } from "../../simulator/kernel/pco.ts";
import type { FieldChange } from "../cards/field.ts";
import { within } from "./bounds.ts";
import { MOST_COMMANDS } from "./occasion.ts";

/** An interceptor that harms the first times a card is put down, and lets every other change of the field pass. */
export function firstPlacings(
  placings: number,
  harm: (change: FieldChange) => FieldChange,
): (change: FieldChange) => Outcome<FieldChange> {
  within("placings", placings, 0, MOST_COMMANDS);
  let harmed = 0;
  return (change) => (change.change === "inserted" && harmed++ < placings ? { pass: harm(change) } : { pass: change });
}
