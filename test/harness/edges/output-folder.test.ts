import { execFileSync } from "node:child_process";
import {
  closeSync,
  constants,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { writeWhole } from "../../../harness/edges/output-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "madoguchi-output-"));
afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});

describe("an output file", () => {
  it("replaces the one before and leaves no half file beside it", () => {
    const path = join(folder, "a", "report.json");
    writeWhole(path, "first");
    writeWhole(path, "second");
    expect(readFileSync(path, "utf8")).toBe("second");
    expect(readdirSync(join(folder, "a"))).toEqual(["report.json"]);
  });

  it.skipIf(process.platform === "win32")("is written into where it is a pipe, which stays one", () => {
    const path = join(folder, "pipe");
    execFileSync("mkfifo", [path]);
    const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    writeWhole(path, "through");
    const bytes = Buffer.alloc(16);
    expect(bytes.toString("utf8", 0, readSync(reader, bytes))).toBe("through");
    closeSync(reader);
    expect(lstatSync(path).isFIFO()).toBe(true);
  });

  it("that cannot be written says why and what to do", () => {
    writeWhole(join(folder, "file"), "");
    expect(() => writeWhole(join(folder, "file", "inside.json"), "")).toThrow(/cannot write .*inside\.json/);
  });
});
