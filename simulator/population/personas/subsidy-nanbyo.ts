import { addMonths } from "../../kernel/civil-time.ts";
import { nanbyo } from "../issued-subsidy.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Insured, with one certificate of 医療費助成: 難病, a limit of 5,000 yen a month. */
export const subsidyNanbyo = persona({
  id: "subsidy-nanbyo",
  title: { ja: "難病の受給者証1枚（PMH登録あり）", en: "one certificate: intractable disease, in PMH" },
  startIndex: 32_000_000,
  suits: isEmployee,
  overlay: (_person, today) => ({ subsidies: [nanbyo("9000027", addMonths(today, -4), addMonths(today, 8))] }),
  registered: true,
  certificateEnds: certificateLasts,
});
