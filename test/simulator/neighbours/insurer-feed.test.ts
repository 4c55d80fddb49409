import { describe, expect, it } from "vitest";
import "../../../harness/recorder.ts";
import { MemoryLedger, rowOf } from "../../../simulator/central/ledger.ts";
import { feedLost } from "../../../simulator/faults/feed-lost.ts";
import { civilDate, DAY_MS, HOUR_MS, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type AnyObservation, Switchboard } from "../../../simulator/kernel/pco.ts";
import { type Process, start } from "../../../simulator/kernel/process.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { InsurerFeed } from "../../../simulator/neighbours/insurer-feed.ts";
import { type Eligibility, Population } from "../../../simulator/population/person.ts";

const TODAY = civilDate("2026-02-26");
const someone = { ...new Population(1, { asOf: TODAY }).personAt(1_000), id: "p" };
const next = (acquired: string): Eligibility => ({
  cardClassification: "01",
  insurerNumber: "06990014",
  insurerName: "架空健康保険組合",
  number: "777",
  acquired: civilDate(acquired),
});

function world() {
  const clock = new VirtualClock(midnightMs(TODAY) + 9 * HOUR_MS);
  const ledger = new MemoryLedger(() => undefined);
  ledger.apply([{ table: "person", key: "p", row: someone }]);
  const observed: AnyObservation[] = [];
  const board = new Switchboard(clock, (observation) => observed.push(observation));
  const run = (process: Process<void>): void => {
    start(process, (outcome) => {
      if ("error" in outcome) throw outcome.error;
    });
  };
  const rows = () => rowOf(ledger, "person", "p")?.eligibilities ?? [];
  const sharing = (key: string) => rowOf(ledger, "insured", key)?.personIds;
  return { clock, ledger, board, observed, run, rows, sharing, feed: new InsurerFeed({ clock, ledger }) };
}

describe("the feed of the insurers (requirements.md SYS-03, eligibility-rules.md §11)", () => {
  it("a new insurance reaches the centre after its delay, and ends the old one on the same day", () => {
    const { clock, board, feed, run, rows, sharing } = world();
    run(feed.registers("p", next("2026-03-01"), 3 * DAY_MS, board.strand()));
    clock.advanceTo(clock.nowMs + 3 * DAY_MS - 1);
    expect(rows()).toHaveLength(1);
    clock.advanceTo(clock.nowMs + 1);
    expect(rows().map(({ lost, reasonOfLoss }) => [lost, reasonOfLoss])).toEqual([
      ["20260301", "03"],
      [undefined, undefined],
    ]);
    expect(sharing("06990014/777")).toEqual(["p"]);
  });

  it("whoever leaves at a month end is lost on the first", () => {
    const { clock, board, feed, run, rows } = world();
    run(feed.endsEmployment("p", civilDate("2026-02-28"), 0, board.strand()));
    clock.advanceTo(clock.nowMs);
    expect(rows().map(({ lost }) => lost)).toEqual(["20260301"]);
  });

  it("counts what came after five days and five days more", () => {
    const { clock, board, feed, run } = world();
    run(feed.registers("p", next("2026-03-01"), 3 * DAY_MS, board.strand()));
    run(feed.registers("p", { ...next("2026-03-01"), number: "778" }, 16 * DAY_MS, board.strand()));
    clock.advanceTo(clock.nowMs + 20 * DAY_MS);
    // Due on 11 March: the second arrived on the 14th.
    expect(feed.statistics).toEqual({ arrived: 2, late: 1, longestDelayDays: 3 });
  });

  it("a record that is repeated changes nothing more", () => {
    const { clock, board, feed, run, rows } = world();
    board.arm("feed.record", "twice", (record) => ({ repeat: record, times: 2 }));
    run(feed.registers("p", next("2026-03-01"), 0, board.strand()));
    clock.advanceTo(clock.nowMs);
    expect(rows()).toHaveLength(2);
  });

  it("a record that is lost leaves the centre as it was, and is no arrival", () => {
    const { clock, board, feed, run, rows } = world();
    feedLost.plugInto(board, {}, { clock, rng: rngFromSeed(1) });
    run(feed.registers("p", next("2026-03-01"), 0, board.strand()));
    clock.advanceTo(clock.nowMs);
    expect(rows()).toHaveLength(1);
    expect(feed.statistics.arrived).toBe(0);
  });

  it("a number that others have already is shared, not taken away", () => {
    const { clock, ledger, board, feed, run, sharing } = world();
    ledger.apply([{ table: "insured", key: "06990014/777", row: { personIds: ["q"] } }]);
    run(feed.registers("p", next("2026-03-01"), 0, board.strand()));
    clock.advanceTo(clock.nowMs);
    expect(sharing("06990014/777")).toEqual(["q", "p"]);
  });

  it("a corrected link leads the card to its holder", () => {
    const { clock, ledger, board, feed, run } = world();
    run(feed.links("112233", "p", board.strand()));
    clock.advanceTo(clock.nowMs);
    expect(rowOf(ledger, "link", "112233")).toEqual({ personId: "p" });
  });
});
