import { describe, expect, it } from "vitest";
import { DISPOSITION, RETURN_CODE, SHARE_MODE } from "../../../../devices/transports/pcsc-service/constants.ts";
import { messages } from "../../../../devices/transports/pcsc-service/messages.ts";
import { type Program, READER, World } from "./fixture.ts";

const { success, sharingViolation, notTransacted, resetCard, removedCard } = RETURN_CODE;

/** Programs that share the reader, each with its handle. */
function sharers(world: World, count: number): readonly { readonly program: Program; readonly handle: number }[] {
  return Array.from({ length: count }, () => {
    const program = world.program();
    return { program, handle: program.handle() };
  });
}

function pair(world: World) {
  const [one, two] = sharers(world, 2);
  if (one === undefined || two === undefined) throw new Error("two programs were asked for");
  return { one, two };
}

describe("a transaction", () => {
  it("keeps the card from the commands of every other handle until it ends", () => {
    const world = new World();
    const { one, two } = pair(world);
    expect(one.program.begin(one.handle)).toBe(success);
    two.program.sendTransmit(two.handle, "00B00000");
    expect(one.program.transmit(one.handle, "00A40000")).toBe("9000");
    expect(two.program.transmitted()).toBeUndefined();
    expect(one.program.end(one.handle)).toBe(success);
    expect(two.program.transmitted()).toBe("9000");
    expect(world.slot.log.filter((entry) => entry.length === 8)).toEqual(["00A40000", "00B00000"]);
  });

  it("keeps a status waiting, and refuses attributes and controls at once", () => {
    const world = new World();
    const { one, two } = pair(world);
    one.program.begin(one.handle);
    expect(two.program.ask(messages.getAttribute, { handle: two.handle }).returnCode).toBe(sharingViolation);
    expect(two.program.ask(messages.control, { handle: two.handle }).returnCode).toBe(sharingViolation);
    expect(two.program.status(two.handle)).toBeUndefined();
    one.program.end(one.handle);
    expect(two.program.next(messages.status)?.returnCode).toBe(success);
  });

  it("goes to who waits, in the order they asked", () => {
    const world = new World();
    const all = sharers(world, 5);
    for (const { program, handle } of all) program.send(messages.beginTransaction, { handle });
    const order: number[] = [];
    for (let round = 0; round < all.length; round++) {
      const granted = all.findIndex(({ program }) => program.received.length > 0);
      const winner = all[granted];
      expect(winner?.program.next(messages.beginTransaction)?.returnCode).toBe(success);
      expect(all.filter(({ program }) => program.received.length > 0)).toEqual([]);
      order.push(granted);
      winner?.program.end(winner.handle);
    }
    expect(order).toEqual([0, 1, 2, 3, 4]);
  });

  it("nests in one handle, and is over with the last end", () => {
    const world = new World();
    const { one, two } = pair(world);
    expect([one.program.begin(one.handle), one.program.begin(one.handle)]).toEqual([success, success]);
    two.program.send(messages.beginTransaction, { handle: two.handle });
    expect(one.program.end(one.handle)).toBe(success);
    expect(two.program.received).toEqual([]);
    expect(one.program.end(one.handle)).toBe(success);
    expect(two.program.next(messages.beginTransaction)?.returnCode).toBe(success);
    expect(one.program.end(one.handle)).toBe(sharingViolation);
    expect(two.program.end(two.handle)).toBe(success);
    expect(two.program.end(two.handle)).toBe(notTransacted);
  });

  it("of a program that died ends with a reset, and the next in the queue hears of that", () => {
    const world = new World();
    const { one, two } = pair(world);
    one.program.begin(one.handle);
    two.program.send(messages.beginTransaction, { handle: two.handle });
    const resets = world.slot.log.filter((entry) => entry === "on").length;
    one.program.die();
    expect(world.slot.log.filter((entry) => entry === "on").length).toBe(resets + 1);
    expect(two.program.next(messages.beginTransaction)?.returnCode).toBe(resetCard);
    expect(two.program.reconnect(two.handle)).toBe(success);
    expect(two.program.begin(two.handle)).toBe(success);
    expect(two.program.transmit(two.handle)).toBe("9000");
  });

  it("of a program that died in the middle of a command ends when the card has answered that", () => {
    const world = new World();
    const { one, two } = pair(world);
    one.program.begin(one.handle);
    world.slot.held = [];
    one.program.sendTransmit(one.handle, "00B00000");
    one.program.die();
    two.program.sendTransmit(two.handle, "00A40000");
    const before = world.slot.log.length;
    for (const answer of world.slot.held.splice(0)) answer();
    expect(world.slot.log.slice(before)).toEqual(["on"]);
    expect(two.program.transmitted()).toBe(resetCard);
    expect(one.program.received).toEqual([]);
  });

  it("a program that died while it waited for one is passed over", () => {
    const world = new World();
    const [one, two, three] = sharers(world, 3);
    one?.program.begin(one.handle);
    two?.program.send(messages.beginTransaction, { handle: two.handle });
    three?.program.send(messages.beginTransaction, { handle: three.handle });
    two?.program.die();
    one?.program.end(one.handle);
    expect(three?.program.next(messages.beginTransaction)?.returnCode).toBe(success);
  });

  it("a program that died while it waited to connect gets no handle", () => {
    const world = new World();
    const [one] = sharers(world, 1);
    const dying = world.program();
    one?.program.begin(one.handle);
    dying.sendConnect();
    dying.die();
    one?.program.end(one.handle);
    expect(world.program().state().sharing).toBe(1);
  });

  it("that ends with a reset waits for a command of another handle that was under way before it began", () => {
    const world = new World();
    const { one, two } = pair(world);
    world.slot.held = [];
    two.program.sendTransmit(two.handle, "002A0000");
    expect(one.program.begin(one.handle)).toBe(success);
    world.slot.log.length = 0;
    expect(one.program.end(one.handle, DISPOSITION.reset)).toBeUndefined();
    expect(world.slot.log).toEqual([]);
    for (const answer of world.slot.held.splice(0)) answer();
    expect(two.program.transmitted()).toBe("9000");
    expect(one.program.next(messages.endTransaction)?.returnCode).toBe(success);
    expect(world.slot.log).toEqual(["on"]);
  });

  it("is broken by taking out the card; holder and waiters hear of it", () => {
    const world = new World();
    const { one, two } = pair(world);
    one.program.begin(one.handle);
    two.program.send(messages.beginTransaction, { handle: two.handle });
    world.slot.take();
    expect(two.program.next(messages.beginTransaction)?.returnCode).toBe(removedCard);
    expect(one.program.end(one.handle)).toBe(removedCard);
    world.slot.put();
    expect(two.program.reconnect(two.handle)).toBe(success);
    expect(two.program.begin(two.handle)).toBe(success);
  });

  it("that lasts sends waiters away to ask again, as pcscd does, and they keep their place", () => {
    const world = new World();
    const [one, two, three] = sharers(world, 3);
    one?.program.begin(one.handle);
    two?.program.send(messages.beginTransaction, { handle: two.handle });
    world.pass(1_000);
    expect(two?.program.next(messages.beginTransaction)?.returnCode).toBe(sharingViolation);
    three?.program.send(messages.beginTransaction, { handle: three.handle });
    two?.program.send(messages.beginTransaction, { handle: two.handle });
    one?.program.end(one.handle);
    expect(two?.program.next(messages.beginTransaction)?.returnCode).toBe(success);
    expect(three?.program.received).toEqual([]);
  });

  it("does not send a waiter away for a command that takes long", () => {
    const world = new World();
    const { one, two } = pair(world);
    world.slot.held = [];
    one.program.sendTransmit(one.handle, "002A0000");
    two.program.sendTransmit(two.handle, "00A40000");
    world.pass(60_000);
    expect(two.program.received).toEqual([]);
    for (let round = 0; round < 2; round++) for (const answer of world.slot.held.splice(0)) answer();
    expect([one.program.transmitted(), two.program.transmitted()]).toEqual(["9000", "9000"]);
  });

  it("never makes a program wait for itself", () => {
    const world = new World();
    const program = world.program();
    const [first, second] = [program.handle(), program.handle()];
    program.begin(first);
    expect(program.begin(second)).toBe(sharingViolation);
    expect(program.transmit(second)).toBe(sharingViolation);
    expect(program.connect().returnCode).toBe(sharingViolation);
    expect(program.disconnect(second, DISPOSITION.reset)).toBe(sharingViolation);
    expect(program.disconnect(second)).toBe(success);
    expect(program.end(first)).toBe(success);
  });

  it("makes a connect and a disconnect with reset wait, and one that leaves the card not", () => {
    const world = new World();
    const [one, two, three] = sharers(world, 3);
    const four = world.program();
    one?.program.begin(one.handle);
    four.sendConnect();
    expect(two?.program.disconnect(two.handle, DISPOSITION.reset)).toBeUndefined();
    expect(three?.program.disconnect(three.handle)).toBe(success);
    expect(four.received).toEqual([]);
    one?.program.end(one.handle);
    expect(four.next(messages.connect)?.returnCode).toBe(success);
    expect(two?.program.next(messages.disconnect)?.returnCode).toBe(success);
  });

  it("in exclusive mode is the mode itself, and there is nothing more to end", () => {
    const world = new World();
    const program = world.program();
    const { handle } = program.connect(SHARE_MODE.exclusive, READER);
    expect(program.end(handle)).toBe(notTransacted);
    expect([program.begin(handle), program.end(handle), program.end(handle)]).toEqual([
      success,
      success,
      notTransacted,
    ]);
  });

  it("ends with a disposition that exists", () => {
    const world = new World();
    const program = world.program();
    const handle = program.handle();
    program.begin(handle);
    expect(program.end(handle, 4)).toBe(RETURN_CODE.invalidValue);
    expect(program.end(handle, DISPOSITION.eject)).toBe(success);
  });
});
