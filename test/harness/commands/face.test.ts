import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runFaceCalibrate } from "../../../harness/commands/face-calibrate-run.ts";
import { runFaceShow } from "../../../harness/commands/face-show-run.ts";
import { ConfigurationError } from "../../../harness/configuration-error.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";

const folder = mkdtempSync(join(tmpdir(), "face-"));
const inFolder = (name: string): string => join(folder, name);
let said: string[] = [];

beforeEach(() => {
  said = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((text) => {
      said.push(String(text));
      return true;
    });
  }
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("madoguchi face show", () => {
  const show = { persona: "employee", seed: 1, lang: "en" } as const;

  it("writes the chip's photograph and two frames, and says what the gate makes of them", async () => {
    const out = inFolder("screen.png");
    expect(await runFaceShow({ ...show, condition: "screen", out })).toBe(0);
    const { format, width, height } = await sharp(out).metadata();
    expect([format, width, height]).toEqual(["png", 3 * 504, 732]);
    expect(said.join("")).toContain("not taken for a living person");
    expect(said.join("")).toContain("fringes of a screen");
  });

  it("takes parameters of the condition", async () => {
    await runFaceShow({ ...show, condition: "dim:lightThousandths=30", out: inFolder("dim.png") });
    expect(said.join("")).toContain("too dark");
  });

  it("says that the card of an infant has nothing to compare with", async () => {
    await runFaceShow({ ...show, persona: "infant", condition: "normal", lang: "ja", out: inFolder("infant.png") });
    expect(said.join("")).toContain("カードに顔写真がない");
  });

  it.each([
    ["--condition", { condition: "turnd" }, "turned"],
    ["--condition", { condition: "turned:yawDegrees" }, "whole numbers"],
    ["turned", { condition: "turned:rollDegrees=3" }, "yawDegrees"],
    ["turned.yawDegrees", { condition: "turned:yawDegrees=90" }, "-40 to 40"],
    ["persona", { persona: "nobody-i-know" }, "nobody-i-know"],
  ])("names %s when it is wrong, and writes nothing", async (field, wrong, words) => {
    const out = inFolder("never.png");
    const refused = runFaceShow({ ...show, ...wrong, out });
    await expect(refused).rejects.toMatchObject({ name: MisuseError.name, field });
    await expect(refused).rejects.toThrow(words);
    expect(existsSync(out)).toBe(false);
  });
});

describe("madoguchi face calibrate", () => {
  const calibrate = { persons: 3, seed: 1, reader: "simulated-face", lang: "en" } as const;

  it("writes report, figures and pictures, tells its progress, and says what it is not", async () => {
    const out = inFolder("faces");
    expect(await runFaceCalibrate({ ...calibrate, out })).toBe(0);
    expect(readdirSync(out).sort()).toEqual(["calibration.json", "conditions.png", "det.png", "report.html"]);
    expect(said).toContain("1/18  normal  an ordinary day\n");
    expect(said.join("")).toContain("states nothing about any real face product");
    expect(readFileSync(join(out, "report.html"), "utf8")).toContain('<html lang="en">');
    expect((await sharp(join(out, "det.png")).metadata()).format).toBe("png");
  });

  it.each(["general", "no-such-reader"])(
    "refuses the reader %s, which has no camera, and names those that have",
    async (reader) => {
      const refused = runFaceCalibrate({ ...calibrate, reader, out: inFolder("none") });
      await expect(refused).rejects.toThrow("simulated-face");
      await expect(refused).rejects.toMatchObject({ name: MisuseError.name, field: "--reader" });
    },
  );

  it("refuses one person before it writes anything", async () => {
    const out = inFolder("alone");
    await expect(runFaceCalibrate({ ...calibrate, persons: 1, out })).rejects.toThrow("2 to 2000 people");
    expect(existsSync(out)).toBe(false);
  });

  it("says where it cannot write, before the work", async () => {
    await runFaceShow({ persona: "employee", condition: "normal", seed: 1, lang: "en", out: inFolder("a-file") });
    const refused = runFaceCalibrate({ ...calibrate, out: join(inFolder("a-file"), "below") });
    await expect(refused).rejects.toBeInstanceOf(ConfigurationError);
    expect(said.join("")).not.toContain("1/18");
  });
});
