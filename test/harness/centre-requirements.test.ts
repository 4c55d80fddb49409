import { describe, expect, it } from "vitest";
import { centreRequirements, uncited } from "../../harness/centre-requirements.ts";
import { requirements } from "../../harness/requirement.ts";
import { citationsOf } from "../golden/centre-requirements-page.ts";

const isCited = (id: string): boolean => Object.values(citationsOf(id)).some((cites) => cites.length > 0);

describe("requirements", () => {
  it("are each cited by something, or listed with the reason why not", () => {
    expect(Object.keys(requirements).filter((id) => !isCited(id) && !Object.hasOwn(uncited, id))).toEqual([]);
  });
});

describe("requirements of the centre and its neighbours", () => {
  it("are each cited by a rule, a check or a scenario, or listed with the reason why not", () => {
    expect(Object.keys(centreRequirements).filter((id) => !isCited(id) && !Object.hasOwn(uncited, id))).toEqual([]);
  });

  it("have no reason for a gap that was closed", () => {
    expect(Object.keys(uncited).filter(isCited)).toEqual([]);
  });
});
