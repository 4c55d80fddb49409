import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Takes the number from the answer and leaves the symbol as it is printed. */
export const billsPrintedSymbol = declareSubject({
  id: "broken/bills-printed-symbol",
  title: { ja: "オンラインの番号に券面の記号を付けて請求する", en: "bills the online number with the printed symbol" },
  decisions: {
    ...referenceDecisions,
    numbersToBill: (source, online, printed) => {
      const billed = referenceDecisions.numbersToBill(source, online, printed);
      return billed && { ...billed, ...(printed?.symbol === undefined ? {} : { symbol: printed.symbol }) };
    },
  },
  fails: { C18: ["eligibility/basis-by-reason", "claims/basis-by-rule"] },
});
