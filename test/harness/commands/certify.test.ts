import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { type CertifyOptions, runCertify } from "../../../harness/commands/certify-run.ts";
import { runReplay } from "../../../harness/commands/replay-run.ts";

const out = mkdtempSync(join(tmpdir(), "certify-"));
const usual: CertifyOptions = { out, lang: "en", pace: 1, scenario: ["C01"] };
vi.spyOn(process.stdout, "write").mockReturnValue(true);
vi.spyOn(process.stderr, "write").mockReturnValue(true);

afterAll(() => {
  vi.restoreAllMocks();
  rmSync(out, { recursive: true, force: true });
});

describe("madoguchi certify", () => {
  it.each<[string, Partial<CertifyOptions>, RegExp]>([
    ["a folder without --live, for the bundled system would be tested", { folder: "oqs" }, /^--folder: needs --live/],
    [
      "a built-in subject with --live",
      { live: true, folder: "oqs", subject: "reference" },
      /^--subject: names a built-in/,
    ],
    ["a wire with --live", { live: true, folder: "oqs", wire: "loopback" }, /^--wire: does not go/],
    ["a kind of reader without a wire", { wireAs: "sim-contacts" }, /^--wire-as: needs --wire/],
    ["ends of a front without a wire", { wireFront: "a,b" }, /^--wire-front: needs --wire/],
  ])("refuses %s", async (_what, options, message) => {
    await expect(runCertify({ ...usual, ...options })).rejects.toThrow(message);
  });
});

describe("madoguchi replay", () => {
  it("asks for the profile a trace was recorded under, and is the same with it", async () => {
    const profile = join(out, "profile.yaml");
    writeFileSync(profile, "result: { encoding: Shift_JIS }\n");
    await runCertify({ ...usual, profile });
    const trace = join(out, "traces", "C01.ndjson");
    await expect(runReplay(trace, { lang: "en" })).rejects.toThrow(/another profile, or by another version/);
    expect(await runReplay(trace, { lang: "en", profile })).toBe(0);
  });
});
