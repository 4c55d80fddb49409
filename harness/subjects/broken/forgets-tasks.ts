import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Warns on the screen, and nothing is left of it when the screen is closed. */
export const forgetsTasks = declareSubject({
  id: "broken/forgets-tasks",
  title: { ja: "必要な確認を作業として残さない", en: "keeps no tasks" },
  decisions: { ...referenceDecisions, opensTasks: false },
  fails: {
    C20: ["charge/contradiction-stops-cap"],
    C21: ["charge/contradiction-stops-cap"],
    C67: ["claims/not-found-followed-up"],
  },
});
