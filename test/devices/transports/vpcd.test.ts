import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { VpcdClient, type VpcdState } from "../../../devices/transports/vpcd.ts";
import { frame, messageOf, PayloadReader, vpcdMessages } from "../../../devices/transports/vpcd-messages.ts";
import { concat, fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { type Cancel, VirtualClock } from "../../../simulator/kernel/clock.ts";
import { ScriptedSlot } from "./scripted-slot.ts";

const ATR = "3B888001000005E0B381A1007F";
const [OFF, ON, RESET, GIVE_ATR] = ["00", "01", "02", "04"];

/** Plays pcscd's driver: a TCP server that asks, and waits for answers where the protocol has some. */
class Driver {
  readonly #server: Server;
  readonly #arrivals: DriverLink[] = [];
  #waiting: ((link: DriverLink) => void) | undefined;

  private constructor(server: Server) {
    this.#server = server;
    server.on("connection", (socket) => {
      const link = new DriverLink(socket);
      const waiting = this.#waiting;
      this.#waiting = undefined;
      if (waiting === undefined) this.#arrivals.push(link);
      else waiting(link);
    });
  }

  static async listen(port = 0): Promise<Driver> {
    const server = createServer();
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return new Driver(server);
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  }

  card(): Promise<DriverLink> {
    const link = this.#arrivals.shift();
    if (link !== undefined) return Promise.resolve(link);
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  async stop(): Promise<void> {
    this.#server.close();
    await once(this.#server, "close");
  }
}

class DriverLink {
  readonly socket: Socket;
  readonly ended: Promise<unknown>;
  readonly #payloads = new PayloadReader();
  #waiting: ((hex: string) => void) | undefined;

  constructor(socket: Socket) {
    this.socket = socket;
    this.ended = once(socket, "close");
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      this.#payloads.push(chunk);
      this.#deliver();
    });
  }

  say(hex: string): void {
    this.socket.write(frame(fromHex(hex)));
  }

  /** As vpcd 3.3 does it, and worse: every byte in a segment of its own. */
  async sayByteByByte(hex: string): Promise<void> {
    this.socket.setNoDelay(true);
    for (const byte of frame(fromHex(hex))) {
      await new Promise((written) => this.socket.write(Uint8Array.of(byte), written));
    }
  }

  answer(): Promise<string> {
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.#deliver();
    });
  }

  ask(hex: string): Promise<string> {
    this.say(hex);
    return this.answer();
  }

  #deliver(): void {
    if (this.#waiting === undefined) return;
    const payload = this.#payloads.next();
    if (payload === undefined) return;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting(toHex(payload));
  }
}

/** A virtual clock that tells when a timer is armed: then the client has seen its connection close. */
class RetryClock extends VirtualClock {
  #armed = Promise.withResolvers<void>();

  override after(delayMs: number, run: () => void): Cancel {
    this.#armed.resolve();
    return super.after(delayMs, run);
  }

  /** Lets the next attempt happen, once it waits, and says how long it waited. */
  async nextAttempt(): Promise<number> {
    await this.#armed.promise;
    this.#armed = Promise.withResolvers();
    const before = this.nowMs;
    this.runNext();
    return this.nowMs - before;
  }

  get armed(): Promise<void> {
    return this.#armed.promise;
  }
}

/** What a client reports, in order. */
class Reports {
  readonly states: VpcdState["state"][] = [];
  latest = "";

  readonly report = ({ state, words }: VpcdState): void => {
    this.states.push(state);
    this.latest = words.en;
  };
}

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function inserted(slot = new ScriptedSlot()) {
  const driver = await Driver.listen();
  const clock = new RetryClock(0);
  const reports = new Reports();
  const client = new VpcdClient({ slot, timers: clock, report: reports.report, port: driver.port });
  open.push({ close: () => driver.stop() }, client);
  return { slot, driver, clock, reports, client, link: await driver.card() };
}

describe("vpcd messages", () => {
  it("mean what their row says, alone and with whatever bytes behind them", () => {
    for (const { message, vector } of vpcdMessages) {
      const reader = new PayloadReader();
      reader.push(concat(fromHex(vector), fromHex("00")));
      const payload = reader.next();
      expect(payload === undefined ? undefined : messageOf(payload)).toBe(message);
      expect(toHex(frame(payload ?? new Uint8Array(0)))).toBe(vector.replaceAll(" ", ""));
      expect(reader.next()).toBeUndefined();
    }
  });

  it("come out the same however the stream was cut", () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 3_000 }), { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 20 }),
        (payloads, cuts) => {
          const stream = concat(...payloads.map(frame));
          const reader = new PayloadReader();
          const read: string[] = [];
          for (let at = 0, turn = 0; at < stream.length; turn++) {
            const end = at + (cuts[turn % cuts.length] ?? 1);
            reader.push(stream.subarray(at, end));
            at = end;
            for (let next = reader.next(); next !== undefined; next = reader.next()) read.push(toHex(next));
          }
          expect(read).toEqual(payloads.map((payload) => toHex(payload)));
        },
      ),
    );
  });

  it("of any bytes are read without a throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const reader = new PayloadReader();
        reader.push(bytes);
        for (let next = reader.next(); next !== undefined; next = reader.next()) messageOf(next);
      }),
    );
  });
});

describe("a card in vpcd", () => {
  it("is inserted by connecting, gives its ATR without being left under power, and answers commands", async () => {
    const { slot, link, reports } = await inserted();
    expect(await link.ask(GIVE_ATR)).toBe(ATR);
    expect(slot.log).toEqual(["on", "off"]);
    slot.answers.set("00A4040C0AD392F000260100000001", "9000");
    slot.answers.set("00B0000002", "AABB9000");
    link.say(ON);
    expect(await link.ask("00A4040C0AD392F000260100000001")).toBe("9000");
    expect(await link.ask("00B0000002")).toBe("AABB9000");
    expect(slot.log.slice(2)).toEqual(["on", "00A4040C0AD392F000260100000001", "00B0000002"]);
    expect(reports.states).toEqual(["waiting", "connected"]);
  });

  it("asks the slot for the ATR once, however often the driver looks whether the card is still there", async () => {
    const { slot, link } = await inserted();
    for (let look = 0; look < 5; look++) expect(await link.ask(GIVE_ATR)).toBe(ATR);
    expect(slot.log).toEqual(["on", "off"]);
  });

  it("loses its power on power off, and meets on and reset as power on", async () => {
    const { slot, link } = await inserted();
    for (const control of [ON, RESET, OFF]) link.say(control);
    expect(await link.ask(GIVE_ATR)).toBe(ATR);
    expect(slot.log).toEqual(["on", "on", "off"]);
  });

  it("understands messages that come byte by byte, and several that come at once", async () => {
    const { slot, link } = await inserted();
    await link.sayByteByByte(GIVE_ATR);
    expect(await link.answer()).toBe(ATR);
    await link.sayByteByByte("00B0000002");
    expect(await link.answer()).toBe("9000");
    link.socket.write(concat(...[ON, "00200080", GIVE_ATR].map((hex) => frame(fromHex(hex)))));
    expect([await link.answer(), await link.answer()]).toEqual(["9000", ATR]);
    expect(slot.log.slice(-2)).toEqual(["on", "00200080"]);
  });

  it("answers nothing to payloads that mean nothing", async () => {
    const { link } = await inserted();
    for (const nothing of ["", "03", "05", "FF"]) link.say(nothing);
    expect(await link.ask(GIVE_ATR)).toBe(ATR);
  });

  it("gets one command at a time; the driver's next one waits for the answer", async () => {
    const { slot, link } = await inserted();
    slot.held = [];
    const first = slot.asked("00200080");
    link.say("00200080");
    link.say("00B0000000");
    await first;
    expect(slot.log).toEqual(["00200080"]);
    slot.held.shift()?.();
    expect(await link.answer()).toBe("9000");
    expect(slot.log).toEqual(["00200080", "00B0000000"]);
  });

  it("moves a command and an answer of the largest size the protocol has", async () => {
    const { slot, link } = await inserted();
    const command = `00D60000${"5A".repeat(65_531)}`;
    slot.answers.set(command, `${"A5".repeat(65_533)}9000`);
    expect(await link.ask(command)).toBe(`${"A5".repeat(65_533)}9000`);
    slot.answers.set("00B08A00000000", `${"A5".repeat(65_536)}9000`);
    expect(await link.ask("00B08A00000000")).toBe("6700");
  });

  it("is removed by closing, and inserted again when it comes back", async () => {
    const { slot, driver, clock, link, reports } = await inserted();
    await link.ask(GIVE_ATR);
    slot.take();
    await link.ended;
    expect(reports.states.at(-1)).toBe("no-card");
    clock.runUntilIdle();
    slot.put();
    expect(await (await driver.card()).ask(GIVE_ATR)).toBe(ATR);
  });

  it("that comes back at once stays away until the driver, which looks every 0.4 s, must have noticed", async () => {
    const { slot, driver, clock, link } = await inserted();
    await link.ask(GIVE_ATR);
    slot.take();
    slot.put();
    slot.take();
    slot.put();
    await link.ended;
    expect([clock.pending, await clock.nextAttempt()]).toEqual([1, 600]);
    expect(await (await driver.card()).ask(GIVE_ATR)).toBe(ATR);
  });

  it("that was swapped is taken out and put in, so that the driver sees both", async () => {
    const { slot, driver, clock, link } = await inserted();
    await link.ask(GIVE_ATR);
    slot.changes++;
    slot.atr = fromHex("3BE000FF8131FE4514");
    slot.put();
    await link.ended;
    await clock.nextAttempt();
    expect(await (await driver.card()).ask(GIVE_ATR)).toBe("3BE000FF8131FE4514");
  });

  it("gets no power from a driver that went away", async () => {
    const { slot, clock, link } = await inserted();
    link.say(ON);
    await link.ask("00200080");
    link.socket.destroy();
    await clock.armed;
    expect(slot.log).toEqual(["on", "00200080", "off"]);
  });

  it("does not connect while the slot is empty", async () => {
    const slot = new ScriptedSlot();
    slot.present = false;
    const reports = new Reports();
    const client = new VpcdClient({ slot, timers: new RetryClock(0), report: reports.report, port: 1 });
    open.push(client);
    expect(reports.states).toEqual(["no-card"]);
  });

  it("stays away after close, and hears of no change any more", async () => {
    const { slot, client, clock, link } = await inserted();
    client.close();
    await link.ended;
    expect([slot.listeners, clock.pending]).toEqual([0, 0]);
  });
});

describe("a mute card in vpcd", () => {
  it("is taken out when a command gets no answer, and put in again after a while", async () => {
    const { slot, driver, clock, link, reports } = await inserted();
    slot.answers.set("00200080", undefined);
    link.say(ON);
    link.say("00200080");
    await link.ended;
    expect([reports.states.at(-1), slot.log.at(-1)]).toEqual(["mute", "off"]);
    await clock.nextAttempt();
    expect(await (await driver.card()).ask(GIVE_ATR)).toBe(ATR);
    expect(reports.states).toEqual(["waiting", "connected", "mute", "connected"]);
  });

  it("that gives no ATR is tried at growing intervals up to five seconds", async () => {
    const slot = new ScriptedSlot();
    slot.atr = undefined;
    const { driver, clock, link } = await inserted(slot);
    const waits: number[] = [];
    for (let turn = 0, at = link; turn < 7; turn++) {
      at.say(GIVE_ATR);
      await at.ended;
      waits.push(await clock.nextAttempt());
      at = await driver.card();
    }
    expect(waits).toEqual([600, 600, 1_000, 2_000, 4_000, 5_000, 5_000]);
  });

  it("whose answer comes after the driver went away answers nobody, and the next connection waits for the slot", async () => {
    const { slot, driver, clock, link } = await inserted();
    slot.held = [];
    const asked = slot.asked("00200080");
    link.say("00200080");
    await asked;
    link.socket.destroy();
    await clock.nextAttempt();
    const next = await driver.card();
    next.say("00B0000001");
    next.say(GIVE_ATR);
    slot.held.shift()?.();
    await slot.asked("00B0000001");
    slot.held.shift()?.();
    expect([await next.answer(), await next.answer()]).toEqual(["9000", ATR]);
  });

  it("that was mute to a driver that went away is not mute to the next one", async () => {
    const { slot, driver, clock, link, reports } = await inserted();
    slot.held = [];
    slot.answers.set("00200080", undefined);
    const asked = slot.asked("00200080");
    link.say("00200080");
    await asked;
    link.socket.destroy();
    await clock.nextAttempt();
    const next = await driver.card();
    slot.held.shift()?.();
    expect(await next.ask(GIVE_ATR)).toBe(ATR);
    expect(reports.states).not.toContain("mute");
  });
});

describe("a driver that is not there", () => {
  it("is waited for at growing intervals, with one report that says what to look at", async () => {
    const gone = await Driver.listen();
    const { port } = gone;
    await gone.stop();
    const [clock, reports] = [new RetryClock(0), new Reports()];
    open.push(new VpcdClient({ slot: new ScriptedSlot(), timers: clock, report: reports.report, port }));
    const waits: number[] = [];
    for (let turn = 0; turn < 7; turn++) {
      waits.push(await clock.nextAttempt());
    }
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
    expect(reports.states).toEqual(["waiting"]);
    expect(reports.latest).toBe(`waiting for vpcd at 127.0.0.1:${port}: is pcscd running with the vpcd driver?`);
  });

  it("is found when it comes, lost when it goes, and found again", async () => {
    const { driver, clock, reports, link } = await inserted();
    const { port } = driver;
    await link.ask(GIVE_ATR);
    link.socket.destroy();
    await driver.stop();
    await clock.nextAttempt();
    await clock.armed;
    const again = await Driver.listen(port);
    open.unshift({ close: () => again.stop() });
    open.splice(1, 1);
    await clock.nextAttempt();
    expect(await (await again.card()).ask(GIVE_ATR)).toBe(ATR);
    expect(reports.states).toEqual(["waiting", "connected", "waiting", "connected"]);
  });

  it("that answers no one is not taken for connected: only a question makes it so", async () => {
    const { reports, link } = await inserted();
    expect(reports.states).toEqual(["waiting"]);
    await link.ask(GIVE_ATR);
    expect(reports.states).toEqual(["waiting", "connected"]);
  });
});
