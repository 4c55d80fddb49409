import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder } from "../../../devices/transports/make-folder.ts";

const root = mkdtempSync(join(tmpdir(), "madoguchi-folder-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const MODULE = pathToFileURL(join(import.meta.dirname, "../../../devices/transports/make-folder.ts")).href;

describe("a folder", () => {
  it("is made with all that are missing above it, and may be there already", () => {
    const path = join(root, "a", "b", "c");
    makeFolder(path);
    makeFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it.runIf(process.platform !== "win32")("is closed to others where its mode says so", () => {
    makeFolder(join(root, "closed", "inner"), 0o700);
    expect(["closed", "closed/inner"].map((name) => statSync(join(root, name)).mode & 0o777)).toEqual([0o700, 0o700]);
  });

  it("cannot be made where a file is, nor inside one", () => {
    writeFileSync(join(root, "file"), "");
    expect(() => makeFolder(join(root, "file"))).toThrow(/EEXIST/);
    expect(() => makeFolder(join(root, "file", "inner"))).toThrow(/EEXIST|ENOTDIR/);
  });

  // In a process of its own: what is wrong here does not end.
  it.runIf(existsSync("/proc/self"))("that its parent refuses to hold is an error, and not tried without end", () => {
    const script = `import { makeFolder } from ${JSON.stringify(MODULE)}; makeFolder("/proc/x/y");`;
    const options = { encoding: "utf8", timeout: 20_000, killSignal: "SIGKILL" } as const;
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], options);
    expect(status).toBe(1);
    expect(stderr).toContain("ENOENT: no such file or directory, mkdir '/proc/x'");
  });
});
