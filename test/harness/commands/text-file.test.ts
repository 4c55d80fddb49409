import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, describe, expect, it } from "vitest";
import { readTextFile } from "../../../harness/commands/text-file.ts";
import { ConfigurationError } from "../../../harness/configuration-error.ts";

const folder = mkdtempSync(join(tmpdir(), "madoguchi-text-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WRITTEN = 'zip: { password: "パスワード" }';
const saved = (bytes: Uint8Array): string => {
  const path = join(folder, "profile.yaml");
  writeFileSync(path, bytes);
  return path;
};

describe("a text file the user names", () => {
  it.each([
    ["Shift_JIS", iconv.encode(WRITTEN, "cp932")],
    ["UTF-16 with its mark", iconv.encode(WRITTEN, "utf-16")],
    ["UTF-16 of plain letters without a mark", iconv.encode("poll: {ms: 1}", "utf-16le")],
    ["UTF-8 that is cut off", Buffer.from(WRITTEN).subarray(0, 20)],
  ])("in %s is refused rather than read as something else", (_what, bytes) => {
    const read = (): string => readTextFile(saved(bytes), "name another");
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(/is not in UTF-8/);
    expect(read).toThrow(expect.objectContaining({ fix: "save it as UTF-8" }));
  });

  it("in UTF-8 is read as it is, with or without a mark", () => {
    expect(readTextFile(saved(Buffer.from(WRITTEN)), "")).toBe(WRITTEN);
    expect(readTextFile(saved(Buffer.from(`\ufeff${WRITTEN}`)), "")).toBe(`\ufeff${WRITTEN}`);
  });

  it("that is not there is told with the fix given", () => {
    expect(() => readTextFile(join(folder, "none"), "name another")).toThrow(
      expect.objectContaining({ fix: "name another" }),
    );
  });
});
