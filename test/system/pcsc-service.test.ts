import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { RETURN_CODE, SHARE_MODE } from "../../devices/transports/pcsc-service/constants.ts";
import { PcscService, pcscEnvironment } from "../../devices/transports/pcsc-service/index.ts";
import { toHex } from "../../simulator/kernel/bytes.ts";
import { ScriptedSlot } from "../devices/transports/scripted-slot.ts";
import { requirePackages } from "./pcsc/packages.ts";
import { Leash, Lines } from "./pcsc-clients/leash.ts";

/** Real programs on the real libpcsclite against our service; no pcscd runs. */

vi.setConfig({ testTimeout: 20_000 });

const run = promisify(execFile);
const pythonProgram = fileURLToPath(new URL("pcsc-clients/program.py", import.meta.url));
const miniProgram = fileURLToPath(import.meta.resolve("./pcsc-clients/mini.ts"));
const [PYTHON, PCSC_SCAN, OPENSC_TOOL] = ["/usr/bin/python3", "/usr/bin/pcsc_scan", "/usr/bin/opensc-tool"] as const;
const READERS = 16;
const ATR = "3B8880010000" + "05E0B381A1007F";
const { success, resetCard, removedCard, sharingViolation, cancelled } = RETURN_CODE;
const [LEAVE, RESET] = [0, 1];
const [STATE_EMPTY, STATE_PRESENT] = [0x10, 0x20];

let folder: string;
let slots: readonly ScriptedSlot[];
let service: PcscService;
let env: Record<string, string | undefined>;
const log: string[] = [];
const children: Lines[] = [];

beforeAll(requirePackages);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "madoguchi-pcsc-"));
  slots = Array.from({ length: READERS }, (_, index) => new ScriptedSlot(nameOf(index)));
  log.length = 0;
  await open();
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.child.kill("SIGKILL");
    await child.ended();
  }
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<void> {
  const path = join(folder, "pcscd.comm");
  service = new PcscService(slots, { log: (line) => log.push(line) });
  await service.listen(path);
  env = { ...process.env, ...pcscEnvironment(path), PYTHONUNBUFFERED: "1" };
}

const nameOf = (index: number): string => `Madoguchi ${String(index).padStart(2, "0")} 00`;

function slotAt(index: number): ScriptedSlot {
  const slot = slots[index];
  if (slot === undefined) throw new Error(`no slot ${index}`);
  return slot;
}

/** A program with a context. */
async function program(): Promise<Leash> {
  const leash = new Leash(PYTHON, pythonProgram, env);
  children.push(leash);
  expect(await leash.call("establish")).toEqual({ code: success });
  return leash;
}

/** A program that is connected to the first reader. */
async function connected(mode: number = SHARE_MODE.shared): Promise<Leash> {
  const leash = await program();
  expect(await leash.call("connect", nameOf(0), mode)).toMatchObject({ code: success, protocol: 2 });
  return leash;
}

async function tool(name: string, ...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run(name, [...args], { env });
  return `${stdout}${stderr}`;
}

/** How often the card got power since the last look. */
const resets = (index: number): number =>
  slotAt(index)
    .log.splice(0)
    .filter((entry) => entry === "on").length;

describe("unmodified PC/SC programs", () => {
  it("opensc-tool lists 16 readers, reads an ATR and sends a command", async () => {
    slotAt(0).pinPad = { ask() {} };
    slotAt(3).take();
    slotAt(5).answers.set("00B0000004", "CAFEBABE9000");
    const list = await tool(OPENSC_TOOL, "-l");
    const rows = list.split("\n").filter((line) => line.includes("Madoguchi"));
    expect(rows).toHaveLength(READERS);
    expect(rows[0]).toMatch(/Yes\s+PIN pad\s+Madoguchi 00 00/);
    expect(rows[3]).toMatch(/No\s+Madoguchi 03 00/);
    expect((await tool(OPENSC_TOOL, "-r", "1", "-a")).trim()).toBe("3b:88:80:01:00:00:05:e0:b3:81:a1:00:7f");
    expect(await tool(OPENSC_TOOL, "-r", "5", "-s", "00B0000004")).toMatch(/CA FE BA BE/);
    expect(log).toEqual([]);
  });

  it("pcsc_scan lists readers, and sees cards come and go", async () => {
    expect((await tool(PCSC_SCAN, "-r")).match(/Madoguchi \d\d 00/g)).toHaveLength(READERS);
    // It waits for new readers as well, and SCardGetStatusChange takes no more than 16 names.
    service.removeReader(nameOf(15));
    // Into a pipe it writes a line when it ends, unless told otherwise.
    const args = ["--output=L", PCSC_SCAN, "-n"];
    const scan = new Lines(spawn("stdbuf", args, { env, stdio: ["ignore", "pipe", "inherit"] }));
    children.push(scan);
    await scan.until(/Reader 14: Madoguchi 14 00/);
    await scan.until(/Card inserted/);
    slotAt(14).take();
    await scan.until(/Card removed/);
    slotAt(14).put();
    await scan.until(/Card inserted/);
  });

  it("pyscard connects and transmits as its manual shows", async () => {
    slotAt(0).answers.set("00A4040C00", "6A82");
    const leash = await program();
    expect(await leash.call("easy", "00A4040C00")).toEqual({ code: success, answer: "6A82", atr: ATR });
  });

  it("pcsc-mini sees the card, uses it inside a transaction, and sees it go", async () => {
    slotAt(2).answers.set("00CA0000", "01029000");
    const args = [miniProgram, nameOf(2), "00CA0000"];
    const mini = new Lines(spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] }));
    children.push(mini);
    expect(await mini.next()).toBe(`card ${ATR.toLowerCase()}`);
    expect(await mini.next()).toBe("answer 01029000");
    expect(await mini.next()).toBe("done");
    slotAt(2).take();
    expect(await mini.next()).toBe("gone");
    expect(await mini.ended()).toBe(0);
  });
});

describe("two programs", () => {
  it("share a card; a transaction of one keeps the other out until it ends", async () => {
    const [one, two] = [await connected(), await connected()];
    expect(await one.call("begin")).toEqual({ code: success });
    const waiting = two.call("transmit", "00B00002");
    expect(await one.call("transmit", "00B00001")).toEqual({ code: success, answer: "9000" });
    expect(await one.call("end")).toEqual({ code: success });
    expect(await waiting).toEqual({ code: success, answer: "9000" });
    expect(slotAt(0).log.filter((entry) => entry.startsWith("00B0"))).toEqual(["00B00001", "00B00002"]);
  });

  it("in exclusive mode do not meet", async () => {
    const one = await connected(SHARE_MODE.exclusive);
    const two = await program();
    expect(await two.call("connect", nameOf(0))).toMatchObject({ code: sharingViolation });
    await one.call("disconnect", LEAVE);
    expect(await two.call("connect", nameOf(0))).toMatchObject({ code: success });
  });

  it("one killed inside a transaction frees the card, which is reset; the other hears of it and goes on", async () => {
    const [one, two] = [await connected(), await connected()];
    await one.call("begin");
    resets(0);
    const waiting = two.call("begin");
    await one.kill();
    expect(await waiting).toEqual({ code: resetCard });
    expect(resets(0)).toBe(1);
    expect(await two.call("reconnect", SHARE_MODE.shared, LEAVE)).toEqual({ code: success });
    expect(await two.call("begin")).toEqual({ code: success });
    expect(await two.call("transmit", "00B00000")).toEqual({ code: success, answer: "9000" });
  });

  it("one that resets the card tells the other, until that reconnects", async () => {
    const [one, two] = [await connected(), await connected()];
    resets(0);
    expect(await one.call("disconnect", RESET)).toEqual({ code: success });
    expect(resets(0)).toBe(1);
    expect(await two.call("transmit", "00B00000")).toMatchObject({ code: resetCard });
    expect(await two.call("reconnect", SHARE_MODE.shared, RESET)).toEqual({ code: success });
    expect(await two.call("transmit", "00B00000")).toEqual({ code: success, answer: "9000" });
    slotAt(0).take();
    expect(await two.call("transmit", "00B00000")).toMatchObject({ code: removedCard });
  });
});

describe("one program", () => {
  it("reads the state of a card, attributes and the features of a PIN pad", async () => {
    slotAt(0).pinPad = { ask: (_limits, typed) => typed("1234") };
    slotAt(0).answers.set("002000800431323334", "63C2");
    const leash = await connected();
    expect(await leash.call("status")).toEqual({ code: success, reader: nameOf(0), state: 0x34, atr: ATR });
    expect(await leash.call("attribute", 0x0009_0303)).toEqual({ code: success, value: ATR });
    const vendor = toHex(Buffer.from("Madoguchi\0"));
    expect(await leash.call("attribute", 0x0001_0100)).toEqual({ code: success, value: vendor });
    expect(await leash.call("attribute", 0x0001_0199)).toMatchObject({ code: RETURN_CODE.unsupportedFeature });
    const features = "060442330006" + "070442330007" + "0A044233000A" + "120442330012";
    expect(await leash.call("control", 0x4200_0d48)).toEqual({ code: success, answer: features });
    const verify = "1E1E82000004040200000000000000" + "04000000" + "00200080";
    expect(await leash.call("control", 0x4233_0006, verify)).toEqual({ code: success, answer: "63C2" });
  });

  it("uses all 16 readers, one after the other, and each answers for itself", async () => {
    const leash = await program();
    for (const [index, slot] of slots.entries()) slot.answers.set("00B0000000", `${toHex(Uint8Array.of(index))}9000`);
    for (let index = 0; index < READERS; index++) {
      expect(await leash.call("connect", nameOf(index))).toMatchObject({ code: success });
      const answer = await leash.call("transmit", "00B0000000");
      expect(answer).toEqual({ code: success, answer: `${toHex(Uint8Array.of(index))}9000` });
    }
  });

  it("that waits for a change for ever is woken by SCardCancel", async () => {
    const leash = await program();
    expect(await leash.call("cancel", nameOf(0))).toEqual({ code: cancelled });
  });

  it("gets a context from a service that was started anew, while it holds one of the service before", async () => {
    const leash = await program();
    await service.close();
    await open();
    expect(await leash.call("establish")).toEqual({ code: success });
    expect(await leash.call("list")).toMatchObject({ code: success, readers: slots.map(({ reader }) => reader) });
  });
});

describe("1,000 insertions and removals", () => {
  it("are seen one by one by a program that waits for each", async () => {
    const leash = await program();
    const slot = slotAt(0);
    let { state } = await leash.call("change", nameOf(0), 0);
    for (let round = 1; round <= 1_000; round++) {
      for (const [flip, expected] of [
        [() => slot.take(), STATE_EMPTY],
        [() => slot.put(), STATE_PRESENT],
      ] as const) {
        const waiting = leash.call("change", nameOf(0), state);
        flip();
        const answer = await waiting;
        state = answer["state"];
        expect([answer.code, Number(state) & expected, Number(state) >> 16]).toEqual([
          success,
          expected,
          1 + slot.changes,
        ]);
      }
    }
  });

  it("as fast as they can go are all counted by a program that looks when it can", async () => {
    const leash = await program();
    const slot = slotAt(0);
    const following = leash.call("follow", nameOf(0), 2_001);
    for (let round = 0; round < 1_000; round++) {
      slot.take();
      slot.put();
      await setImmediate();
    }
    const { code, counters } = await following;
    expect(code).toBe(success);
    const seen = counters as readonly number[];
    expect(seen.at(-1)).toBe(1 + slot.changes);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });
});
