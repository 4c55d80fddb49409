import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_DATA_BYTES, RETURN_CODE } from "../../../../devices/transports/pcsc-service/constants.ts";
import { header, messages } from "../../../../devices/transports/pcsc-service/messages.ts";
import { concat, fromHex } from "../../../../simulator/kernel/bytes.ts";
import { bytesOf, Program, World } from "./fixture.ts";

describe("the version of the protocol", () => {
  it.each([4, 5, 6])("4:%i is spoken", (minor) => {
    const program = new Program(new World());
    const answer = program.ask(messages.version, { major: 4, minor });
    expect(answer).toMatchObject({ major: 4, minor, returnCode: RETURN_CODE.success });
  });

  it.each([
    [4, 3],
    [4, 7],
    [3, 5],
    [5, 0],
  ])("%i:%i is answered by SCARD_E_SERVICE_STOPPED and what is spoken", (major, minor) => {
    const world = new World();
    const program = new Program(world);
    const answer = program.ask(messages.version, { major, minor });
    expect(answer).toMatchObject({ major: 4, minor: 6, returnCode: RETURN_CODE.serviceStopped });
    expect(world.log).toEqual([`a program speaks protocol ${major}:${minor}, this service 4:4 to 4:6`]);
  });

  it("can be asked for again, as newer libraries do when they step down", () => {
    const program = new Program(new World());
    const first = program.ask(messages.version, { major: 4, minor: 7 });
    expect(program.ask(messages.version, { major: 4, minor: first.minor }).returnCode).toBe(RETURN_CODE.success);
    program.establish();
    expect(program.context).toBeGreaterThan(0);
  });
});

describe("a connection", () => {
  it("takes messages cut anywhere and stuck together, and answers them in order", () => {
    const world = new World();
    world.slot.answers.set("00B0000000", `${"AB".repeat(300)}9000`);
    const probe = world.program();
    const handle = probe.handle();
    const command = fromHex("00B0000000");
    const transmit = { handle, sendProtocol: 2, sendLength: command.length, receiveLength: 302 };
    const whole = concat(
      bytesOf(messages.status, { handle }, new Uint8Array(0)),
      bytesOf(messages.transmit, transmit, command),
      bytesOf(messages.getReaderStates, {}, new Uint8Array(0)),
      bytesOf(messages.transmit, transmit, command),
    );
    const told = (cuts: readonly number[]): readonly number[] => {
      probe.received.length = 0;
      for (const [index, cut] of [...cuts, whole.length].entries())
        probe.connection.receive(whole.subarray(cuts[index - 1] ?? 0, cut));
      return probe.received.map(({ length }) => length);
    };
    expect(told([])).toEqual([8, 334, 2_944, 334]);
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { maxLength: 20 }), (cuts) => {
        expect(told(cuts.toSorted((a, b) => a - b))).toEqual([8, 334, 2_944, 334]);
      }),
    );
  });

  it("answers one message after the other, also when the first has to wait", () => {
    const world = new World();
    const program = world.program();
    const handle = program.handle();
    world.slot.held = [];
    program.sendTransmit(handle, "00B00000");
    program.send(messages.status, { handle });
    expect(program.received).toEqual([]);
    for (const answer of world.slot.held.splice(0)) answer();
    expect(program.transmitted()).toBe("9000");
    expect(program.next(messages.status)?.returnCode).toBe(RETURN_CODE.success);
  });

  it("carries the longest command and the longest answer", () => {
    const world = new World();
    const command = `00D60000${"00"}${"FFFF"}${"A5".repeat(65_535)}0000`;
    world.slot.answers.set(command, `${"5A".repeat(65_536)}9000`);
    const program = world.program();
    const handle = program.handle();
    program.sendTransmit(handle, command, MAX_DATA_BYTES);
    expect(program.transmitted()).toHaveLength(2 * 65_538);
  });

  it("does not send an answer the program has no room for, but says how long it is", () => {
    const world = new World();
    world.slot.answers.set("00B00000", "CAFE9000");
    const program = world.program();
    program.sendTransmit(program.handle(), "00B00000", 3);
    const answer = program.next(messages.transmit);
    expect(answer).toMatchObject({ returnCode: RETURN_CODE.insufficientBuffer, receiveLength: 4, data: "" });
  });

  const hostile = [
    { title: "a command that does not exist", bytes: "0000000018000000", says: "the command 24, which does not exist" },
    { title: "a command of old versions", bytes: "0000000003000000", says: "the command 3, which does not exist" },
    { title: "a struct of the wrong length", bytes: "0D00000011000000", says: "the command 17 with 13 bytes" },
    {
      title: "more data than a command can have",
      bytes: `2000000009000000${"00".repeat(12)}FFFFFFFF${"00".repeat(16)}`,
      says: "4294967295 bytes with the command 9",
    },
  ];
  it.each(hostile)("with $title is ended, with a line in the log", ({ bytes, says }) => {
    const world = new World();
    const program = world.program();
    program.handle();
    program.connection.receive(fromHex(bytes));
    expect(program.hungUp).toBe(true);
    expect(world.log).toEqual([`a program sends ${says}: disconnected`]);
    expect(world.program().state().sharing).toBe(0);
    program.connection.receive(fromHex(bytes));
    expect(world.log).toHaveLength(1);
  });

  it("whose program sends on and on without waiting for answers is ended", () => {
    const world = new World();
    const program = world.program();
    const handle = program.handle();
    world.slot.held = [];
    program.sendTransmit(handle, "00B00000");
    const chunk = bytesOf(messages.status, { handle }, new Uint8Array(0));
    let sent = 0;
    for (; !program.hungUp && sent < 1_000_000; sent += chunk.length) program.connection.receive(chunk);
    expect(sent).toBeLessThan(3 * MAX_DATA_BYTES);
    expect(world.log).toEqual(["a program sends on without waiting for answers: disconnected"]);
    for (const answer of world.slot.held.splice(0)) answer();
    expect(program.received).toEqual([]);
  });

  it("survives any bytes, cut anywhere: the service serves the next program as if nothing had been", () => {
    const command = fc.constantFrom(...Object.values(messages).map((message) => message.command), 0, 3, 0x7f);
    const wild = fc.uint8Array({ maxLength: 400 });
    const nearly = fc.tuple(command, fc.option(fc.nat(400), { nil: undefined }), wild).map(([number, size, bytes]) => {
      const row = Object.values(messages).find((message) => message.command === number);
      const length = size ?? row?.lengthBytes ?? 0;
      return concat(header.codec.encode({ size: length, command: number }), bytes.subarray(0, length));
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(wild, nearly), { maxLength: 12 }), (chunks) => {
        const world = new World();
        const hostile = new Program(world);
        for (const chunk of chunks) hostile.connection.receive(chunk);
        hostile.die();
        world.pass(60_000);
        const next = world.program();
        expect(next.transmit(next.handle())).toBe("9000");
        expect(next.state().sharing).toBe(1);
      }),
      { numRuns: 300 },
    );
  });

  it("survives a program that sends sensible messages in a senseless order", () => {
    const step = fc.record({
      who: fc.nat(2),
      what: fc.constantFrom(
        "connect",
        "exclusive",
        "begin",
        "end",
        "reset",
        "transmit",
        "disconnect",
        "die",
        "take",
        "put",
        "answer",
        "wait",
      ),
      which: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const world = new World();
        world.slot.held = [];
        const programs = [world.program(), world.program(), world.program()];
        const handles: number[][] = [[], [], []];
        for (const { who, what, which } of steps) {
          let program = programs[who] ?? world.program();
          const handle = handles[who]?.[which] ?? 0;
          for (const bytes of program.received.splice(0))
            if (bytes.length === messages.connect.lengthBytes)
              handles[who]?.push(messages.connect.codec.decode(bytes).handle);
          if (what === "connect") program.sendConnect();
          else if (what === "exclusive") program.sendConnect(1);
          else if (what === "begin") program.send(messages.beginTransaction, { handle });
          else if (what === "end") program.send(messages.endTransaction, { handle, disposition: which });
          else if (what === "reset")
            program.send(messages.reconnect, { handle, shareMode: 2, preferredProtocols: 2, initialization: 1 });
          else if (what === "transmit") program.sendTransmit(handle, "00A40000");
          else if (what === "disconnect") program.send(messages.disconnect, { handle, disposition: which });
          else if (what === "take") world.slot.take();
          else if (what === "put") world.slot.put();
          else if (what === "answer") for (const answer of world.slot.held.splice(0)) answer();
          else if (what === "wait") world.pass(150);
          else {
            program.die();
            program = world.program();
            programs[who] = program;
            handles[who] = [];
          }
        }
        for (const program of programs) program.die();
        for (let round = 0; round < 10; round++) for (const answer of world.slot.held.splice(0)) answer();
        world.slot.held = undefined;
        world.slot.put();
        const last = world.program();
        expect(last.state().sharing).toBe(0);
        const { handle, returnCode } = last.connect(1);
        expect(returnCode).toBe(RETURN_CODE.success);
        expect(last.transmit(handle)).toBe("9000");
        last.die();
        world.pass(60_000);
        expect(world.clock.pending).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});
