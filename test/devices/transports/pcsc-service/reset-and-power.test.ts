import { describe, expect, it } from "vitest";
import {
  CARD_STATE,
  DISPOSITION,
  POWER_OFF_GRACE_MS,
  RETURN_CODE,
} from "../../../../devices/transports/pcsc-service/constants.ts";
import { World } from "./fixture.ts";

const { success, resetCard, removedCard, noSmartcard } = RETURN_CODE;

/** What the card was given since the last look: power `on`, `off`, or a command. */
const given = (world: World): readonly string[] => world.slot.log.splice(0);

describe("a reset", () => {
  const ways = [
    {
      title: "SCardDisconnect with reset",
      does: (one: ReturnType<typeof worldOfTwo>) => one.first.disconnect(one.handle, DISPOSITION.reset),
      card: ["on"],
    },
    {
      title: "SCardDisconnect with unpower",
      does: (one: ReturnType<typeof worldOfTwo>) => one.first.disconnect(one.handle, DISPOSITION.unpower),
      card: ["off"],
    },
    {
      title: "SCardReconnect with reset",
      does: (one: ReturnType<typeof worldOfTwo>) =>
        one.first.reconnect(one.handle, { initialization: DISPOSITION.reset }),
      card: ["on"],
    },
    {
      title: "SCardReconnect with unpower",
      does: (one: ReturnType<typeof worldOfTwo>) =>
        one.first.reconnect(one.handle, { initialization: DISPOSITION.unpower }),
      card: ["off", "on"],
    },
    { title: "SCardEndTransaction with reset", does: endWith(DISPOSITION.reset), card: ["on"] },
    { title: "SCardEndTransaction with unpower", does: endWith(DISPOSITION.unpower), card: ["off", "on"] },
  ];
  it.each(ways)(
    "by $title reaches the card, and the other program hears of it until it reconnects",
    ({ does, card }) => {
      const world = worldOfTwo();
      given(world.world);
      expect(does(world)).toBe(success);
      expect(given(world.world)).toEqual(card);
      expect(world.second.transmit(world.other)).toBe(resetCard);
      expect(world.second.status(world.other)).toBe(resetCard);
      expect(given(world.world)).toEqual([]);
      expect(world.second.reconnect(world.other)).toBe(success);
      expect(world.second.transmit(world.other)).toBe("9000");
    },
  );

  it("is not told to who reconnected through it", () => {
    const { first, handle } = worldOfTwo();
    first.reconnect(handle, { initialization: DISPOSITION.reset });
    expect(first.transmit(handle)).toBe("9000");
  });

  it("at the end of a transaction is told to who asked for it as well, as pcscd does", () => {
    const { first, handle } = worldOfTwo();
    first.begin(handle);
    first.end(handle, DISPOSITION.reset);
    expect(first.transmit(handle)).toBe(resetCard);
  });

  it("waits for the answer of a command that is under way", () => {
    const { world, first, second, handle, other } = worldOfTwo();
    world.slot.held = [];
    second.sendTransmit(other, "00B00000");
    given(world);
    expect(first.disconnect(handle, DISPOSITION.reset)).toBeUndefined();
    expect(given(world)).toEqual([]);
    for (const answer of world.slot.held.splice(0)) answer();
    expect(second.transmitted()).toBe("9000");
    expect(given(world)).toEqual(["on"]);
  });

  it("does not happen when the card is left, or ejected by a reader that has no motor", () => {
    const { world, first, second, handle, other } = worldOfTwo();
    given(world);
    first.disconnect(handle, DISPOSITION.leave);
    second.disconnect(other, DISPOSITION.eject);
    expect(given(world)).toEqual([]);
  });
});

describe("a card that is taken out", () => {
  it("is told to every handle until it reconnects, also when another card lies there by then", () => {
    const { world, first, second, handle, other } = worldOfTwo();
    world.slot.take();
    expect([first.transmit(handle), second.status(other)]).toEqual([removedCard, removedCard]);
    expect(first.reconnect(handle)).toBe(noSmartcard);
    world.slot.put();
    expect([first.transmit(handle), second.transmit(other)]).toEqual([removedCard, removedCard]);
    expect(first.reconnect(handle, { initialization: DISPOSITION.reset })).toBe(success);
    expect(first.transmit(handle)).toBe("9000");
    expect(second.transmit(other)).toBe(removedCard);
  });

  it("in the middle of a command leaves it without an answer", () => {
    const { world, first, handle } = worldOfTwo();
    world.slot.held = [];
    world.slot.answers.set("00B00000", undefined);
    first.sendTransmit(handle, "00B00000");
    world.slot.take();
    for (const answer of world.slot.held.splice(0)) answer();
    expect(first.transmitted()).toBe(noSmartcard);
    expect(first.transmit(handle)).toBe(removedCard);
  });

  it("a chip that turns mute is no removed card: SCARD_E_NOT_TRANSACTED", () => {
    const { world, first, handle } = worldOfTwo();
    world.slot.answers.set("00B00000", undefined);
    expect(first.transmit(handle, "00B00000")).toBe(RETURN_CODE.notTransacted);
  });
});

describe("the power of a card", () => {
  it("comes when it is put in, and goes when nobody connects within five seconds", () => {
    const world = new World();
    world.slot.take();
    given(world);
    world.slot.put();
    expect(given(world)).toEqual(["on"]);
    world.pass(POWER_OFF_GRACE_MS - 1);
    expect(given(world)).toEqual([]);
    world.pass(1);
    expect(given(world)).toEqual(["off"]);
    expect(world.program().state()).toMatchObject({
      cardState: CARD_STATE.present | CARD_STATE.powered | CARD_STATE.negotiable,
      atrLength: 13,
    });
  });

  it("stays while somebody is connected, and after the last one left for five seconds: rights stay as long", () => {
    const world = new World();
    const program = world.program();
    const handle = program.handle();
    given(world);
    world.pass(10 * POWER_OFF_GRACE_MS);
    program.disconnect(handle);
    world.pass(POWER_OFF_GRACE_MS - 1);
    const again = program.handle();
    expect(given(world)).toEqual([]);
    program.disconnect(again);
    world.pass(POWER_OFF_GRACE_MS);
    expect(given(world)).toEqual(["off"]);
    program.handle();
    expect(given(world)).toEqual(["on"]);
  });

  it("goes at once with SCARD_UNPOWER_CARD, and the next connect gives it again", () => {
    const world = new World();
    const program = world.program();
    const handle = program.handle();
    given(world);
    program.disconnect(handle, DISPOSITION.unpower);
    expect(program.state().cardState).toBe(CARD_STATE.present);
    program.handle();
    expect(given(world)).toEqual(["off", "on"]);
  });

  it("is not taken from a card that is still busy for a program that is gone", () => {
    const world = new World();
    const program = world.program();
    const handle = program.handle();
    world.slot.held = [];
    program.sendTransmit(handle, "002A0000");
    program.die();
    given(world);
    world.pass(POWER_OFF_GRACE_MS);
    expect(given(world)).toEqual([]);
    for (const answer of world.slot.held.splice(0)) answer();
    world.pass(POWER_OFF_GRACE_MS);
    expect(given(world)).toEqual(["off"]);
  });

  it("is taken away when the service ends, and no timer is left", () => {
    const world = new World();
    const program = world.program();
    program.handle();
    program.die();
    given(world);
    world.manager.close();
    expect(given(world)).toEqual(["off"]);
    expect(world.clock.pending).toBe(0);
  });
});

function worldOfTwo() {
  const world = new World();
  const [first, second] = [world.program(), world.program()];
  return { world, first, second, handle: first.handle(), other: second.handle() };
}

function endWith(disposition: number) {
  return ({ first, handle }: ReturnType<typeof worldOfTwo>): number | undefined => {
    first.begin(handle);
    return first.end(handle, disposition);
  };
}
