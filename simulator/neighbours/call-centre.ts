import "../central/gates.ts";
import type { Ledger } from "../central/ledger.ts";
import { type CivilDate, dateAt, HOUR_MS, MINUTE_MS, midnightMs } from "../kernel/civil-time.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Strand } from "../kernel/pco.ts";
import { type Process, sleep } from "../kernel/process.ts";
import { isHoliday, weekdayOf } from "../population/business-day.ts";
import type { Facility } from "../population/facility.ts";
import { type OutageRequestOutcome, outageRequest } from "../rules/outage-request.ts";

/** What a call or mail is about (requirements.md R3-26, R3-47 to R3-50). */
export type CallMatter =
  | "outage-function"
  | "call-back"
  | "report-form"
  | "function-open"
  | "report-of-use"
  | "wrong-person";

/** A call or mail between a facility and the call centre, as its log keeps it. */
export interface CallRecord {
  readonly from: "facility" | "call-centre" | "executing-body";
  readonly facility: string;
  readonly matter: CallMatter;
  /** Name of the person in charge at the facility. */
  readonly caller?: string;
  readonly outcome?: OutageRequestOutcome | "taken" | "sent-back";
}

declare module "../kernel/pco.ts" {
  interface Pcos {
    /** On the phone or by mail between a facility and the call centre. */
    "call.record": { readonly live: CallRecord; readonly kept: CallRecord };
  }
}

/** A facility that calls: what it says. */
export interface Call {
  readonly facilityCode: string;
  readonly facilityName: string;
  readonly caller: string;
}

/** Hours of the call centre, Japan time: Monday to Friday 8–18, Saturday 8–16, not on holidays (requirements.md R3-52). */
const OPENS_HOUR = 8;
const CLOSES_HOUR = { weekday: 18, saturday: 16 } as const;
/** From the call to the open function about half an hour (requirements.md R3-51, N-07). */
const OPENING_MS = 30 * MINUTE_MS;
/** The call centre calls back at once; the mail with the form follows (the time is ours). */
const CALL_BACK_MS = 3 * MINUTE_MS;
/** Title the report of use must bear (requirements.md R3-50). */
export const REPORT_TITLE = "システム障害時機能の利用報告";

/** Whether the call centre answers at an instant. */
export function answersAt(atMs: number): boolean {
  const date: CivilDate = dateAt(atMs);
  const weekday = weekdayOf(date);
  if (weekday === 0 || isHoliday(date)) return false;
  const sinceMidnightMs = atMs - midnightMs(date);
  const closes = weekday === 6 ? CLOSES_HOUR.saturday : CLOSES_HOUR.weekday;
  return sinceMidnightMs >= OPENS_HOUR * HOUR_MS && sinceMidnightMs < closes * HOUR_MS;
}

/** What the call centre works with. */
export interface CallCentreParts {
  readonly clock: Clock;
  readonly ledger: Pick<Ledger, "apply">;
  readonly facilityByCode: (code: string) => Facility | undefined;
}

/** オンライン資格確認等コールセンター and the body that switches the outage function on (eligibility-rules.md §15.1). */
export class CallCentre {
  readonly #parts: CallCentreParts;

  constructor(parts: CallCentreParts) {
    this.#parts = parts;
  }

  /**
   * A facility asks for the outage function. A proper call is called back, on the number of the 保険医療機関届 and no other,
   * the form is mailed, and about half an hour after the call the function is open and the facility told.
   */
  *asksForOutageFunction(call: Call, strand: Strand): Process<OutageRequestOutcome> {
    const { clock, facilityByCode, ledger } = this.#parts;
    const calledAtMs = clock.nowMs;
    const facility = facilityByCode(call.facilityCode);
    const known = facility === undefined ? undefined : { name: facility.name.ja };
    const { result } = outageRequest.decide({ ...call, within: answersAt(calledAtMs), known });
    const record = { facility: call.facilityCode, caller: call.caller };
    yield* strand.cross("call.record", { ...record, from: "facility", matter: "outage-function", outcome: result });
    if (result !== "calls-back") return result;
    yield* sleep(clock, CALL_BACK_MS);
    const { facilityCode: code } = call;
    yield* strand.cross("call.record", { from: "call-centre", facility: code, matter: "call-back" });
    yield* strand.cross("call.record", { from: "call-centre", facility: code, matter: "report-form" });
    yield* sleep(clock, calledAtMs + OPENING_MS - clock.nowMs);
    ledger.apply([{ table: "outageGate", key: code, row: { opensAtMs: clock.nowMs } }]);
    yield* strand.cross("call.record", { from: "executing-body", facility: code, matter: "function-open" });
    return result;
  }

  /** The report of use that is mailed afterwards; one without the title comes back (requirements.md R3-50). */
  *takesReport(facility: string, title: string, strand: Strand): Process<"taken" | "sent-back"> {
    const outcome = title === REPORT_TITLE ? "taken" : "sent-back";
    yield* strand.cross("call.record", { from: "facility", facility, matter: "report-of-use", outcome });
    return outcome;
  }

  /** Another person's data were shown; the insurer is told and corrects (requirements.md R3-26, R3-31). */
  *hearsOfWrongPerson(facility: string, caller: string, strand: Strand): Process<"taken" | "nobody-answers"> {
    const outcome = answersAt(this.#parts.clock.nowMs) ? "taken" : "nobody-answers";
    yield* strand.cross("call.record", { from: "facility", facility, caller, matter: "wrong-person", outcome });
    return outcome;
  }
}
