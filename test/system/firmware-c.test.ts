import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { FROM_FIRMWARE, TO_FIRMWARE } from "../../devices/bench-port/constants.ts";
import { type BenchMessage, benchMessage, encodeBenchMessage } from "../../devices/bench-port/frame.ts";
import { COMMAND } from "../../devices/ccid/constants.ts";
import { frame } from "../../devices/ccid/frame.ts";
import { encodeMessage } from "../../devices/ccid-serial/frame.ts";
import { encodeBlock, type T1Block } from "../../devices/t1/block.ts";
import { openExecSubject } from "../../harness/edges/firmware/exec-subject.ts";
import { QUICK_ATR } from "../../harness/firmware/cards.ts";
import { readIcs } from "../../harness/firmware/ics.ts";
import { planFor, runSuite } from "../../harness/firmware/run-suite.ts";
import { concat, fromHex } from "../../simulator/kernel/bytes.ts";
import { type Rng, rngFromSeed } from "../../simulator/kernel/rng.ts";
import { requirePackages } from "./pcsc/packages.ts";
import { RawFirmware } from "./raw-firmware.ts";

const folder = fileURLToPath(new URL("../../firmware-stubs/c/", import.meta.url));
const ics = readIcs(readFileSync(`${folder}ics.json`, "utf8"));
const MEGABYTE = 1_048_576;

function make(...targets: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync("make", ["-C", folder, ...targets], { encoding: "utf8" });
  if (status !== 0 || stderr !== "")
    throw new Error(`make ${targets.join(" ")} ends with ${status}:\n${stdout}${stderr}`);
}

beforeAll(() => {
  requirePackages();
  make("clean", "all", "sanitize");
});

describe("the firmware in C, built without a warning,", { timeout: 90_000 }, () => {
  describe.each([
    ["as it is shipped", "build/ccid-stub"],
    ["with the sanitizers of addresses and undefined behaviour", "build/ccid-stub-sanitized"],
  ])("%s", (_how, program) => {
    const command = `"${folder}${program}"`;

    test("passes every check that applies to it, and nothing is written to its stderr", async () => {
      const lines: string[] = [];
      const subject = await openExecSubject(command, ics, (line) => lines.push(line));
      const plan = planFor(subject);
      const failures: string[] = [];
      const { complete, scenarios } = await runSuite(subject, plan, 1, ({ id, finding }) => {
        if (finding.verdict !== "pass") failures.push(`${id}: ${finding.observed.en}`);
      });
      await subject.close();
      expect({ failures, complete, lines }).toEqual({ failures: [], complete: true, lines: [] });
      expect(scenarios.map(({ defect }) => defect)).toEqual(scenarios.map(() => undefined));
      expect(plan.checks.length).toBeGreaterThan(40);
    });

    test("still answers after a megabyte of garbage on each of its ports", async () => {
      const firmware = new RawFirmware(`${folder}${program}`);
      const rng = rngFromSeed(1);
      await firmware.write(rng.fork("host").bytes(MEGABYTE), rng.fork("bench").bytes(MEGABYTE));
      expect(await firmware.answersStatus()).toBe(true);
      expect(await firmware.end()).toEqual({ code: 0, stderr: "" });
    });

    test("still answers after a megabyte of frames and card characters that make no sense together", async () => {
      const firmware = new RawFirmware(`${folder}${program}`);
      const rng = rngFromSeed(2);
      await firmware.write(many(rng.fork("host"), hostFrame), many(rng.fork("bench"), benchFrame));
      expect(await firmware.answersStatus()).toBe(true);
      expect(await firmware.end()).toEqual({ code: 0, stderr: "" });
    });

    test("still answers after a card that answered a megabyte of blocks by chance", async () => {
      const firmware = new RawFirmware(`${folder}${program}`);
      const rng = rngFromSeed(3);
      const [host, card] = [rng.fork("host"), rng.fork("card")];
      await firmware.write(new Uint8Array(0), encodeBenchMessage(benchMessage(TO_FIRMWARE.cardInserted)));
      await firmware.converse(
        MEGABYTE,
        () => soundFrame(host),
        (message) => chanceCard(card, message),
      );
      expect(await firmware.answersStatus()).toBe(true);
      expect(await firmware.end()).toEqual({ code: 0, stderr: "" });
    });
  });
});

/** A megabyte of whole messages. */
function many(rng: Rng, draw: (rng: Rng) => Uint8Array): Uint8Array {
  const all: Uint8Array[] = [];
  for (let length = 0; length < MEGABYTE; ) {
    const one = draw(rng);
    all.push(one);
    length += one.length;
  }
  return concat(...all);
}

/** A frame of the host, sound but for one byte now and then. */
function hostFrame(rng: Rng): Uint8Array {
  const bytes = soundFrame(rng);
  if (rng.chance({ parts: 1, of: 30 })) bytes[rng.below(bytes.length)] = rng.below(256);
  return bytes;
}

/** A frame of the host; power and transfers come often. */
function soundFrame(rng: Rng): Uint8Array {
  const { iccPowerOn, xfrBlock } = COMMAND;
  const type = rng.chance({ parts: 1, of: 2 }) ? rng.pick([iccPowerOn, xfrBlock]) : rng.pick(Object.values(COMMAND));
  const slot = rng.chance({ parts: 1, of: 20 }) ? rng.below(256) : 0;
  const levels = [0x00, 0x00, 0x01, 0x02, 0x03, 0x10];
  const data = type === iccPowerOn ? new Uint8Array(0) : rng.bytes(rng.pick([0, 1, 5, 7, 8, 20, 261]));
  return encodeMessage(frame(type, { slot, sequence: rng.below(256), b7: rng.below(5), b8: rng.pick(levels), data }));
}

/** A card that answers: with its ATR to power, with any block to a block; seldom with one that is damaged. */
function chanceCard(rng: Rng, { type, payload }: BenchMessage): Uint8Array | undefined {
  if (type === FROM_FIRMWARE.powerOn) return cardSays(QUICK_ATR);
  if (type !== FROM_FIRMWARE.characters) return undefined;
  if (payload[1] === IFS_REQUEST) return cardSays(IFS_RESPONSE);
  const bytes = encodeBlock(block(rng), "lrc");
  if (rng.chance({ parts: 1, of: 200 })) bytes[rng.below(bytes.length)] = rng.below(256);
  return cardSays(bytes);
}

const IFS_REQUEST = 0xc1;
const IFS_RESPONSE = fromHex("00 E1 01 FE 1E");

const cardSays = (bytes: Uint8Array): Uint8Array => encodeBenchMessage(benchMessage(TO_FIRMWARE.characters, 0, bytes));

/** What a bench might say: cards that come and go, ATRs, blocks of every kind, and noise. */
function benchFrame(rng: Rng): Uint8Array {
  const { cardInserted, cardRemoved } = TO_FIRMWARE;
  switch (rng.below(40)) {
    case 0:
      return encodeBenchMessage(benchMessage(cardRemoved));
    case 1:
    case 2:
      return encodeBenchMessage(benchMessage(cardInserted));
    case 3:
      return encodeBenchMessage(benchMessage(rng.below(256), rng.below(3), rng.bytes(rng.below(50))));
    case 4:
    case 5:
      return cardSays(QUICK_ATR);
    case 6:
      return cardSays(rng.bytes(rng.below(300)));
    default:
      return cardSays(encodeBlock(block(rng), "lrc"));
  }
}

function block(rng: Rng): T1Block {
  const bit = rng.pick([0, 1] as const);
  const name = rng.pick(["RESYNCH", "IFS", "ABORT", "WTX"] as const);
  const inf = name === "IFS" ? Uint8Array.of(254) : name === "WTX" ? Uint8Array.of(1) : new Uint8Array(0);
  switch (rng.below(6)) {
    case 0:
      return { kind: "R", nr: bit, error: rng.pick(["none", "edc", "other"]) };
    case 1:
      return { kind: "S-request", name, inf };
    case 2:
    case 3:
      return { kind: "S-response", name, inf };
    default:
      return { kind: "I", ns: bit, more: rng.chance({ parts: 1, of: 2 }), inf: rng.bytes(rng.below(255)) };
  }
}
