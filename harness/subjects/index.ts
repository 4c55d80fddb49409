import { acceptsOldCard } from "./broken/accepts-old-card.ts";
import { forgetsRecheck } from "./broken/forgets-recheck.ts";
import { hidesExpiry } from "./broken/hides-expiry.ts";
import { hidesNotices } from "./broken/hides-notices.ts";
import { ignoresGrace } from "./broken/ignores-grace.ts";
import { ignoresValid } from "./broken/ignores-valid.ts";
import { importsOtherPerson } from "./broken/imports-other-person.ts";
import { importsTwice } from "./broken/imports-twice.ts";
import { keepsErased } from "./broken/keeps-erased.ts";
import { keepsInvalid } from "./broken/keeps-invalid.ts";
import { leavesResults } from "./broken/leaves-results.ts";
import { overwritesChart } from "./broken/overwrites-chart.ts";
import { padsBranch } from "./broken/pads-branch.ts";
import { retriesForever } from "./broken/retries-forever.ts";
import { showsAfterExpiry } from "./broken/shows-after-expiry.ts";
import { takesNextFile } from "./broken/takes-next-file.ts";
import { takesOldFile } from "./broken/takes-old-file.ts";
import { timeoutAsValid } from "./broken/timeout-as-valid.ts";
import { trimsNumbers } from "./broken/trims-numbers.ts";
import type { BuiltInSubject } from "./declare.ts";
import { reference } from "./reference.ts";

/** Receipt systems of our own. One line a subject; the broken ones prove that the checks bite. */
export const subjects: readonly BuiltInSubject[] = [
  reference,
  acceptsOldCard,
  forgetsRecheck,
  hidesExpiry,
  hidesNotices,
  ignoresGrace,
  ignoresValid,
  importsOtherPerson,
  importsTwice,
  keepsErased,
  keepsInvalid,
  leavesResults,
  overwritesChart,
  padsBranch,
  retriesForever,
  showsAfterExpiry,
  takesNextFile,
  takesOldFile,
  timeoutAsValid,
  trimsNumbers,
];
