import { describe, expect, it } from "vitest";
import { MemoryLedger, rowOf } from "../../../simulator/central/ledger.ts";
import { civilDate, HOUR_MS, MINUTE_MS, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type AnyObservation, Switchboard } from "../../../simulator/kernel/pco.ts";
import { start } from "../../../simulator/kernel/process.ts";
import {
  answersAt,
  type Call,
  CallCentre,
  type CallRecord,
  REPORT_TITLE,
} from "../../../simulator/neighbours/call-centre.ts";
import { opensDisasterView } from "../../../simulator/neighbours/ministry.ts";
import { namedFacility } from "../../../simulator/population/facility.ts";

const clinic = namedFacility("clinic");
const call: Call = {
  facilityCode: clinic.code,
  facilityName: clinic.name.ja,
  caller: "窓口　一子",
  contact: "0000-999-9999",
};

function stage(day: string, hour: number) {
  const clock = new VirtualClock(midnightMs(civilDate(day)) + hour * HOUR_MS);
  const seen: { atMs: number; pco: string; message: object }[] = [];
  const observe = (observation: AnyObservation): number =>
    seen.push({ atMs: observation.atMs, pco: observation.pco, message: observation.message });
  const board = new Switchboard(clock, observe);
  const ledger = new MemoryLedger(() => undefined);
  const facilityByCode = (code: string) => (code === clinic.code ? clinic : undefined);
  const gate = () => rowOf(ledger, "outageGate", clinic.code);
  const records = () => seen.map(({ message }) => message as CallRecord);
  return { clock, board, ledger, records, gate, centre: new CallCentre({ clock, ledger, facilityByCode }) };
}

describe("the hours of the call centre (requirements.md R3-52)", () => {
  it.each([
    ["2026-02-10", 8, true],
    ["2026-02-10", 7.99, false],
    ["2026-02-10", 17.99, true],
    ["2026-02-10", 18, false],
    ["2026-02-14", 15.99, true],
    ["2026-02-14", 16, false],
    ["2026-02-15", 10, false],
    ["2026-02-11", 10, false],
  ])("%s at %d: answered %s", (day, hour, answered) => {
    expect(answersAt(midnightMs(civilDate(day)) + hour * HOUR_MS)).toBe(answered);
  });
});

describe("the outage function", () => {
  it("opens half an hour after a proper call, and the facility is told", () => {
    const { clock, board, centre, gate, records } = stage("2026-02-10", 9);
    const calledAtMs = clock.nowMs;
    start(centre.asksForOutageFunction(call, board.strand()), () => undefined);
    clock.runUntilIdle();
    expect(gate()).toEqual({ opensAtMs: calledAtMs + 30 * MINUTE_MS });
    expect(records().map(({ matter }) => matter)).toEqual([
      "outage-function",
      "call-back",
      "report-form",
      "function-open",
    ]);
  });

  it("is asked for with code, name, caller and contact; the registered number is called and no other (SYS-41, R3-48)", () => {
    const { clock, board, centre, records } = stage("2026-02-10", 9);
    start(centre.asksForOutageFunction(call, board.strand()), () => undefined);
    clock.runUntilIdle();
    const { facilityCode: facility, ...told } = call;
    expect(records()[0]).toMatchObject({ from: "facility", facility, ...told });
    expect(records().map(({ phone }) => phone)).toEqual([undefined, clinic.phone, undefined, clinic.phone]);
    expect(records().every(({ facilityName }) => facilityName === clinic.name.ja)).toBe(true);
  });

  it.each<[string, CallRecord["matter"], boolean]>([
    ["the call", "outage-function", false],
    ["the call back", "call-back", false],
    ["the mail with the form", "report-form", true],
    ["the notice, for it is switched on before (R3-49)", "function-open", true],
  ])("when %s is lost: %s, open %s", (_title, lost, opens) => {
    const { clock, board, centre, gate } = stage("2026-02-10", 9);
    board.arm("call.record", "lost", (record) => (record.matter === lost ? { drop: true } : { pass: record }));
    const outcomes: unknown[] = [];
    start(centre.asksForOutageFunction(call, board.strand()), (outcome) => outcomes.push(outcome));
    clock.runUntilIdle();
    expect(gate() !== undefined).toBe(opens);
    expect(outcomes).toEqual([{ value: opens ? "calls-back" : "lost" }]);
  });

  it.each<[string, CallRecord["matter"], number]>([
    ["half an hour after a late call was heard", "outage-function", 60 + 30],
    ["at once when it was the call back that was late", "call-back", 3 + 60],
  ])("opens %s", (_title, late, minutes) => {
    const { clock, board, centre, gate } = stage("2026-02-10", 9);
    const calledAtMs = clock.nowMs;
    board.arm("call.record", "late", (record) =>
      record.matter === late ? { delay: record, ms: HOUR_MS } : { pass: record },
    );
    start(centre.asksForOutageFunction(call, board.strand()), () => undefined);
    clock.runUntilIdle();
    expect(gate()).toEqual({ opensAtMs: calledAtMs + minutes * MINUTE_MS });
  });

  it.each<[string, Partial<Call>, number]>([
    ["without a person in charge", { caller: "" }, 9],
    ["with another facility's name", { facilityName: "架空薬局" }, 9],
    ["with an unknown code", { facilityCode: "9910000026" }, 9],
    ["at night", {}, 20],
  ])("stays shut after a call %s", (_title, changes, hour) => {
    const { clock, board, centre, gate } = stage("2026-02-10", hour);
    start(centre.asksForOutageFunction({ ...call, ...changes }, board.strand()), () => undefined);
    clock.runUntilIdle();
    expect(gate()).toBeUndefined();
  });

  it("a report of use without its title comes back", () => {
    const { clock, board, centre } = stage("2026-02-10", 9);
    const outcomes: unknown[] = [];
    for (const title of ["利用報告", REPORT_TITLE])
      start(centre.takesReport(call, title, board.strand()), (outcome) => outcomes.push(outcome));
    clock.runUntilIdle();
    expect(outcomes).toEqual([{ value: "sent-back" }, { value: "taken" }]);
  });
});

describe("a call or mail that never arrives", () => {
  it("is taken by nobody", () => {
    const { clock, board, centre } = stage("2026-02-10", 9);
    board.arm("call.record", "lost", () => ({ drop: true }));
    const outcomes: unknown[] = [];
    start(centre.takesReport(call, REPORT_TITLE, board.strand()), (outcome) => outcomes.push(outcome));
    start(centre.hearsOfWrongPerson(call, board.strand()), (outcome) => outcomes.push(outcome));
    clock.runUntilIdle();
    expect(outcomes).toEqual([{ value: "lost" }, { value: "lost" }]);
  });
});

describe("the disaster view", () => {
  it("opens by area and period, earlier ones stay, and no outage gate opens with it", () => {
    const { clock, board, ledger, gate } = stage("2026-02-10", 9);
    const scopeOf = (municipality: string) => ({
      municipalities: [municipality],
      from: civilDate("2026-02-10"),
      until: civilDate("2026-02-17"),
    });
    for (const name of ["青浪市", "朝凪市"])
      start(opensDisasterView(scopeOf(name), ledger, board.strand()), () => undefined);
    clock.runUntilIdle();
    const { scopes } = rowOf(ledger, "disasterScopes", "all") ?? { scopes: [] };
    expect(scopes.map(({ municipalities }) => municipalities[0])).toEqual(["青浪市", "朝凪市"]);
    expect(gate()).toBeUndefined();
  });
});
