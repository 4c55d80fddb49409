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
  /** Code and name of the facility, as the facility tells them (requirements.md R3-55). */
  readonly facility: string;
  readonly facilityName: string;
  readonly matter: CallMatter;
  /** Name of the person in charge at the facility. */
  readonly caller?: string;
  /** Where the caller wants to be reached. */
  readonly contact?: string;
  /** The number that is called: that of the 保険医療機関届, whatever the caller says (R3-48). */
  readonly phone?: string;
  readonly outcome?: OutageRequestOutcome | "taken" | "sent-back";
}

/** The call, the mail or the call back never arrived. */
type Lost = typeof LOST;
const LOST = "lost";

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
  /** Where it wants to be reached; nobody is called back there. */
  readonly contact: string;
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
  *asksForOutageFunction(call: Call, strand: Strand): Process<OutageRequestOutcome | Lost> {
    const { clock, facilityByCode } = this.#parts;
    const facility = facilityByCode(call.facilityCode);
    const known = facility === undefined ? undefined : { name: facility.name.ja };
    const { result } = outageRequest.decide({ ...call, within: answersAt(clock.nowMs), known });
    const heard = yield* arrives({ ...toldIn(call), matter: "outage-function", outcome: result }, strand);
    if (!heard) return LOST;
    if (result !== "calls-back" || facility === undefined) return result;
    return (yield* this.#opensFor(facility, strand)) ? result : LOST;
  }

  /**
   * False when the call back did not arrive: then nobody knows who called, and nothing opens. A lost notice leaves the
   * function open, for it is switched on before the facility is told (requirements.md R3-49).
   */
  *#opensFor({ code, name, phone }: Facility, strand: Strand): Process<boolean> {
    const { clock, ledger } = this.#parts;
    const opensAtMs = clock.nowMs + OPENING_MS;
    const to = { facility: code, facilityName: name.ja };
    yield* sleep(clock, CALL_BACK_MS);
    if (!(yield* arrives({ ...to, phone, from: "call-centre", matter: "call-back" }, strand))) return false;
    yield* arrives({ ...to, from: "call-centre", matter: "report-form" }, strand);
    yield* sleep(clock, Math.max(0, opensAtMs - clock.nowMs));
    ledger.apply([{ table: "outageGate", key: code, row: { opensAtMs: clock.nowMs } }]);
    yield* arrives({ ...to, phone, from: "executing-body", matter: "function-open" }, strand);
    return true;
  }

  /** The report of use that is mailed afterwards; one without the title comes back (requirements.md R3-50). */
  *takesReport(
    from: Pick<Call, "facilityCode" | "facilityName">,
    title: string,
    strand: Strand,
  ): Process<"taken" | "sent-back" | Lost> {
    const outcome = title === REPORT_TITLE ? "taken" : "sent-back";
    const record = { from: "facility", facility: from.facilityCode, facilityName: from.facilityName } as const;
    return (yield* arrives({ ...record, matter: "report-of-use", outcome }, strand)) ? outcome : LOST;
  }

  /** Another person's data were shown; the insurer is told and corrects (requirements.md R3-26, R3-31). */
  *hearsOfWrongPerson(call: Call, strand: Strand): Process<"taken" | "nobody-answers" | Lost> {
    const outcome = answersAt(this.#parts.clock.nowMs) ? "taken" : "nobody-answers";
    return (yield* arrives({ ...toldIn(call), matter: "wrong-person", outcome }, strand)) ? outcome : LOST;
  }
}

/** What a caller tells, as the log keeps it (requirements.md SYS-41). */
function toldIn({ facilityCode: facility, ...told }: Call) {
  return { from: "facility", facility, ...told } as const;
}

/** Whether a call or mail reached the other side. */
function* arrives(record: CallRecord, strand: Strand): Process<boolean> {
  const { delivered } = yield* strand.cross("call.record", record);
  return delivered.length > 0;
}
