import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Does not mark visits whose ticket is missing, so that nobody pulls it. */
export const forgetsPull = declareSubject({
  id: "broken/forgets-pull",
  title: { ja: "券のない来院に「後で取得」の印を付けない", en: "does not mark visits whose ticket is missing" },
  decisions: { ...referenceDecisions, marksForPull: false },
  fails: {
    C38: ["aid/not-billed-without-ticket"],
    C39: ["aid/not-billed-without-ticket"],
    C40: ["aid/not-billed-without-ticket", "aid/pulled-later"],
    C42: ["aid/not-billed-without-ticket", "aid/pulled-later"],
    C43: ["aid/pull-isolated", "aid/pulled-later"],
    C44: ["aid/provisional-by-phone", "aid/pulled-later"],
  },
});
