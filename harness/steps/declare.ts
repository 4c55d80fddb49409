import type { ContributionRatio } from "../../simulator/population/limit-class.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import { type DeclarationItem, declarationItems } from "../../simulator/rules/declaration.ts";
import type { Actor } from "../stage.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The patient fills in a 被保険者資格申立書, or says that nothing changed. */
    readonly declare: {
      readonly visit: string;
      readonly persona: PersonaId;
      readonly says: "in-writing" | "nothing-changed";
      /** Items left empty on the form. */
      readonly without?: readonly DeclarationItem[];
      /** The share the patient states, three digits; three tenths when left out. */
      readonly ratio?: ContributionRatio;
      /** The patient fled from a disaster without anything. */
      readonly disaster?: true;
    };
  }
}

declare module "../director.ts" {
  interface KeptStep {
    readonly says?: "in-writing" | "nothing-changed";
    /** Items of a declaration that were filled in. */
    readonly filled?: readonly DeclarationItem[];
    readonly declaredRatio?: ContributionRatio;
    /** Address, workplace and contact as declared, which go into the remarks of an unknown claim. */
    readonly declaredTexts?: readonly string[];
    readonly disaster?: boolean;
  }
}

/** Employer and phone of everybody who fills in a form: both do not exist. */
const WORKPLACE = "架空商事株式会社";
const CONTACT = "000-0000-0000";

const textsOf = ({ person }: Actor): Readonly<Record<DeclarationItem | "workplace", string>> => ({
  name: person.name,
  birthdate: person.birthdate,
  sex: person.sex,
  address: person.address,
  contact: CONTACT,
  insurer: "加入先は勤務先に確認中",
  workplace: WORKPLACE,
});

export const declare = stepRunner({
  step: "declare",
  title: { ja: "被保険者資格の申立", en: "declaration of eligibility" },
  *run({ visit, persona, says, without = [], ratio = "030", disaster = false }, { world, subject }) {
    const texts = Object.entries(textsOf(world.actor(persona))).filter(
      ([item]) => says === "in-writing" && !without.some((left) => left === item),
    );
    const items = Object.fromEntries(texts);
    yield* subject.act({ do: "declare", visit, items, unchanged: says === "nothing-changed", ratio, disaster });
  },
  keeps({ persona, says, without = [], ratio = "030", disaster = false }, world) {
    const { address, workplace, contact } = textsOf(world.actor(persona));
    const filled = says === "in-writing" ? declarationItems.filter((item) => !without.includes(item)) : [];
    return { says, filled, declaredRatio: ratio, declaredTexts: [address, workplace, contact], disaster };
  },
});
