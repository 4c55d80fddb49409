import { type FeedMatter, InsurerFeed, type PersonChange } from "../../simulator/neighbours/insurer-feed.ts";
import { type OddityId, writtenOddly } from "../../simulator/neighbours/oddities.ts";
import type { LimitFlag } from "../../simulator/population/limit-class.ts";
import type { InsuredPerson } from "../../simulator/population/person.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import { stepRunner } from "./step-runner.ts";

/** What an insurer may do to the record of somebody who stays insured. */
export type InsurerMark =
  | { readonly writes: OddityId }
  /** The J-LIS comparison stops the record until the insurer confirms it (eligibility-rules.md §15.4). */
  | { readonly hold: "on" | "released" }
  /** Another limit class 適用区分, where limit data are registered: right or wrong (requirements.md R3-33). */
  | { readonly limit: LimitFlag }
  /** 自己情報提供不可, 不開示該当 (§15.3). */
  | { readonly protects: "self-info-refused" | "address-withheld" };

declare module "../scenario.ts" {
  interface Steps {
    readonly "insurer-marks": { readonly persona: PersonaId; readonly mark: InsurerMark };
  }
}

type Flags = NonNullable<InsuredPerson["flags"]>;

export const insurerMarks = stepRunner({
  step: "insurer-marks",
  title: { ja: "保険者による登録の変更", en: "the insurer changes a record" },
  *run({ persona, mark }, { world, strand }) {
    const feed = new InsurerFeed({ clock: world.clock, ledger: world.ledger });
    const [matter, change] = meaning(mark);
    yield* feed.changes(matter, persona, change, strand);
  },
});

function meaning(mark: InsurerMark): readonly [FeedMatter, PersonChange] {
  if ("writes" in mark) return ["data", (person) => writtenOddly(person, mark.writes)];
  if ("protects" in mark) {
    const flags: Flags = mark.protects === "self-info-refused" ? { selfInfoRefused: true } : { addressWithheld: true };
    return ["protection", (person) => ({ ...person, flags: { ...person.flags, ...flags } })];
  }
  if ("limit" in mark) return ["data", (person) => withLimit(person, mark.limit)];
  if (mark.hold === "on") return ["hold", (person) => ({ ...person, flags: { ...person.flags, onHold: true } })];
  return ["release", (person) => ({ ...person, flags: withoutHold(person.flags) })];
}

function withLimit(person: InsuredPerson, flag: LimitFlag): InsuredPerson {
  const eligibilities = person.eligibilities.map((row) =>
    row.limit === undefined ? row : { ...row, limit: { ...row.limit, flag } },
  );
  return { ...person, eligibilities };
}

function withoutHold(flags: Flags = {}): Flags {
  const { onHold: _onHold, ...kept } = flags;
  return kept;
}
