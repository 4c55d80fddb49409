import { describe, expect, it } from "vitest";
import "../../../harness/recorder.ts";
import { MemoryLedger, rowOf } from "../../../simulator/central/ledger.ts";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type AnyObservation, Switchboard } from "../../../simulator/kernel/pco.ts";
import { type Process, sleep, start } from "../../../simulator/kernel/process.ts";
import {
  type CentreAnswer,
  decodeAnswer,
  encodeAnswer,
  encodeRequest,
} from "../../../simulator/messages/line-envelope.ts";
import { CentreWithPmh, registerSubsidies } from "../../../simulator/neighbours/pmh.ts";
import { nanbyo, singleParent } from "../../../simulator/population/issued-subsidy.ts";

const FACILITY = "9910000018";

function stand(centreMs = 2_500) {
  const clock = new VirtualClock(0);
  const observed: AnyObservation[] = [];
  const board = new Switchboard(clock, (observation) => observed.push(observation));
  const centre = {
    *answer(): Process<Uint8Array> {
      yield* sleep(clock, centreMs);
      return encodeAnswer({ status: "ok", body: { of: "the centre" } });
    },
  };
  const under = new CentreWithPmh(centre, clock);
  const ask = (kind: string): { answer: CentreAnswer | undefined; atMs: number } => {
    const outcome: { answer: CentreAnswer | undefined; atMs: number } = { answer: undefined, atMs: -1 };
    start(under.answer(encodeRequest({ kind, facility: FACILITY, body: {} }), board.strand()), (settled) => {
      if ("error" in settled) throw settled.error;
      outcome.answer = decodeAnswer(settled.value);
      outcome.atMs = clock.nowMs;
    });
    clock.runUntilIdle();
    return outcome;
  };
  return { board, observed, ask };
}

describe("the centre with PMH behind it (eligibility-rules.md §10.4 row 9)", () => {
  it("sends what concerns certificates across to PMH and back, and nothing else", () => {
    const { observed, ask } = stand();
    expect(ask("OQSsiquc01").answer).toEqual({ status: "ok", body: { of: "the centre" } });
    expect(observed).toEqual([]);
    expect(ask("SIMsubsidy").answer).toEqual({ status: "ok", body: { of: "the centre" } });
    expect(observed.map(({ pco, message }) => [pco, message])).toMatchObject([
      ["pmh.message", { step: "request", kind: "SIMsubsidy", facility: FACILITY }],
      ["pmh.message", { step: "answer", kind: "SIMsubsidy", facility: FACILITY }],
    ]);
  });

  it.each(["request", "answer"] as const)(
    "waits five seconds for a lost %s, no longer, and says that nothing came",
    (step) => {
      const { board, ask } = stand();
      board.arm("pmh.message", "lost", (message) => (message.step === step ? { drop: true } : { pass: message }));
      expect(ask("PMHsimsm01")).toEqual({ answer: { status: "error", code: "SIM-E-901" }, atMs: 5_000 });
    },
  );

  it("answers a millisecond before the time is over, and not when it is", () => {
    expect(stand(4_999).ask("SIMsubsidy").answer?.status).toBe("ok");
    expect(stand(5_001).ask("SIMsubsidy").answer?.status).toBe("error");
  });
});

describe("a municipality that registers (eligibility-rules.md §10.3)", () => {
  const from = civilDate("2025-10-01");
  const to = civilDate("2026-09-30");
  const own = nanbyo("9000027", from, to);
  const other = singleParent("A-1", from, to);

  function pmh(joined = true) {
    const clock = new VirtualClock(0);
    const ledger = new MemoryLedger(() => undefined);
    ledger.apply([
      { table: "subsidy", key: "p", row: { entries: [other] } },
      { table: "pmhBody", key: own.body, row: { joined } },
    ]);
    const board = new Switchboard(clock, () => 1);
    const outcomes: string[] = [];
    const registers = (body: string, entries: readonly (typeof own)[]): void => {
      start(registerSubsidies({ body, personId: "p", entries }, ledger, board.strand()), (settled) => {
        if ("error" in settled) throw settled.error;
        outcomes.push(settled.value);
      });
    };
    return { clock, board, registers, outcomes, entries: () => rowOf(ledger, "subsidy", "p")?.entries };
  }

  function registering(entries: readonly (typeof own)[], joined = true) {
    const under = pmh(joined);
    under.registers(own.body, entries);
    return { outcome: under.outcomes[0], entries: under.entries() };
  }

  it("puts its certificates in place of its own, beside those of others", () => {
    expect(registering([own])).toEqual({ outcome: "kept", entries: [other, own] });
  });

  it("is refused as a whole when one item of one certificate is wrong", () => {
    const wrong = { ...own, payerNumber: "5499601" };
    expect(registering([own, wrong])).toEqual({ outcome: "medicalSubsidyInsurerNumber", entries: [other] });
  });

  it("is refused when it has not joined", () => {
    expect(registering([own], false)).toEqual({ outcome: "not-joined", entries: [other] });
  });

  it("is refused as a whole with a certificate of another body, joined or not", () => {
    expect(registering([own, { ...other, deleted: true }])).toEqual({ outcome: "other-body", entries: [other] });
  });

  it("undoes nothing another body registered while it was held up", () => {
    const { clock, board, registers, entries } = pmh();
    const repair = board.arm("pmh.message", "slow", (message) => ({ delay: message, ms: 1_000 }));
    registers(own.body, [own]);
    repair();
    registers(other.body, [{ ...other, deleted: true }]);
    clock.advanceTo(1_000);
    expect(entries()).toEqual([{ ...other, deleted: true }, own]);
  });

  it("hears nothing when its registration is lost on the way", () => {
    const { board, registers, outcomes, entries } = pmh();
    board.arm("pmh.message", "lost", () => ({ drop: true }));
    registers(own.body, [own]);
    expect([outcomes, entries()]).toEqual([["unanswered"], [other]]);
  });
});
