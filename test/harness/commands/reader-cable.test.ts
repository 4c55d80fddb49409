import { describe, expect, it } from "vitest";
import { loopback } from "../../../devices/transports/loopback.ts";
import { Cable } from "../../../harness/commands/reader-cable.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";

describe("the cable of a reader", () => {
  it("carries bytes both ways for one host after another, and loses what is said to nobody", async () => {
    const clock = new VirtualClock(0);
    const cable = new Cable("TCP");
    const heardByReader: number[] = [];
    cable.onBytes((bytes) => heardByReader.push(...bytes));
    const heard: number[][] = [];
    for (const host of [1, 2]) {
      const [far, near] = loopback(clock, `host ${host}`);
      const bytesHeard: number[] = [];
      heard.push(bytesHeard);
      far.onBytes((bytes) => bytesHeard.push(...bytes));
      cable.plug(near);
      far.send(Uint8Array.of(host));
      cable.send(Uint8Array.of(10 * host));
      clock.runUntilIdle();
      await far.close();
      cable.send(Uint8Array.of(99));
      clock.runUntilIdle();
    }
    expect(heardByReader).toEqual([1, 2]);
    expect(heard).toEqual([[10], [20]]);
  });

  it("unplugs the host that is there when the reader is switched off", async () => {
    const [far, near] = loopback(new VirtualClock(0), "host");
    const cable = new Cable("TCP");
    let isOver = false;
    far.onEnd(() => {
      isOver = true;
    });
    cable.plug(near);
    await cable.close();
    expect(isOver).toBe(true);
  });
});
