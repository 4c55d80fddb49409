import { fault } from "../kernel/fault.ts";
import "../neighbours/review-body.ts";

/** A notice of the review body does not come with the monthly statement: the claim was moved and the facility never hears of it. */
export const claimNoticeLost = fault({
  id: "claim-notice-lost",
  title: { ja: "資格確認結果連絡書の欠落", en: "a notice on a claim is lost" },
  pco: "claims.result",
  defaults: { notices: 1 },
  shows: "C64+claim-notice-lost",
  arm:
    ({ notices }) =>
    (notice, seen) =>
      seen < notices ? { drop: true } : { pass: notice },
});
