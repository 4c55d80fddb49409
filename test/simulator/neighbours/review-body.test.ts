import { describe, expect, it } from "vitest";
import { MemoryLedger } from "../../../simulator/central/ledger.ts";
import { addDays, type CivilDate, civilDate, dateAt, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { Switchboard } from "../../../simulator/kernel/pco.ts";
import { start } from "../../../simulator/kernel/process.ts";
import { type Rng, rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { type Claim, type ClaimNotice, insuranceName, pointsOf } from "../../../simulator/neighbours/claim.ts";
import { ReviewBody, statementDay } from "../../../simulator/neighbours/review-body.ts";
import type { Eligibility, InsuredPerson } from "../../../simulator/population/person.ts";
import { coversOn } from "../../../simulator/rules/coverage.ts";

const REVIEWED_ON = "2026-04-03";
const MARCH = civilDate("2026-03-01");

function eligibility(insurerNumber: string, number: string, branch: string, from: string, lost?: string): Eligibility {
  return {
    cardClassification: "01",
    insurerNumber,
    insurerName: "架空",
    symbol: "12",
    number,
    branch,
    acquired: civilDate(from),
    ...(lost === undefined ? {} : { lost: civilDate(lost) }),
  };
}

function person(id: string, birthdate: string, eligibilities: readonly Eligibility[]): InsuredPerson {
  return {
    id,
    name: `架空　${id}`,
    kana: "ｶｸｳ",
    sex: "1",
    birthdate: civilDate(birthdate),
    postNumber: "999-0000",
    address: "架空県",
    personalNumber: "990000000000",
    eligibilities,
  };
}

function claimOn(
  { insurerNumber, number, branch }: Eligibility,
  days: Claim["days"],
  more: Partial<Claim> = {},
): Claim {
  return {
    id: "1",
    facility: "9910000018",
    month: "202603",
    patient: { name: "架空　a", birthdate: civilDate("1980-01-01") },
    basis: "current",
    insurance: { insurerNumber, number, ...(branch === undefined ? {} : { branch }) },
    publicExpenses: [],
    medium: "online",
    days,
    notes: [],
    remarks: [],
    ...more,
  };
}

const on = (day: string, points: number) => ({ day: civilDate(day), points });

/** A review body that knows these people, and the notices of its next statement. */
function bench(people: readonly InsuredPerson[]) {
  const clock = new VirtualClock(midnightMs(civilDate(REVIEWED_ON)));
  const board = new Switchboard(clock, () => 1);
  const ledger = new MemoryLedger(() => undefined);
  const families = new Map<string, string[]>();
  for (const one of people) {
    ledger.apply([{ table: "person", key: one.id, row: one }]);
    for (const { insurerNumber, number } of one.eligibilities) {
      const key = `${insurerNumber}/${number}`;
      families.set(key, [...new Set([...(families.get(key) ?? []), one.id])]);
    }
  }
  for (const [key, personIds] of families) ledger.apply([{ table: "insured", key, row: { personIds } }]);
  const review = new ReviewBody(clock, ledger);
  const strand = board.strand();
  return {
    clock,
    board,
    submit: (claims: readonly Claim[]) => review.submit(claims, strand),
    statement(): { readonly notices: readonly ClaimNotice[]; readonly atMs: number } {
      let notices: readonly ClaimNotice[] = [];
      let atMs = 0;
      start(review.statement(strand), (outcome) => {
        if ("error" in outcome) throw outcome.error;
        notices = outcome.value;
        atMs = clock.nowMs;
      });
      clock.runUntilIdle();
      return { notices, atMs };
    },
  };
}

const OLD = eligibility("06990014", "1001", "01", "2020-04-01", "2026-03-11");
const NEW = eligibility("  990010", "2002", "01", "2026-03-11");
const changer = person("a", "1980-01-01", [OLD, NEW]);

describe("the review of claims", () => {
  it("tells of a transfer on the fifth of the next month and not before", () => {
    const { submit, statement } = bench([changer]);
    submit([claimOn(OLD, [on("2026-03-15", 200)])]);
    const { notices, atMs } = statement();
    expect(notices.map(({ division }) => division)).toEqual(["transfer"]);
    expect(dateAt(atMs)).toBe("20260505");
  });

  it.each([
    ["2026-04-03", "20260505"],
    ["2026-12-31", "20270105"],
  ])("of claims reviewed on %s the statement tells on %s", (reviewedOn, told) => {
    expect(statementDay(civilDate(reviewedOn))).toBe(told);
  });

  it("tells nothing of a claim that stays", () => {
    const { submit, statement } = bench([changer]);
    expect(submit([claimOn(OLD, [on("2026-03-10", 200)])])[0]?.row).toBe("9.2/2");
    expect(statement().notices).toEqual([]);
  });

  it("makes 130 and 170 points of claims of 100 and 200 whose change of insurer lies between (requirements.md R1-15)", () => {
    const { submit } = bench([changer]);
    const reviewed = submit([
      claimOn(OLD, [on("2026-03-03", 40), on("2026-03-08", 60)]),
      claimOn(NEW, [on("2026-03-10", 30), on("2026-03-12", 100), on("2026-03-20", 70)], { id: "2" }),
    ]);
    const totals = new Map<string, number>();
    for (const { insurance, days } of reviewed.flatMap(({ parts }) => parts)) {
      totals.set(insurance.insurerNumber, (totals.get(insurance.insurerNumber) ?? 0) + pointsOf(days));
    }
    expect([...totals]).toEqual([
      ["06990014", 130],
      ["  990010", 170],
    ]);
  });

  it("a claim sent again keeps what it became and is not told again", () => {
    const { submit, statement } = bench([changer]);
    const claim = claimOn(OLD, [on("2026-03-15", 200)]);
    expect(submit([claim])).toEqual(submit([claim]));
    expect(statement().notices).toHaveLength(1);
    submit([claim]);
    expect(statement().notices).toEqual([]);
  });

  it("a notice that is lost on its way is not told, one that is doubled is told twice", () => {
    const { submit, statement, board } = bench([changer]);
    const off = board.arm("claims.result", "lost", () => ({ drop: true }));
    submit([claimOn(OLD, [on("2026-03-15", 200)])]);
    expect(statement().notices).toEqual([]);
    off();
    board.arm("claims.result", "doubled", (notice) => ({ repeat: notice, times: 2 }));
    submit([claimOn(OLD, [on("2026-03-16", 200)], { id: "2" })]);
    expect(statement().notices).toHaveLength(2);
  });

  it("twins whose claim names no branch are not told apart: nothing is moved", () => {
    const twin = (id: string, branch: string) =>
      person(id, "1980-01-01", [
        { ...OLD, branch },
        { ...NEW, branch },
      ]);
    const { submit } = bench([twin("a", "01"), twin("b", "02")]);
    const { branch: _, ...withoutBranch } = claimOn(OLD, []).insurance;
    const [reviewed] = submit([claimOn(OLD, [on("2026-03-15", 200)], { insurance: withoutBranch })]);
    expect(reviewed?.row).toBe("9.2/6");
  });

  it("an eligibility the centre does not know yet, or holds back, is not found", () => {
    const late = { ...NEW, registeredAtMs: midnightMs(civilDate("2026-04-04")) };
    for (const row of [late, { ...NEW, held: true as const }]) {
      const { submit } = bench([person("a", "1980-01-01", [OLD, row])]);
      expect(submit([claimOn(OLD, [on("2026-03-15", 200)])])[0]?.row).toBe("9.2/6");
    }
  });

  it("a month before there was a check is out of scope, and the claims after it are reviewed", () => {
    const { submit } = bench([changer]);
    const months = ["202603", "202102", "202603"];
    const claims = months.map((month, at) => claimOn(OLD, [on("2026-03-10", 1)], { id: String(at), month }));
    expect(submit(claims).map(({ outcome }) => outcome)).toEqual(["as-billed", "out-of-scope", "as-billed"]);
  });

  it("more claims than one submission may hold are refused by name", () => {
    const { submit } = bench([]);
    const claim = claimOn(OLD, []);
    expect(() => submit(Array.from({ length: 100_001 }, () => claim))).toThrow(/^claims: 100001 claims/);
  });
});

const PEOPLE = 200;
const CLAIMS = 100_000;

/** One to four insurances one after another, with gaps, overlaps and equal numbers within a family. */
function drawPerson(index: number, rng: Rng): InsuredPerson {
  let from = addDays(MARCH, -rng.below(60));
  const rows = Array.from({ length: 1 + rng.below(4) }, (): Eligibility => {
    const lost = addDays(from, 3 + rng.below(40));
    const row = eligibility(
      rng.pick(["06990014", "01990019", "  990010", "39990015"]),
      String(1_000 + rng.below(60)),
      String(1 + rng.below(3)).padStart(2, "0"),
      from,
      rng.below(4) === 0 ? undefined : lost,
    );
    from = addDays(lost, rng.below(9) - 3);
    return row;
  });
  return person(`p${index}`, rng.pick(["1980-01-01", "1950-02-03", "2015-06-07"]), rows);
}

function drawClaim(index: number, people: readonly InsuredPerson[], rng: Rng): Claim {
  const patient = rng.pick(people);
  const days = Array.from({ length: 31 }, (_, day) => addDays(MARCH, day))
    .filter(() => rng.below(8) === 0)
    .map((day) => ({ day, points: 1 + rng.below(5_000) }));
  const payer = rng.pick(["", "", "", "54996012", "12990016", "81990012"]);
  return claimOn(rng.pick(patient.eligibilities), days.length === 0 ? [{ day: MARCH, points: 1 }] : days, {
    id: String(index),
    month: rng.pick(["202603", "202603", "202111", "202108"]),
    patient: { name: patient.name, birthdate: patient.birthdate },
    basis: rng.below(50) === 0 ? "unknown" : "current",
    medium: rng.pick(["online", "online", "electronic", "paper"]),
    publicExpenses: payer === "" ? [] : [{ payerNumber: payer, recipientNumber: "0000018" }],
  });
}

/** Who can be meant by a claim: the only one of that birth date and those keys. */
function patientOf({ insurance, patient }: Claim, people: readonly InsuredPerson[]): InsuredPerson | undefined {
  const suits = people.filter(
    ({ birthdate, eligibilities }) =>
      birthdate === patient.birthdate &&
      eligibilities.some(
        (row) =>
          row.insurerNumber === insurance.insurerNumber &&
          row.number === insurance.number &&
          row.branch === insurance.branch,
      ),
  );
  return suits.length === 1 ? suits[0] : undefined;
}

describe("over a hundred thousand claims by chance", () => {
  const rng = rngFromSeed(92).fork("claims");
  const people = Array.from({ length: PEOPLE }, (_, index) => drawPerson(index, rng));
  const claims = Array.from({ length: CLAIMS }, (_, index) => drawClaim(index, people, rng));
  const { submit } = bench(people);
  const reviewed = submit(claims);
  const returned = reviewed.filter(({ outcome }) => outcome === "returned");
  const sent = reviewed.filter(({ outcome }) => outcome !== "returned");

  it("every outcome occurs", () => {
    expect([...new Set(reviewed.map(({ outcome }) => outcome))].toSorted()).toEqual([
      "as-billed",
      "lost-as-billed",
      "not-found",
      "out-of-scope",
      "returned",
      "split",
      "transfer",
    ]);
  });

  it("points before are points after; a returned claim goes back whole", () => {
    const before = sent.reduce((sum, { claim }) => sum + pointsOf(claim.days), 0);
    const after = sent.reduce((sum, { parts }) => sum + parts.reduce((own, { days }) => own + pointsOf(days), 0), 0);
    expect(after).toBe(before);
    expect(returned.every(({ parts }) => parts.length === 0)).toBe(true);
  });

  it("each day of care is in one part, with its own points", () => {
    const torn = sent.filter(({ claim, parts }) => {
      const days = parts.flatMap((part) => part.days).toSorted((a, b) => (a.day < b.day ? -1 : 1));
      return JSON.stringify(days) !== JSON.stringify(claim.days);
    });
    expect(torn).toEqual([]);
  });

  it("no part goes to somebody else's eligibility, nor to one that was not valid on its days", () => {
    const strange = reviewed.filter(({ claim, parts }) => {
      const patient = patientOf(claim, people);
      return parts.some(({ insurance, days }) => {
        if (insurance === claim.insurance) return false;
        const rows = (patient?.eligibilities ?? []).filter((row) => insuranceName(row) === insuranceName(insurance));
        return !days.every(({ day }) => rows.some((row) => coversOn(row, day as CivilDate)));
      });
    });
    expect(strange).toEqual([]);
  });

  it("there is a notice exactly where something was moved, returned or lost", () => {
    const silent = new Set(["as-billed", "out-of-scope"]);
    expect(reviewed.filter(({ outcome, notice }) => (notice === undefined) !== silent.has(outcome))).toEqual([]);
  });

  it("reviewing all of them again changes nothing", () => {
    const again = submit(claims);
    expect(again.every((result, index) => result === reviewed[index])).toBe(true);
    expect(again.length).toBe(CLAIMS);
  });
});
