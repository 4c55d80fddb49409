import { describe, expect, it } from "vitest";
import type { MiniCard, MiniClient, MiniReader, PcscBinding } from "../../../devices/transports/pcsc-binding.ts";
import { openPcsc, type PcscClient } from "../../../devices/transports/pcsc-client.ts";
import { isProblem } from "../../../devices/transports/transport-problem.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";

const EMPTY = 0x12;
const PRESENT = 0x22;

/** An error as pcsc-mini throws it. */
const pcscError = (code: string): Error => Object.assign(new Error("Async task error"), { code });

/** Tells listeners, as the classes of pcsc-mini do. */
class Bell {
  readonly #listeners: { readonly event: string; readonly hear: (argument: never) => void }[] = [];

  on(event: string, hear: (argument: never) => void): void {
    this.#listeners.push({ event, hear });
  }

  ring(event: string, argument?: unknown): void {
    for (const listener of this.#listeners) if (listener.event === event) listener.hear(argument as never);
  }
}

/** The machine behind pcsc-mini: readers, a card, and what the service does. */
class Machine {
  readonly log: string[] = [];
  readonly readers = new Map<string, { readonly bell: Bell; readonly raw: number }>();
  readonly answers = new Map<string, string | Error>();
  startError: Error | undefined;
  connectError: Error | undefined;
  atr = "3BE000FF8131FE4514";
  readonly #client = new Bell();

  plug(name: string, raw: number): void {
    this.readers.set(name, { bell: new Bell(), raw });
  }

  change(name: string, raw: number): void {
    this.readers.get(name)?.bell.ring("change", { raw });
  }

  unplug(name: string): void {
    this.readers.get(name)?.bell.ring("disconnect");
    this.readers.delete(name);
  }

  fail(code: string): void {
    this.#client.ring("error", pcscError(code));
  }

  get binding(): PcscBinding {
    const machine = this;
    return {
      Client: class implements MiniClient {
        on(event: string, hear: (argument: never) => void): void {
          machine.#client.on(event, hear);
        }
        start(): void {
          if (machine.startError !== undefined) throw machine.startError;
          for (const [name, { bell, raw }] of machine.readers) {
            machine.#client.ring("reader", machine.#reader(name, bell));
            bell.ring("change", { raw });
          }
        }
        stop(): void {
          machine.log.push("stop");
        }
      },
    };
  }

  #reader(name: string, bell: Bell): MiniReader {
    return {
      name: () => name,
      on: (event: string, hear: (argument: never) => void) => bell.on(event, hear),
      connect: async (mode) => {
        if (this.connectError !== undefined) throw this.connectError;
        this.log.push(`connect ${mode}`);
        return this.#card();
      },
    };
  }

  #card(): MiniCard {
    return {
      transmit: async (input, response) => {
        const answer = this.answers.get(toHex(input)) ?? "9000";
        if (answer instanceof Error) throw answer;
        if (answer.length / 2 > response.byteLength) throw pcscError("InsufficientBuffer");
        new Uint8Array(response).set(fromHex(answer));
        return new Uint8Array(response, 0, answer.length / 2);
      },
      state: async () => ({ atr: fromHex(this.atr) }),
      reconnect: async (mode, action) => {
        this.log.push(`reconnect ${mode} ${action}`);
      },
      disconnect: async (action) => {
        this.log.push(`disconnect ${action}`);
      },
    };
  }
}

/** Opens a client; the readers are known as soon as the virtual clock has run. */
async function opened(machine: Machine): Promise<{ client: PcscClient; clock: VirtualClock }> {
  const clock = new VirtualClock(0);
  const timers = {
    after(delayMs: number, run: () => void) {
      const cancel = clock.after(delayMs, run);
      if (clock.nowMs === 0) queueMicrotask(() => clock.runUntilIdle());
      return cancel;
    },
  };
  const client = await openPcsc(timers, async () => machine.binding);
  if (isProblem(client)) throw new Error(client.message);
  return { client, clock };
}

function machineWith(readers: Readonly<Record<string, number>>): Machine {
  const machine = new Machine();
  for (const [name, raw] of Object.entries(readers)) machine.plug(name, raw);
  return machine;
}

async function connected(machine = machineWith({ "Sony RC-S300 00 00": PRESENT })) {
  const { client, clock } = await opened(machine);
  const reader = await client.connect("Sony", "exclusive");
  if (isProblem(reader)) throw new Error(reader.message);
  return { machine, client, clock, reader };
}

describe("the PC/SC client", () => {
  it("lists the readers with what lies on them and who uses it", async () => {
    const { client } = await opened(machineWith({ A: EMPTY, B: PRESENT, C: 0x220, D: 0x1a2, E: 0x122 }));
    expect(client.readers()).toEqual([
      { name: "A", card: "none", use: "free" },
      { name: "B", card: "present", use: "free" },
      { name: "C", card: "mute", use: "free" },
      { name: "D", card: "present", use: "exclusive" },
      { name: "E", card: "present", use: "shared" },
    ]);
  });

  it("follows readers that change, go, and come", async () => {
    const machine = machineWith({ A: EMPTY, B: EMPTY });
    const { client } = await opened(machine);
    machine.change("A", PRESENT);
    machine.unplug("B");
    expect(client.readers()).toEqual([{ name: "A", card: "present", use: "free" }]);
  });

  it("connects to a card by a part of its reader's name and brings ATR and answers", async () => {
    const { machine, reader } = await connected();
    machine.answers.set("00B0000002", "AABB9000");
    expect([reader.name, toHex(reader.atr)]).toEqual(["Sony RC-S300 00 00", machine.atr]);
    expect(await reader.transmit(fromHex("00B0000002"))).toEqual(fromHex("AABB9000"));
    expect(machine.log).toEqual(["connect 1"]);
  });

  it("takes the longest response a card can give", async () => {
    const { machine, reader } = await connected();
    const longest = `${"A5".repeat(65_536)}9000`;
    machine.answers.set("00B08A00000000", longest);
    expect(await reader.transmit(fromHex("00B08A00000000"))).toEqual(fromHex(longest));
  });

  it("resets with the sharing it connected with, and takes the new ATR", async () => {
    const { machine, reader } = await connected();
    machine.atr = "3B888001000005E0B381A1007F";
    expect(await reader.reset()).toEqual(fromHex(machine.atr));
    expect(toHex(reader.atr)).toBe(machine.atr);
    expect(machine.log.at(-1)).toBe("reconnect 1 1");
  });

  it("leaves the card reset, and the service", async () => {
    const { machine, client, clock, reader } = await connected();
    await reader.close();
    client.close();
    expect(await client.connect("Sony", "shared")).toMatchObject({ code: "closed" });
    clock.runUntilIdle();
    expect(machine.log.slice(-2)).toEqual(["disconnect 1", "stop"]);
  });

  // While its thread is busy with a change, pcsc-mini's stop never comes back.
  it("stops the thread of pcsc-mini once nothing has changed for 100 ms, but within a second at the latest", async () => {
    const { machine, client, clock } = await connected();
    const closedAtMs = clock.nowMs;
    client.close();
    for (let change = 1; change < 100; change++) {
      clock.advanceTo(closedAtMs + change * 60);
      machine.change("Sony RC-S300 00 00", change % 2 === 0 ? PRESENT : EMPTY);
      if (machine.log.includes("stop")) break;
    }
    expect([clock.nowMs - closedAtMs, machine.log.filter((entry) => entry === "stop")]).toEqual([660, ["stop"]]);
    expect(clock.pending).toBe(0);
  });
});

describe("a reader's name", () => {
  const names = { "ACS ACR122U 00 00": EMPTY, "Sony RC-S300 00 00": EMPTY, "Sony RC-S380 01 00": EMPTY };

  it("nobody has is answered with all names, the nearest first", async () => {
    const { client } = await opened(machineWith(names));
    expect(await client.connect("Sony RC-S330 00 00", "shared")).toMatchObject({
      code: "unknown-reader",
      message: expect.stringMatching(/nearest first: "Sony RC-S3[08]0.*ACS/),
    });
  });

  it("may be a part that only one has, in any case, and nothing more vague", async () => {
    const machine = machineWith(names);
    const { client } = await opened(machine);
    expect(isProblem(await client.connect("rc-s300", "shared"))).toBe(false);
    expect(await client.connect("sony", "shared")).toMatchObject({ code: "ambiguous-reader" });
  });

  it("that is a part of another name is still that reader", async () => {
    const { client } = await opened(machineWith({ Reader: EMPTY, "Reader 2": EMPTY }));
    const reader = await client.connect("Reader", "shared");
    expect(isProblem(reader) ? reader.code : reader.name).toBe("Reader");
  });

  it("is of no use where no reader is", async () => {
    const { client } = await opened(new Machine());
    expect(await client.connect("Sony", "shared")).toMatchObject({ code: "no-reader" });
  });
});

describe("a PC/SC stack that does not work", () => {
  it.each([
    ["without the binding for this machine", new Error("Unsupported platform: sunos-x64"), "no-binding"],
    [
      "without the PC/SC library",
      new Error("Required addon dependency not found:\nError: libpcsclite.so.1: cannot open shared object file"),
      "no-library",
    ],
  ])("%s is a problem with a fix, not an exception", async (_title, error, code) => {
    const problem = await openPcsc(new VirtualClock(0), () => Promise.reject(error));
    expect(problem).toMatchObject({ code, fix: expect.stringMatching(/\w/) });
  });

  it("without its daemon is a problem that says how to start it", async () => {
    const machine = new Machine();
    machine.startError = pcscError("NoService");
    const problem = await openPcsc(new VirtualClock(0), async () => machine.binding);
    expect(problem).toMatchObject({ code: "no-service", fix: expect.stringContaining("pcscd") });
  });

  it("that goes away later is told to whoever asks or waits", async () => {
    const machine = machineWith({ A: EMPTY });
    const { client } = await opened(machine);
    const waiting = client.waitFor("A", "inserted", 60_000);
    machine.fail("ServiceStopped");
    expect(await waiting).toMatchObject({ code: "no-service" });
    expect(await client.connect("A", "shared")).toMatchObject({ code: "no-service" });
  });

  it.each([
    ["SharingViolation", "in-use"],
    ["NoSmartCard", "no-card"],
    ["UnresponsiveCard", "mute"],
    ["SomethingNew", "pcsc"],
  ])("answers a refused connection (%s) with %s", async (name, code) => {
    const machine = machineWith({ A: PRESENT });
    machine.connectError = pcscError(name);
    const { client } = await opened(machine);
    expect(await client.connect("A", "exclusive")).toMatchObject({ code, fix: expect.stringMatching(/\w/) });
  });

  it.each([
    ["RemovedCard", pcscError("RemovedCard"), "card-removed"],
    ["ResetCard", pcscError("ResetCard"), "reset-by-another"],
    ["an error without a name", new Error("x"), "pcsc"],
    ["no status word", "", "card-removed"],
  ])("answers a command that failed with %s with a value", async (_title, answer, code) => {
    const { machine, reader } = await connected();
    machine.answers.set("00200080", answer);
    expect(await reader.transmit(fromHex("00200080"))).toMatchObject({ code });
  });
});

describe("waiting for a card", () => {
  it("ends at once when it is already there", async () => {
    const { client, clock } = await opened(machineWith({ A: PRESENT }));
    expect(await client.waitFor("A", "inserted", 1_000)).toBeUndefined();
    expect(clock.pending).toBe(0);
  });

  it("ends when it is put on, or taken away, and leaves no timer behind", async () => {
    const machine = machineWith({ A: EMPTY });
    const { client, clock } = await opened(machine);
    const inserted = client.waitFor("A", "inserted", 1_000);
    machine.change("A", PRESENT);
    expect(await inserted).toBeUndefined();
    const removed = client.waitFor("A", "removed", 1_000);
    machine.change("A", EMPTY);
    expect(await removed).toBeUndefined();
    expect(clock.pending).toBe(0);
  });

  it("ends with a problem when the time has passed, or the reader is gone", async () => {
    const machine = machineWith({ A: EMPTY });
    const { client, clock } = await opened(machine);
    const late = client.waitFor("A", "inserted", 1_000);
    clock.advanceTo(clock.nowMs + 1_000);
    expect(await late).toMatchObject({ code: "too-late" });
    const gone = client.waitFor("A", "inserted", 1_000);
    machine.unplug("A");
    expect(await gone).toMatchObject({ code: "reader-gone" });
  });
});
