import { declareReader } from "../declare.ts";

/** Calls a registration that failed one that is under way. */
export const registrationAlwaysPending = declareReader({
  id: "reader/registration-always-pending",
  title: { ja: "利用登録の失敗を処理中と案内する", en: "tells a failed registration as pending" },
  slip: { registrationMessages: { pending: "SIM-031", failed: "SIM-031" } },
  fails: { F19: ["reader/registration-told"] },
});
