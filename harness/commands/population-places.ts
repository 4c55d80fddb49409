import type { Language } from "../../simulator/kernel/bilingual.ts";
import type { QueryResult } from "./population-query.ts";
import { lines } from "./population-view.ts";

/** A facility, an insurer or a municipality as a text for people. */
export function placeText(
  result: Exclude<QueryResult, { readonly kind: "people" | "nothing" }>,
  lang: Language,
): string {
  if (result.kind === "facility") {
    const { code, name, kind, municipality, phone, consentKinds } = result.facility;
    return lines(
      [
        [{ ja: "医療機関コード", en: "facility code" }, code],
        [{ ja: "名称", en: "name" }, `${name.ja} (${name.en})`],
        [{ ja: "種別", en: "kind" }, kind],
        [{ ja: "市町村", en: "municipality" }, municipality],
        [{ ja: "届出電話番号", en: "registered phone" }, phone],
        [{ ja: "同意を求める情報", en: "asks consent for" }, consentKinds.join(", ")],
      ],
      lang,
    );
  }
  if (result.kind === "insurer") {
    const { number, name, law, postNumber, address } = result.insurer;
    return lines(
      [
        [{ ja: "保険者番号", en: "insurer number" }, number.trim()],
        [{ ja: "名称", en: "name" }, name],
        [{ ja: "制度", en: "law" }, law],
        [{ ja: "所在地", en: "address" }, `${postNumber} ${address}`],
      ],
      lang,
    );
  }
  const { code, name, postNumber, address, joinedPmh, welfareOffice } = result.municipality;
  return lines(
    [
      [{ ja: "市町村コード", en: "municipality code" }, code],
      [{ ja: "名称", en: "name" }, `${name.ja} (${name.en})`],
      [{ ja: "所在地", en: "address" }, `${postNumber} ${address}`],
      [{ ja: "PMH", en: "PMH" }, (joinedPmh ? { ja: "参加", en: "joined" } : { ja: "未参加", en: "not joined" })[lang]],
      [{ ja: "福祉事務所", en: "welfare office" }, `${welfareOffice.payerNumber} ${welfareOffice.name}`],
      [{ ja: "医療券の登録", en: "tickets registered" }, welfareOffice.registersOn],
    ],
    lang,
  );
}
