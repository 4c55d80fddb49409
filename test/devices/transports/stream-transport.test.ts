import { duplexPair } from "node:stream";
import { describe, expect, it, vi } from "vitest";
import { StreamTransport } from "../../../devices/transports/stream-transport.ts";
import type { TransportProblem } from "../../../devices/transports/transport-problem.ts";
import { transportContract } from "./transport-contract.ts";

/** A line over two streams of node; letting go of it takes a while, as a program takes a while to end. */
function joined() {
  const [ours, theirs] = duplexPair();
  const shut = vi.fn((): Promise<void> => new Promise((done) => setTimeout(done, 1)));
  const line = new StreamTransport("pair", { readable: ours, writable: ours, shut });
  ours.on("end", () => line.end({ code: "gone", message: "pair is gone", fix: "start again" }));
  return { line, theirs, shut };
}

describe("a line over streams", () => {
  transportContract(async () => {
    const { line, theirs } = joined();
    return {
      line,
      onPiece: (listener) => theirs.on("data", listener),
      say: (bytes) => theirs.write(bytes),
      leave: () => theirs.end(),
    };
  });

  it("ends and is let go of when nobody reads what is sent: what waits has a bound", () => {
    const { line, shut } = joined();
    const ends: (TransportProblem | undefined)[] = [];
    line.onEnd((problem) => ends.push(problem));
    for (let count = 0; count < 100; count++) line.send(new Uint8Array(100_000));
    expect(ends).toMatchObject([{ code: "not-read", message: expect.stringContaining("pair") }]);
    expect(shut).toHaveBeenCalledOnce();
  });
});
