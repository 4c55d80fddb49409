import { describe, expect, it } from "vitest";
import "../../../harness/recorder.ts";
import { addMonths, civilDate, MINUTE_MS, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type AnyObservation, Switchboard } from "../../../simulator/kernel/pco.ts";
import { type Process, sleep, start } from "../../../simulator/kernel/process.ts";
import { ipVpn, lineKinds } from "../../../simulator/line/kinds/index.ts";
import { type CentreEndpoint, DedicatedLine, type LineOutcome } from "../../../simulator/line/line.ts";
import { createAuthority, issueTerminalCertificate } from "../../../simulator/pki/authority.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";

const ISSUED = civilDate("2026-01-10");
const terminals = createAuthority("terminal", civilDate("2024-01-01"));
const terminalCertificate = issueTerminalCertificate(terminals, {
  serial: "01",
  issuedOn: ISSUED,
  facilityCode: "9910000018",
  publicKey: simulationKey("terminal-tls").publicKey,
});
const BOUND = "fd00:99:1::/64";
const REQUEST = Uint8Array.of(1, 2, 3);

/** A far end that works for a while, counts what it worked on, and sends the request back the other way round. */
function farEnd(clock: VirtualClock, workMs: number) {
  const worked: Uint8Array[] = [];
  const centre: CentreEndpoint = {
    *answer(request): Process<Uint8Array> {
      yield* sleep(clock, workMs);
      worked.push(request);
      return request.toReversed();
    },
  };
  return { centre, worked };
}

interface LineStory {
  readonly nowMs?: number;
  readonly prefix?: string;
  readonly kind?: (typeof lineKinds)[number];
  readonly workMs?: number;
  readonly terminalCa?: typeof terminals.certificate;
}

function line({
  nowMs = midnightMs(civilDate("2026-02-10")),
  prefix = BOUND,
  kind = ipVpn,
  workMs = 100,
  terminalCa = terminals.certificate,
}: LineStory = {}) {
  const clock = new VirtualClock(nowMs);
  const observed: AnyObservation[] = [];
  const board = new Switchboard(clock, (observation) => observed.push(observation));
  const { centre, worked } = farEnd(clock, workMs);
  const options = { kind, clock, facility: "9910000018", prefix, boundPrefix: BOUND, centre };
  const dedicated = new DedicatedLine({ ...options, terminalCertificate, terminalCa });
  /** Starts an exchange; its outcome is there once the clock was driven. */
  const begin = (deadlineMs = 20_000): { outcome?: LineOutcome; tookMs?: number } => {
    const result: { outcome?: LineOutcome; tookMs?: number } = {};
    const startedMs = clock.nowMs;
    start(dedicated.exchange(REQUEST, deadlineMs, board.strand()), (settled) => {
      if ("error" in settled) throw settled.error;
      result.outcome = settled.value;
      result.tookMs = clock.nowMs - startedMs;
    });
    return result;
  };
  const exchange = (deadlineMs?: number) => {
    const result = begin(deadlineMs);
    clock.runUntilIdle();
    return result;
  };
  const validations = (): number => observed.filter(({ pco }) => pco === "pki.validation").length;
  return { clock, board, begin, exchange, worked, observed, validations };
}

describe("kinds of line", () => {
  const vectors = lineKinds.flatMap((kind) =>
    kind.vectors.map((vector) => [kind.id, vector.prefix, kind, vector] as const),
  );
  it.each(vectors)("%s from %s is let through or refused as its row says", (_id, prefix, kind, { accepted }) => {
    expect(line({ kind, prefix }).exchange().outcome?.kind).toBe(accepted ? "delivered" : "refused");
  });

  it("a kind without line authentication lets every prefix through", () => {
    const kind = { ...ipVpn, lineAuthentication: false };
    expect(line({ kind, prefix: "fd00:99:2::/64" }).exchange().outcome?.kind).toBe("delivered");
  });
});

describe("an exchange over the dedicated line", () => {
  it("brings the answer after two journeys and the work of the centre", () => {
    expect(line().exchange()).toEqual({ outcome: { kind: "delivered", answer: Uint8Array.of(3, 2, 1) }, tookMs: 140 });
  });

  it.each([
    [141, "delivered"],
    [140, "timeout"],
  ])("with a deadline of %i ms a 140 ms exchange is %s", (deadlineMs, kind) => {
    expect(line().exchange(deadlineMs)).toMatchObject({ outcome: { kind }, tookMs: 140 });
  });

  it("cut at the request the centre never works; cut at the answer it has worked for nothing", () => {
    for (const [step, works] of [
      ["request", 0],
      ["answer", 1],
    ] as const) {
      const { board, exchange, worked } = line();
      board.arm("line.segment", "cut", (segment) =>
        segment.step === step ? { sever: "a digger" } : { pass: segment },
      );
      expect(exchange().outcome).toEqual({ kind: "severed", reason: "a digger" });
      expect(worked).toHaveLength(works);
    }
  });

  it("a lost packet is noticed by nobody: the deadline ends the wait", () => {
    const { board, exchange } = line();
    board.arm("line.segment", "loss", () => ({ drop: true }));
    expect(exchange(5_000)).toEqual({ outcome: { kind: "timeout" }, tookMs: 5_000 });
  });

  it("an answer after the deadline changes nothing, and the next exchange works", () => {
    const { board, clock, begin, exchange } = line();
    const repair = board.arm("line.segment", "slow", (segment) =>
      segment.step === "answer" ? { delay: segment, ms: 8_000 } : { pass: segment },
    );
    const slow = begin(5_000);
    clock.advanceTo(clock.nowMs + 5_000);
    expect(slow.outcome).toEqual({ kind: "timeout" });
    repair();
    expect(exchange().outcome?.kind).toBe("delivered");
    expect(slow.outcome).toEqual({ kind: "timeout" });
    expect(clock.pending).toBe(0);
  });

  it("a prefix the carrier changed under way is refused until it is back", () => {
    const { board, exchange, worked } = line();
    const repair = board.arm("line.segment", "moved", (segment) => ({
      pass: { ...segment, prefix: "fd00:99:2::/64" },
    }));
    expect(exchange().outcome).toEqual({ kind: "refused", reason: "line-authentication" });
    expect(worked).toEqual([]);
    repair();
    expect(exchange().outcome?.kind).toBe("delivered");
  });

  it("exchanges at the same time end each with its own answer", () => {
    const { clock, begin } = line();
    const both = [begin(), begin()];
    clock.runUntilIdle();
    expect(both.map(({ outcome }) => outcome?.kind)).toEqual(["delivered", "delivered"]);
  });
});

describe("the session with the terminal's certificate", () => {
  const END = midnightMs(addMonths(ISSUED, 39)) + 24 * 60 * MINUTE_MS;
  it.each([
    ["before its first day", midnightMs(ISSUED) - 1_000, "refused"],
    ["from its first instant on", midnightMs(ISSUED), "delivered"],
    ["to its last second", END - 1_000, "delivered"],
    ["and not after", END, "refused"],
  ])("works %s", (_title, nowMs, kind) => {
    expect(line({ nowMs }).exchange().outcome?.kind).toBe(kind);
  });

  it("is refused with a certificate of another CA, and the centre never hears of it", () => {
    const { certificate } = createAuthority("user-authentication", civilDate("2024-01-01"));
    const { exchange, worked } = line({ terminalCa: certificate });
    expect(exchange().outcome).toEqual({ kind: "refused", reason: "terminal-certificate" });
    expect(worked).toEqual([]);
  });

  it.each([
    ["goes on after 30 idle minutes", 30 * MINUTE_MS, 1],
    ["is validated anew after longer silence", 30 * MINUTE_MS + 1, 2],
  ])("%s", (_title, silenceMs, times) => {
    const { clock, exchange, validations } = line({ workMs: 0 });
    exchange();
    // Since the request was taken the answer has travelled back, and the next request is on its way for as long.
    clock.advanceTo(clock.nowMs + silenceMs - 2 * ipVpn.oneWayMs);
    exchange();
    expect(validations()).toBe(times);
  });

  it("is validated anew after a cut", () => {
    const { board, exchange, validations } = line();
    exchange();
    const repair = board.arm("line.segment", "cut", () => ({ sever: "cut" }));
    exchange();
    repair();
    exchange();
    expect(validations()).toBe(2);
  });

  it("a certificate that runs out during a session stops working at the next validation", () => {
    const { clock, exchange } = line({ nowMs: END - MINUTE_MS });
    expect(exchange().outcome?.kind).toBe("delivered");
    clock.advanceTo(END + 31 * MINUTE_MS);
    expect(exchange().outcome).toEqual({ kind: "refused", reason: "terminal-certificate" });
  });
});
