import { describe, expect, it } from "vitest";
import * as devices from "../../devices/index.ts";
import * as harness from "../../harness/index.ts";
import * as simulator from "../../simulator/index.ts";

/** What the package promises behind each of its three doors. */
const promised = {
  simulator: [
    "CentralServer",
    "DedicatedLine",
    "Mailbox",
    "MemoryLedger",
    "MisuseError",
    "Population",
    "ProtocolViolation",
    "Switchboard",
    "VirtualClock",
    "all",
    "authorityGenerations",
    "authorityOf",
    "checkedInKeys",
    "createAuthority",
    "decodeMessage",
    "encodeMessage",
    "fault",
    "freshKeys",
    "issueSignatureCertificate",
    "issueTerminalCertificate",
    "issueUserCertificate",
    "messageKinds",
    "policyAt",
    "rngFromSeed",
    "sleep",
    "start",
  ],
  devices: [
    "Card",
    "CardProcessing",
    "CardSlot",
    "ExchangeFolders",
    "FieldChannel",
    "LinkApplication",
    "PcscService",
    "VpcdClient",
    "cardApplications",
    "cardChoices",
    "cardProfile",
    "decodeCommand",
    "defaultTerminalSettings",
    "deviceFaults",
    "encodeCommand",
    "encodeResponse",
    "foreignCards",
    "issueCard",
    "myNumberCard",
    "openApduPort",
    "readerProfiles",
    "readerSession",
    "wallTimers",
  ],
  harness: [
    "catalogue",
    "certify",
    "exitCodes",
    "judge",
    "preparePictures",
    "readTraceFile",
    "replay",
    "reports",
    "scenarioByName",
    "simulate",
    "subjectByName",
    "writeTraceFile",
  ],
} as const;

describe("the doors of the package", () => {
  it.each([
    ["simulator", simulator],
    ["devices", devices],
    ["harness", harness],
  ] as const)(
    "%s keeps every name it promises; a missing one goes back into its index.ts, or the version changes",
    (name, door) => {
      expect(Object.keys(door).sort()).toEqual([...promised[name]]);
    },
  );
});
