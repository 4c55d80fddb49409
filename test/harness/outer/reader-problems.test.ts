import { describe, expect, it } from "vitest";
import { ANSWER, COMMAND_STATUS } from "../../../devices/ccid/constants.ts";
import { parseFrame } from "../../../devices/ccid/parser.ts";
import { encodeMessage } from "../../../devices/ccid-serial/frame.ts";
import { LineParser } from "../../../devices/ccid-serial/parser.ts";
import { loopback } from "../../../devices/transports/loopback.ts";
import type { Transport } from "../../../devices/transports/transport.ts";
import type { TransportProblem } from "../../../devices/transports/transport-problem.ts";
import { ConfigurationError } from "../../../harness/configuration-error.ts";
import { SECOND_MS } from "../../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { checkInAt, outside, reached } from "./counter.ts";

async function problemOf(running: Promise<unknown>): Promise<ConfigurationError> {
  const error = await running.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ConfigurationError) return error;
  throw new Error(`expected a ConfigurationError, got ${String(error)}`);
}

describe("a reader outside that fails", () => {
  it("because nobody is there is told within seconds", async () => {
    const there = await outside({ nobody: true });
    const begunAtMs = there.wall.nowMs;
    const { message, fix } = await problemOf(checkInAt(there));
    expect(message).toContain("does not answer");
    expect(fix).toContain("--baud");
    expect(there.wall.nowMs - begunAtMs).toBeLessThan(10 * SECOND_MS);
  });

  it("that is switched on a moment later is waited for", async () => {
    const there = await outside({ nobody: true });
    there.wall.after(3 * SECOND_MS, () => there.switchOn());
    expect((await checkInAt(there)).outcome).toMatchObject({ kind: "done" });
  });

  it("because nothing is laid down is told after half a minute", async () => {
    const there = await outside({ lays: "nothing" });
    const { message } = await problemOf(checkInAt(there));
    expect(message).toBe("no card lies on wire a; waited 30 s");
  });

  it("is waited for while somebody lays the card down", async () => {
    const there = await outside();
    there.cards.remove(0);
    there.wall.after(10 * SECOND_MS, () => void there.cards.insert(0, "employee"));
    expect((await checkInAt(there)).outcome).toMatchObject({ kind: "done" });
  });

  it.each([
    ["gempc-twin", "sim-contacts"],
    ["gempc-twin", "sim-antenna"],
    ["sim-antenna", "gempc-twin"],
    ["sim-contacts", "sec1210"],
  ] as const)("because it is a %s taken for a %s is told, with --as", async (reader, as) => {
    const { message, fix } = await problemOf(checkInAt(await outside({ reader, as })));
    expect(message).toContain("makes no sense");
    expect(fix).toContain("--as");
  });

  it("because its cable is pulled in the middle is told at once", async () => {
    const there = await outside();
    const pulled = pullable(there.hostEnd);
    const outer = reached(pulled.transport, there.wall);
    const running = checkInAt({ outer }, {}, (crossing) => {
      if (crossing.pco === "reader.screen" && crossing.message.touch?.kind === "chose") pulled.pull();
    });
    const { message, fix } = await problemOf(running);
    expect(message).toBe("wire a is gone");
    expect(fix).toBe("look at the cable");
  });

  it("because it asks for time without end is given up", async () => {
    const wall = new VirtualClock(0);
    const [hostEnd, readerEnd] = loopback(wall, "wire");
    asksForTime(readerEnd, wall);
    const { message } = await problemOf(checkInAt({ outer: reached(hostEnd, wall) }));
    expect(message).toContain("asks for more time again and again");
    expect(wall.nowMs).toBeLessThan(60 * SECOND_MS);
  });
});

/** A line whose cable can be pulled. */
function pullable(line: Transport) {
  const listeners: ((problem: TransportProblem) => void)[] = [];
  const transport: Transport = {
    name: line.name,
    send: (bytes) => line.send(bytes),
    onBytes: (listener) => line.onBytes(listener),
    onEnd(listener) {
      listeners.push(listener);
      return () => {};
    },
    close: () => line.close(),
  };
  const problem = { code: "port-gone", message: "wire a is gone", fix: "look at the cable" };
  return {
    transport,
    pull: () => {
      for (const listener of listeners) listener(problem);
    },
  };
}

/** A reader that answers every command with one time extension after another. */
function asksForTime(line: Transport, wall: VirtualClock): void {
  const parser = new LineParser(65_548, (event) => {
    const command = event.kind === "message" ? parseFrame(event.bytes) : undefined;
    if (command === undefined || "defect" in command) return;
    const { slot, sequence } = command;
    const say = (): void => {
      const b7 = COMMAND_STATUS.timeExtension;
      line.send(encodeMessage({ type: ANSWER.dataBlock, slot, sequence, b7, b8: 255, b9: 0, data: new Uint8Array(0) }));
      wall.after(SECOND_MS, say);
    };
    say();
  });
  line.onBytes((bytes) => parser.push(bytes));
}
