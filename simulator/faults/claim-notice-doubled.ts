import { fault } from "../kernel/fault.ts";
import "../neighbours/review-body.ts";

/** The same notice comes twice: worked in twice, it must not move points again. */
export const claimNoticeDoubled = fault({
  id: "claim-notice-doubled",
  title: { ja: "資格確認結果連絡書の重複", en: "a notice on a claim comes twice" },
  pco: "claims.result",
  defaults: { times: 2 },
  shows: "C65+claim-notice-doubled",
  arm:
    ({ times }) =>
    (notice) => ({ repeat: notice, times }),
});
