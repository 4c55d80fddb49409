import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** An employee whose insurer registered limit data of class ウ although nobody applied for it (requirements.md R1-25). */
export const limitHolder = persona({
  id: "limit-holder",
  title: { ja: "限度額情報あり（区分ウ）", en: "has limit data of class u" },
  startIndex: 71_000_000,
  suits: isEmployee,
  overlay: ({ eligibilities }) => ({
    eligibilities: eligibilities.map((row) => ({ ...row, limit: { classification: "01", flag: "A03" } })),
  }),
  registered: true,
  certificateEnds: certificateLasts,
});
