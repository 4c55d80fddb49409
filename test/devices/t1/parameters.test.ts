import { describe, expect, it } from "vitest";
import { t1Parameters, t1ParameterVectors, waitingTimes } from "../../../devices/t1/parameters.ts";
import { fromHex } from "../../../simulator/kernel/bytes.ts";

describe("the parameters of T=1", () => {
  it.each(t1ParameterVectors.map((row) => [row.title, row] as const))("%s", (_title, { atr, clockHz, parameters }) => {
    expect(t1Parameters(fromHex(atr), clockHz)).toEqual(parameters);
  });

  it("an exact millisecond is not rounded up to the next", () => {
    expect(waitingTimes(0, 0, { clockHz: 372_000, fi: 372, di: 1 })).toEqual({ bwtMs: 971, cwtMs: 12 });
  });

  it("a faster rate shortens the time between characters, not the time for an answer", () => {
    const rate = { clockHz: 4_000_000, fi: 372, di: 1 };
    const [slow, fast] = [waitingTimes(4, 13, rate), waitingTimes(4, 13, { ...rate, di: 4 })];
    expect([slow.cwtMs, fast.cwtMs]).toEqual([763, 191]);
    expect(slow.bwtMs - fast.bwtMs).toBeLessThanOrEqual(1);
  });
});
