import { start } from "../../simulator/kernel/process.ts";
import { CallCentre, REPORT_TITLE } from "../../simulator/neighbours/call-centre.ts";
import type { World } from "../world.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /**
     * The facility turns to the call centre: for the outage function (a proper call opens it about half an hour later,
     * while the scenario goes on), with the report of its use, or because another person's data were shown.
     */
    readonly "call-centre": {
      readonly about: "outage-function" | "report-of-use" | "wrong-person";
      /** What the caller forgets to say, or the title of the report is not the one asked for. */
      readonly forgets?: "caller" | "title";
    };
  }
}

/** 担当者 of every facility on stage; invented. */
const CALLER = "窓口　一子";

export const callCentre = stepRunner({
  step: "call-centre",
  title: { ja: "コールセンターへの連絡", en: "turns to the call centre" },
  *run({ about, forgets }, { world, strand }) {
    const { facility } = world;
    const centre = callCentreOf(world);
    const call = {
      facilityCode: facility.code,
      facilityName: facility.name.ja,
      caller: forgets === "caller" ? "" : CALLER,
      contact: facility.phone,
    };
    if (about === "report-of-use") {
      yield* centre.takesReport(call, forgets === "title" ? "利用報告" : REPORT_TITLE, strand);
    } else if (about === "wrong-person") {
      yield* centre.hearsOfWrongPerson(call, strand);
    } else {
      start(centre.asksForOutageFunction(call, strand), (outcome) => {
        if ("error" in outcome) throw outcome.error;
      });
    }
  },
});

function callCentreOf({ clock, ledger, facility }: World): CallCentre {
  return new CallCentre({ clock, ledger, facilityByCode: (code) => (code === facility.code ? facility : undefined) });
}
