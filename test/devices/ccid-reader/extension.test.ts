import { describe, expect, it } from "vitest";
import { powerOn, xfrBlock } from "../../../devices/ccid/writer.ts";
import { aReader, OK, SELECT } from "./a-reader.ts";

const to = (sequence: number) => ({ slot: 0, sequence });

/** What the host hears, and when after it sent a command the card works on for a while. */
function heardDuring(workMs: number, wtxEveryMs: number) {
  const desk = aReader({ answer: (_command, answered) => desk.clock.after(workMs, () => answered(OK)), wtxEveryMs });
  desk.send(powerOn(to(1), 0));
  desk.wait(50);
  desk.said();
  const sinceMs = desk.clock.nowMs;
  desk.send(xfrBlock(to(2), SELECT));
  desk.wait(workMs + 2_000);
  return desk.saidAt().map(({ atMs, said }) => `${atMs - sinceMs} ms: ${said}`);
}

describe("a time extension", () => {
  it("is sent every 500 ms while the card works, and not after its answer", () => {
    expect(heardDuring(1_200, 1_300)).toEqual([
      "500 ms: 80 0/2 800100",
      "1000 ms: 80 0/2 800100",
      "1200 ms: 80 0/2 000000 9000",
    ]);
  });

  it("is sent at once when the card asks for time, and then the 500 ms begin anew", () => {
    expect(heardDuring(1_000, 300)).toEqual([
      "300 ms: 80 0/2 800100",
      "600 ms: 80 0/2 800100",
      "900 ms: 80 0/2 800100",
      "1000 ms: 80 0/2 000000 9000",
    ]);
  });

  it("is not sent for work that takes less", () => {
    expect(heardDuring(499, 1_000)).toEqual(["499 ms: 80 0/2 000000 9000"]);
  });
});
