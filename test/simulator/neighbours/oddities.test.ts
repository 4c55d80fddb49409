import { describe, expect, it } from "vitest";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { oddities, writtenOddly } from "../../../simulator/neighbours/oddities.ts";
import { Population } from "../../../simulator/population/person.ts";

const person = new Population(1, { asOf: civilDate("2026-02-10") }).personAt(1_000);

describe("odd writing of insurers (requirements.md C16, C17)", () => {
  it.each(oddities.map((oddity) => [oddity.id, oddity] as const))(
    "%s is as its vector says",
    (_id, { apply, vector }) => {
      expect(apply(vector.given)).toEqual(vector.gives);
    },
  );

  it("changes the record and nothing that identifies the person", () => {
    for (const { id } of oddities) {
      const { birthdate, sex, personalNumber } = writtenOddly(person, id);
      expect({ birthdate, sex, personalNumber }).toEqual({
        birthdate: person.birthdate,
        sex: person.sex,
        personalNumber: person.personalNumber,
      });
    }
  });

  it("leaves an empty symbol out", () => {
    expect(Object.keys(writtenOddly(person, "symbol-empty").eligibilities[0] ?? {})).not.toContain("symbol");
  });

  it("leaves somebody without insurance as they are", () => {
    const uninsured = { ...person, eligibilities: [] };
    expect(writtenOddly(uninsured, "zero-added")).toBe(uninsured);
  });
});
