import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CARD_STATE, RETURN_CODE, SHARE_MODE } from "../../../../devices/transports/pcsc-service/constants.ts";
import { messages, readerEvents, stateChange } from "../../../../devices/transports/pcsc-service/messages.ts";
import { toHex } from "../../../../simulator/kernel/bytes.ts";
import { Program, READER, slotNamed, World } from "./fixture.ts";

describe("waiting for a change", () => {
  it("ends once for a card that comes or goes, and the table shows it", () => {
    const world = new World();
    const program = world.program();
    expect(program.watch()[0]).toMatchObject({ reader: READER, cardState: 0x34, eventCounter: 1 });
    world.slot.take();
    world.slot.put();
    expect(program.wakings()).toEqual([RETURN_CODE.success]);
    expect(program.watch()[0]).toMatchObject({ cardState: 0x34, eventCounter: 3 });
    world.slot.take();
    expect(program.wakings()).toEqual([RETURN_CODE.success]);
    expect(program.state()).toMatchObject({ cardState: CARD_STATE.absent, eventCounter: 4, atrLength: 0, protocol: 0 });
  });

  it("ends for a reader that becomes used, exclusive or free, and not for one more program that shares it", () => {
    const world = new World();
    const [watcher, one, two] = [world.program(), world.program(), world.program()];
    const wakings = (does: () => void): number => {
      watcher.watch();
      does();
      const count = watcher.wakings().length;
      watcher.send(messages.stopWaiting);
      watcher.received.splice(0);
      return count;
    };
    let handles: number[] = [];
    expect(wakings(() => handles.push(one.handle()))).toBe(1);
    expect(wakings(() => handles.push(two.handle()))).toBe(0);
    expect(wakings(() => two.disconnect(handles[1] ?? 0))).toBe(0);
    expect(wakings(() => one.disconnect(handles[0] ?? 0))).toBe(1);
    handles = [];
    expect(wakings(() => one.connect(SHARE_MODE.exclusive))).toBe(1);
    expect(wakings(() => one.die())).toBe(1);
  });

  it("ends for readers that come and go; their number is another one then and never zero", () => {
    const world = new World();
    const program = world.program();
    const count = (): number => {
      program.send(messages.getReaderEvents);
      return readerEvents.codec.decode(program.received.shift() ?? new Uint8Array(0)).count;
    };
    const counts = [count()];
    program.watch();
    world.manager.addReader(slotNamed("Second"));
    expect(program.wakings()).toEqual([RETURN_CODE.success]);
    counts.push(count());
    program.watch();
    world.manager.removeReader("Second");
    expect(program.wakings()).toEqual([RETURN_CODE.success]);
    counts.push(count());
    expect(new Set(counts).size).toBe(3);
    expect(counts).not.toContain(0);
  });

  it("taken back is answered once; taken back too late it is not, for the waking was the answer", () => {
    const world = new World();
    const program = world.program();
    program.watch();
    expect(program.ask(messages.stopWaiting)).toBeDefined();
    program.watch();
    world.slot.take();
    program.send(messages.stopWaiting);
    expect(program.wakings()).toEqual([RETURN_CODE.success]);
    world.slot.put();
    expect(program.wakings()).toEqual([]);
  });

  it("is ended by SCardCancel over another connection; nothing else is sent afterwards", () => {
    const world = new World();
    const waiter = world.program();
    const canceller = new Program(world);
    waiter.watch();
    expect(canceller.ask(messages.cancel, { context: waiter.context }).returnCode).toBe(RETURN_CODE.success);
    expect(waiter.received.splice(0).map((bytes) => stateChange.codec.decode(bytes).returnCode)).toEqual([
      RETURN_CODE.cancelled,
    ]);
    world.slot.take();
    expect(waiter.wakings()).toEqual([]);
    expect(canceller.ask(messages.cancel, { context: waiter.context }).returnCode).toBe(RETURN_CODE.success);
    expect(canceller.ask(messages.cancel, { context: 1 }).returnCode).toBe(RETURN_CODE.invalidHandle);
  });

  it("a cancel that crosses a waking ends the next wait, unless the program has taken its wait back meanwhile", () => {
    const world = new World();
    const waiter = world.program();
    const canceller = new Program(world);
    const cancel = (): void => void canceller.ask(messages.cancel, { context: waiter.context });
    waiter.watch();
    world.slot.take();
    cancel();
    expect(waiter.wakings()).toEqual([RETURN_CODE.success]);
    waiter.watch();
    expect(waiter.wakings()).toEqual([RETURN_CODE.cancelled]);
    waiter.watch();
    world.slot.put();
    cancel();
    waiter.send(messages.stopWaiting);
    expect(waiter.wakings()).toEqual([RETURN_CODE.success]);
    waiter.watch();
    expect(waiter.wakings()).toEqual([]);
    cancel();
    cancel();
    expect(waiter.wakings()).toEqual([RETURN_CODE.cancelled]);
    waiter.watch();
    expect(waiter.wakings()).toEqual([]);
  });

  it("since 4:6 brings the table in two more steps, and nothing comes between them", () => {
    const world = new World();
    const program = world.program();
    program.ask(messages.version, { major: 4, minor: 6 });
    program.send(messages.waitReaderStateChange);
    world.slot.take();
    expect(program.received).toEqual([]);
    program.send(messages.getReaderStatesSize);
    expect(program.received.splice(0).map(toHex)).toEqual(["10000000"]);
    world.manager.addReader(slotNamed("Second"));
    expect(program.table(messages.getReaderStatesArray).map(({ reader }) => reader)).toContain("Second");
    expect(program.state().cardState).toBe(CARD_STATE.absent);
    expect(program.wakings()).toEqual([]);
    world.slot.put();
    expect(program.wakings()).toEqual([RETURN_CODE.success]);
    program.send(messages.stopWaiting);
    expect(program.wakings()).toEqual([]);
    program.send(messages.waitReaderStateChange);
    program.send(messages.stopWaiting);
    expect(program.wakings()).toEqual([RETURN_CODE.success]);
    expect(program.table(messages.getReaderStatesArray)).toHaveLength(16);
    world.slot.take();
    expect(program.wakings()).toEqual([]);
  });

  it("of a program that died wakes nobody", () => {
    const world = new World();
    const program = world.program();
    program.watch();
    program.die();
    world.slot.take();
    expect(program.received).toEqual([]);
  });

  it("ends without a word when the context is released; the context can then not be cancelled", () => {
    const world = new World();
    const program = world.program();
    const { context } = program;
    program.watch();
    expect(program.ask(messages.releaseContext, { context }).returnCode).toBe(RETURN_CODE.success);
    world.slot.take();
    expect(program.wakings()).toEqual([]);
    expect(program.ask(messages.cancel, { context }).returnCode).toBe(RETURN_CODE.invalidHandle);
  });

  it("shows the ATR of the card that lies there, and nothing of a longer one before it", () => {
    const world = new World();
    const program = world.program();
    world.slot.take();
    world.slot.atr = Uint8Array.of(0x3b, 0x00);
    world.slot.put();
    const { atr, atrLength } = program.state();
    expect([atrLength, toHex(atr)]).toEqual([2, `3B00${"00".repeat(31)}`]);
  });

  it("a swap that comes as one change is a removal and a new card", () => {
    const world = new World();
    const program = world.program();
    const handle = program.handle();
    world.slot.changes++;
    world.slot.put();
    expect(program.transmit(handle)).toBe(RETURN_CODE.removedCard);
    expect(program.state()).toMatchObject({ eventCounter: 3, cardState: 0x34 });
  });

  it("however insertions, removals and looks are mixed, no change is missed: the counter or a waking tells it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("flip", "look"), { maxLength: 60 }), (steps) => {
        const world = new World();
        const program = world.program();
        let seen = program.watch()[0];
        let flips = 0;
        for (const step of steps) {
          if (step === "flip") {
            if (world.slot.present) world.slot.take();
            else world.slot.put();
            flips++;
            continue;
          }
          const woken = program.wakings().length;
          if (woken === 0) {
            program.send(messages.stopWaiting);
            program.received.splice(0);
          }
          const now = program.watch()[0];
          expect(woken).toBe(flips > 0 ? 1 : 0);
          expect((now?.eventCounter ?? 0) - (seen?.eventCounter ?? 0)).toBe(flips);
          seen = now;
          flips = 0;
        }
      }),
    );
  });

  it("the counter has 16 bits and is never zero, which clients do not compare", () => {
    const world = new World();
    const program = world.program();
    world.slot.changes = 0xffff - 1;
    world.slot.take();
    expect(program.state().eventCounter).toBe(1);
    world.slot.put();
    expect(program.state().eventCounter).toBe(2);
  });
});
