import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Believes only what comes online. */
export const refusesPaperCertificate = declareSubject({
  id: "broken/refuses-paper-certificate",
  title: { ja: "紙の受給者証を受け付けない", en: "takes no paper certificates" },
  decisions: { ...referenceDecisions, takesPaperCertificates: false },
  fails: {
    C50: ["subsidy/paper-accepted"],
  },
});
