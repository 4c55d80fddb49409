import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../architecture/source-files.ts";
import { type Ended, plainEnvironment, runProgram } from "./pcsc/command.ts";
import { requirePackages } from "./pcsc/packages.ts";
import { type Folder, ownFolder } from "./pcsc/stack.ts";

/* `madoguchi pcsc -- command`: one line, no root, no pcscd. */

describe("madoguchi pcsc -- command", () => {
  let folder: Folder;
  beforeAll(() => {
    requirePackages();
    folder = ownFolder();
  });
  afterAll(() => folder?.remove());

  const pcsc = (...args: readonly string[]): Promise<Ended> => {
    const surroundings = { prefix: [], env: plainEnvironment(folder.path) };
    return runProgram(surroundings, process.execPath, [join(root, "harness/cli.ts"), "pcsc", ...args]);
  };

  test("runs an unmodified program on an emulated card", async () => {
    expect(await pcsc("--", "opensc-tool", "--name")).toEqual({
      code: 0,
      stdout: "jpki\n",
      stderr: "Using reader with a card: Madoguchi 00 00\n",
    });
  });

  test("shows every APDU in words on standard error, and no PIN", async () => {
    const { code, stdout, stderr } = await pcsc(
      "--view",
      "--lang",
      "en",
      "--pin",
      "4711",
      "--",
      "pkcs15-tool",
      "--verify-pin",
      "--auth-id",
      "01",
      "--pin",
      "4711",
    );
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(/VERIFY EF 0018 user authentication PIN with «pin» → 9000 done/);
    expect(stderr).not.toMatch(/4711|34373131/);
  });

  test.each([
    { what: "as the command does", command: ["sh", "-c", "exit 7"], code: 7 },
    { what: "with 128 and the signal when one ended the command", command: ["sh", "-c", "kill -TERM $$"], code: 143 },
    { what: "with 3 when it cannot be started", command: ["no-such-program"], code: 3 },
  ])("ends $what", async ({ command, code }) => {
    expect(await pcsc("--", ...command)).toMatchObject({ code });
  });

  test("runs beside itself, each with its own cards", async () => {
    const runs = await Promise.all(
      [[], ["--persona", "pin-blocked"], ["--persona", "employee", "--persona", "colleague"]].map((options) =>
        pcsc(...options, "--", "sh", "-c", "opensc-tool --list-readers; pkcs15-tool --list-pins"),
      ),
    );
    expect(runs.map(({ stdout }) => [...stdout.matchAll(/^\d +Yes/gm)].length)).toEqual([1, 1, 2]);
    expect(runs.map(({ stdout }) => /Tries left +: (\d)/.exec(stdout)?.[1])).toEqual(["3", "0", "3"]);
  });
});
