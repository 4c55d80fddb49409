import { certificateLasts, isAged } from "./common.ts";
import { persona } from "./persona.ts";

/** Late-elderly: the insurer registered three tenths, and the limit class 一般Ⅰ beside it (requirements.md R3-35). */
export const threeTenthsGeneral = persona({
  id: "three-tenths-general",
  title: { ja: "3割なのに一般（保険者の登録誤り）", en: "three tenths with general income, contradictory feed" },
  startIndex: 73_000_000,
  suits: isAged(76, 95),
  overlay: ({ eligibilities }) => ({
    eligibilities: eligibilities.map((row) => ({
      ...row,
      contributionRatio: "030",
      limit: { classification: "01", flag: "B10" },
    })),
  }),
  registered: true,
  certificateEnds: certificateLasts,
});
