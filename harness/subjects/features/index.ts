import { ensure } from "../../../simulator/kernel/errors.ts";
import type { SubjectStep } from "../subject.ts";
import type { Feature, Handler } from "./feature.ts";

/** Abilities of the reference receipt system beside reception. One line a feature. */
export const features: readonly Feature[] = [];

const handlers: Readonly<Record<string, Handler>> = Object.assign({}, ...features.map((feature) => feature.handlers));

/** Who carries out a step. */
export function handlerOf({ do: kind }: SubjectStep): Handler {
  const found = handlers[kind];
  ensure(found !== undefined, `no feature carries out ${kind}: add its line to harness/subjects/features/index.ts`);
  return found;
}
