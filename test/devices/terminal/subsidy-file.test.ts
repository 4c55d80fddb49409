import { describe, expect, it } from "vitest";
import { subsidyName, subsidyRecord } from "../../../devices/terminal/subsidy-file.ts";
import { pmhSimsm01 } from "../../../simulator/messages/kinds/pmh-simsm01.ts";
import { validate } from "../../../simulator/messages/validate.ts";

const WHEN = { at: "20260210090000", facility: "9910000018" };
const answer = (list: object) => ({ MessageHeader: {}, MessageBody: { ProcessingResultStatus: "1", ...list } });
const certificates = answer({ MedicalSubsidyList: { MedicalSubsidy: [{ MedicalSubsidyInsurerNumber: "54996012" }] } });

describe("the second file of a check-in (receipt-system-interface.md §8.12)", () => {
  it.each([
    ["nobody asked PMH", undefined],
    ["PMH has nothing to give", answer({})],
    ["PMH gives an empty list", answer({ MedicalSubsidyList: { MedicalSubsidy: [] } })],
  ])("there is none when %s", (_title, reply) => {
    expect(subsidyRecord(reply, WHEN)).toBeUndefined();
  });

  it("passes certificates on as they came", () => {
    expect(subsidyRecord(certificates, WHEN)).toBe(certificates);
  });

  it("says that PMH did not answer, in a record its own table accepts", () => {
    const record = subsidyRecord("not-confirmed", WHEN) as {
      readonly MessageHeader: object;
      readonly MessageBody: object;
    };
    expect(record.MessageHeader).toMatchObject({ SegmentOfResult: "9", ErrorCode: "SIM-E-901" });
    const written = { ...record, MessageHeader: { ...record.MessageHeader, CharacterCodeIdentifier: "0" } };
    expect(validate(pmhSimsm01.answer, written)).toEqual([]);
  });

  it.each([
    ["OQSsiquc01res_face_x_20260210090000.xml", "PMHsimsm01res_face_x_20260210090000.xml"],
    ["OQSsiquc01res_face_x_20260210090000.zip", "PMHsimsm01res_face_x_20260210090000.xml"],
  ])("bears the token and second of %s", (qualification, name) => {
    expect(subsidyName(qualification)).toBe(name);
  });
});
