import { execFile, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "../architecture/source-files.ts";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "madoguchi-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function madoguchi(...args: readonly string[]): Promise<Ended> {
  try {
    const { stdout, stderr } = await run(process.execPath, [join(root, "harness/cli.ts"), ...args], {
      cwd: folder,
      timeout: 60_000,
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

describe("the command line", () => {
  it("certifies the reference receipt system, writes reports and exits 0", async () => {
    const { code, stdout, stderr } = await madoguchi(
      "certify",
      "--scenario",
      "C01,C53",
      "--lang",
      "en",
      "--report",
      "junit=j.xml",
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/trace digest: sha256:[0-9a-f]{64}/);
    expect(stdout).toContain("report.html");
    expect(stderr).toContain("2/2");
    expect(readFileSync(join(folder, "j.xml"), "utf8")).toContain("<testsuite");
    expect(readFileSync(join(folder, "madoguchi-report/traces/C53.ndjson"), "utf8")).toContain("line-cut");
  });

  it("exits 1 when the receipt system fails, and names the check", async () => {
    const { code, stdout } = await madoguchi(
      "certify",
      "--subject",
      "broken/timeout-as-valid",
      "--scenario",
      "C53",
      "--lang",
      "ja",
    );
    expect(code).toBe(1);
    expect(stdout).toContain("line/silence-is-not-valid");
    expect(stdout).toContain("不合格");
  });

  it("gives the same digest for the same seed and another one for another", async () => {
    const digest = async (seed: string): Promise<string | undefined> =>
      /sha256:(\w+)/.exec((await madoguchi("certify", "--seed", seed, "--scenario", "C01,C11")).stdout)?.[1];
    const [first, second, other] = [await digest("7"), await digest("7"), await digest("8")];
    expect(first).toBe(second);
    expect(first).not.toBe(other);
  });

  it.each([
    ["an unknown option", ["certify", "--sceanrio", "C01"], "--scenario"],
    ["an unknown scenario, with near names", ["certify", "--scenario", "C99"], "near names"],
    [
      "an unknown receipt system, with near names",
      ["certify", "--subject", "brokn/takes-next-file"],
      "broken/takes-next-file",
    ],
    ["an unknown report format, with the accepted ones", ["certify", "--report", "pdf=x.pdf"], "html, json, junit"],
    ["a report without a file", ["certify", "--report", "junit"], "junit=<file>"],
    ["a seed that is no number", ["certify", "--seed", "seven"], "whole number"],
    ["a language nobody wrote", ["certify", "--lang", "fr"], "ja, en"],
    ["an unknown command", ["certfy"], "certify"],
    ["an unknown part of the catalogue", ["catalogue", "faluts"], "faults"],
    ["live without a folder", ["certify", "--live"], "--folder"],
    ["a folder that is an empty text", ["send", "--example", "--out", ""], "give a path"],
    ["a number that may be a personal one, without it", ["population", "--index", "123456789018"], "--index: … lies"],
    ["control characters, and marks their places", ["population", "--seed", "\u001b[31m7"], "'\uFFFD[31m7'"],
  ])("exits 2 on %s and says what is accepted", async (_title, args, hint) => {
    const { code, stderr } = await madoguchi(...args);
    expect(stderr).toContain(hint);
    expect(code).toBe(2);
  });

  it("exits 3 when a file cannot be read or written, and says what to do", async () => {
    writeFileSync(join(folder, "a-file"), "");
    const unreadable = await madoguchi("replay", "no-such-trace.ndjson");
    const unwritable = await madoguchi("certify", "--scenario", "C07", "--out", join(folder, "a-file", "below"));
    expect([unreadable.code, unwritable.code]).toEqual([3, 3]);
    expect(unreadable.stderr + unwritable.stderr).toMatch(/what to do:[\s\S]*what to do:/);
  });

  it("exits 3 rather than empty a folder somebody else works with", async () => {
    mkdirSync(join(folder, "theirs/req"), { recursive: true });
    writeFileSync(join(folder, "theirs/req/OQSsiquc01req_real.xml"), "<XmlMsg/>");
    const { code, stderr } = await madoguchi("certify", "--live", "--folder", join(folder, "theirs"));
    expect([code, stderr]).toEqual([3, expect.stringContaining("holds files")]);
    expect(readFileSync(join(folder, "theirs/req/OQSsiquc01req_real.xml"), "utf8")).toBe("<XmlMsg/>");
  });

  it("replays a recorded trace to the same footer, and notices changed evidence", async () => {
    await madoguchi("certify", "--scenario", "C56", "--out", "rec");
    const path = join(folder, "rec/traces/C56.ndjson");
    const same = await madoguchi("replay", path, "--lang", "en");
    expect(same.stdout).toContain("identical to the recording");
    expect(same.code).toBe(0);
    writeFileSync(path, readFileSync(path, "utf8").replace("confirmed", "CONFIRMED"));
    const changed = await madoguchi("replay", path);
    expect(changed.stderr).toContain("the digest does not agree");
    expect(changed.code).toBe(2);
  });

  it("shows help with examples and exit codes, and its version", async () => {
    const help = await madoguchi("certify", "--help");
    expect(help.code).toBe(0);
    expect(help.stdout).toMatch(/Examples:[\s\S]*Exit codes: 0 pass, 1 the receipt system failed/);
    expect((await madoguchi("--version")).stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
    expect((await madoguchi("catalogue", "--lang", "ja")).stdout).toContain("回線切断");
  });

  it("leaves partial evidence, marked incomplete, when it is broken off, and exits 5", async () => {
    const out = join(folder, "broken-off");
    const args = [join(root, "harness/cli.ts"), "certify", "--live", "--folder", join(folder, "oqs"), "--out", out];
    const child = spawn(process.execPath, args, { stdio: "ignore" });
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    await until(() => readFileSync(join(out, "evidence.json"), "utf8").length > 0);
    await until(() => readFileSync(join(folder, "oqs/desk/todo/C01-000001.json"), "utf8").length > 0);
    child.kill("SIGINT");
    expect(await ended).toBe(5);
    expect(JSON.parse(readFileSync(join(out, "evidence.json"), "utf8"))).toMatchObject({ complete: false });
  });
});

/** Looks until something is there; the test's own time limit bounds it. */
async function until(there: () => boolean): Promise<void> {
  for (;;) {
    try {
      if (there()) return;
    } catch {
      // not there yet
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
