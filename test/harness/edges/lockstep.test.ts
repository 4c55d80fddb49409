import { describe, expect, it } from "vitest";
import { loopback } from "../../../devices/transports/loopback.ts";
import { Lockstep } from "../../../harness/edges/lockstep.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";

/** A world with two lines whose bytes take the wall's time, which goes on by the call. */
function worldWithLines() {
  const wall = new VirtualClock(0);
  const world = new VirtualClock(0);
  const lockstep = new Lockstep();
  const line = (name: string) => {
    const [host, reader] = loopback(wall, name);
    return { far: reader, host: lockstep.over(host), reader: lockstep.over(reader) };
  };
  return { wall, world, lockstep, card: line("card"), front: line("front") };
}

describe("a world in lockstep with its lines", () => {
  it("stands still while bytes are under way on any of them", async () => {
    const { wall, world, lockstep, card, front } = worldWithLines();
    const heard: string[] = [];
    for (const [name, { reader }] of Object.entries({ card, front }))
      reader.onBytes(([byte]) => heard.push(`${name} ${byte} at ${world.nowMs}`));
    world.after(10, () => {
      card.host.send(Uint8Array.of(1, 2));
      front.host.send(Uint8Array.of(3));
    });
    world.after(11, () => heard.push("the next event"));
    let isOver = false;
    const run = lockstep.run(world).then(() => {
      isOver = true;
    });
    for (let turn = 0; turn < 5 && !isOver; turn++) {
      await Promise.resolve();
      wall.runNext();
    }
    await run;
    expect(heard).toEqual(["card 1 at 10", "front 3 at 10", "the next event"]);
  });

  it("is told when one of them ends, with what to look at", async () => {
    const { world, lockstep, front } = worldWithLines();
    world.after(10, () => front.host.send(Uint8Array.of(1)));
    const run = lockstep.run(world);
    await front.far.close();
    await expect(run).rejects.toMatchObject({ name: "ConfigurationError", fix: expect.stringMatching(/other end/) });
  });
});
