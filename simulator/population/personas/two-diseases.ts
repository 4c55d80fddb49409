import { civilDate } from "../../kernel/civil-time.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Two 特定疾病療養受療証: dialysis, and a clotting factor disorder (OQSCD013 1 and 2), each with its own monthly limit. */
export const twoDiseases = persona({
  id: "two-diseases",
  title: { ja: "特定疾病療養受療証が２つある患者", en: "has two certificates of specific diseases" },
  startIndex: 33_100_000,
  suits: isEmployee,
  overlay: ({ eligibilities }) => ({
    eligibilities: eligibilities.map((row) => {
      const issued = civilDate("2021-04-01");
      return {
        ...row,
        diseases: [
          { category: "1" as const, selfPay: "20000", issued, validFrom: issued },
          { category: "2" as const, selfPay: "10000", issued, validFrom: issued },
        ],
      };
    }),
  }),
  registered: true,
  certificateEnds: certificateLasts,
});
