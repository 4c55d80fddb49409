import { declareReader } from "../declare.ts";

/** Takes every certificate the centre lets through for a valid one. */
export const ignoresStanding = declareReader({
  id: "reader/ignores-standing",
  title: { ja: "電子証明書の期限の状態を見ない", en: "ignores where the certificate stands" },
  slip: { standing: () => "valid" },
  fails: { F17: ["reader/standing-from-centre", "reader/consents-as-touched"], F28: ["reader/standing-from-centre"] },
});
