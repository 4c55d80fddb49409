import { describe, expect, it } from "vitest";
import { loadDocumentFonts } from "../../../harness/edges/document-fonts.ts";
import { declaration } from "../../../simulator/documents/kinds/declaration.ts";
import { declarationFromTheCard } from "../../../simulator/documents/kinds/declaration-from-card.ts";
import { renderDocument } from "../../../simulator/documents/render.ts";
import { readPdf } from "./pdf-reading.ts";
import { holder } from "./sample.ts";

const fonts = await loadDocumentFonts();

async function fieldsOf(kind: typeof declaration | typeof declarationFromTheCard, printed = {}) {
  const [items] = kind.itemsOf(holder);
  if (items === undefined) throw new Error("there is always a form");
  const bytes = renderDocument(kind, items, { fonts, madeOn: holder.on, printed });
  return { bytes, fields: (await readPdf(bytes)).fields };
}

describe("被保険者資格申立書", () => {
  it("has a field for each item of D-17, those without which nobody accepts it marked as required", async () => {
    const { fields } = await fieldsOf(declaration);
    expect(fields.map(({ fieldName }) => fieldName)).toEqual([
      "kana",
      "name",
      "birthdate",
      "sex",
      "address",
      "phone",
      "insuranceType",
      "ratio",
      "insurerName",
      "workplace",
      "symbol",
      "number",
      "branch",
      "declaredOn",
    ]);
    expect(fields.filter(({ required }) => required).map(({ fieldName }) => fieldName)).toEqual([
      "name",
      "birthdate",
      "sex",
      "address",
      "phone",
      "insuranceType",
      "ratio",
      "declaredOn",
    ]);
  });

  it("says what each field is to a reading aid", async () => {
    const { fields } = await fieldsOf(declaration);
    expect(fields.map(({ alternativeText }) => alternativeText)).toContain("連絡先（電話）（必須）");
    expect(fields.map(({ alternativeText }) => alternativeText)).toContain("保険者の名称");
  });

  it("gives closed lists to choose from, with a way out for who does not know", async () => {
    const { fields } = await fieldsOf(declaration);
    const choices = (name: string) =>
      fields
        .find(({ fieldName }) => fieldName === name)
        ?.options.map(({ exportValue }: { exportValue: string }) => exportValue);
    expect(choices("sex")).toEqual(["男", "女"]);
    expect(choices("ratio")).toEqual(["１割", "２割", "３割", "分からない"]);
    expect(choices("insuranceType")).toContain("分からない");
  });

  it("prints the choices to tick by hand, and ticks what is filled in", async () => {
    const joined = async (kind: typeof declaration | typeof declarationFromTheCard) =>
      (await readPdf((await fieldsOf(kind)).bytes)).pages[0]?.joined;
    expect(await joined(declaration)).toContain("□１割□２割□３割□分からない");
    expect(await joined(declaration)).toContain("□男□女");
    expect(await joined(declarationFromTheCard)).toContain("□男■女");
  });

  it("is empty, or filled in with the face of the card alone", async () => {
    const empty = await fieldsOf(declaration);
    expect(empty.fields.every(({ fieldValue }) => fieldValue === "" || fieldValue?.[0] === "")).toBe(true);
    const { fields } = await fieldsOf(declarationFromTheCard);
    const filled = fields.filter(({ fieldValue }) => String(fieldValue) !== "");
    expect(Object.fromEntries(filled.map(({ fieldName, fieldValue }) => [fieldName, String(fieldValue)]))).toEqual({
      kana: "タカハシ　サキコ",
      name: "髙橋　﨑子",
      birthdate: "昭和29年4月5日",
      sex: "女",
      address: "架空県見本市一丁目２番３号",
      declaredOn: "令和8年2月10日",
    });
  });

  it("embeds the whole font, so that whatever somebody types is shown", async () => {
    const text = Buffer.from((await fieldsOf(declaration)).bytes).toString("latin1");
    expect(text).toContain(`/Length1 ${fonts.regular.file.length}`); // all of the font file, not the glyphs of one text
    expect(text).toContain("/NeedAppearances true");
    expect(text).toMatch(/\/DR <<\s*\/Font <<[^>]*\/FormJapanese \d+ 0 R/);
    expect(text.match(/\/DA <([0-9a-f]+)>/g)?.length).toBe(15); // each field, and the form for whatever is added
  });

  it("draws what is filled in, for viewers that do not draw fields themselves", async () => {
    const { bytes } = await fieldsOf(declarationFromTheCard);
    const glyphs = Array.from("髙橋", (character) =>
      fonts.regular.font
        .glyphForCodePoint(character.codePointAt(0) ?? 0)
        .id.toString(16)
        .padStart(4, "0"),
    ).join("");
    expect(Buffer.from(bytes).toString("latin1")).toMatch(new RegExp(`<${glyphs}[0-9a-f]+> Tj`));
  });
});
