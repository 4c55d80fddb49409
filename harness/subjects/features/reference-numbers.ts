import { decodeMessage, muimm01, muimm02, siimm01 } from "../../../simulator/messages/index.ts";
import { BULK_MESSAGE_LIMITS } from "../../../simulator/messages/xml-reader.ts";
import type { Chart } from "../chart-store.ts";
import { requestFile, sentBy } from "../request-file.ts";
import type { InquiryKeys } from "../subject.ts";
import { fetchBatch, handInBatch } from "./batch.ts";
import { type Feature, handler, type Office } from "./feature.ts";

declare module "../subject.ts" {
  interface SubjectSteps {
    /** Registers the chart number of a visit's patient at the centre, as 照会番号 (SEQ-05). */
    readonly "register-reference": { readonly visit: string };
    /** Registers the chart numbers of patients who are known already (SEQ-06). */
    readonly "register-references": { readonly charts: readonly string[] };
    /** The clerk says which of several charts is meant. */
    readonly "choose-chart": { readonly visit: string; readonly chart: string };
  }
  interface SubjectActs {
    /** How the registration of a chart number fared. */
    readonly "reference-registered": {
      readonly chart: string;
      readonly number: string;
      readonly registered: boolean;
      readonly file: string;
    };
  }
}

const DONE = "1";

/** The facility's own patient key, kept at the centre (receipt-system-interface.md §2.6, §2.8; requirements.md R1-22). */
export const referenceNumbers: Feature = {
  handlers: {
    ...handler("register-reference", function* ({ visit: id }, office) {
      const chart = office.charts.get(office.visit(id).chart ?? "");
      const aid = office.expenses.ofVisit(id).aid;
      // 医療扶助 alone is registered with its own numbers (receipt-system-interface.md §2.6; requirements.md R0-29).
      const aided = aid === undefined ? undefined : { insurerNumber: aid.payerNumber, number: aid.recipientNumber };
      const keys = chart?.insurance ?? aided;
      if (chart === undefined || keys === undefined) return office.intake.alert("not-found", id);
      const info = registrationOf(chart, keys);
      const { facility } = office;
      const build = (identifier: string): Uint8Array =>
        requestFile(siimm01.request, {
          MessageHeader: sentBy(facility, identifier),
          MessageBody: { ReferenceNumberRegistrationInfo: info },
        });
      const arrival = yield* office.ask(id, "OQSsiimm01", build);
      if (arrival === undefined) return office.intake.alert("no-answer", id);
      const answer = decodeMessage(siimm01.answer, arrival.bytes);
      const registered = answer.ok && answer.record.MessageBody.ProcessingResultStatus === DONE;
      office.tell({ act: "reference-registered", chart: chart.id, number: chart.id, registered, file: arrival.name });
      office.intake.remove(arrival);
    }),
    ...handler("register-references", function* ({ charts: ids }, office) {
      const charts = ids.flatMap((id) => office.charts.get(id) ?? []);
      const rows = charts.flatMap((chart) =>
        chart.insurance === undefined ? [] : [registrationOf(chart, chart.insurance)],
      );
      const step = { first: muimm01, body: { ReferenceNumberRegistrationInfo: rows } };
      const accepted = yield* handInBatch("OQSmuimm", step, ids, office);
      if (accepted) yield* fetchBatch("OQSmuimm", (bytes, file) => takeUnits(bytes, file, office), office);
    }),
    ...handler("choose-chart", function* ({ visit, chart }, office) {
      office.intake.place(office.visit(visit), chart);
      yield* [];
    }),
  },
  words: {
    "reference-registered": ({ chart, registered }) => ({
      ja: `カルテ${chart}の照会番号を登録${registered ? "" : "できない"}`,
      en: `reference number of chart ${chart} ${registered ? "registered" : "not registered"}`,
    }),
  },
};

function registrationOf({ id }: Chart, { insurerNumber, symbol, number, branch }: Omit<InquiryKeys, "birthdate">) {
  return {
    ReferenceNumber: id,
    InsurerNumber: insurerNumber,
    ...(symbol === undefined ? {} : { InsuredCardSymbol: symbol }),
    InsuredIdentificationNumber: number,
    ...(branch === undefined ? {} : { InsuredBranchNumber: branch }),
  };
}

function takeUnits(bytes: Uint8Array, file: string, { tell }: Office) {
  const answer = decodeMessage(muimm02.answer, bytes, BULK_MESSAGE_LIMITS);
  if (!answer.ok) return "unreadable";
  const { MessageHeader, MessageBody } = answer.record;
  if (MessageHeader.SegmentOfResult !== DONE) return MessageHeader.SegmentOfResult === "2" ? "working" : "failed";
  for (const unit of MessageBody.BulkRegistrationUnit) {
    const number = unit.ReferenceNumberRegistrationInfo?.ReferenceNumber ?? "";
    const registered = unit.ProcessingResultStatus === DONE;
    tell({ act: "reference-registered", chart: number, number, registered, file });
  }
  return "done";
}
