import { once } from "node:events";
import { connect, type Socket } from "node:net";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { Slot } from "../../../devices/cards/slot.ts";
import { type ApduPort, openApduPort } from "../../../devices/transports/apdu-port.ts";
import { isBadLine, MAX_LINE_BYTES, readRequest } from "../../../devices/transports/apdu-port-requests.ts";
import { isProblem } from "../../../devices/transports/transport-problem.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { ScriptedSlot } from "./scripted-slot.ts";

type Line = Readonly<Record<string, unknown>>;

const READER = "Test Reader 00 00";
const ATR = "3B888001000005E0B381A1007F";
const HELLO = { hello: "madoguchi-apdu-port", version: 1, maxLineBytes: MAX_LINE_BYTES };

/** A program on the other side of the port. */
class Program {
  readonly socket: Socket;
  readonly ended: Promise<unknown>;
  #text = "";
  #waiting: (() => void) | undefined;

  constructor(port: number) {
    this.socket = connect(port, "127.0.0.1");
    this.ended = once(this.socket, "close");
    this.socket.on("error", () => {});
    this.socket.setEncoding("utf8").on("data", (text: string) => {
      this.#text += text;
      this.#waiting?.();
    });
  }

  say(request: object): void {
    this.socket.write(`${JSON.stringify(request)}\n`);
  }

  async line(): Promise<Line> {
    while (!this.#text.includes("\n")) {
      await new Promise<void>((arrived) => {
        this.#waiting = arrived;
      });
    }
    const end = this.#text.indexOf("\n");
    const line: unknown = JSON.parse(this.#text.slice(0, end));
    this.#text = this.#text.slice(end + 1);
    if (typeof line !== "object" || line === null) throw new Error("the port sent a line that is no object");
    return { ...line };
  }

  ask(request: object): Promise<Line> {
    this.say(request);
    return this.line();
  }
}

const toClose: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of toClose.splice(0).reverse()) await one.close();
});

async function open(slots: readonly Slot[]): Promise<ApduPort> {
  const port = await openApduPort(slots);
  if (isProblem(port)) throw new Error(port.message);
  toClose.push(port);
  return port;
}

async function program(port: ApduPort): Promise<Program> {
  const one = new Program(port.port);
  expect(await one.line()).toEqual(HELLO);
  return one;
}

async function opened(slot = new ScriptedSlot()) {
  const port = await open([slot]);
  return { slot, port, one: await program(port) };
}

/** Questions of another program: what came to the port before them has been served when they are answered. */
async function turnsOf(other: Program): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await other.ask({ op: "list" });
}

const errorOf = (line: Line): Line => {
  const { error } = line;
  return typeof error === "object" && error !== null ? { ...error } : {};
};

describe("a program on the APDU port", () => {
  it("lists the readers, powers a card, sends commands and takes the power away", async () => {
    const { slot, one } = await opened();
    slot.answers.set("00B0000002", "AABB9000");
    expect(await one.ask({ id: 1, op: "list" })).toEqual({
      id: 1,
      ok: true,
      readers: [{ reader: READER, card: true, changes: 0, free: true }],
    });
    expect(await one.ask({ id: "two", op: "power-on", reader: READER })).toEqual({ id: "two", ok: true, atr: ATR });
    expect(await one.ask({ op: "transmit", reader: READER, apdu: "00b0000002" })).toEqual({
      ok: true,
      response: "AABB9000",
    });
    expect(await one.ask({ op: "reset", reader: READER })).toEqual({ ok: true, atr: ATR });
    expect(await one.ask({ op: "power-off", reader: READER })).toEqual({ ok: true });
    expect(slot.log).toEqual(["on", "00B0000002", "on", "off"]);
  });

  it("gets its answers in the order it asked, also when it does not wait for them", async () => {
    const { slot, one } = await opened();
    slot.held = [];
    one.say({ id: 1, op: "power-on", reader: READER });
    one.say({ id: 2, op: "transmit", reader: READER, apdu: "00200080" });
    one.say({ id: 3, op: "list" });
    await slot.asked("00200080");
    expect(slot.held).toHaveLength(1);
    slot.held.shift()?.();
    expect([(await one.line())["id"], (await one.line())["id"], (await one.line())["id"]]).toEqual([1, 2, 3]);
  });

  it("is understood byte by byte", async () => {
    const { one } = await opened();
    for (const byte of Buffer.from('{"id":1,"op":"list"}\r\n')) {
      await new Promise((written) => one.socket.write(Uint8Array.of(byte), written));
    }
    expect(await one.line()).toMatchObject({ id: 1, ok: true });
  });

  it("moves the largest command APDU and the largest answer", async () => {
    const { slot, one } = await opened();
    const apdu = `00D6000000FFFF${"5A".repeat(65_535)}0000`;
    slot.answers.set(apdu, `${"A5".repeat(65_536)}9000`);
    await one.ask({ op: "power-on", reader: READER });
    const { response } = await one.ask({ op: "transmit", reader: READER, apdu });
    expect(response).toBe(`${"A5".repeat(65_536)}9000`);
  });

  it("that subscribed is told when a card comes or goes, others are not", async () => {
    const { slot, port, one } = await opened();
    const other = await program(port);
    expect(await one.ask({ id: 1, op: "subscribe" })).toMatchObject({ id: 1, readers: [{ card: true, changes: 0 }] });
    slot.take();
    slot.put();
    expect(await one.line()).toEqual({ event: "change", reader: READER, card: false, changes: 1 });
    expect(await one.line()).toEqual({ event: "change", reader: READER, card: true, changes: 2 });
    expect(await other.ask({ id: 9, op: "list" })).toMatchObject({ id: 9 });
  });
});

describe("a reader on the APDU port", () => {
  it("belongs to the program that powered it, until it gives it back", async () => {
    const { slot, port, one } = await opened();
    const other = await program(port);
    await one.ask({ op: "power-on", reader: READER });
    for (const op of ["power-on", "reset", "power-off"]) {
      expect(errorOf(await other.ask({ op, reader: READER }))["code"]).toBe("busy");
    }
    expect(errorOf(await other.ask({ op: "transmit", reader: READER, apdu: "00200080" }))["code"]).toBe("busy");
    expect(await other.ask({ op: "list" })).toMatchObject({ readers: [{ free: false }] });
    expect(slot.log).toEqual(["on"]);
    await one.ask({ op: "power-off", reader: READER });
    expect(await other.ask({ op: "power-on", reader: READER })).toMatchObject({ ok: true });
  });

  it("is free again when its program hangs up, and its card has no power then", async () => {
    const { slot, port, one } = await opened();
    await one.ask({ op: "power-on", reader: READER });
    const off = slot.asked("off");
    one.socket.destroy();
    await off;
    const other = await program(port);
    expect(await other.ask({ op: "power-on", reader: READER })).toMatchObject({ ok: true });
  });

  it("whose program hung up in the middle of a command is free when the card has answered", async () => {
    const { slot, port, one } = await opened();
    await one.ask({ op: "power-on", reader: READER });
    slot.held = [];
    one.say({ op: "transmit", reader: READER, apdu: "00200080" });
    await slot.asked("00200080");
    const other = await program(port);
    one.socket.destroy();
    await turnsOf(other);
    expect(errorOf(await other.ask({ op: "power-on", reader: READER }))["code"]).toBe("busy");
    expect(slot.log).toEqual(["on", "00200080"]);
    slot.held.shift()?.();
    expect(slot.log).toEqual(["on", "00200080", "off"]);
    expect(await other.ask({ op: "power-on", reader: READER })).toMatchObject({ ok: true });
  });

  it.each([
    ["without power-on", "not-powered", async () => {}],
    [
      "after the card was taken away",
      "no-card",
      async (one: Program, slot: ScriptedSlot) => {
        await one.ask({ op: "power-on", reader: READER });
        slot.take();
      },
    ],
    [
      "after the card was swapped",
      "card-changed",
      async (one: Program, slot: ScriptedSlot) => {
        await one.ask({ op: "power-on", reader: READER });
        slot.take();
        slot.put();
      },
    ],
    [
      "when the card is mute",
      "no-answer",
      async (one: Program, slot: ScriptedSlot) => {
        await one.ask({ op: "power-on", reader: READER });
        slot.answers.set("00200080", undefined);
      },
    ],
  ] as const)("takes no command %s: %s, with what to do", async (_when, code, prepare) => {
    const { slot, one } = await opened();
    await prepare(one, slot);
    const error = errorOf(await one.ask({ op: "transmit", reader: READER, apdu: "00200080" }));
    expect(error).toMatchObject({ code, field: "reader", fix: expect.stringMatching(/power-on/) });
  });

  it("says no-card when it is empty, and mute when the card gives no ATR", async () => {
    const { slot, one } = await opened();
    slot.atr = undefined;
    expect(errorOf(await one.ask({ op: "power-on", reader: READER }))["code"]).toBe("mute");
    slot.take();
    expect(errorOf(await one.ask({ op: "power-on", reader: READER }))["code"]).toBe("no-card");
  });

  it("that nobody knows is answered with the names there are", async () => {
    const { one } = await opened();
    expect(errorOf(await one.ask({ op: "power-on", reader: "Test Reader" }))).toMatchObject({
      code: "unknown-reader",
      fix: `use one of: ${READER}`,
    });
  });

  it("shares its name with no other", async () => {
    expect(() => openApduPort([new ScriptedSlot(), new ScriptedSlot()])).toThrow(/same name/);
  });
});

describe("a line that is no request", () => {
  it.each([
    ["an op nobody has", { op: "verify" }, "op", "transmit"],
    ["no op", { id: 1 }, "op", "one of list"],
    ["no reader", { op: "reset" }, "reader", "list gives it"],
    ["a reader that is a number", { op: "reset", reader: 1 }, "reader", "list gives it"],
    ["half a byte", { op: "transmit", reader: READER, apdu: "00A" }, "apdu", "hexadecimal"],
    ["an empty command", { op: "transmit", reader: READER, apdu: "" }, "apdu", "hexadecimal"],
    ["a command that is too long", { op: "transmit", reader: READER, apdu: "00".repeat(65_545) }, "apdu", "65544"],
    ["an id that is an object", { op: "list", id: {} }, "id", "whole number"],
    ["a field too many", { op: "list", reader: READER }, undefined, "nothing else"],
  ])("with %s is refused with field and fix, and the next line is served", async (_title, request, field, fix) => {
    const { one } = await opened();
    const error = errorOf(await one.ask(request));
    expect([error["code"], error["field"]]).toEqual(["bad-request", field]);
    expect(error["fix"]).toContain(fix);
    expect(await one.ask({ id: 7, op: "list" })).toMatchObject({ id: 7, ok: true });
  });

  it("never comes back in the error: it may hold a PIN", () => {
    for (const bad of [{ op: "transmit", reader: READER, apdu: "0020008004 31323334" }, { op: "31323334" }]) {
      expect(JSON.stringify(readRequest(JSON.stringify(bad)))).not.toContain("31323334");
    }
  });

  it("keeps its id, where it has a good one", async () => {
    const { one } = await opened();
    expect(await one.ask({ id: 5, op: "nothing" })).toMatchObject({ id: 5, ok: false });
  });

  it("and no JSON object ends the connection, so that a web page cannot post requests", async () => {
    const { slot, one } = await opened();
    one.socket.write(`POST / HTTP/1.1\r\nHost: x\r\n\r\n{"op":"power-on","reader":"${READER}"}\n`);
    expect(errorOf(await one.line())["code"]).toBe("not-json");
    await one.ended;
    expect(slot.log).toEqual([]);
  });

  it("and has no end is refused when it is too long to be one", async () => {
    const { one } = await opened();
    one.socket.write("x".repeat(MAX_LINE_BYTES + 1));
    expect(errorOf(await one.line())["code"]).toBe("line-too-long");
    await one.ended;
  });

  it("is read to a request or a refusal, whatever it holds", () => {
    const values = fc.oneof(
      fc.json(),
      fc.string(),
      fc.record({ op: fc.string(), id: fc.jsonValue() }).map((o) => JSON.stringify(o)),
    );
    fc.assert(
      fc.property(values, (line) => {
        const read = readRequest(line);
        expect(isBadLine(read) ? read.fix : read.op).not.toBe("");
      }),
    );
    expect(readRequest("[".repeat(140_000))).toMatchObject({ foreign: true });
    expect(readRequest(`{"op":${"[".repeat(60_000)}${"]".repeat(60_000)}}`)).toMatchObject({ field: "op" });
    expect(readRequest('{"__proto__":{"op":"list"}}')).toMatchObject({ foreign: false });
  });

  it("costs nothing but an answer, whatever bytes come in whatever pieces", async () => {
    const { port } = await opened();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 }), { maxLength: 6 }), async (chunks) => {
        const hostile = await program(port);
        for (const chunk of chunks) hostile.socket.write(chunk);
        hostile.socket.end();
        await hostile.ended;
      }),
      { numRuns: 40 },
    );
    const after = await program(port);
    expect(await after.ask({ id: 1, op: "list" })).toMatchObject({ ok: true });
  });
});

describe("the port", () => {
  it("turns the seventeenth program away and says why", async () => {
    const { port } = await opened();
    for (let seat = 2; seat <= 16; seat++) await program(port);
    const late = new Program(port.port);
    expect(errorOf(await late.line())["code"]).toBe("too-many-clients");
    await late.ended;
  });

  it("does not leave the loopback", () => {
    expect(() => openApduPort([], { host: "0.0.0.0" })).toThrow(MisuseError);
  });

  it("that is taken is a problem with a fix, not an exception", async () => {
    const { port } = await opened();
    expect(await openApduPort([], { port: port.port })).toMatchObject({ code: "port-taken" });
  });

  it("hangs up on everybody when it closes, takes the power away and hears of no change any more", async () => {
    const { slot, port, one } = await opened();
    await one.ask({ op: "power-on", reader: READER });
    await port.close();
    await one.ended;
    expect([slot.log, slot.listeners]).toEqual([["on", "off"], 0]);
  });

  it("hangs up on a subscriber that never reads, and keeps serving the others", async () => {
    const { slot, port, one } = await opened();
    await one.ask({ op: "subscribe" });
    one.socket.pause();
    const other = await program(port);
    for (let change = 0; change < 150_000; change++) slot.put(); // more than the network takes, and a megabyte
    one.socket.resume();
    await one.ended;
    expect(await other.ask({ op: "list" })).toMatchObject({ ok: true, readers: [{ changes: 150_000 }] });
  });

  it("lets a program wait that sends without reading: its requests stay in the network", async () => {
    const { slot, port, one } = await opened();
    await one.ask({ op: "power-on", reader: READER });
    const apdu = "00B08A00000000";
    slot.answers.set(apdu, `${"A5".repeat(60_000)}9000`);
    one.socket.pause();
    const requests = Array.from({ length: 500 }, (_, id) =>
      JSON.stringify({ id, op: "transmit", reader: READER, apdu }),
    );
    one.socket.write(`${requests.join("\n")}\n`);
    await turnsOf(await program(port));
    expect(slot.log.length).toBeLessThan(500);
    one.socket.resume();
    for (let request = 0; request < 500; request++) expect((await one.line())["id"]).toBe(request);
  });
});
