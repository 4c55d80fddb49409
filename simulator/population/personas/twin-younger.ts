import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** The other twin. Stands on the same computed person, so that number and birth date are the same. */
export const twinYounger = persona({
  id: "twin-younger",
  title: { ja: "双子（枝番02）", en: "twin, branch 02" },
  startIndex: 61_000_000,
  suits: isEmployee,
  overlay: ({ eligibilities }) => ({
    name: "双葉　次",
    kana: "ﾌﾀﾊﾞ ﾂｷﾞ",
    eligibilities: eligibilities.map((row) => ({ ...row, branch: "02", personalFamily: "2" as const })),
  }),
  registered: true,
  certificateEnds: certificateLasts,
});
