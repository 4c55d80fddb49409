import { describe, expect, it } from "vitest";
import {
  CARD_STATE,
  DISPOSITION,
  MAX_HANDLES_PER_CLIENT,
  PROTOCOL,
  RETURN_CODE,
  SHARE_MODE,
  SHARING_EXCLUSIVE,
} from "../../../../devices/transports/pcsc-service/constants.ts";
import { messages } from "../../../../devices/transports/pcsc-service/messages.ts";
import { MisuseError } from "../../../../simulator/kernel/errors.ts";
import { READER, slotNamed, World } from "./fixture.ts";

describe("connecting to a card", () => {
  it("gives a handle and T=1, and commands reach the card and answers the program", () => {
    const world = new World();
    const program = world.program();
    world.slot.answers.set("00B0000000", "CAFE9000");
    const { handle, returnCode, activeProtocol } = program.connect();
    expect({ returnCode, activeProtocol }).toEqual({ returnCode: RETURN_CODE.success, activeProtocol: PROTOCOL.t1 });
    expect(program.transmit(handle, "00B0000000")).toBe("CAFE9000");
    expect(program.state()).toMatchObject({ sharing: 1, protocol: PROTOCOL.t1, atrLength: 13 });
  });

  const rows = [
    { title: "T=0 alone", preferred: PROTOCOL.t0, returnCode: RETURN_CODE.protocolMismatch },
    { title: "raw alone", preferred: PROTOCOL.raw, returnCode: RETURN_CODE.protocolMismatch },
    { title: "no protocol", preferred: 0, returnCode: RETURN_CODE.protocolMismatch },
    { title: "T=0 or T=1", preferred: PROTOCOL.t0 | PROTOCOL.t1, returnCode: RETURN_CODE.success },
    { title: "any, as old programs say it", preferred: PROTOCOL.anyOld, returnCode: RETURN_CODE.success },
  ];
  it.each(rows)("$title ends as the card speaks T=1 only", ({ preferred, returnCode }) => {
    expect(new World().program().connect(SHARE_MODE.shared, READER, preferred).returnCode).toBe(returnCode);
  });

  it("fails on an empty reader, an unknown one, a mode that does not exist and a context of somebody else", () => {
    const world = new World();
    const program = world.program();
    expect(program.connect(SHARE_MODE.shared, "No such reader").returnCode).toBe(RETURN_CODE.unknownReader);
    expect(program.connect(4).returnCode).toBe(RETURN_CODE.invalidValue);
    world.slot.take();
    expect(program.connect().returnCode).toBe(RETURN_CODE.noSmartcard);
    program.context = world.program().context;
    expect(program.connect().returnCode).toBe(RETURN_CODE.invalidValue);
  });

  it("fails on a mute chip with SCARD_W_UNPOWERED_CARD, and reconnecting to one with SCARD_W_UNRESPONSIVE_CARD", () => {
    const world = new World();
    const program = world.program();
    const handle = program.handle();
    world.slot.atr = undefined;
    expect(program.reconnect(handle, { initialization: DISPOSITION.reset })).toBe(RETURN_CODE.unresponsiveCard);
    expect(program.connect().returnCode).toBe(RETURN_CODE.unpoweredCard);
    expect(program.state()).toMatchObject({ cardState: CARD_STATE.present | CARD_STATE.swallowed, atrLength: 0 });
  });

  it("in direct mode needs no card, and sends no command to one that is not connected", () => {
    const world = new World();
    const program = world.program();
    world.slot.take();
    const { handle, returnCode } = program.connect(SHARE_MODE.direct, READER, 0);
    expect(returnCode).toBe(RETURN_CODE.success);
    expect(program.transmit(handle)).toBe(RETURN_CODE.noSmartcard);
    world.slot.put();
    expect(program.reconnect(handle, { shareMode: SHARE_MODE.direct })).toBe(RETURN_CODE.success);
    expect(program.transmit(handle)).toBe(RETURN_CODE.protocolMismatch);
  });

  it("is bounded in handles a program", () => {
    const world = new World();
    const program = world.program();
    for (let count = 0; count < MAX_HANDLES_PER_CLIENT; count++) program.handle();
    expect(program.connect().returnCode).toBe(RETURN_CODE.noMemory);
  });
});

describe("sharing a reader", () => {
  it("two programs may share it, and each has its own handle", () => {
    const world = new World();
    const [one, two] = [world.program(), world.program()];
    const handles = [one.handle(), two.handle()];
    expect(new Set(handles).size).toBe(2);
    expect(one.state().sharing).toBe(2);
    expect(two.transmit(handles[0] ?? 0)).toBe(RETURN_CODE.invalidHandle);
  });

  it("who has it in exclusive mode has it alone, and nobody gets it so while another one is there", () => {
    const world = new World();
    const [one, two] = [world.program(), world.program()];
    const { handle } = one.connect(SHARE_MODE.exclusive);
    expect(two.state().sharing).toBe(SHARING_EXCLUSIVE);
    expect(two.connect().returnCode).toBe(RETURN_CODE.sharingViolation);
    expect(two.connect(SHARE_MODE.direct).returnCode).toBe(RETURN_CODE.sharingViolation);
    expect(one.disconnect(handle)).toBe(RETURN_CODE.success);
    two.handle();
    expect(one.connect(SHARE_MODE.exclusive).returnCode).toBe(RETURN_CODE.sharingViolation);
  });

  it("reconnecting goes from exclusive to shared and back, as long as nobody else is there", () => {
    const world = new World();
    const [one, two] = [world.program(), world.program()];
    const { handle } = one.connect(SHARE_MODE.exclusive);
    expect(one.reconnect(handle, { shareMode: SHARE_MODE.shared })).toBe(RETURN_CODE.success);
    const other = two.handle();
    expect(one.reconnect(handle, { shareMode: SHARE_MODE.exclusive })).toBe(RETURN_CODE.sharingViolation);
    two.disconnect(other);
    expect(one.reconnect(handle, { shareMode: SHARE_MODE.exclusive })).toBe(RETURN_CODE.success);
    expect(two.connect().returnCode).toBe(RETURN_CODE.sharingViolation);
  });

  it("a program that is gone leaves no handle and no lock behind, in whatever mode it was", () => {
    const world = new World();
    const dead = world.program();
    dead.connect(SHARE_MODE.exclusive);
    dead.die();
    const next = world.program();
    expect(next.state().sharing).toBe(0);
    expect(next.connect(SHARE_MODE.exclusive).returnCode).toBe(RETURN_CODE.success);
  });

  it("releasing a context closes its handles", () => {
    const world = new World();
    const program = world.program();
    const handle = program.handle();
    expect(program.ask(messages.releaseContext, { context: 1 }).returnCode).toBe(RETURN_CODE.invalidValue);
    expect(program.ask(messages.releaseContext, { context: program.context }).returnCode).toBe(RETURN_CODE.success);
    expect(program.status(handle)).toBe(RETURN_CODE.invalidHandle);
    expect(program.state().sharing).toBe(0);
    expect(program.connect().returnCode).toBe(RETURN_CODE.invalidHandle);
  });

  it("contexts and handles are numbers that nobody else has", () => {
    const world = new World();
    const programs = Array.from({ length: 20 }, () => world.program());
    const ids = programs.flatMap((program) => [program.context, program.handle(), program.handle()]);
    expect(new Set(ids).size).toBe(60);
    expect(ids.every((id) => id > 0 && id < 2 ** 31)).toBe(true);
  });
});

describe("readers", () => {
  it("are listed in one table of 16 rows; a reader that is taken away is gone from it, and from its handles", () => {
    const world = new World(READER, "Second 00 00");
    const program = world.program();
    const handle = program.handle("Second 00 00");
    world.manager.removeReader("Second 00 00");
    const rows = program.watch();
    expect(rows.length).toBe(16);
    expect(rows.map(({ reader }) => reader).filter((name) => name !== "")).toEqual([READER]);
    expect(program.transmit(handle)).toBe(RETURN_CODE.readerUnavailable);
    expect(program.status(handle)).toBe(RETURN_CODE.readerUnavailable);
    expect(program.begin(handle)).toBe(RETURN_CODE.readerUnavailable);
    expect(program.reconnect(handle)).toBe(RETURN_CODE.readerUnavailable);
    expect(program.disconnect(handle)).toBe(RETURN_CODE.success);
    expect(world.slots.map(({ listeners }) => listeners)).toEqual([1, 0]);
  });

  it("have names of their own that fit the protocol, and there are 16 at most", () => {
    const world = new World(...Array.from({ length: 16 }, (_, index) => `Reader ${index}`));
    const add = (name: string) => () => world.manager.addReader(slotNamed(name));
    expect(add("one more")).toThrow(MisuseError);
    world.manager.removeReader("Reader 7");
    for (const name of ["", "Reader 3", "a".repeat(128), "a\0b", "窓".repeat(43)])
      expect(add(name)).toThrow(MisuseError);
    expect(add("窓".repeat(42))).not.toThrow();
    expect(world.program().connect(SHARE_MODE.shared, "窓".repeat(42)).returnCode).toBe(RETURN_CODE.success);
  });
});
