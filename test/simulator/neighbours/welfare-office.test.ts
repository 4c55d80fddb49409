import { describe, expect, it } from "vitest";
import "../../../harness/recorder.ts";
import { MemoryLedger, rowOf } from "../../../simulator/central/ledger.ts";
import { addDays, civilDate, HOUR_MS, MINUTE_MS, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type AnyObservation, Switchboard } from "../../../simulator/kernel/pco.ts";
import { type Process, start } from "../../../simulator/kernel/process.ts";
import { answersPhone, WelfareOffice } from "../../../simulator/neighbours/welfare-office.ts";
import { aidSince, ticketOf } from "../../../simulator/population/issued-aid.ts";

const TUESDAY = civilDate("2026-02-10");
const at = (date: string, hours: number, minutes = 0): number =>
  midnightMs(civilDate(date)) + hours * HOUR_MS + minutes * MINUTE_MS;

function office(startMs = at("2026-02-10", 10)) {
  const clock = new VirtualClock(startMs);
  const ledger = new MemoryLedger(() => undefined);
  ledger.apply([{ table: "aid", key: "p", row: aidSince(TUESDAY, { serial: 900_001, use: "01", tickets: [] }) }]);
  const observed: AnyObservation[] = [];
  const board = new Switchboard(clock, (observation) => observed.push(observation));
  const under = new WelfareOffice({ clock, ledger });
  const run = <T>(process: Process<T>): { value: T | undefined } => {
    const outcome: { value: T | undefined } = { value: undefined };
    start(process, (settled) => {
      if ("error" in settled) throw settled.error;
      outcome.value = settled.value;
    });
    return outcome;
  };
  const tickets = () => rowOf(ledger, "aid", "p")?.tickets ?? [];
  const entrusted = (facility: string) => rowOf(ledger, "entrusted", `${facility}/202602`)?.personIds;
  return { clock, ledger, board, observed, under, run, tickets, entrusted };
}

describe("a welfare office (eligibility-rules.md §13.2)", () => {
  const ticket = ticketOf("clinic", TUESDAY, { serial: 1 });

  it("registers on the 15th at nine: the millisecond before there is no ticket", () => {
    const { clock, board, under, run, tickets, entrusted } = office();
    run(under.issues("p", { ticket }, "15th", board.strand()));
    clock.advanceTo(at("2026-02-15", 9) - 1);
    expect(tickets()).toEqual([]);
    clock.advanceTo(at("2026-02-15", 9));
    expect(tickets()).toEqual([ticket]);
    expect(entrusted(ticket.facility.code)).toEqual(["p"]);
  });

  it("keeps a second ticket beside the first and names a person once", () => {
    const { board, under, run, tickets, entrusted } = office();
    run(under.issues("p", { ticket }, "at-once", board.strand()));
    run(under.issues("p", { ticket: { ...ticket, type: "02" } }, "at-once", board.strand()));
    expect(tickets()).toHaveLength(2);
    expect(entrusted(ticket.facility.code)).toEqual(["p"]);
  });

  it("loses nothing else when a registration is lost on its way", () => {
    const { board, under, run, tickets } = office();
    board.arm("welfare.record", "lost", () => ({ drop: true }));
    run(under.issues("p", { ticket }, "at-once", board.strand()));
    expect(tickets()).toEqual([]);
  });

  it("a record that was held up undoes nothing that came meanwhile", () => {
    const { board, clock, under, run, tickets, ledger } = office();
    const repair = board.arm("welfare.record", "slow", (record) => ({ delay: record, ms: 1_000 }));
    run(under.issues("p", { ticket }, "at-once", board.strand()));
    repair();
    run(under.issues("p", { ticket: { ...ticket, type: "02" } }, "at-once", board.strand()));
    run(under.ends("p", TUESDAY, board.strand()));
    clock.advanceTo(clock.nowMs + 1_000);
    expect(tickets().map(({ type }) => type)).toEqual(["02", "01"]);
    expect(rowOf(ledger, "aid", "p")?.endedOn).toBe(TUESDAY);
  });

  it("may give a person another recipient number: the ticket bears it, and the old one still leads to the months before", () => {
    const { board, under, run, ledger, tickets } = office();
    run(under.issues("p", { ticket }, "at-once", board.strand()));
    run(under.issues("p", { ticket, recipientNumber: "9001231" }, "at-once", board.strand()));
    const read = (number: string) => rowOf(ledger, "recipient", `12990016/${number}`);
    expect(tickets().map(({ recipientNumber }) => recipientNumber)).toEqual([undefined, "9001231"]);
    expect(rowOf(ledger, "aid", "p")?.recipientNumber).toBe("9000019");
    expect([read("9000019"), read("9001231")]).toEqual([{ personIds: ["p"] }, { personIds: ["p"] }]);
  });

  it("may give a number that others have, and takes it from nobody", () => {
    const { board, under, run, ledger } = office();
    ledger.apply([{ table: "recipient", key: "12990016/9001231", row: { personIds: ["q"] } }]);
    run(under.issues("p", { ticket, recipientNumber: "9001231" }, "at-once", board.strand()));
    expect(rowOf(ledger, "recipient", "12990016/9001231")).toEqual({ personIds: ["q", "p"] });
  });

  it("does nothing about somebody it does not know", () => {
    const { board, under, run, observed } = office();
    run(under.issues("nobody", { ticket }, "at-once", board.strand()));
    run(under.ends("nobody", TUESDAY, board.strand()));
    expect(observed).toEqual([]);
  });

  it("says on the phone what it decided, from the day it began to the day before it ended, and logs the call", () => {
    const { board, under, run, observed, ledger } = office();
    const call = { facility: "9910000018", caller: "窓口　一子" };
    expect(run(under.answers("p", call, board.strand())).value).toBe("applies");
    run(under.ends("p", addDays(TUESDAY, 1), board.strand()));
    expect(run(under.answers("p", call, board.strand())).value).toBe("applies");
    run(under.ends("p", TUESDAY, board.strand()));
    expect(run(under.answers("p", call, board.strand())).value).toBe("does-not-apply");
    expect(run(under.answers("nobody", call, board.strand())).value).toBe("does-not-apply");
    expect(rowOf(ledger, "aid", "p")?.endedOn).toBe(TUESDAY);
    const calls = observed.filter(({ pco }) => pco === "welfare.call");
    expect(calls.map(({ message }) => message)).toMatchObject([call, call, call, call]);
  });

  it.each([
    ["before it opens", at("2026-02-10", 8, 30) - 1, false],
    ["when it opens", at("2026-02-10", 8, 30), true],
    ["the last millisecond", at("2026-02-10", 17, 15) - 1, true],
    ["when it closes", at("2026-02-10", 17, 15), false],
    ["on a Saturday", at("2026-02-14", 10), false],
    ["on a holiday", at("2026-02-11", 10), false],
  ])("answers the phone in office hours only: %s", (_title, atMs, answers) => {
    expect(answersPhone(atMs)).toBe(answers);
  });
});
