import { describe, expect, it } from "vitest";
import { ExchangeFolders } from "../../../devices/terminal/exchange-folder.ts";
import { referenceDecisions } from "../../../harness/subjects/decisions.ts";
import { ReceiptSystem } from "../../../harness/subjects/receipt-system.ts";
import type { SubjectAct, SubjectStep } from "../../../harness/subjects/subject.ts";
import { worldFolders } from "../../../harness/subjects/world-folders.ts";
import { civilDate, midnightMs, SECOND_MS } from "../../../simulator/kernel/civil-time.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { start } from "../../../simulator/kernel/process.ts";
import { encodeMessage } from "../../../simulator/messages/index.ts";
import { receptionAnswer } from "../../../simulator/messages/kinds/bulk-parts.ts";

const PATIENT = { key: "B1", keys: { insurerNumber: "06990014", number: "1", birthdate: "19800101" } };
const JOBS: readonly (readonly [string, SubjectStep])[] = [
  ["the bulk inquiry", { do: "inquire-batch", on: "20260211", patients: [PATIENT] }],
  ["the pull of tickets", { do: "pull-tickets" }],
  ["the fetch of who consented at home", { do: "fetch-consented", visits: "home", from: "20260201", to: "20260210" }],
];

/** A job handed in by the reference receipt system on 10 February 2026, and the answer to its first step. */
function answered(job: SubjectStep, answer: Uint8Array) {
  const clock = new VirtualClock(midnightMs(civilDate("2026-02-10")));
  const folders = new ExchangeFolders();
  const acts: SubjectAct[] = [];
  const system = new ReceiptSystem({
    folders: worldFolders(folders, () => 1),
    clock,
    facility: "9910000018",
    decisions: referenceDecisions,
    tell: (act) => acts.push(act),
  });
  start(system.act(job), (outcome) => {
    if ("error" in outcome) throw outcome.error;
  });
  const [request = ""] = acts.flatMap((act) => (act.act === "asked" ? [act.file] : []));
  folders.write({ folder: "res", name: request.replace("req_", "res_"), bytes: answer });
  clock.advanceTo(clock.nowMs + 5 * SECOND_MS);
  return {
    alerts: acts.flatMap((act) => (act.act === "alerted" ? [act.alert] : [])),
    left: folders.list("res").length,
  };
}

const refusal = encodeMessage(
  receptionAnswer,
  {
    MessageHeader: {
      ProcessExecutionTime: "20260210000001",
      MedicalInstitutionCode: "9910000018",
      SegmentOfResult: "9",
      ErrorCode: "SIM-E-006",
      ErrorMessage: "【模擬】件数が上限を超えています。",
      CharacterCodeIdentifier: "0",
    },
    MessageBody: {},
  },
  { encoding: "UTF-8", order: "paper" },
);

describe("a job in two steps", () => {
  it.each(JOBS)("%s ends with a word to the user where the centre refuses it, and the file is taken away", (_, job) => {
    expect(answered(job, refusal)).toEqual({ alerts: ["centre-error"], left: 0 });
  });

  it.each(JOBS)("%s ends with a word to the user where the answer cannot be read, and the file is kept", (_, job) => {
    expect(answered(job, refusal.slice(0, 200))).toEqual({ alerts: ["request-refused"], left: 1 });
  });
});
