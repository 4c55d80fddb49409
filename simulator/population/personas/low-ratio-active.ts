import { certificateLasts, isAged } from "./common.ts";
import { persona } from "./persona.ts";

/** 71 to 74: the insurer registered two tenths, and the limit class of active income beside it (requirements.md R3-34). */
export const lowRatioActive = persona({
  id: "low-ratio-active",
  title: { ja: "2割なのに現役並み（保険者の登録誤り）", en: "two tenths with active income, contradictory feed" },
  startIndex: 72_000_000,
  suits: isAged(71, 75),
  overlay: ({ eligibilities }) => ({
    eligibilities: eligibilities.map((row) => ({
      ...row,
      elderly: { ratio: "020" },
      limit: { classification: "01", flag: "B02" },
    })),
  }),
  registered: true,
  certificateEnds: certificateLasts,
});
