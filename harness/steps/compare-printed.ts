import { insuranceNumbers } from "../../simulator/population/insurance-numbers.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import type { InquiryKeys } from "../subjects/subject.ts";
import type { World } from "../world.ts";
import { type StepOf, stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The clerk compares the certificate the patient carries, whose number or symbol is another, with what came online. */
    readonly "compare-printed": {
      readonly visit: string;
      readonly persona: PersonaId;
      readonly differs: "number" | "symbol" | "nothing";
    };
  }
}

declare module "../director.ts" {
  interface KeptStep {
    /** In what a printed certificate differs from what came online. */
    readonly differs?: string;
    /** What stands on it. */
    readonly printed?: InquiryKeys;
  }
}

function printedOn({ persona, differs }: StepOf<"compare-printed">, world: World): InquiryKeys {
  const { person, carried } = world.actor(persona);
  const registered = { ...insuranceNumbers(carried), birthdate: person.birthdate };
  if (differs === "number") return { ...registered, number: `0${registered.number}` };
  const { symbol } = registered;
  return differs === "symbol" && symbol !== undefined ? { ...registered, symbol: `${symbol}・券面` } : registered;
}

export const comparePrinted = stepRunner({
  step: "compare-printed",
  title: { ja: "券面との照合", en: "compares with the printed certificate" },
  run: (step, { world, subject }) =>
    subject.act({ do: "compare-printed", visit: step.visit, printed: printedOn(step, world) }),
  keeps: (step, world) => ({ differs: step.differs, printed: printedOn(step, world) }),
});
