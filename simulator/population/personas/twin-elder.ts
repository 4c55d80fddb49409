import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** One of two twins: same insurer, number and birth date, only the branch number tells them apart (V8). */
export const twinElder = persona({
  id: "twin-elder",
  title: { ja: "双子（枝番01）", en: "twin, branch 01" },
  startIndex: 61_000_000,
  suits: isEmployee,
  overlay: ({ eligibilities }) => ({
    name: "双葉　一",
    kana: "ﾌﾀﾊﾞ ﾊｼﾞﾒ",
    eligibilities: eligibilities.map((row) => ({ ...row, branch: "01", personalFamily: "2" as const })),
  }),
  registered: true,
  certificateEnds: certificateLasts,
});
