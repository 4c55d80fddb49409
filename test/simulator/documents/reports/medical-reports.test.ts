import { describe, expect, it } from "vitest";
import { loadMedicalDocuments } from "../../../../harness/edges/medical-documents.ts";
import { SIMULATION_MARK } from "../../../../simulator/documents/layout/mark.ts";
import type { Checkup, CheckupItem, ReportDay } from "../../../../simulator/documents/medical-report.ts";
import { civilDate } from "../../../../simulator/kernel/civil-time.ts";
import { readPdf } from "../pdf-reading.ts";

const render = await loadMedicalDocuments();
const patient = { name: "見本　花子", kana: "ﾐﾎﾝ ﾊﾅｺ", sex: "2", birthdate: civilDate("1965-02-11") } as const;
const madeOn = civilDate("2026-02-10");

const day = (on: string, more: Partial<ReportDay> = {}): ReportDay => ({
  on: civilDate(on),
  prescribedOn: civilDate(on),
  facility: "架空薬局",
  prescriber: "架空内科クリニック",
  setting: "outpatient",
  drugs: [
    {
      usageClass: "内服",
      name: "架空錠５ｍｇ",
      ingredient: "架空成分",
      quantity: "2",
      unit: "錠",
      usage: "１日２回朝夕食後",
      times: 28,
      instruction: "粉砕",
    },
  ],
  ...more,
});

const drugs = {
  patient,
  madeOn,
  from: "202511",
  until: "202601",
  months: [{ month: "202601", days: [day("2026-01-14")] }],
};

describe("drug information as PDF", () => {
  it("has the patient's name, sex and age, and each drug with its ingredient, quantity, usage, days and facility (R1-32)", async () => {
    const { info, pages } = await readPdf(render.drugs(drugs));
    expect(info).toMatchObject({ Title: "薬剤情報", Language: "ja-JP" });
    for (const said of [
      "見本花子",
      "ミホンハナコ",
      "（60歳）",
      "女",
      "令和7年11月から令和8年1月まで",
      "令和8年1月14日架空薬局（入院外）",
      "処方日令和8年1月14日架空内科クリニック",
      "架空錠５ｍｇ",
      "架空成分",
      "2錠",
      "１日２回朝夕食後",
      "粉砕",
      "28",
    ])
      expect(pages[0]?.joined).toContain(said);
  });

  it("is called 薬剤・診療情報 where it has medical acts or surgery, and shows them", async () => {
    const care = [{ category: "検査", name: "末梢血液一般検査", quantity: "1", unit: "回", times: 3 }];
    const months = [{ month: "202601", days: [day("2026-01-14", { care, setting: "inpatient" })] }];
    const surgeries = [{ on: civilDate("2024-05-13"), facility: "架空総合病院", name: "架空切除術" }];
    const { info, pages } = await readPdf(render.drugs({ ...drugs, months, surgeries }));
    expect(info).toMatchObject({ Title: "薬剤・診療情報" });
    for (const said of ["（入院）", "末梢血液一般検査", "手術情報", "令和6年5月13日", "架空切除術"])
      expect(pages[0]?.joined).toContain(said);
  });

  it("says so where there is nothing", async () => {
    const { pages } = await readPdf(render.drugs({ ...drugs, months: [], surgeries: [] }));
    expect(pages[0]?.joined).toContain("この期間の情報はありません。");
    expect(pages[0]?.joined).toContain("手術の情報はありません。");
  });

  it("runs over pages: each is marked, numbered as one of so many, later ones say whose and of which month they are, no row is lost or leaves the page", async () => {
    const names = Array.from({ length: 90 }, (_, index) => `架空錠第${index + 1}号`);
    const days = names.map((name) => {
      const [drug] = day("2026-01-14").drugs;
      return day("2026-01-14", { drugs: drug === undefined ? [] : [{ ...drug, name }] });
    });
    const { pages } = await readPdf(render.drugs({ ...drugs, months: [{ month: "202601", days }] }));
    expect(pages.length).toBeGreaterThan(5);
    expect(new Set(pages.map(({ across }) => across))).toEqual(new Set([SIMULATION_MARK]));
    for (const [index, page] of pages.entries()) expect(page.joined).toContain(`${index + 1}/${pages.length}ページ`);
    for (const page of pages.slice(1)) expect(page.joined).toContain("薬剤情報見本花子令和8年1月（続き）");
    const all = pages.map(({ joined }) => joined).join("");
    expect(names.filter((name) => !all.includes(name))).toEqual([]);
    const foot = pages.flatMap(({ texts }) => texts).filter(({ baseMm, sizePt }) => baseMm > 278 && sizePt > 7);
    expect(foot).toEqual([]);
  });

  it("does not head a page with the month before where it begins with the next", async () => {
    const month = (name: string, days: number) => ({
      month: name,
      days: Array.from({ length: days }, () => day(`${name.slice(0, 4)}-${name.slice(4)}-14`)),
    });
    const { pages } = await readPdf(render.drugs({ ...drugs, months: [month("202512", 7), month("202601", 1)] }));
    expect(pages.map(({ joined }) => joined.includes("（続き）"))).toEqual([false, false]);
    expect(pages[1]?.joined).toContain("薬剤情報見本花子令和8年1月令和8年1月14日");
  });

  it("is the same bytes for the same report", () => {
    expect(Buffer.from(render.drugs(drugs)).equals(Buffer.from(render.drugs(drugs)))).toBe(true);
  });
});

const item = (name: string, value: string, more: Partial<CheckupItem> = {}): CheckupItem => ({
  code: `code of ${name}`,
  name,
  value,
  group: "検査",
  ...more,
});
const checkup = (on: string, items: readonly CheckupItem[]): Checkup => ({ on: civilDate(on), items });
const readCheckups = async (checkups: readonly Checkup[]) => {
  const { pages } = await readPdf(render.checkups({ patient, madeOn, checkups }));
  return { joined: pages[0]?.joined ?? "", texts: pages[0]?.texts.map(({ text }) => text) ?? [] };
};

describe("check-up information as PDF", () => {
  it.each([
    ["below the range", "39.9", { low: 40, high: 89.9 }, "39.9 L"],
    ["at its lower end", "40", { low: 40, high: 89.9 }, "40"],
    ["at its upper end", "89.9", { low: 40, high: 89.9 }, "89.9"],
    ["above the range", "90", { low: 40, high: 89.9 }, "90 H"],
    ["above a range open below", "150", { high: 149 }, "150 H"],
    ["below a range open above", "-1", { low: 0 }, "-1 L"],
    ["without a range", "999", {}, "999"],
    ["in words", "(－)", { low: 1 }, "(－)"],
  ])("flags a value %s", async (_place, value, range, said) => {
    const { texts } = await readCheckups([checkup("2025-06-03", [item("項目", value, range)])]);
    expect(texts).toContain(said);
  });

  it("has items with unit and range, check-ups beside each other, and leaves free what was not examined (R1-31)", async () => {
    const { joined } = await readCheckups([
      checkup("2025-06-03", [
        item("腹囲", "85.5", { unit: "cm", high: 89.9 }),
        item("ＢＭＩ", "22.5", { low: 18.5, high: 24.9 }),
      ]),
      checkup("2024-06-04", [item("腹囲", "84.0", { unit: "cm", high: 89.9 }), item("ＣＲＰ", "0.05", { low: 0.01 })]),
    ]);
    expect(joined).toContain("令和7年6月3日令和6年6月4日単位基準値");
    expect(joined).toContain("腹囲85.584.0cm89.9以下");
    expect(joined).toContain("ＢＭＩ22.518.5～24.9");
    expect(joined).toContain("ＣＲＰ0.050.01以上");
  });

  it("begins another table where more than five do not fit beside each other", async () => {
    const years = ["2025", "2024", "2023", "2022", "2021", "2020"];
    const { joined } = await readCheckups(years.map((year) => checkup(`${year}-06-03`, [item("身長", "160")])));
    expect(joined).toContain(
      "検査項目令和7年6月3日令和6年6月3日令和5年6月3日令和4年6月3日令和3年6月3日単位基準値検査身長160160160160160",
    );
    expect(joined).toContain("検査項目令和2年6月3日単位基準値検査身長160");
  });

  it("never leaves the heading of a group alone at the foot of a page", async () => {
    for (let before = 0; before < 6; before++) {
      const lone = Array.from({ length: 26 + before }, (_, index) => item(`項目${index}`, "1", { group: "群" }));
      const grouped = Array.from({ length: 6 }, (_, index) => item(`末項${index}`, "1", { group: `末群${index}` }));
      const report = { patient, madeOn, checkups: [checkup("2025-06-03", [...lone, ...grouped])] };
      const { pages } = await readPdf(render.checkups(report));
      expect(pages).toHaveLength(2);
      const last = pages[0]?.texts.filter(({ text, sizePt }) => sizePt > 7 && !text.endsWith("ページ")).at(-1);
      expect(last?.text).toBe("1");
    }
  });

  it("says so where there is none", async () => {
    expect((await readCheckups([])).joined).toContain("特定健診の情報はありません。");
  });
});
