import { muhvq01 } from "../../../simulator/messages/kinds/muhvq01.ts";
import { muhvq02 } from "../../../simulator/messages/kinds/muhvq02.ts";
import { muonq01 } from "../../../simulator/messages/kinds/muonq01.ts";
import { muonq02 } from "../../../simulator/messages/kinds/muonq02.ts";
import type { PulledPerson } from "../../../simulator/messages/kinds/pulled-people.ts";
import { keysOf } from "../result-reading.ts";
import { twoStep } from "../two-step.ts";
import type { Visit } from "../visit.ts";
import { type Feature, handler, type Office } from "./feature.ts";
import { keepConsents } from "./medical-views.ts";

declare module "../subject.ts" {
  interface SubjectSteps {
    /** Fetches everyone who consented to visits at home (by consent days) or online (by days of examination). */
    readonly "fetch-consented": { readonly visits: "home" | "online"; readonly from: string; readonly to: string };
  }
  interface SubjectActs {
    /** A visit without a card was given what was fetched about its patient. */
    readonly "seen-from-afar": {
      readonly visit: string;
      readonly file: string;
      /** Whether the visit counts as confirmed by it. */
      readonly confirmed: boolean;
    };
  }
}

/** OQSCD016 of a consent that has run out or was withdrawn. */
const EXPIRED = "2";

/** Visits at home and online: nobody brings a card, the consent given from home answers for it (SEQ-10). */
export const consentedPatients: Feature = {
  handlers: handler("fetch-consented", function* ({ visits, from, to }, office) {
    const fetched =
      visits === "home"
        ? yield* twoStep({ matter: "visits", first: muhvq01, second: muhvq02, body: homeSearch(from, to) }, office)
        : yield* twoStep({ matter: "visits", first: muonq01, second: muonq02, body: onlineSearch(from, to) }, office);
    if (fetched === undefined) return;
    const { answer, arrival } = fetched;
    for (const visit of office.visits.values()) {
      const unit = answer.MessageBody.BulkConfirmUnit.find((one) => isAbout(one, visit, office));
      if (visit.waiting && unit !== undefined) take(unit, visit, arrival.name, visits === "home" ? "2" : "3", office);
    }
    office.intake.remove(arrival);
  }),
  words: {
    "seen-from-afar": ({ visit, file, confirmed }) => ({
      ja: `来院${visit}: ${file} の同意済み資格を${confirmed ? "採用" : "採用しない"}`,
      en: `visit ${visit}: consented eligibility of ${file} ${confirmed ? "taken" : "not taken"}`,
    }),
  },
};

const homeSearch = (from: string, to: string) => ({
  QualificationConfirmSearchInfo: { ConsentDateFrom: from, ConsentDateTo: to, MedicalTreatmentFlag: "2" },
});
const onlineSearch = (from: string, to: string) => ({
  QualificationConfirmSearchInfo: { ExaminationDateFrom: from, ExaminationDateTo: to, MedicalTreatmentFlag: "3" },
});

function isAbout(
  { ResultOfQualificationConfirmation: [row] }: PulledPerson,
  { person }: Visit,
  office: Office,
): boolean {
  if (row === undefined) return false;
  const answered = { name: row.Name, kana: row.NameKana ?? "", birthdate: row.Birthdate };
  return office.decisions.samePerson(answered, person);
}

function take(unit: PulledPerson, visit: Visit, file: string, flag: "2" | "3", office: Office): void {
  const { decisions, tell } = office;
  const [row] = unit.ResultOfQualificationConfirmation;
  const ended = row?.PharmacistsInfoConsFlg === EXPIRED;
  const { billable } = decisions.judgeValidity(unit.QualificationValidity === "1" ? "1" : "2");
  const confirmed = billable && (!ended || decisions.keepsEndedConsent);
  visit.answered = true;
  visit.waiting = !confirmed;
  visit.billable = confirmed || (billable && decisions.settlesOnEndedConsent);
  if (confirmed && row !== undefined) {
    visit.keys ??= keysOf(row);
    keepConsents(visit, row, flag, office);
  }
  tell({ act: "seen-from-afar", visit: visit.id, file, confirmed });
}
