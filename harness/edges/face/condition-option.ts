import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { nearNames } from "../../catalogue.ts";
import type { FaceCondition } from "./condition.ts";
import { faceConditions } from "./conditions.ts";

/** A condition as a user names it, with the parameters that differ. */
export interface NamedCondition {
  readonly condition: FaceCondition;
  readonly values: Readonly<Record<string, number>>;
}

/**
 * A condition from `id` or `id:name=value,name=value`, such as `turned:yawDegrees=25`. A MisuseError names what does not
 * exist and lists what does; whether a value is in range is told when the picture is taken.
 */
export function parseCondition(text: string): NamedCondition {
  const [id = "", ...rest] = text.split(":");
  const condition = faceConditions.find((candidate) => candidate.id === id);
  if (condition === undefined) {
    const ids = faceConditions.map((candidate) => candidate.id);
    throw new MisuseError("--condition", `there is no ${id}; near names: ${nearNames(id, ids).join(", ")}`, ids);
  }
  const pairs = rest.flatMap((part) => part.split(","));
  return { condition, values: Object.fromEntries(pairs.map((pair) => parameter(id, pair))) };
}

function parameter(id: string, pair: string): readonly [string, number] {
  const [name = "", value = "", ...more] = pair.split("=");
  if (!/^-?\d{1,6}$/.test(value) || more.length > 0) {
    throw new MisuseError("--condition", `write ${id}:name=value with whole numbers, not "${pair}"`);
  }
  return [name, Number(value)];
}
