import { addMonths } from "../../kernel/civil-time.ts";
import { singleParent } from "../issued-subsidy.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** A local scheme that is always refunded afterwards 常に償還払い. */
export const subsidyRefund = persona({
  id: "subsidy-refund",
  title: { ja: "常に償還払いの受給者証", en: "a certificate that is always refunded afterwards" },
  startIndex: 32_200_000,
  suits: isEmployee,
  overlay: (_person, today) => ({
    subsidies: [{ ...singleParent("A-000456", addMonths(today, -4), addMonths(today, 8)), alwaysReimbursement: true }],
  }),
  registered: true,
  certificateEnds: certificateLasts,
});
