import { describe, expect, it } from "vitest";
import { ExchangeFolders } from "../../../devices/terminal/exchange-folder.ts";
import { referenceDecisions } from "../../../harness/subjects/decisions.ts";
import type { WrittenCertificate } from "../../../harness/subjects/expense-book.ts";
import { ReceiptSystem } from "../../../harness/subjects/receipt-system.ts";
import type { SubjectAct, SubjectStep } from "../../../harness/subjects/subject.ts";
import { worldFolders } from "../../../harness/subjects/world-folders.ts";
import { civilDate, HOUR_MS, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { start } from "../../../simulator/kernel/process.ts";
import { encodeMessage } from "../../../simulator/messages/index.ts";
import { pmhSimsm01, type SubsidyResult } from "../../../simulator/messages/kinds/pmh-simsm01.ts";
import { type QualificationResult, siquc01 } from "../../../simulator/messages/kinds/siquc01.ts";

const FACILITY = "9910000018";
const PERSON = { name: "見本　花子", kana: "ﾐﾎﾝ ﾊﾅｺ", birthdate: "19850505", sex: "2" };
const written = (payerNumber: string, laid: Partial<WrittenCertificate> = {}): WrittenCertificate => ({
  payerNumber,
  recipientNumber: "9000027",
  name: "受給者証",
  ...laid,
});

function office() {
  const clock = new VirtualClock(midnightMs(civilDate("2026-02-10")) + 9 * HOUR_MS);
  const folders = new ExchangeFolders();
  const acts: SubjectAct[] = [];
  let seq = 0;
  const system = new ReceiptSystem({
    folders: worldFolders(folders, () => ++seq),
    clock,
    facility: FACILITY,
    decisions: referenceDecisions,
    tell: (act) => acts.push(act),
  });
  const does = (...steps: readonly SubjectStep[]): void => {
    for (const step of steps)
      start(system.act(step), (outcome) => {
        if ("error" in outcome) throw outcome.error;
      });
  };
  const payers = () => {
    does({ do: "list-payers", visit: "V1" });
    const act = acts.at(-1);
    if (act?.act !== "payers") throw new Error("no payers were listed");
    return { listed: act.expenses.map(({ payerNumber }) => payerNumber), refundLater: act.refundLater };
  };
  const arrive = (name: string, bytes: Uint8Array): void => {
    folders.write({ folder: "face", name, bytes });
    clock.advanceTo(clock.nowMs + 5_000);
  };
  does({ do: "receive", visit: "V1", person: PERSON });
  const pass = (ms: number): void => clock.advanceTo(clock.nowMs + ms);
  return { acts, does, payers, arrive, pass, left: () => folders.list("face").map(({ name }) => name) };
}

const onPaper = (certificate: WrittenCertificate): SubjectStep => ({
  do: "enter-certificate",
  visit: "V1",
  certificate,
});
const TOKEN = `${FACILITY}${"a1".repeat(10)}_20260210090000`;

/** The two files of one check-in. */
const answering = (validity: string, result: Partial<QualificationResult>): Uint8Array =>
  encodeMessage(
    siquc01.answer,
    {
      MessageHeader: {
        ProcessExecutionTime: "20260210090000",
        QualificationConfirmationDate: "20260210",
        MedicalInstitutionCode: FACILITY,
        ArbitraryFileIdentifier: "A",
        ReferenceClassification: "1",
        SegmentOfResult: "1",
        CharacterCodeIdentifier: "0",
      },
      MessageBody: {
        ProcessingResultStatus: "1",
        QualificationValidity: validity,
        ResultList: {
          ResultOfQualificationConfirmation: [
            { Name: PERSON.name, Sex1: "2", Birthdate: PERSON.birthdate, InsurerName: "架空", ...result },
          ],
        },
      },
    },
    { encoding: "UTF-8", order: "paper" },
  );
const qualification = answering("1", {
  InsuredCardClassification: "01",
  InsurerNumber: "06990014",
  InsuredIdentificationNumber: "9001",
});
const block = (laid: Partial<SubsidyResult> = {}): SubsidyResult => ({
  MedicalSubsidyInsurerNumber: "54996012",
  MedicalSubsidyRecipientNumber: "9000027",
  CertificationName: "特定医療費（指定難病）受給者証",
  Name: PERSON.name,
  Birthdate: PERSON.birthdate,
  IsAlwaysReimbursement: "0",
  DesignatedMedicalInstitutions: [],
  ...laid,
});
const subsidies = (...blocks: readonly SubsidyResult[]): Uint8Array =>
  encodeMessage(
    pmhSimsm01.answer,
    {
      MessageHeader: {
        ProcessExecutionTime: "20260210090000",
        MedicalInstitutionCode: FACILITY,
        SegmentOfResult: "1",
        CharacterCodeIdentifier: "0",
      },
      MessageBody: { ProcessingResultStatus: "1", MedicalSubsidyList: { MedicalSubsidy: blocks } },
    },
    { encoding: "UTF-8", order: "paper" },
  );

describe("who pays for a visit (eligibility-rules.md §10.2)", () => {
  it("of five certificates the first four by rank, the local one finds no place", () => {
    const { does, payers } = office();
    does(...["88990015", "52996014", "54996012", "21996012", "15990013"].map((payer) => onPaper(written(payer))));
    expect(payers().listed).toEqual(["21996012", "15990013", "52996014", "54996012"]);
  });

  it.each([
    ["ended yesterday", { validTo: "20260209" }, false],
    ["ends today", { validTo: "20260210" }, true],
    ["begins today", { validFrom: "20260210" }, true],
    ["begins tomorrow", { validFrom: "20260211" }, false],
  ] as const)("a certificate that %s", (_title, dates, applies) => {
    const { does, payers } = office();
    does(onPaper(written("54996012", dates)));
    expect(payers().listed).toEqual(applies ? ["54996012"] : []);
  });

  it.each([
    ["a local scheme the master does not know", "87990016"],
    ["one of another prefecture that is not used elsewhere", "88980016"],
  ])("%s is refunded later", (_title, payer) => {
    const { does, payers } = office();
    does(onPaper(written(payer)));
    expect(payers()).toEqual({ listed: [], refundLater: [payer] });
  });

  it("numbers of aid in the chart are no ticket", () => {
    const { does, payers } = office();
    does(onPaper(written("12990016")));
    expect(payers().listed).toEqual([]);
  });

  it("a newer certificate under the same numbers takes the place of the older", () => {
    const { does, payers } = office();
    does(onPaper(written("54996012", { validTo: "20260209" })), onPaper(written("54996012", { validTo: "20270209" })));
    expect(payers().listed).toEqual(["54996012"]);
  });
});

describe("an answer about aid alone (eligibility-rules.md §13)", () => {
  const record = { InsuredCardClassification: "A1", QualificationDate: "20250801" };

  it.each([
    ["without a ticket is told and waits for the pull", "6", record, true],
    ["that ends tomorrow as well", "6", { ...record, DisqualificationDate: "20260211" }, true],
    ["that has ended is neither", "2", { ...record, DisqualificationDate: "20260210" }, false],
  ])("%s", (_title, validity, result, waits) => {
    const { acts, arrive, does } = office();
    arrive(`OQSsiquc01res_face_${TOKEN}.xml`, answering(validity, result));
    does({ do: "list-payers", visit: "V1" });
    const told = acts.some((act) => act.act === "alerted" && act.alert === "aid-without-ticket");
    expect([told, acts.at(-1)]).toMatchObject([waits, { act: "payers", expenses: [], pullLater: waits }]);
  });
});

describe("the two files of a check-in (receipt-system-interface.md §8.12)", () => {
  it.each([
    ["insurance first", ["OQS", "PMH"]],
    ["certificates first", ["PMH", "OQS"]],
  ])("go to one visit, %s, and are taken away", (_title, order) => {
    const { acts, arrive, payers, left } = office();
    for (const system of order)
      if (system === "OQS") arrive(`OQSsiquc01res_face_${TOKEN}.xml`, qualification);
      else arrive(`PMHsimsm01res_face_${TOKEN}.xml`, subsidies(block()));
    expect(acts.map(({ act }) => act)).toEqual(["imported", "subsidy-imported"]);
    expect(payers().listed).toEqual(["54996012"]);
    expect(left()).toEqual([]);
  });

  it("certificates of another check-in are nobody's, and are taken away after a minute", () => {
    const { acts, arrive, left, pass } = office();
    arrive(`OQSsiquc01res_face_${TOKEN}.xml`, qualification);
    arrive(`PMHsimsm01res_face_${TOKEN.replace("a1", "b2")}.xml`, subsidies(block()));
    expect(acts.map(({ act }) => act)).toEqual(["imported"]);
    pass(60_000);
    expect(acts[1]).toMatchObject({ act: "refused", reason: "nobody-waits" });
    expect(left()).toEqual([]);
  });

  it("a certificate for other facilities is not applied, nor refunded: somebody must ask", () => {
    const { arrive, payers } = office();
    arrive(`OQSsiquc01res_face_${TOKEN}.xml`, qualification);
    const elsewhere = [{ MedicalInstitutionCode: "9910000026" }];
    arrive(`PMHsimsm01res_face_${TOKEN}.xml`, subsidies(block({ DesignatedMedicalInstitutions: elsewhere })));
    expect(payers()).toEqual({ listed: [], refundLater: [] });
  });

  it("another person's certificate is told and not stored", () => {
    const { acts, arrive, payers, left } = office();
    arrive(`OQSsiquc01res_face_${TOKEN}.xml`, qualification);
    arrive(`PMHsimsm01res_face_${TOKEN}.xml`, subsidies(block(), block({ Name: "別人　一郎" })));
    expect(acts.slice(1)).toMatchObject([
      { act: "alerted", alert: "identity-difference", visit: "V1" },
      { act: "refused", reason: "other-person", visit: "V1" },
    ]);
    expect(payers().listed).toEqual([]);
    expect(left()).toEqual([]);
  });

  it("half a file is told and left for inspection", () => {
    const { acts, arrive, left } = office();
    arrive(`OQSsiquc01res_face_${TOKEN}.xml`, qualification);
    const name = `PMHsimsm01res_face_${TOKEN}.xml`;
    arrive(name, subsidies(block()).slice(0, 200));
    expect(acts.slice(1)).toMatchObject([
      { act: "refused", reason: "unreadable" },
      { act: "alerted", alert: "unreadable-file" },
    ]);
    expect(left()).toEqual([name]);
  });
});
