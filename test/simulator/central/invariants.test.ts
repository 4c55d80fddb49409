import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConsentKind } from "../../../simulator/central/ledger.ts";
import { addDays, type CivilDate, civilDate, DAY_MS, instantOfStamp } from "../../../simulator/kernel/civil-time.ts";
import type { QualificationResult } from "../../../simulator/messages/kinds/siquc01.ts";
import { preschoolUntil, stageOn } from "../../../simulator/population/life-stage.ts";
import { type LimitFlag, limitClassification } from "../../../simulator/population/limit-class.ts";
import { policyAt } from "../../../simulator/population/policy.ts";
import { diseaseSelfPay } from "../../../simulator/rules/disease-self-pay.ts";
import { limitContradiction } from "../../../simulator/rules/limit-contradiction.ts";
import { limitPlausibility } from "../../../simulator/rules/limit-plausibility.ts";
import { shareDataOf } from "../../../simulator/rules/share-data.ts";
import { type Answered, type Asking, askedEveryWay, PEOPLE, type Said, someWho } from "./asked-every-way.ts";

const FIRST_DAY = civilDate("2021-03-04");
const DAYS = 2_500;
const RUNS = 700;
const KINDS: readonly ConsentKind[] = ["checkup", "drug", "care", "surgery", "disease", "limit"];

const RARE = [
  ...someWho(civilDate("2025-06-01"), 20, (population, index) => population.aidOf(index) !== undefined),
  ...someWho(civilDate("2025-06-01"), 2, (population, index) => population.personAt(index).sex2 !== undefined),
];

const askings: fc.Arbitrary<Asking> = fc
  .record({
    index: fc.oneof({ weight: 4, arbitrary: fc.nat(PEOPLE - 1) }, fc.constantFrom(...RARE)),
    day: fc.nat(DAYS),
    back: fc.oneof(fc.constant(0), fc.nat(400), fc.integer({ min: -60, max: -1 })),
    entrusted: fc.boolean(),
    withBranch: fc.boolean(),
    limitFlag: fc.constantFrom("0" as const, "1" as const),
    given: fc.subarray([...KINDS]),
    eligibilityOnly: fc.boolean(),
  })
  .map(({ day, back, ...rest }) => {
    const today = addDays(FIRST_DAY, day);
    return { ...rest, today, on: addDays(today, -back) };
  });

interface Spoken {
  readonly answer: Answered;
  readonly result: QualificationResult;
  readonly birthdate: CivilDate;
}

/** Walks every result of every answer of many people. */
function ofEverybody(check: (spoken: Spoken, asking: Asking) => void): void {
  ofEveryAnswer((answer, asking) => {
    for (const result of answer.results) check({ answer, result, birthdate: civilDate(result.Birthdate) }, asking);
  });
}

function ofEveryAnswer(check: (answer: Answered, asking: Asking) => void): void {
  ofEveryAsking(({ answers }, asking) => {
    for (const answer of answers) check(answer, asking);
  });
}

const asked = new Map<string, Said | undefined>();

/** The same askings for every rule, so each is asked once; an index does not get simpler by shrinking. */
function ofEveryAsking(check: (said: Said, asking: Asking) => void): void {
  fc.assert(
    fc.property(askings, (asking) => {
      const key = JSON.stringify(asking);
      if (!asked.has(key)) asked.set(key, askedEveryWay(asking));
      const said = asked.get(key);
      if (said !== undefined) check(said, asking);
    }),
    { numRuns: RUNS, seed: 20260210, endOnFailure: true },
  );
}

const isAid = ({ InsuredCardClassification: code }: QualificationResult): boolean => code === "A1";
const isLateElderly = ({ InsurerNumber = "" }: QualificationResult): boolean => InsurerNumber.startsWith("39");
const names = (result: object): readonly string[] => Object.keys(result);
const textOf = (result: object, name: string): string | undefined =>
  (result as Readonly<Record<string, string | undefined>>)[name];

describe("answers of the centre about anybody, whichever way it is asked (receipt-system-interface.md §6.3)", () => {
  it("come in every state that is not rare (4 and 5 are) on every way that has it, so that no rule below is empty", () => {
    const met = new Set<string>();
    ofEveryAnswer(({ path, validity }) => met.add(`${path} ${validity}`));
    const card = ["card 1", "card 2", "card 6"];
    const number = ["1", "2", "3"].flatMap((state) => [`number ${state}`, `bulk ${state}`]);
    expect([...met]).toEqual(expect.arrayContaining([...card, ...number, "ticket 1", "ticket 6", "bulk 6", "pull 1"]));
  });

  it("say the same of a number in a batch as alone", () => {
    ofEveryAsking(({ answers }) => {
      const of = (paths: readonly Answered["path"][]) =>
        answers.filter(({ path }) => paths.includes(path)).map(({ validity }) => validity);
      expect(of(["bulk"])).toEqual(of(["number", "ticket"]));
    });
  });

  it("are well-formed by the tables of their kinds", () => {
    ofEveryAsking(({ problems }) => expect(problems).toEqual([]));
  });

  it("pass on the name a foreign resident goes by, and the sex that the front of a certificate hides", () => {
    ofEveryAsking(({ person, answers }) => {
      for (const { NameOfOther, NameOfOtherKana, Sex2 } of answers.flatMap(({ results }) => results))
        expect([NameOfOther, NameOfOtherKana, Sex2]).toEqual([person.alias?.name, person.alias?.kana, person.sex2]);
    });
  });

  it("tell of medical aid from the day on which it became part of the check", () => {
    ofEveryAnswer(({ results }, { today }) => {
      if (!policyAt(today).medicalAidOnline) expect(results.some(isAid)).toBe(false);
    });
  });

  it("rule 2 and 5: what was asked comes back byte for byte, and no header of a good answer has an error", () => {
    ofEveryAsking(({ answers, headers }) => {
      for (const { echo } of answers) expect(JSON.stringify(echo?.echoed)).toBe(JSON.stringify(echo?.asked));
      for (const header of headers) expect(header).not.toHaveProperty("ErrorCode");
      expect(headers.map((header) => textOf(header, "SegmentOfResult"))).toEqual(headers.map(() => "1"));
    });
  });

  it("rule 3 and 4: a consent ends exactly 24 hours after it; without consent there is neither time nor data", () => {
    const DATA: Readonly<Record<string, string>> = {
      LimitApplicationCertificateRelated: "LimitApplicationCertificateRelatedInfo",
      SpecificDiseasesCertificateRelated: "SpecificDiseasesCertificateList",
    };
    ofEverybody(({ result }) => {
      for (const flag of names(result).filter((name) => name.endsWith("ConsFlg"))) {
        const kind = flag.slice(0, -"ConsFlg".length);
        const [time, until] = [textOf(result, `${kind}ConsTime`), textOf(result, `${kind}AvailableTime`)];
        const data = DATA[kind] === undefined ? undefined : textOf(result, DATA[kind]);
        if (textOf(result, flag) === "1") {
          expect(time).toBeDefined();
          if (until !== undefined) expect(instantOfStamp(until) - instantOfStamp(time ?? "")).toBe(DAY_MS);
        } else expect([time, until, data]).toEqual([undefined, undefined, undefined]);
      }
    });
  });

  it("rule 6: a record of medical aid has no symbol, branch, ratio or limit data, and tickets stand nowhere else", () => {
    ofEverybody(({ result }) => {
      if (!isAid(result)) return expect(names(result)).not.toContain("PublicExpenseResultList");
      expect(names(result)).not.toEqual(
        expect.arrayContaining([
          expect.stringMatching(
            /^(InsuredCardSymbol|InsuredBranchNumber|PersonalFamily|.*Ratio|LimitApplication.*Info)$/,
          ),
        ]),
      );
    });
  });

  it("rule 7: the late-elderly have no symbol, branch or position, and always a ratio; nobody else has one there", () => {
    ofEverybody(({ result }) => {
      if (isAid(result)) return;
      const has = (name: string): boolean => names(result).includes(name);
      expect(has("InsuredPartialContributionRatio")).toBe(isLateElderly(result));
      if (!isLateElderly(result)) return;
      expect([has("InsuredCardSymbol"), has("InsuredBranchNumber"), has("PersonalFamilyClassification")]).toEqual([
        false,
        false,
        false,
      ]);
    });
  });

  it("rule 8 and 9: the certificate of the elderly and the preschool mark go by age on the day asked about", () => {
    ofEverybody(({ answer: { on }, result, birthdate }) => {
      const { ElderlyRecipientCertificateInfo: elderly, PreschoolClassification: preschool } = result;
      const lost = result.DisqualificationDate;
      const day = lost !== undefined && lost <= on ? addDays(civilDate(lost), -1) : on;
      const { stage } = stageOn(birthdate, day);
      if (elderly !== undefined) expect([stage, isLateElderly(result)]).toEqual(["elderly", false]);
      if (preschool !== undefined) expect(day <= preschoolUntil(birthdate)).toBe(true);
    });
  });

  it("rule 8 and 9: up to the day of asking nobody's is missing", () => {
    ofEverybody(({ answer: { on, validity }, result, birthdate }, { today }) => {
      if (isAid(result) || on > today || on < FIRST_DAY || validity !== "1") return;
      const { stage } = stageOn(birthdate, on);
      expect(result.ElderlyRecipientCertificateInfo !== undefined).toBe(stage === "elderly");
      expect(result.PreschoolClassification !== undefined).toBe(stage === "preschool");
    });
  });

  it("rule 10: a newer insurance is told only by number, and never shown", () => {
    ofEveryAnswer(({ path, validity, reference, results }) => {
      if (path === "card") expect(reference).toBe("1");
      if (path === "number" || path === "ticket") expect(reference).toBe("2");
      if (validity === "3") expect([path === "number" || path === "bulk", results.length]).toEqual([true, 1]);
    });
  });

  it("rule 11: several is never said of medical aid, valid but not registered of nothing else", () => {
    ofEveryAnswer(({ path, validity, results }) => {
      if (validity === "6") expect(results.every(isAid)).toBe(true);
      if (validity === "5") expect([path === "number" || path === "bulk", results.length]).toEqual([true, 0]);
      if (path === "ticket" || path === "pull") expect(results.every(isAid)).toBe(true);
      if (path === "card") expect(validity).not.toMatch(/^[35]$/);
    });
  });

  it("rule 12: the counts of a batch are those of its rows", () => {
    ofEveryAsking(({ counted }) => {
      for (const { header, statuses } of counted) {
        if (header["SegmentOfResult"] === undefined) continue;
        const errors = statuses.filter((status) => status === "2").length;
        expect(header).toMatchObject({
          NumberOfProcessingResult: String(statuses.length),
          NumberOfNormalProcessing: String(statuses.length - errors),
          NumberOfError: String(errors),
        });
      }
    });
  });

  it("rule 13 and 14: limit class, certificate, ratio and age fit each other, also what a specific disease costs", () => {
    ofEverybody(({ answer, result, birthdate }) => {
      if (isAid(result)) return;
      const lost = result.DisqualificationDate;
      const on = lost === undefined || answer.on < lost ? answer.on : addDays(civilDate(lost), -1);
      const data = shareDataOf(result);
      const ratio = data.contributionRatio ?? data.elderlyRatio;
      const limit = result.LimitApplicationCertificateRelatedInfo;
      for (const { SpecificDiseasesDiseaseCategory: category, SpecificDiseasesSelfPay: pays } of result
        .SpecificDiseasesCertificateList?.SpecificDiseasesCertificateInfo ?? []) {
        if (data.flag !== undefined)
          expect(pays).toBe(
            diseaseSelfPay.decide({ category: category as "1", birthdate, on, flag: data.flag }).result,
          );
      }
      if (limit === undefined) return;
      const flag = limit.LimitApplicationCertificateClassificationFlag as LimitFlag;
      expect(limit.LimitApplicationCertificateClassification).toBe(limitClassification(flag));
      expect(limitContradiction.decide({ ...(ratio && { ratio }), flag }).result).not.toBe("contradiction");
      const { insurerNumber } = data;
      expect(limitPlausibility.decide({ birthdate, on, insurerNumber, flag, ...(ratio && { ratio }) }).result).toBe(
        "none",
      );
    });
  });

  it("rule 15: nothing is lost before it was acquired, and what is not valid was lost by the day", () => {
    ofEverybody(({ answer, result }) => {
      const { QualificationDate: acquired = "", DisqualificationDate: lost } = result;
      if (lost !== undefined) expect(lost >= acquired).toBe(true);
      if (answer.validity === "1" && answer.path !== "pull") {
        expect(acquired <= answer.on).toBe(true);
        expect(lost === undefined || lost > answer.on).toBe(true);
      }
      if (answer.validity === "2" || answer.validity === "3")
        expect(lost).toSatisfy((day: string | undefined) => day !== undefined && day <= answer.on);
    });
  });
});
