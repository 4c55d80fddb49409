import { describe, expect, it } from "vitest";
import { type CheckIn, type Scenario, type Step, scenario, singleSteps } from "../../harness/scenario.ts";
import { c01 } from "../../harness/scenarios/certification/c01-face-happy-path.ts";
import { run } from "./runs.ts";

const checkIn = (visit: string, persona: CheckIn["persona"], script: Partial<CheckIn> = {}): Step => ({
  step: "check-in",
  visit,
  persona,
  methods: ["pin"],
  consents: [],
  ...script,
});

async function traceOf(steps: readonly Step[], told: Partial<Scenario> = {}) {
  const { trace, defect } = await run(scenario({ ...c01, ...told, steps, checks: [] }));
  return { trace, defect };
}

describe("patients at one reader", () => {
  it("are served one after another in the order they came, however many wait", async () => {
    const steps = [checkIn("V1", "employee"), checkIn("V2", "colleague"), checkIn("V3", "pensioner")];
    const { trace } = await traceOf([{ step: "together", steps }]);
    expect(trace.on("card.field").map(({ message: { change } }) => change)).toEqual(
      Array.from({ length: 3 }, () => ["inserted", "removed"]).flat(),
    );
    const people = trace.on("scenario.step").map(({ message }) => message.person?.name);
    const names = trace.on("reader.screen").flatMap(({ message }) => message.name ?? []);
    expect(names).toEqual(people);
  });

  it("at two readers do not wait for each other", async () => {
    const steps = [checkIn("V1", "employee"), { ...checkIn("V2", "colleague"), reader: "R2" } as const];
    const { trace } = await traceOf([{ step: "together", steps }]);
    const inserted = trace.on("card.field").filter(({ message }) => message.change === "inserted");
    expect(inserted.map(({ atMs }) => atMs - trace.header.epochMs)).toEqual([0, 0]);
  });

  it("who lay something else down show the reader another card each time of its kind", async () => {
    const { trace } = await traceOf([checkIn("V1", "employee", { lays: "driving-licence" })]);
    expect(trace.on("reader.screen").at(-2)?.message.message).toBe("002");
  });
});

describe("a repeated step", () => {
  it("is carried out so many times, and draws other choices each time", async () => {
    const steps = [checkIn("V1", "employee", { consents: "by-chance" })];
    const { trace } = await traceOf([{ step: "repeat", times: 12, steps }]);
    const answers = trace
      .on("reader.screen")
      .flatMap(({ message: { touch } }) => (touch?.kind === "answered" ? [JSON.stringify(touch.consents)] : []));
    expect(answers).toHaveLength(12);
    expect(new Set(answers).size).toBeGreaterThan(3);
  });

  it("more often than anybody needs is refused", async () => {
    const { defect } = await traceOf([{ step: "repeat", times: 10_001, steps: [checkIn("V1", "employee")] }]);
    expect(defect).toMatchObject({ name: "MisuseError", field: "times" });
  });

  it("counts once among the steps, however it is nested", () => {
    const step = checkIn("V1", "employee");
    const nested: Step = { step: "together", steps: [{ step: "repeat", times: 5, steps: [step, step] }, step] };
    expect(singleSteps([nested])).toEqual([step, step, step]);
  });
});

describe("what a check needs to know of a check-in", () => {
  it("stands in its step: the paired reader, wrong passcodes, a wrong clock; and in no other", async () => {
    const odd = { ...checkIn("V1", "employee", { wrongPasscodes: 1, readerClockOffMs: 5 }), reader: "P1" } as const;
    const { trace } = await traceOf([odd, checkIn("V2", "colleague")], { pairedReader: "general" });
    const kept = trace.on("scenario.step").map(({ message }) => message);
    expect(kept[0]).toMatchObject({ paired: true, wrongPasscodes: 1, readerClockOffMs: 5 });
    expect(Object.keys(kept[1] ?? {})).toEqual(["step", "visit", "persona", "person"]);
  });
});

describe("the facility's passcode", () => {
  const visual = checkIn("V1", "employee", { methods: ["visual"] });

  it.each([
    ["2025-02-28", false],
    ["2025-03-01", true],
  ])("is asked for on the reader from 2025-03 on: %s", async (policyDate, asked) => {
    const { trace } = await traceOf([visual], { policyDate, visualPasscode: true });
    const screens = trace.on("reader.screen").map(({ message }) => message);
    expect(screens.some(({ asksPasscode }) => asksPasscode === true)).toBe(asked);
    expect(screens.at(-1)).toMatchObject({ screen: "S09" });
  });

  it("never reaches the trace", async () => {
    const { trace } = await traceOf([visual], { visualPasscode: true });
    expect(JSON.stringify(trace.crossings)).not.toMatch(/"digits":"\d/);
  });
});

describe("a phone", () => {
  const byPhone = checkIn("V1", "android-phone", { methods: ["phone"] });

  it.each([
    ["2025-09-18", []],
    ["2025-09-19", ["phone"]],
  ])("may stand for the card from 2025-09-19 on, where a second reader is there: %s", async (policyDate, offers) => {
    const { trace } = await traceOf([byPhone], { policyDate, pairedReader: "general" });
    expect(trace.on("reader.screen")[0]?.message.offers ?? []).toEqual(offers);
  });

  it("needs no second reader where the first reads phones by itself, and is held to that one", async () => {
    const { trace } = await traceOf([byPhone], { reader: "next-generation" });
    expect(trace.on("terminal.api").map(({ message }) => [message.reader, message.call])).toEqual([
      ["R1", "confirmWithPhone"],
      ["R1", "conclude"],
    ]);
    expect(trace.on("card.field").map(({ message: { reader, change } }) => [reader, change])).toEqual([
      ["R1", "inserted"],
      ["R1", "removed"],
    ]);
  });

  it.each([
    ["a reader of phones before 2025-09-19", { reader: "next-generation", policyDate: "2025-09-18" }],
    ["a face reader without a general one", { reader: "simulated-face" }],
    ["a general reader, even beside another", { reader: "general", pairedReader: "general" }],
  ] as const)("is not offered at %s", async (_title, told) => {
    const { trace } = await traceOf([byPhone], told);
    expect(trace.on("reader.screen").flatMap(({ message }) => message.offers ?? [])).not.toContain("phone");
  });

  it("has its certificate read after its PIN, which the card processing presents", async () => {
    const { trace } = await traceOf([byPhone], { pairedReader: "general" });
    expect(trace.on("terminal.api").map(({ message }) => [message.call, message.result.kind])).toEqual([
      ["confirmWithPhone", "recognised"],
      ["conclude", "written"],
    ]);
  });
});
