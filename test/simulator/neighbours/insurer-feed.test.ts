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
import { type Eligibility, type InsuredPerson, Population } from "../../../simulator/population/person.ts";

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

  it("a record that was held up undoes nothing that came meanwhile, and counts from its arrival", () => {
    const { clock, ledger, board, feed, run, rows, sharing } = world();
    const repair = board.arm("feed.record", "slow", (record) => ({ delay: record, ms: 2 * DAY_MS }));
    ledger.apply([{ table: "person", key: "q", row: { ...someone, id: "q", eligibilities: [] } }]);
    run(feed.registers("p", next("2026-02-20"), 0, board.strand()));
    run(feed.registers("q", next("2026-02-20"), 0, board.strand()));
    clock.advanceTo(clock.nowMs);
    repair();
    const withheld = (person: InsuredPerson): InsuredPerson => ({ ...person, flags: { addressWithheld: true } });
    run(feed.changes("protection", "p", withheld, board.strand()));
    clock.advanceTo(clock.nowMs + 2 * DAY_MS);
    expect(rowOf(ledger, "person", "p")?.flags).toEqual({ addressWithheld: true });
    expect(rows().at(-1)?.registeredAtMs).toBe(clock.nowMs);
    expect(sharing("06990014/777")).toEqual(["p", "q"]);
  });

  it("a link that was held up takes effect when it arrives", () => {
    const { clock, ledger, board, feed, run } = world();
    board.arm("feed.record", "slow", (record) => ({ delay: record, ms: 1_000 }));
    run(feed.links("112233", "p", board.strand()));
    clock.advanceTo(clock.nowMs + 1_000);
    expect(rowOf(ledger, "registration", "p")).toEqual({ effectiveAtMs: clock.nowMs });
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

const IN_FEBRUARY = { ...next("2026-02-01"), number: "778" };
const IN_MARCH = next("2026-03-01");
const BEFORE = someone.eligibilities[0] ?? expect.unreachable();
const period = ({ number, acquired, lost, reasonOfLoss }: Eligibility) => [number, acquired, lost, reasonOfLoss];

describe("records that come in another order than things happened (eligibility-rules.md §11)", () => {
  it.each([
    ["as things happened", [IN_FEBRUARY, IN_MARCH]],
    ["the one in between comes late", [IN_MARCH, IN_FEBRUARY]],
    ["the one in between comes again", [IN_FEBRUARY, IN_MARCH, IN_FEBRUARY]],
  ])("each insurance ends on the day the next begins: %s", (_title, records) => {
    const { clock, board, feed, run, rows } = world();
    for (const record of records) run(feed.registers("p", record, 0, board.strand()));
    clock.advanceTo(clock.nowMs);
    expect(rows().map(period).toSorted()).toEqual(
      [
        [BEFORE.number, BEFORE.acquired, "20260201", "03"],
        ["778", "20260201", "20260301", "03"],
        ["777", "20260301", undefined, undefined],
      ].toSorted(),
    );
  });

  it("a loss that an insurer registered stays when another insurance begins before it", () => {
    const { clock, board, feed, run, rows } = world();
    run(feed.endsEmployment("p", civilDate("2026-02-28"), 0, board.strand()));
    run(feed.registers("p", IN_FEBRUARY, 0, board.strand()));
    clock.advanceTo(clock.nowMs);
    expect(rows().map(period)).toEqual([
      [BEFORE.number, BEFORE.acquired, "20260301", "99"],
      ["778", "20260201", undefined, undefined],
    ]);
  });

  it.each([
    ["on the day before the new one began changes nothing", "2026-01-31", "20260201", "03"],
    ["earlier leaves the gap there was", "2026-01-15", "20260116", "99"],
  ])("a loss told after the new insurance ends the one before only: %s", (_title, leftOn, lost, reason) => {
    const { clock, board, feed, run, rows } = world();
    run(feed.registers("p", IN_FEBRUARY, 0, board.strand()));
    run(feed.endsEmployment("p", civilDate(leftOn), 0, board.strand()));
    clock.advanceTo(clock.nowMs);
    expect(rows().map(period)).toEqual([
      [BEFORE.number, BEFORE.acquired, lost, reason],
      ["778", "20260201", undefined, undefined],
    ]);
  });

  it("an earlier period with the same insurer under the same number stays", () => {
    const { clock, ledger, board, feed, run, rows } = world();
    const earlier = { ...BEFORE, acquired: civilDate("2020-04-01"), lost: civilDate("2025-04-01") };
    ledger.apply([{ table: "person", key: "p", row: { ...someone, eligibilities: [earlier] } }]);
    run(feed.registers("p", { ...BEFORE, acquired: civilDate("2026-02-01") }, 0, board.strand()));
    clock.advanceTo(clock.nowMs);
    expect(rows().map(({ acquired, lost }) => [acquired, lost])).toEqual([
      ["20200401", "20250401"],
      ["20260201", undefined],
    ]);
  });
});
