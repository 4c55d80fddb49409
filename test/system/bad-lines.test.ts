import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../architecture/source-files.ts";
import { type Ended, plainEnvironment, runProgram, type Surroundings } from "./pcsc/command.ts";
import { Conversation } from "./pcsc/conversation.ts";
import { requirePackages } from "./pcsc/packages.ts";
import { laySerialLine } from "./pcsc/serial-line.ts";
import { type Folder, ownFolder } from "./pcsc/stack.ts";

/* Serial lines as they are on a bad day: every command ends by itself, says what to look at, and exits 3 or 1. */

const CLI = join(root, "harness/cli.ts");
const CHECK_IN = ["check-in"];
const FIRMWARE = ["firmware"];

let folder: Folder;
let surroundings: Surroundings;
beforeAll(() => {
  requirePackages();
  folder = ownFolder();
  surroundings = { prefix: [], env: plainEnvironment(folder.path) };
});
afterAll(() => folder?.remove());

const argumentsOf = (command: readonly string[], port: string): readonly string[] => [
  CLI,
  ...command,
  "--serial",
  port,
  "--lang",
  "en",
  "--out",
  join(folder.path, "out"),
];
const madoguchi = (command: readonly string[], port: string): Promise<Ended> =>
  runProgram(surroundings, process.execPath, argumentsOf(command, port));

/** A pseudo terminal at whose other end a program writes; it is ended with the test. */
async function floodedBy(program: string): Promise<{ readonly port: string; end(): Promise<void> }> {
  const port = join(folder.path, "flooded");
  const socat = new Conversation(surroundings, "socat", [
    "-d",
    "-d",
    `pty,raw,echo=0,link=${port}`,
    `SYSTEM:${program}`,
  ]);
  await socat.until(/starting data transfer loop/);
  return { port, end: () => socat.end() };
}

describe.each([
  ["check-in", CHECK_IN],
  ["firmware", FIRMWARE],
] as const)("madoguchi %s on a serial port", (_name, command) => {
  test("that is not there", async () => {
    const { code, stderr } = await madoguchi(command, join(folder.path, "nothing"));
    expect(code).toBe(3);
    expect(stderr).toContain("there is no such port");
    expect(stderr).toContain("what to do: look at the cable, and at the name");
  });

  test("that is none", async () => {
    const path = join(folder.path, "a-file");
    writeFileSync(path, "");
    const { code, stderr } = await madoguchi(command, path);
    expect(code).toBe(3);
    expect(stderr).toContain("that is no serial port");
  });

  test("that another program holds", async () => {
    const line = await laySerialLine(surroundings, folder.path);
    const holder = new Conversation(surroundings, process.execPath, [CLI, "reader", "--serial", line.host]);
    await holder.until(/Ctrl-C/);
    const { code, stderr } = await madoguchi(command, line.host);
    await holder.end();
    await line.end();
    expect(code).toBe(3);
    expect(stderr).toContain("another program holds it");
  });

  test("at whose other end nobody answers", async () => {
    const line = await laySerialLine(surroundings, folder.path);
    const { code, stderr } = await madoguchi(command, line.host);
    await line.end();
    expect(code).toBe(3);
    expect(stderr).toContain("does not answer");
    expect(stderr).toContain("--baud");
  });

  test.each([
    ["chance", "cat /dev/urandom"],
    ["zeros", "cat /dev/zero"],
    ["wait bytes of T=0", "tr '\\\\0' '\\\\377' < /dev/zero"],
    ["text", "yes hello"],
  ])("that is flooded with %s", async (_what, program) => {
    const flood = await floodedBy(program);
    const { code, stderr } = await madoguchi(command, flood.port);
    await flood.end();
    expect(code).toBe(3);
    expect(stderr).toMatch(/does not answer|damaged again and again|no frame/);
    expect(stderr).toContain("--baud");
  });
});

test("madoguchi firmware whose line is cut in the middle exits 1, at once, and says what it was asked last", async () => {
  const line = await laySerialLine(surroundings, folder.path);
  const reader = new Conversation(surroundings, process.execPath, [CLI, "reader", "--serial", line.reader]);
  await reader.until(/Ctrl-C/);
  const suite = new Conversation(surroundings, process.execPath, [...argumentsOf(FIRMWARE, line.host)]);
  try {
    await suite.until(/SR-03/);
    const begun = performance.now();
    await line.end();
    await suite.until(/the line ended in the middle of the check/);
    await suite.until(/is gone: .*; the rest was not run\n.*what to do: look at the cable/);
    expect(await suite.ended()).toBe(1);
    expect(performance.now() - begun).toBeLessThan(5_000);
  } finally {
    await suite.end();
    await reader.end();
  }
});

test("madoguchi firmware with nobody on the bench port says so and exits 3, and judges nothing", async () => {
  const line = await laySerialLine(surroundings, folder.path);
  const benchFolder = join(folder.path, "bench");
  mkdirSync(benchFolder);
  const bench = await laySerialLine(surroundings, benchFolder);
  const reader = new Conversation(surroundings, process.execPath, [CLI, "reader", "--serial", line.reader]);
  await reader.until(/Ctrl-C/);
  const { code, stdout, stderr } = await madoguchi([...FIRMWARE, "--bench-serial", bench.host], line.host);
  await reader.end();
  await bench.end();
  await line.end();
  expect(code).toBe(3);
  expect(stderr).toContain("no bench port answers there");
  expect(stderr).toContain("leave --bench-serial out");
  expect(stdout).not.toContain("SR-01");
});
