import { describe, expect, it } from "vitest";
import { loadDocumentFonts } from "../../../harness/edges/document-fonts.ts";
import { CERTIFICATES_FROM } from "../../../simulator/documents/certificate-items.ts";
import type { DocumentKind } from "../../../simulator/documents/kind.ts";
import { documentKinds } from "../../../simulator/documents/kinds/index.ts";
import { SIMULATION_MARK } from "../../../simulator/documents/layout/mark.ts";
import { PT_PER_MM } from "../../../simulator/documents/layout/paper.ts";
import { renderDocument } from "../../../simulator/documents/render.ts";
import { addDays, civilDate } from "../../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { insurerNumber } from "../../../simulator/population/insurer.ts";
import { type PlacedText, readPdf } from "./pdf-reading.ts";
import { holder } from "./sample.ts";

const kinds = (documentKinds as readonly DocumentKind[]).map((kind) => [kind.id, kind] as const);
const madeOn = holder.on;
const fonts = await loadDocumentFonts();

function onlyItems(kind: DocumentKind) {
  const [items] = kind.itemsOf(holder);
  if (items === undefined) throw new Error(`the holder has no ${kind.id}`);
  return items;
}

const kindOf = (id: string): DocumentKind => {
  const found = kinds.find(([name]) => name === id)?.[1];
  if (found === undefined) throw new Error(`no kind ${id}`);
  return found;
};

/** Whether two texts touch by more than rounding: full-width characters reach from 0.88 em above the base line to 0.12 below. */
function overlap(one: PlacedText, other: PlacedText): boolean {
  const [top, otherTop] = [one, other].map(({ baseMm, sizePt }) => baseMm - (0.88 * sizePt) / PT_PER_MM) as [
    number,
    number,
  ];
  const [end, otherEnd] = [one, other].map(({ baseMm, sizePt }) => baseMm + (0.12 * sizePt) / PT_PER_MM) as [
    number,
    number,
  ];
  const wide = Math.min(one.rightMm, other.rightMm) - Math.max(one.leftMm, other.leftMm);
  const high = Math.min(end, otherEnd) - Math.max(top, otherTop);
  return wide > 0.1 && high > 0.1;
}

/** As long as each item may be in the messages (receipt-system-interface.md §2.4, eligibility-rules.md §10.3). */
const LONGEST: Readonly<Record<string, string>> = {
  name: "字".repeat(100),
  kana: "カ".repeat(100),
  insuredName: "字".repeat(100),
  address: "字".repeat(200),
  insurerName: "字".repeat(100),
  symbol: "記".repeat(20),
  number: "番".repeat(20),
  recipientNumber: "ABCDEFGHIJ".repeat(3),
  certificate: "証".repeat(100),
  facilities: Array(10).fill("9910000018").join("、"),
  injuries: "（1）傷病名".repeat(20),
  remarks: "備考".repeat(100),
  facility: "字".repeat(100),
  prescriber: "字".repeat(100),
  office: "字".repeat(100),
};

describe.each(kinds)("%s", (_id, kind) => {
  it("is the same bytes each time, and other bytes for another day", () => {
    const items = onlyItems(kind);
    const [first, second, other] = [madeOn, madeOn, addDays(madeOn, 1)].map((day) =>
      Buffer.from(renderDocument(kind, items, { fonts, madeOn: day })),
    );
    expect(first?.equals(second ?? Buffer.of())).toBe(true);
    expect(first?.equals(other ?? Buffer.of())).toBe(false);
  });

  it("is one page of its paper, in Japanese, with its title, marked across and at the foot", async () => {
    const { info, pages } = await readPdf(renderDocument(kind, onlyItems(kind), { fonts, madeOn }));
    expect(info).toMatchObject({ Title: kind.title.ja, Language: "ja-JP", Subject: SIMULATION_MARK });
    expect(pages).toHaveLength(1);
    const [page] = pages;
    expect(page?.widthMm).toBeCloseTo(kind.paper.widthMm, 2);
    expect(page?.heightMm).toBeCloseTo(kind.paper.heightMm, 2);
    expect(page?.across).toBe(SIMULATION_MARK);
    expect(page?.joined).toContain(SIMULATION_MARK.replaceAll(" ", ""));
  });

  it("says every item so that it can be searched and copied", async () => {
    const items = onlyItems(kind);
    const { pages, fields } = await readPdf(renderDocument(kind, items, { fonts, madeOn }));
    const said = [pages[0]?.joined, ...fields.map(({ fieldValue }) => String(fieldValue ?? ""))].join("\n");
    const missing = Object.entries(items).filter(
      ([, value]) => !said.replaceAll(/[ \u3000]/g, "").includes(value.replaceAll(/[ \u3000\n]/g, "")),
    );
    expect(missing).toEqual([]);
  });

  it("keeps the longest texts inside the page and off each other", async () => {
    const printed = Object.fromEntries(Object.entries(LONGEST).filter(([key]) => key in kind.labels));
    const { pages } = await readPdf(renderDocument(kind, onlyItems(kind), { fonts, madeOn, printed }));
    const { widthMm, texts = [] } = pages[0] ?? {};
    const outside = texts.filter(({ leftMm, rightMm }) => leftMm < 1 || rightMm > (widthMm ?? 0) - 1);
    expect(outside).toEqual([]);
    const upon = texts.filter((one) => texts.some((other) => other !== one && overlap(one, other)));
    expect(upon).toEqual([]);
  });

  it("prints another value where it is told to, and ● for what no font has", async () => {
    const [key] = Object.keys(kind.labels);
    const printed = { [String(key)]: "●外字\u{20bb7}" };
    const { pages, fields } = await readPdf(renderDocument(kind, onlyItems(kind), { fonts, madeOn, printed }));
    const form = fields.length > 0;
    expect(form ? fields.map(({ fieldValue }) => fieldValue) : pages[0]?.joined).toContain(
      form ? "●外字\u{20bb7}" : "●外字●",
    );
  });

  it("refuses a printed value for an item it does not have, with the items it has", () => {
    const act = () => renderDocument(kind, onlyItems(kind), { fonts, madeOn, printed: { colour: "青" } });
    expect(act).toThrow(MisuseError);
    expect(act).toThrow(`printed.colour: is no item of ${kind.id}; it has `);
  });
});

describe("which documents a person holds", () => {
  it("no 資格確認書 before the day they began, and no old card for who joined from that day on", () => {
    const before = { ...holder, on: addDays(CERTIFICATES_FROM, -1) };
    expect(kindOf("certificate-a4").itemsOf(before)).toEqual([]);
    expect(kindOf("certificate-a4").itemsOf({ ...holder, on: CERTIFICATES_FROM })).toHaveLength(1);
    const [row] = holder.person.eligibilities;
    if (row === undefined) throw new Error("the holder is insured");
    const joined = (acquired: typeof CERTIFICATES_FROM) => ({
      ...holder,
      person: { ...holder.person, eligibilities: [{ ...row, acquired }] },
    });
    expect(kindOf("old-insurance-card").itemsOf(joined(CERTIFICATES_FROM))).toEqual([]);
    expect(kindOf("old-insurance-card").itemsOf(joined(addDays(CERTIFICATES_FROM, -1)))).toHaveLength(1);
  });

  it.each([
    ["kyokai", "健康保険被保険者証", "令和7年12月1日"],
    ["union", "健康保険被保険者証", "令和7年12月1日"],
    ["mutual-aid", "共済組合組合員証", "令和7年12月1日"],
    ["national", "国民健康保険被保険者証", "令和7年7月31日"],
    ["late-elderly", "後期高齢者医療被保険者証", "令和7年7月31日"],
  ] as const)("an old card under the law %s is a %s, good until %s", (law, certificate, validUntil) => {
    const [row] = holder.person.eligibilities;
    if (row === undefined) throw new Error("the holder is insured");
    const { validUntil: renewed, ...lasting } = row;
    const held = { ...lasting, insurerNumber: insurerNumber({ law, rank: 0 }) };
    // Employers' certificates carry no end of their own.
    const yearly =
      renewed !== undefined && (law === "national" || law === "late-elderly") ? { validUntil: renewed } : {};
    const person = { ...holder.person, eligibilities: [{ ...held, ...yearly }] };
    const items = kindOf("old-insurance-card").itemsOf({ ...holder, person });
    expect(items).toMatchObject([{ certificate, validUntil }]);
  });

  it.each(["certificate-card", "old-insurance-card", "limit-certificate", "portal-screen"])(
    "%s sets a foreign name on one line",
    async (id) => {
      const person = { ...holder.person, name: "ＳＴＯＮＥＧＡＴＥ　ＬＩＮＤＥＮ", kana: "ｽﾄｰﾝｹﾞｰﾄ ﾘﾝﾃﾞﾝ" };
      const kind = kindOf(id);
      const [items = {}] = kind.itemsOf({ ...holder, person });
      const { pages } = await readPdf(renderDocument(kind, items, { fonts, madeOn }));
      const baseOf = (word: string) => pages[0]?.texts.find(({ text }) => text.includes(word))?.baseMm;
      expect(baseOf("ＳＴＯＮＥＧＡＴＥ")).toBeGreaterThan(0);
      expect(baseOf("ＬＩＮＤＥＮ")).toBe(baseOf("ＳＴＯＮＥＧＡＴＥ"));
      expect(baseOf("ストーンゲート")).toBeGreaterThan(0);
      expect(baseOf("リンデン")).toBe(baseOf("ストーンゲート"));
    },
  );

  it("a foreign name that is too long for one line breaks between its words", async () => {
    const kind = kindOf("portal-screen");
    const printed = { insuredName: "ＳＴＯＮＥＧＡＴＥ　ＬＩＮＤＥＮ" };
    const { pages } = await readPdf(renderDocument(kind, onlyItems(kind), { fonts, madeOn, printed }));
    const lines = pages[0]?.texts.map(({ text }) => text);
    expect(lines).toEqual(expect.arrayContaining(["ＳＴＯＮＥＧＡＴＥ", "ＬＩＮＤＥＮ"]));
  });

  it("who lost the insurance still holds its paper", () => {
    const [row] = holder.person.eligibilities;
    if (row === undefined) throw new Error("the holder is insured");
    const person = { ...holder.person, eligibilities: [{ ...row, lost: civilDate("2026-01-01") }] };
    expect(kindOf("certificate-card").itemsOf({ ...holder, person })).toHaveLength(1);
    expect(kindOf("portal-screen").itemsOf({ ...holder, person })[0]?.["lost"]).toBe("令和8年1月1日");
  });

  it("on the day one insurance is lost and the next begins, the paper of the next alone", () => {
    const [row] = holder.person.eligibilities;
    if (row === undefined) throw new Error("the holder is insured");
    const { on } = holder;
    const eligibilities = [
      { ...row, lost: on },
      { ...row, number: "0009999", acquired: on },
    ];
    const held = (day: typeof on) =>
      kindOf("notice")
        .itemsOf({ on: day, person: { ...holder.person, eligibilities } })
        .map((items) => items["number"]);
    expect(held(addDays(on, -1))).toEqual(["0009160"]);
    expect(held(on)).toEqual(["0009999"]);
  });

  it("a ticket with the recipient number it was issued under, which may not be that of the aid", () => {
    const { aid = expect.unreachable() } = holder;
    const tickets = aid.tickets.map((ticket) => ({ ...ticket, recipientNumber: "9001231" }));
    const [items] = kindOf("medical-ticket").itemsOf({ ...holder, aid: { ...aid, tickets } });
    expect(items).toMatchObject({ recipientNumber: "9001231" });
    expect(kindOf("medical-ticket").itemsOf(holder)[0]).toMatchObject({ recipientNumber: aid.recipientNumber });
  });

  it("tickets of the day's month alone", () => {
    expect(kindOf("medical-ticket").itemsOf({ ...holder, on: civilDate("2026-03-01") })).toEqual([]);
    expect(kindOf("dispensing-ticket").itemsOf(holder)).toHaveLength(1);
  });

  it("nothing of aid and subsidy for who has none", () => {
    const { person, on } = holder;
    for (const id of ["medical-ticket", "dispensing-ticket", "subsidy-certificate"])
      expect(kindOf(id).itemsOf({ person, on })).toEqual([]);
  });
});
