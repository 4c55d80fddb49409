import { describe, expect, it } from "vitest";
import { scenarioByName } from "../../../harness/catalogue.ts";
import type { Scenario } from "../../../harness/scenario.ts";
import type { Subject, SubjectAct, SubjectStep } from "../../../harness/subjects/subject.ts";
import { judgedWith, verdictOf } from "./habits.ts";

/** Asks again for every open visit by itself, once a step is done. */
const asksAgainAfter =
  (wanted: (step: SubjectStep) => boolean) =>
  (system: Subject): Subject => ({
    *act(step) {
      yield* system.act(step);
      if (wanted(step)) yield* system.act({ do: "recheck" });
    },
  });

const settles =
  (visit: string) =>
  (step: SubjectStep): boolean =>
    step.do === "settle" && step.visit === visit;

describe("an alert", () => {
  const alone =
    (field: "visit" | "file") =>
    (act: SubjectAct): readonly SubjectAct[] => {
      if (act.act !== "alerted" || act[field] === undefined) return [act];
      return [{ act: "alerted", alert: act.alert, [field]: act[field] }];
    };

  it.each(["C09", "C10", "C11", "C12", "C13", "C15", "C17", "C25", "C34", "C38", "C39", "C51", "C61"])(
    "may name the visit alone or the file alone: %s",
    async (id) => {
      const scenario = scenarioByName(id);
      const verdicts = [];
      for (const field of ["visit", "file"] as const)
        verdicts.push((await judgedWith(scenario, { tells: alone(field) })).verdict);
      expect(verdicts).toEqual(["pass", "pass"]);
    },
  );

  it("about a file that cannot be read may name its visit", async () => {
    const scenario = scenarioByName("C57");
    const visits = ["V1", "V2"];
    const tells = (act: SubjectAct): readonly SubjectAct[] =>
      act.act === "alerted" && act.alert === "unreadable-file"
        ? [{ act: "alerted", alert: act.alert, visit: visits.shift() ?? "" }]
        : [act];
    expect((await judgedWith(scenario, { tells })).verdict).toBe("pass");
  });

  it("of another visit tells nothing", async () => {
    const tells = (act: SubjectAct): readonly SubjectAct[] =>
      act.act === "alerted" ? [{ act: "alerted", alert: act.alert, visit: "V9" }] : [act];
    expect((await judgedWith(scenarioByName("C13"), { tells })).verdict).toBe("fail");
  });
});

describe("line/requests-bounded", () => {
  /** Tells of the first request of a visit and of no other. */
  const firstOnly = () => {
    const told = new Set<string>();
    return (act: SubjectAct): readonly SubjectAct[] => {
      if (act.act !== "asked") return [act];
      const known = told.has(act.visit);
      told.add(act.visit);
      return known ? [] : [act];
    };
  };

  it("counts requests that nobody told of", async () => {
    const record = await judgedWith(scenarioByName("C54"), { decisions: { retries: 12 }, tells: firstOnly() });
    expect(verdictOf(record, "line/requests-bounded")).toBe("fail");
  });

  it("bears one request and three more", async () => {
    const record = await judgedWith(scenarioByName("C54"), { tells: firstOnly() });
    expect(verdictOf(record, "line/requests-bounded")).toBe("pass");
  });
});

describe("a late result of yesterday", () => {
  const instead =
    (put: (file: string) => readonly SubjectAct[]) =>
    (act: SubjectAct): readonly SubjectAct[] =>
      act.act === "refused" && act.reason === "other-day" ? put(act.file) : [act];

  it("may be imported into yesterday's visit, which still waits for it", async () => {
    const tells = instead((file) => [{ act: "imported", visit: "V4", chart: "N00004", file, items: {} }]);
    expect((await judgedWith(scenarioByName("C56"), { tells })).verdict).toBe("pass");
  });

  it("may be put away without a word", async () => {
    expect((await judgedWith(scenarioByName("C56"), { tells: instead(() => []) })).verdict).toBe("pass");
  });

  it("may not be imported into today's", async () => {
    const tells = instead((file) => [{ act: "imported", visit: "V5", chart: "N00004", file, items: {} }]);
    const record = await judgedWith(scenarioByName("C56"), { tells });
    expect(verdictOf(record, "exchange/other-day-not-today")).toBe("fail");
  });
});

describe("a receipt system that asks again by itself", () => {
  it("may do so as soon as the new insurance is known", async () => {
    const record = await judgedWith(scenarioByName("C14"), { driven: asksAgainAfter(settles("V2")) });
    expect(record.verdict).toBe("pass");
  });

  it("may do so as soon as the line is back", async () => {
    const c53: Scenario = scenarioByName("C53");
    const back = c53.steps.findIndex(({ step }) => step === "wait") + 1;
    const steps = c53.steps.toSpliced(back, 0, { step: "list-holdings" });
    const driven = asksAgainAfter((step) => step.do === "list-holdings");
    const record = await judgedWith({ ...c53, steps }, { driven });
    expect(record.verdict).toBe("pass");
    const recheck = record.trace.on("scenario.step").find(({ message }) => message.step === "recheck");
    const late = record.trace.on("subject.act").filter(({ seq }) => seq > (recheck?.seq ?? 0));
    expect(late).toEqual([]);
  });

  it("may find nothing yet and leave the visit as it was", async () => {
    const record = await judgedWith(scenarioByName("C54"), { driven: asksAgainAfter(settles("V2")) });
    expect(record.verdict).toBe("pass");
  });
});

describe("line/settled-once", () => {
  const settledIn = (tells: (act: SubjectAct) => readonly SubjectAct[]) =>
    judgedWith(scenarioByName("C54"), { tells: (act) => (act.act === "settled" ? tells(act) : [act]) });

  it("sees a visit that is settled twice", async () => {
    expect(verdictOf(await settledIn((act) => [act, act]), "line/settled-once")).toBe("fail");
  });

  it("proves nothing of a visit whose state nobody told", async () => {
    const untold = (act: SubjectAct) => (act.act === "settled" && act.visit === "V4" ? [] : [act]);
    expect(verdictOf(await settledIn(untold), "line/settled-once")).toBe("inconc");
  });
});

describe("names of files", () => {
  it("are compared whatever their case: an ambiguous answer is seen to be imported", async () => {
    const tells = (act: SubjectAct): readonly SubjectAct[] =>
      act.act === "alerted" && act.alert === "several-found"
        ? [act, { act: "imported", visit: "V1", chart: "N00001", file: (act.file ?? "").toLowerCase(), items: {} }]
        : [act];
    const record = await judgedWith(scenarioByName("C09"), { tells });
    expect(verdictOf(record, "eligibility/several-asks")).toBe("fail");
  });
});

describe("privacy/results-are-asked-for", () => {
  const c79: Scenario = scenarioByName("C79");

  it("goes by the requests in the folder, not by what is told of them", async () => {
    const tells = (act: SubjectAct): readonly SubjectAct[] => (act.act === "asked" ? [] : [act]);
    expect(verdictOf(await judgedWith(c79, { tells }), "privacy/results-are-asked-for")).toBe("pass");
  });

  it("takes no request for written that was only told", async () => {
    const scenario: Scenario = { ...c79, faults: [{ fault: "result-stray" }] };
    const tells = (act: SubjectAct): readonly SubjectAct[] =>
      act.act === "asked" ? [act, { ...act, file: "OQSsiquc01req_999999999999.xml" }] : [act];
    expect(verdictOf(await judgedWith(scenario, { tells }), "privacy/results-are-asked-for")).toBe("fail");
  });
});
