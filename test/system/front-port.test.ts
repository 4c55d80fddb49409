import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PatientOnWire } from "../../devices/front-host/patient-on-wire.ts";
import { LiveClock } from "../../devices/transports/live-clock.ts";
import { openSerial } from "../../devices/transports/serial.ts";
import { wallClock } from "../../devices/transports/wall-clock.ts";
import { runOnWall } from "../../harness/edges/firmware/wall-subject.ts";
import { withoutProblem } from "../../harness/edges/without-problem.ts";
import { root } from "../architecture/source-files.ts";
import { plainEnvironment, type Surroundings } from "./pcsc/command.ts";
import { Conversation } from "./pcsc/conversation.ts";
import { requirePackages } from "./pcsc/packages.ts";
import { type Folder, ownFolder } from "./pcsc/stack.ts";

/* Screen, keys and camera of a reader on a serial line of their own, beside the line of its slots. */

const CLI = join(root, "harness/cli.ts");
const WAIT_MS = 10_000;

let folder: Folder;
let surroundings: Surroundings;
const cables: Conversation[] = [];
beforeAll(async () => {
  requirePackages();
  folder = ownFolder();
  surroundings = { prefix: [], env: plainEnvironment(folder.path) };
  for (const cable of ["card", "front"]) {
    const ends = [`${cable}-host`, `${cable}-reader`].map((end) => `pty,raw,echo=0,link=${join(folder.path, end)}`);
    const socat = new Conversation(surroundings, "socat", ["-d", "-d", ...ends]);
    await socat.until(/starting data transfer loop/);
    cables.push(socat);
  }
});
afterAll(async () => {
  for (const cable of cables) await cable.end();
  folder?.remove();
});

const port = (name: string): string => join(folder.path, name);

describe("certify with both lines of the reader on joined serial ports", () => {
  const certify = async (out: string, ...options: readonly string[]): Promise<string> => {
    const args = [CLI, "certify", "--scenario", "C01,C02,F08,F12", "--out", port(out), "--lang", "en", ...options];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: surroundings.env, timeout: 60_000 });
    return stdout;
  };

  test("comes to the same traces as in process, to the last byte, by face and by PIN", async () => {
    await certify("in-process");
    const lines = ["--wire", `${port("card-host")},${port("card-reader")}`];
    const stdout = await certify("wired", ...lines, "--wire-front", `${port("front-host")},${port("front-reader")}`);
    expect(stdout).toMatch(/Verdict: pass \(4 planned: 4 passed/);
    const traceIn = (out: string, id: string) => readFileSync(join(folder.path, out, "traces", `${id}.ndjson`), "utf8");
    for (const id of ["C01", "C02", "F08", "F12"]) expect(traceIn("wired", id)).toBe(traceIn("in-process", id));
  });
});

describe("madoguchi reader with its front on a serial port", () => {
  const started = async (...options: readonly string[]): Promise<Conversation> => {
    const lines = ["--port", "0", "--front-serial", port("front-reader")];
    const reader = new Conversation(surroundings, process.execPath, [
      CLI,
      "reader",
      "--lang",
      "en",
      ...lines,
      ...options,
    ]);
    await reader.until(/to end\n/);
    return reader;
  };
  const metOn = async () => {
    const transport = withoutProblem(await openSerial(port("front-host")));
    const clock = new LiveClock(Date.now(), wallClock);
    const onProblem = ({ message }: { readonly message: string }): never => {
      throw new Error(message);
    };
    return { patient: new PatientOnWire({ clock, transport, onProblem }), transport };
  };

  test("has somebody willing before it: they choose their face, look, and are seen twice a moment apart", async () => {
    const reader = await started("--profile", "almex");
    const { patient, transport } = await metOn();
    try {
      const view = { reader: "R1", screen: "S02", offers: ["pin", "face"] } as const;
      expect(await runOnWall(patient.touch(view, WAIT_MS))).toEqual({ kind: "chose", method: "face" });
      expect(await runOnWall(patient.touch({ reader: "R1", screen: "S03a" }, WAIT_MS))).toEqual({ kind: "looked" });
      const seen = await runOnWall(patient.face(0));
      expect(seen).toEqual([
        { widthPx: 480, heightPx: 640, luma: expect.any(Uint8Array) },
        { widthPx: 480, heightPx: 640, luma: expect.any(Uint8Array) },
      ]);
      patient.informed({ reader: "R1", screen: "S09" });
      await reader.until(/S09 {2}done, take your card/);
      expect(reader.text).toMatch(/lamp and sound: green blinking, 1 beep\n/);
    } finally {
      await reader.end();
      await transport.close();
    }
  });

  test("does by hand what is typed, and repeats no PIN", async () => {
    const reader = await started("--by-hand");
    const { patient, transport } = await metOn();
    try {
      const typing = runOnWall(patient.touch({ reader: "R1", screen: "S03b", triesLeft: 3 }, WAIT_MS));
      await reader.until(/S03b .*3 tries left/);
      reader.say("touch yes");
      await reader.until(/\? touch: S03b has nothing to touch/);
      reader.say("type 8264");
      expect(await typing).toEqual({ kind: "typed", digits: "8264" });
      const turning = runOnWall(patient.touch({ reader: "R1", screen: "S04", name: "窓口　花子" }, WAIT_MS));
      await reader.until(/S04 .*窓口/);
      reader.say("nothing");
      expect(await turning).toBeUndefined();
      expect(reader.text).not.toContain("8264");
    } finally {
      await reader.end();
      await transport.close();
    }
  });
});
