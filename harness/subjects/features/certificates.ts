import { type Process, sleep, start } from "../../../simulator/kernel/process.ts";
import type { SubsidyResult } from "../../../simulator/messages/kinds/pmh-simsm01.ts";
import type { Import } from "../answer-intake.ts";
import type { Certificate, WrittenCertificate } from "../expense-book.ts";
import type { Arrival } from "../result-inbox.ts";
import { certificateOf, readSubsidies } from "../subsidy-reading.ts";
import { type Feature, handler, type Office } from "./feature.ts";

declare module "../subject.ts" {
  interface SubjectSteps {
    /** The chart already has this public expense from before. */
    readonly "know-expense": { readonly chart: string; readonly certificate: WrittenCertificate };
    /** The clerk types a certificate from paper for the patient of a visit. */
    readonly "enter-certificate": { readonly visit: string; readonly certificate: WrittenCertificate };
    readonly "list-certificates": object;
  }
  interface SubjectActs {
    /** Certificates of 医療費助成 were stored with a visit; values as received. */
    readonly "subsidy-imported": {
      readonly visit: string;
      readonly file: string;
      readonly certificates: readonly (WrittenCertificate & { readonly alwaysReimbursement: boolean })[];
    };
    /** Every certificate stored with any chart. */
    readonly certificates: {
      readonly charts: readonly { readonly chart: string; readonly payers: readonly string[] }[];
    };
  }
}

/** `face/PMHsimsm01res_face_<facility and token>_<stamp>.xml`, and the qualification file of the same check-in. */
const FACE = /^(?:PMHsimsm01|OQSsiquc01)res_face_(.+)\.(?:xml|zip)$/i;
const PMH = /^PMHsimsm01res_/i;
/** So long a file of PMH waits for the qualification file of its check-in (ours): they are written one after the other. */
const UNCLAIMED_MS = 60_000;

/** Takes a PMH file of a check-in or of a request for its visit. */
function takeFile(visit: string, chart: string | undefined, arrival: Arrival, office: Office): void {
  const { expenses, intake, decisions, tell } = office;
  const blocks = readSubsidies(arrival.bytes);
  if (blocks === undefined) return intake.refuse(arrival, "unreadable", visit);
  if (blocks === "not-confirmed") {
    if (decisions.tellsUnconfirmedSubsidy) intake.alert("subsidy-not-confirmed", visit, arrival.name);
    return intake.remove(arrival);
  }
  if (!blocks.every((block) => isAbout(block, visit, office))) {
    intake.alert("identity-difference", visit, arrival.name);
    return intake.refuse(arrival, "other-person", visit);
  }
  intake.remove(arrival);
  if (!decisions.importsSubsidies) return;
  const certificates = blocks.map(certificateOf);
  expenses.ofVisit(visit).given = certificates;
  for (const certificate of certificates) if (chart !== undefined) expenses.store(chart, certificate);
  tell({ act: "subsidy-imported", visit, file: arrival.name, certificates: certificates.map(withoutFacilities) });
}

/** A municipality may have linked another person's certificate as an insurer may another's insurance (requirements.md R3-25). */
function isAbout({ Name: name, Birthdate: birthdate }: SubsidyResult, visit: string, office: Office): boolean {
  return office.decisions.samePerson({ name, kana: "", birthdate }, office.visit(visit).person);
}

function withoutFacilities({ designatedFacilities: _facilities, ...rest }: Certificate) {
  return rest;
}

/** The file of the same check-in that waits for its insurance, or the insurance that waits for it. */
const tokenOf = (name: string): string | undefined => FACE.exec(name)?.[1]?.toLowerCase();

function arrived(arrival: Arrival, office: Office): boolean {
  if (!PMH.test(arrival.name)) return false;
  const token = tokenOf(arrival.name);
  if (arrival.folder !== "face" || token === undefined) return false;
  const visit = office.expenses.visitOf(token);
  if (visit !== undefined) {
    takeFile(visit, office.visit(visit).chart, arrival, office);
    return true;
  }
  office.expenses.keepFile(token, arrival);
  start(unclaimed(token, office), (outcome) => {
    if ("error" in outcome) throw outcome.error;
  });
  return true;
}

/** The insurance of the same check-in was refused, or never came: what is left of it is taken away as well (requirements.md R3-26). */
function* unclaimed(token: string, { clock, expenses, intake }: Office): Process<void> {
  yield* sleep(clock, UNCLAIMED_MS);
  const file = expenses.takeFile(token);
  if (file !== undefined) intake.refuse(file, "nobody-waits", undefined);
}

/** Insurance and certificates of one check-in go into one step, whichever file comes first. */
function imported({ visit, arrival }: Import, office: Office): void {
  const token = arrival.folder === "face" ? tokenOf(arrival.name) : undefined;
  if (token === undefined) return;
  office.expenses.imported(token, visit.id);
  const file = office.expenses.takeFile(token);
  if (file !== undefined) takeFile(visit.id, visit.chart, file, office);
}

/** 医療費助成: certificates from PMH and from paper (eligibility-rules.md §10). */
export const certificates: Feature = {
  handlers: {
    ...handler("know-expense", function* ({ chart, certificate }, { expenses }) {
      expenses.store(chart, { ...certificate, alwaysReimbursement: false });
      yield* [];
    }),
    ...handler("enter-certificate", function* ({ visit: id, certificate }, office) {
      const visit = office.visit(id);
      const chart = office.charts.get(visit.chart ?? "") ?? office.charts.open(visit.person);
      visit.chart = chart.id;
      if (office.decisions.takesPaperCertificates)
        office.expenses.store(chart.id, { ...certificate, alwaysReimbursement: false });
      yield* [];
    }),
    ...handler("list-certificates", function* (_step, { expenses, tell }) {
      const charts = expenses.stored().map(({ chart, certificates: stored }) => ({
        chart,
        payers: stored.map(({ payerNumber }) => payerNumber),
      }));
      tell({ act: "certificates", charts });
      yield* [];
    }),
  },
  words: {
    "subsidy-imported": ({ visit, file, certificates: stored }) => ({
      ja: `来院${visit}: ${file} の受給者証${stored.length}枚を取込`,
      en: `visit ${visit}: imported ${stored.length} certificates of ${file}`,
    }),
    certificates: ({ charts }) => ({
      ja: `保有する公費の一覧: ${charts.length}人`,
      en: `public expenses listed: ${charts.length} people`,
    }),
  },
  arrived,
  imported,
};
