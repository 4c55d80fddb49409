import { describe, expect, it } from "vitest";
import { loopback } from "../../../devices/transports/loopback.ts";
import type { Timers } from "../../../devices/transports/timers.ts";
import { toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { transportContract } from "./transport-contract.ts";

/** Time that runs by itself, in turns of node's own loop. */
const TURNS: Timers = {
  after: (_delayMs, run) => {
    const turn = setImmediate(run);
    return () => clearImmediate(turn);
  },
};

describe("a line in one process", () => {
  transportContract(async () => {
    const [line, peer] = loopback(TURNS, "wire");
    return {
      line,
      onPiece: (listener) => peer.onBytes(listener),
      say: (bytes) => peer.send(bytes),
      leave: () => void peer.close(),
    };
  });

  it("takes no time but a turn of the clock, and leaves the sender its bytes", () => {
    const clock = new VirtualClock(7);
    const [a, b] = loopback(clock, "wire");
    const heard: string[] = [];
    b.onBytes((bytes) => heard.push(toHex(bytes)));
    const bytes = Uint8Array.of(1, 2);
    a.send(bytes);
    bytes.fill(0);
    expect(heard).toEqual([]);
    clock.runUntilIdle();
    expect(heard).toEqual(["0102"]);
    expect(clock.nowMs).toBe(7);
  });
});
