import fc from "fast-check";
import { describe, expect, it } from "vitest";
import "../../../harness/recorder.ts";
import { CentralServer } from "../../../simulator/central/central-server.ts";
import { type LedgerChange, MemoryLedger } from "../../../simulator/central/ledger.ts";
import { civilDate, HOUR_MS, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { Switchboard } from "../../../simulator/kernel/pco.ts";
import { start } from "../../../simulator/kernel/process.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { type CentreAnswer, decodeAnswer, encodeRequest } from "../../../simulator/messages/line-envelope.ts";
import { createAuthority } from "../../../simulator/pki/authority.ts";
import { revocationList } from "../../../simulator/pki/revocation.ts";
import { namedFacility } from "../../../simulator/population/facility.ts";
import { Population } from "../../../simulator/population/person.ts";

const NOW = midnightMs(civilDate("2026-02-10")) + 10 * HOUR_MS;
const clinic = namedFacility("clinic");
const someone = new Population(1, { asOf: civilDate("2026-02-10") }).personAt(1_000);
const insurance = someone.eligibilities[0];
if (insurance === undefined) throw new Error("the person has no insurance");
const insuredKey = `${insurance.insurerNumber}/${insurance.number}`;

function centre(rows: readonly LedgerChange[] = [], nowMs = NOW) {
  const clock = new VirtualClock(nowMs);
  const ledger = new MemoryLedger(() => undefined);
  ledger.apply(rows);
  const server = new CentralServer({
    clock,
    rng: rngFromSeed(1),
    ledger,
    facilityByCode: (code) => (code === clinic.code ? clinic : undefined),
    userCas: [createAuthority("user-authentication", civilDate("2020-01-01")).certificate],
    revocations: revocationList([]),
    processingMs: 0,
  });
  let seq = 0;
  const board = new Switchboard(clock, () => ++seq);
  const send = (bytes: Uint8Array): CentreAnswer | undefined => {
    const answers: (CentreAnswer | undefined)[] = [];
    start(server.answer(bytes, board.strand()), (outcome) => {
      if ("error" in outcome) throw outcome.error;
      answers.push(decodeAnswer(outcome.value));
    });
    clock.runUntilIdle();
    return answers[0];
  };
  return {
    send,
    ask: (kind: string, body: object, facility = clinic.code) => send(encodeRequest({ kind, facility, body })),
  };
}

const inquiry = (search: object) => ({
  MessageHeader: { QualificationConfirmationDate: "20260210", MedicalInstitutionCode: clinic.code },
  MessageBody: {
    QualificationConfirmSearchInfo: {
      InsuredIdentificationNumber: "1",
      Birthdate: "19800101",
      LimitApplicationCertificateRelatedConsFlg: "0",
      ...search,
    },
  },
});

const drugs = {
  MessageHeader: {
    MedicalInstitutionCode: clinic.code,
    InsurerNumber: insurance.insurerNumber,
    InsuredPersonIdentificationNumber: insurance.number,
    BranchNumber: insurance.branch ?? "",
  },
  MessageBody: { StartDate: "202508", EndDate: "202602", FileCategory: "2" },
};
const known: readonly LedgerChange[] = [
  { table: "person", key: "p", row: { ...someone, id: "p" } },
  { table: "insured", key: insuredKey, row: { personIds: ["p"] } },
];
const consented = (atMs: number, changes: object = {}, facility = clinic.code): readonly LedgerChange[] => [
  ...known,
  { table: "consent", key: `p/${facility}`, row: { atMs, given: ["drug"], eligibilityOnly: false, ...changes } },
];

describe("the central server", () => {
  it("answers whatever comes over the line, and never throws", () => {
    const { send } = centre();
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => send(bytes)?.status === "refused"));
    const bodies = fc.dictionary(fc.string(), fc.jsonValue());
    const kinds = fc.constantFrom(
      "SIMchallenge",
      "SIMauthenticate",
      "SIMregister",
      "SIMconclude",
      "OQSsiquc01",
      "YZKsiquc01",
      "nothing",
    );
    fc.assert(
      fc.property(
        kinds,
        bodies,
        (kind, body) => send(encodeRequest({ kind, facility: clinic.code, body })) !== undefined,
      ),
    );
    expect(send(new Uint8Array(2_000_000).fill(0x20))).toMatchObject({ status: "refused" });
  });

  it.each([
    ["an unknown kind", "OQSsixxx01", {}, clinic.code, "SIM-E-001"],
    ["an unknown facility", "SIMchallenge", {}, "9910000026", "SIM-E-005"],
    ["a missing field", "SIMregister", {}, clinic.code, "SIM-E-002"],
    ["a dialogue that never was", "SIMregister", { DialogueId: "0011223344556677" }, clinic.code, "SIM-E-007"],
    [
      "a challenge that never was",
      "SIMauthenticate",
      { ChallengeId: "0011223344556677", Certificate: "3000", Signature: "00".repeat(256) },
      clinic.code,
      "SIM-E-007",
    ],
  ])("refuses %s with a code", (_title, kind, body, facility, code) => {
    expect(centre().ask(kind, body, facility)).toMatchObject({ status: "refused", code });
  });

  it("gives out another challenge every time", () => {
    const { ask } = centre();
    expect(ask("SIMchallenge", {})).not.toEqual(ask("SIMchallenge", {}));
  });

  it.each([
    ["zeros in front of six digits", "00990010", "SIM-P-102"],
    ["a wrong check digit", "06990015", "SIM-P-103"],
  ])("an insurer number with %s is an error of the person, without a state", (_title, InsurerNumber, code) => {
    const answer = centre().ask("OQSsiquc01", inquiry({ InsurerNumber }));
    expect(answer).toMatchObject({
      status: "ok",
      body: { MessageBody: { ProcessingResultStatus: "2", ProcessingResultCode: code } },
    });
    expect(JSON.stringify(answer)).not.toContain("QualificationValidity");
  });

  it("an empty symbol or branch means as much as none", () => {
    const { birthdate } = someone;
    const search = {
      InsurerNumber: insurance.insurerNumber,
      InsuredIdentificationNumber: insurance.number,
      Birthdate: birthdate,
      InsuredCardSymbol: "",
      InsuredBranchNumber: "",
    };
    expect(centre(known).ask("OQSsiquc01", inquiry(search))).toMatchObject({
      body: { MessageBody: { QualificationValidity: "1" } },
    });
  });

  it("leaves out the address of a protected person, and does not send it empty (V15)", () => {
    const hidden: readonly LedgerChange[] = [
      { table: "person", key: "p", row: { ...someone, id: "p", flags: { addressWithheld: true } } },
      ...known.slice(1),
    ];
    const search = {
      InsurerNumber: insurance.insurerNumber,
      InsuredIdentificationNumber: insurance.number,
      Birthdate: someone.birthdate,
    };
    const text = JSON.stringify(centre(hidden).ask("OQSsiquc01", inquiry(search)));
    expect(text).toContain(`"QualificationValidity":"1"`);
    expect(text).not.toMatch(/Address|PostNumber/);
  });
});

describe("drug information within 24 hours of consent (V20, eligibility-rules.md §5)", () => {
  it.each<[string, readonly LedgerChange[], string]>([
    ["at once", consented(NOW), "1"],
    ["at 23:59:59.999", consented(NOW - 24 * HOUR_MS + 1), "1"],
    ["at 24:00:00.000", consented(NOW - 24 * HOUR_MS), "2"],
    ["never consented", known, "2"],
    ["consented to something else", consented(NOW, { given: ["care"] }), "2"],
    ["certificate in its grace period", consented(NOW, { eligibilityOnly: true }), "2"],
    ["consented at another facility", consented(NOW, {}, "9930000014"), "2"],
  ])("%s", (_title, rows, resultCode) => {
    expect(centre(rows).ask("YZKsiquc01", drugs)).toMatchObject({
      status: "ok",
      body: { MessageHeader: { ResultCode: resultCode } },
    });
  });
});
