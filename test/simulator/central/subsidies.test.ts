import { describe, expect, it } from "vitest";
import type { LedgerChange } from "../../../simulator/central/ledger.ts";
import { addDays, civilDate, DAY_MS } from "../../../simulator/kernel/civil-time.ts";
import { pmhSimsm01, type SubsidyAnswer } from "../../../simulator/messages/kinds/pmh-simsm01.ts";
import { defaultProfile } from "../../../simulator/messages/profile.ts";
import { validate } from "../../../simulator/messages/validate.ts";
import { nanbyo, singleParent } from "../../../simulator/population/issued-subsidy.ts";
import type { SubsidyEntry } from "../../../simulator/population/subsidy.ts";
import {
  authenticate,
  bodyOf,
  type CentreOptions,
  centre,
  certificateUntil,
  clinic,
  item,
  rowsOf,
  someone,
  TODAY,
} from "./fixture.ts";

const LONG = certificateUntil(civilDate("2029-05-20"));
const entry = nanbyo("9000027", addDays(TODAY, -100), addDays(TODAY, 100));
const registered = (...entries: readonly SubsidyEntry[]): LedgerChange => ({
  table: "subsidy",
  key: someone.id,
  row: { entries },
});

function checkIn(rows: readonly LedgerChange[], options: Partial<CentreOptions> = {}) {
  const [row] = someone.eligibilities;
  const keys = { InsurerNumber: row?.insurerNumber ?? "", InsuredIdentificationNumber: row?.number ?? "" };
  const insured: LedgerChange = {
    table: "insured",
    key: `${keys.InsurerNumber}/${keys.InsuredIdentificationNumber}`,
    row: { personIds: [someone.id] },
  };
  const under = centre({ rows: [...rowsOf(someone, 0), insured, ...rows], ...options });
  const recognised = authenticate(under, LONG);
  const dialogue = item(recognised, "DialogueId");
  const leg = () => bodyOf<SubsidyAnswer>(under.ask("SIMsubsidy", { DialogueId: dialogue }));
  const ends = (given: string) => under.ask("SIMconclude", { DialogueId: dialogue, Asked: "subsidy", Given: given });
  const again = () =>
    under.ask("PMHsimsm01", {
      MessageHeader: { QualificationConfirmationDate: TODAY, MedicalInstitutionCode: clinic.code },
      MessageBody: {
        QualificationConfirmSearchInfo: {
          ...keys,
          Birthdate: someone.birthdate,
          LimitApplicationCertificateRelatedConsFlg: "0",
        },
      },
    });
  return { under, asks: item(recognised, "Asks").split(" "), leg, ends, again };
}

const payersOf = ({ MessageBody }: SubsidyAnswer): readonly string[] =>
  (MessageBody.MedicalSubsidyList?.MedicalSubsidy ?? []).map((block) => block.MedicalSubsidyInsurerNumber);

describe("the PMH leg of a check-in (eligibility-rules.md §10.4)", () => {
  it("row 3: asks at the reader and gives the certificate with numbers, period and limit as registered", () => {
    const { asks, leg } = checkIn([registered(entry)]);
    expect(asks).toContain("subsidy");
    const answer = leg();
    expect(answer.MessageBody.MedicalSubsidyList?.MedicalSubsidy).toEqual([
      {
        MedicalSubsidyInsurerNumber: "54996012",
        MedicalSubsidyRecipientNumber: "9000027",
        CertificationName: "特定医療費（指定難病）受給者証",
        Name: someone.name,
        Birthdate: someone.birthdate,
        ValidFrom: addDays(TODAY, -100),
        ValidTo: addDays(TODAY, 100),
        MaxCopaymentAmount: "5000",
        CopaymentLimitManageFormCode: "54",
        IsAlwaysReimbursement: "0",
        DesignatedMedicalInstitutions: [],
      },
    ]);
    const record = { ...answer, MessageHeader: { ...answer.MessageHeader, CharacterCodeIdentifier: "0" } };
    expect(validate(pmhSimsm01.answer, record)).toEqual([]);
  });

  const settings: LedgerChange = { table: "facilitySettings", key: clinic.code, row: { MedicalSubsidyUse: "0" } };
  const unjoined: LedgerChange = { table: "pmhBody", key: entry.body, row: { joined: false } };
  it.each([
    ["row 1: the facility does not use it", [registered(entry), settings]],
    ["row 2: nothing registered", []],
    ["row 2: the body has not joined", [registered(entry), unjoined]],
    ["row 2: deleted", [registered({ ...entry, deleted: true })]],
    ["row 8: withheld", [registered({ ...entry, withheld: true })]],
  ] as const)("%s: no question and no block, all the same answer", (_title, rows) => {
    const { asks, leg } = checkIn(rows);
    expect(asks).not.toContain("subsidy");
    expect(leg().MessageBody).toEqual({ ProcessingResultStatus: "1" });
  });

  it.each([
    ["ended yesterday", nanbyo("9000027", addDays(TODAY, -100), addDays(TODAY, -1))],
    ["begins tomorrow", nanbyo("9000027", addDays(TODAY, 1), addDays(TODAY, 100))],
    ["always refunded", { ...entry, alwaysReimbursement: true }],
    ["designated to another facility", { ...entry, designatedFacilities: ["9910000026"] }],
  ])("rows 5 to 7: a certificate that %s is given with what tells so", (_title, one) => {
    const { leg } = checkIn([registered(one)]);
    expect(payersOf(leg())).toEqual(["54996012"]);
  });

  it("before the pilot of PMH nothing is asked or given", () => {
    const today = civilDate("2023-03-31");
    const one = nanbyo("9000027", addDays(today, -100), addDays(today, 100));
    const rows = [...rowsOf(someone, 0), registered(one)];
    const asksOn = (day: typeof today) => {
      const under = centre({ rows, today: day });
      return item(authenticate(under, certificateUntil(civilDate("2024-05-20"))), "Asks").split(" ");
    };
    expect(asksOn(today)).not.toContain("subsidy");
    expect(asksOn(addDays(today, 1))).toContain("subsidy");
  });

  it("without ext.pmh there is no question and no kind", () => {
    const profile = { ...defaultProfile, ext: { ...defaultProfile.ext, pmh: false } };
    const { asks, again } = checkIn([registered(entry)], { profile });
    expect(asks).not.toContain("subsidy");
    expect(again()).toMatchObject({ status: "refused", code: "SIM-E-010" });
  });
});

describe("certificates on request (receipt-system-interface.md §8.12, ours)", () => {
  const local = singleParent("A-1", addDays(TODAY, -1), TODAY);
  const answerOf = (reply: ReturnType<ReturnType<typeof checkIn>["again"]>) => bodyOf<SubsidyAnswer>(reply);

  it("are given again to the millisecond before the answer at the reader is a day old", () => {
    const { under, ends, again } = checkIn([registered(entry, local)]);
    expect(payersOf(answerOf(again()))).toEqual([]);
    ends("subsidy");
    expect(payersOf(answerOf(again()))).toEqual(["54996012", "81990012"]);
    const agreedAtMs = under.clock.nowMs;
    under.clock.advanceTo(agreedAtMs + DAY_MS - 1);
    expect(payersOf(answerOf(again()))).toHaveLength(2);
    under.clock.advanceTo(agreedAtMs + DAY_MS);
    expect(payersOf(answerOf(again()))).toEqual([]);
  });

  it("a refusal reads as nothing at all", () => {
    const { ends, again } = checkIn([registered(entry)]);
    ends("");
    const nobody = checkIn([]);
    expect(answerOf(again())).toEqual(answerOf(nobody.again()));
  });
});
