import { describe, expect, it } from "vitest";
import { CentralCore, type CoreAnswer, type OpenMessage } from "../../../simulator/central/central-core.ts";
import { type LedgerKey, RowMap, runOn } from "../../../simulator/central/ledger.ts";
import { HOUR_MS, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { type CentralProfile, defaultProfile } from "../../../simulator/messages/profile.ts";
import { type Facility, namedFacility } from "../../../simulator/population/facility.ts";
import { clinic, someone, TODAY } from "./fixture.ts";

const NOW_MS = midnightMs(TODAY) + 10 * HOUR_MS;
const insurance = someone.eligibilities[0];
if (insurance === undefined) throw new Error("the person has no insurance");
const insured = `${insurance.insurerNumber}/${insurance.number}`;

const inquiry = {
  MessageHeader: { QualificationConfirmationDate: TODAY, MedicalInstitutionCode: clinic.code },
  MessageBody: {
    QualificationConfirmSearchInfo: {
      InsurerNumber: insurance.insurerNumber,
      ...(insurance.symbol === undefined ? {} : { InsuredCardSymbol: insurance.symbol }),
      InsuredIdentificationNumber: insurance.number,
      ...(insurance.branch === undefined ? {} : { InsuredBranchNumber: insurance.branch }),
      Birthdate: someone.birthdate,
      LimitApplicationCertificateRelatedConsFlg: "0",
    },
  },
};

function open(
  kind: string,
  body: object,
  facility: Facility = clinic,
  len: CentralProfile["len"] = {},
): OpenMessage | CoreAnswer {
  const core = new CentralCore({
    rng: rngFromSeed(1),
    profile: { ...defaultProfile, len },
    facilityByCode: (code) => (code === clinic.code ? clinic : undefined),
  });
  return core.open({ kind, facility: facility.code, body }, NOW_MS);
}

function opened(kind: string, body: object): OpenMessage {
  const message = open(kind, body);
  if ("changes" in message) throw new Error(`${kind} was refused`);
  return message;
}

describe("the core of the centre", () => {
  it("asks for a household first and for its people next, and for no row twice", () => {
    const rounds: (readonly LedgerKey[])[] = [];
    const work = opened("OQSsiquc01", inquiry).answer(undefined);
    const { answer } = runOn(
      {
        read(keys) {
          rounds.push(keys);
          const slice = new RowMap();
          slice.set("insured", insured, { personIds: ["p", "q"] });
          slice.set("person", "p", someone);
          return slice;
        },
      },
      work,
    );
    expect(rounds[0]).toEqual([["insured", insured]]);
    const names = rounds.flat().map(([table, key]) => `${table} ${key}`);
    expect(names).toEqual([...new Set(names)]);
    expect(rounds.length).toBeGreaterThan(1);
    expect(names).toEqual(expect.arrayContaining(["person p", "person q"]));
    expect(answer).toMatchObject({ status: "ok", body: { MessageBody: { QualificationValidity: "1" } } });
  });

  it("checks messages with the lengths a profile puts in place of ours, longer and shorter", () => {
    const { QualificationConfirmSearchInfo } = inquiry.MessageBody;
    const long = { ...QualificationConfirmSearchInfo, InsuredCardSymbol: "1".repeat(25) };
    const asked = { ...inquiry, MessageBody: { QualificationConfirmSearchInfo: long } };
    const refused = { answer: { status: "refused", code: "SIM-E-003" } };
    expect(open("OQSsiquc01", asked)).toMatchObject(refused);
    expect(open("OQSsiquc01", asked, clinic, { InsuredCardSymbol: 25 })).not.toHaveProperty("changes");
    expect(open("OQSsiquc01", asked, clinic, { InsuredCardSymbol: 24 })).toMatchObject(refused);
  });

  it("reads nothing that it did not ask for", () => {
    const work = opened("OQSsiquc01", inquiry).answer(undefined);
    const everything = new RowMap();
    everything.set("person", "p", someone);
    const { answer } = runOn({ read: () => everything }, work);
    expect(answer).toMatchObject({ status: "ok", body: { MessageBody: { QualificationValidity: "4" } } });
  });

  it.each([
    ["an unknown kind", "OQSsixxx01", {}, clinic, "SIM-E-001"],
    ["an unknown facility", "OQSsiquc01", inquiry, namedFacility("hospital"), "SIM-E-005"],
    ["a missing field", "OQSsiquc01", {}, clinic, "SIM-E-002"],
  ])("refuses %s at once, without a row", (_title, kind, body, facility, code) => {
    expect(open(kind, body, facility)).toMatchObject({ answer: { status: "refused", code }, changes: [] });
  });

  it("leaves the judgement of a certificate to its shell, with the policy of the day", () => {
    const body = { ChallengeId: "00".repeat(8), Certificate: "3000", Signature: "00".repeat(256) };
    expect(opened("SIMauthenticate", body)).toMatchObject({ certificate: undefined, graceMonths: 3 });
    expect(opened("OQSsiquc01", inquiry)).toMatchObject({ certificate: undefined });
  });

  it("keeps rows apart by table and key, few and many of them alike", () => {
    for (const count of [1, 16, 17, 40]) {
      const rows = new RowMap();
      for (let number = 0; number < count; number++) {
        rows.set("link", `${number}`, { personId: `p${number}` });
        rows.set("registration", `${number}`, undefined);
      }
      rows.set("link", "0", { personId: "changed" });
      expect(rows.get("link", "0")).toEqual({ personId: "changed" });
      expect(rows.get("link", `${count - 1}`)).toEqual({ personId: count === 1 ? "changed" : `p${count - 1}` });
      expect([rows.has("registration", "0"), rows.get("registration", "0")]).toEqual([true, undefined]);
      expect([rows.has("link", `${count}`), rows.get("link", `${count}`)]).toEqual([false, undefined]);
    }
  });
});
