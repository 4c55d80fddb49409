import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { openExecSubject } from "../../harness/edges/firmware/exec-subject.ts";
import { openTcpSubject } from "../../harness/edges/firmware/tcp-subject.ts";
import { referenceIcs } from "../../harness/firmware/reference-ics.ts";
import { planFor, runSuite } from "../../harness/firmware/run-suite.ts";
import type { FirmwareSubject } from "../../harness/firmware/subject.ts";

const serve = fileURLToPath(new URL("../../firmware-stubs/serve.ts", import.meta.url));
const command = `"${process.execPath}" "${serve}"`;
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill();
});

/** Ids of the checks that did not pass; the subject is closed behind it. */
async function failuresOf(subject: FirmwareSubject, wanted: readonly string[] = []): Promise<readonly string[]> {
  const { complete, scenarios } = await runSuite(subject, planFor(subject, wanted), 1, () => {});
  await subject.close();
  expect(complete).toBe(true);
  expect(scenarios.flatMap(({ defect }) => defect ?? [])).toEqual([]);
  return scenarios
    .flatMap(({ checks }) => checks.filter(({ finding }) => finding.verdict !== "pass"))
    .map(({ id }) => id);
}

/** Starts the reference on ports the system chooses; their addresses. */
async function listening(): Promise<{ readonly host: string; readonly bench: string }> {
  const child = spawn(process.execPath, [serve, "--tcp", "0", "--bench-tcp", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  children.push(child);
  const lines = createInterface({ input: child.stderr })[Symbol.asyncIterator]();
  const address = async (): Promise<string> => String((await lines.next()).value).replace(/^.*: /, "");
  return { host: await address(), bench: await address() };
}

describe("our firmware as a process of its own", () => {
  test("the reference passes the whole suite on the wall's time, over its pipes", async () => {
    expect(await failuresOf(await openExecSubject(command, referenceIcs, () => {}))).toEqual([]);
  });

  test("a mutant is caught as it is in virtual time", async () => {
    const mutant = await openExecSubject(`${command} --mutant x03`, referenceIcs, () => {});
    expect(await failuresOf(mutant, ["SR"])).toEqual(["SR-01"]);
  });

  test("over TCP each host meets firmware that was just switched on", async () => {
    const { host, bench } = await listening();
    for (let round = 0; round < 2; round++)
      expect(await failuresOf(await openTcpSubject(host, bench, referenceIcs), ["SR", "T1"])).toEqual([]);
  });

  test.each([
    [["--mutant", "X99"], "--mutant: there is no X99; known: "],
    [["--tcp", "70000"], "--tcp: give a port, 0 to 65535"],
    [["--speed", "11"], "--speed"],
  ])("%j is refused", (args, why) => {
    const { status, stderr } = spawnSync(process.execPath, [serve, ...args], { encoding: "utf8" });
    expect(stderr).toContain(why);
    expect(status).toBe(2);
  });
});
