import { beforeAll, describe, expect, test } from "vitest";
import { faceConditions } from "../../../harness/edges/face/conditions.ts";
import { CALIBRATION_DAY, type Calibration, calibrate } from "../../../harness/faces/calibration.ts";
import { calibrationHtml } from "../../../harness/faces/report-html.ts";
import { calibrationJson } from "../../../harness/faces/report-json.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";

const thresholds = { threshold: 600, liveThreshold: 500 };
const quietly = { done: () => undefined, stopped: () => false };
const plan = (persons: number, seed = 3) => ({ persons, seed, asOf: CALIBRATION_DAY, thresholds });

async function measured(persons: number, seed?: number): Promise<Calibration> {
  const calibration = await calibrate(plan(persons, seed), quietly);
  if (calibration === undefined) throw new Error("nobody stopped it");
  return calibration;
}

describe("a calibration", () => {
  let calibration: Calibration;
  beforeAll(async () => {
    calibration = await measured(6);
  });

  test("takes everybody under every condition once and compares them with all others", () => {
    expect(calibration.conditions.map(({ id }) => id)).toEqual(faceConditions.map(({ id }) => id));
    for (const { tries, qualities, mated, nonMated, live } of calibration.conditions) {
      expect(tries).toBe(calibration.enrolled);
      expect(Object.values(qualities).reduce((sum, count) => sum + count, 0)).toBe(tries);
      expect([mated.total, live.total]).toEqual([qualities.good, qualities.good]);
      expect(nonMated.total).toBe(qualities.good * (tries - 1));
    }
  });

  test("compares with others: few of them come near the person", () => {
    for (const { nonMated } of calibration.conditions) expect(nonMated.quantile(900) ?? 0).toBeLessThan(300);
  });

  test("accepts all on an ordinary day, and nobody who is not there", () => {
    const acceptedUnder = (id: string) => calibration.conditions.find((counts) => counts.id === id)?.accepted;
    expect(acceptedUnder("normal")).toBe(calibration.enrolled);
    for (const id of ["nobody", "moved", "backlit", "two-people"]) expect(acceptedUnder(id)).toBe(0);
    expect(acceptedUnder("masked")).toBeLessThan(calibration.enrolled);
  });

  test("gives the same JSON bytes for the same seed and others for another", async () => {
    const json = calibrationJson(calibration);
    expect(calibrationJson(await measured(6))).toBe(json);
    expect(calibrationJson(await measured(6, 4))).not.toBe(json);
  });

  test("says in JSON what it counted, and first of all that it is no statement on a product", () => {
    const json = JSON.parse(calibrationJson(calibration));
    expect(json.caveats[0].en).toContain("states nothing about any real face product");
    expect(json.plan).toEqual({ persons: 6, seed: 3, asOf: "20260210", threshold: 600, liveThreshold: 500 });
    const printed = json.conditions.find(({ id }: { id: string }) => id === "printed");
    expect(printed).toHaveProperty("apcer");
    expect(printed).not.toHaveProperty("bpcer");
    expect(json.conditions[0]).toHaveProperty("bpcer");
    expect(json.conditions[0].curve.at(0)).toMatchObject({ threshold: 0, falseNonMatches: 0 });
    expect(json.conditions[0].curve.at(-1).threshold).toBe(1_000);
  });

  test("writes a page that stands alone, in both languages, with the warning before all figures", () => {
    const dot = "data:image/jpeg;base64,AAAA";
    const page = calibrationHtml(calibration, { ja: "機種", en: "model <x>" }, new Map([["normal", dot]]), "ja");
    expect(page).toContain('<html lang="ja">');
    expect(page).not.toMatch(/https?:(?!\/\/www\.w3\.org\/2000\/svg)|src="(?!data:)|@import|undefined|NaN/);
    expect(page.indexOf("模擬器の照合器の校正")).toBeLessThan(page.indexOf("FNMR"));
    expect(page).toContain("model &lt;x&gt;");
    expect(page).toContain(`<img src="${dot}"`);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of faceConditions) expect(page).toContain(`<code>${id}</code>`);
  });
});

describe("a calibration that is not run to its end", () => {
  test("is none", async () => {
    const told: number[] = [];
    const watcher = { done: (count: number) => told.push(count), stopped: () => told.length === 1 };
    expect(await calibrate(plan(3), watcher)).toBeUndefined();
    expect(await calibrate(plan(3), { ...watcher, stopped: () => true })).toBeUndefined();
    expect(told).toEqual([1]);
  });

  test.each([0, 1, 2_001, 2.5, Number.NaN])("cannot have %d people", async (persons) => {
    await expect(calibrate(plan(persons), quietly)).rejects.toMatchObject({
      name: MisuseError.name,
      field: "--persons",
    });
  });
});
