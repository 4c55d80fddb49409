import { check, fail, inconc, pass } from "../../check.ts";

/** Where a mark of PIN, photo or reference number may stand: between card, reader and patient. */
const INSIDE = new Set(["card.apdu", "reader.screen"]);

/** PIN and photo pass between patient, reader and card, and nowhere else. */
export const pinAndPhotoStayInside = check({
  id: "privacy/pin-and-photo-stay-inside",
  title: { ja: "暗証番号と顔写真を外に出さない", en: "PIN and photo stay inside" },
  expected: {
    ja: "暗証番号・顔写真・照合番号がカードとリーダーの外に現れない",
    en: "PIN, photo and reference number never appear outside card and reader",
  },
  clause: "requirements.md R1-44; readers-and-line.md §4 (the PIN is checked by the card)",
  requires: ["R1-44", "X-06"],
  next: { ja: "示された箇所のデータの流れを確認してください", en: "follow the data at the crossing named" },
  judge(trace) {
    const marked = trace.crossings.filter(({ marks }) => marks?.some((kind) => kind !== "personal-number"));
    const outside = marked.filter(({ pco }) => !INSIDE.has(pco));
    if (outside.length > 0)
      return fail(
        outside.map(({ seq }) => seq),
        { ja: "外部に現れた", en: "seen outside" },
      );
    if (marked.length === 0)
      return inconc({ ja: "暗証番号も顔写真も使われなかった", en: "neither PIN nor photo was used" });
    return pass(
      marked.slice(0, 5).map(({ seq }) => seq),
      { ja: `${marked.length}箇所とも内部`, en: `all ${marked.length} stay inside` },
    );
  },
  passes: ["C02", "C79"],
  bites: ["C79+reference-number-in-file"],
});
