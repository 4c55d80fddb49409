import type { Trace } from "../../../simulator/kernel/trace.ts";
import { decodeMessage, siquc01 } from "../../../simulator/messages/index.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { keptBytes, visitAskedFor } from "../reading.ts";

/** One request and at most three more (readers-and-line.md §17 "queue": our reading of what the line should bear). */
const MOST_REQUESTS = 4;

/** A request by number that the terminal can send on. */
interface SentRequest {
  readonly seq: number;
  readonly name: string;
  /** Whom it asks about for which day, after which step at the counter: requests that agree in it are one inquiry. */
  readonly inquiry: string;
}

/** What cannot be read never reaches the line; of a request that grew in its folder only the last state can be read. */
function requestsIn(trace: Trace): readonly SentRequest[] {
  return trace.on("exchange.file").flatMap(({ seq, message }) => {
    const { folder, change, name } = message;
    if (folder !== "req" || change !== "written" || !/^OQSsiquc01req_/i.test(name)) return [];
    const decoded = decodeMessage(siquc01.request, keptBytes(message) ?? new Uint8Array(0));
    if (!decoded.ok) return [];
    const { MessageHeader, MessageBody } = decoded.record;
    const { InsurerNumber, InsuredCardSymbol, InsuredIdentificationNumber, InsuredBranchNumber, Birthdate } =
      MessageBody.QualificationConfirmSearchInfo;
    const whom = [InsurerNumber, InsuredCardSymbol, InsuredIdentificationNumber, InsuredBranchNumber, Birthdate];
    const step = trace.on("scenario.step").findLast((crossing) => crossing.seq < seq);
    return [{ seq, name, inquiry: [step?.seq, MessageHeader.QualificationConfirmationDate, ...whom].join("/") }];
  });
}

/** A receipt system that hears nothing must not flood the line, whatever it tells of its requests. */
export const requestsBounded = check({
  id: "line/requests-bounded",
  title: { ja: "再試行の上限", en: "requests are bounded" },
  expected: {
    ja: "一つの照会の要求は再試行を含め4回以内",
    en: "at most four requests for one inquiry, retries included",
  },
  clause: "readers-and-line.md §17 (our choice); requirements.md C54",
  requires: ["R3-43"],
  next: { ja: "再試行の回数に上限を設けてください", en: "limit the number of retries" },
  judge(trace) {
    const requests = requestsIn(trace);
    if (requests.length === 0) return inconc({ ja: "要求がなかった", en: "nothing was asked" });
    const inquiries = Map.groupBy(requests, ({ inquiry }) => inquiry);
    const flood = [...inquiries.values()].find(({ length }) => length > MOST_REQUESTS);
    const [first] = flood ?? [];
    if (flood !== undefined && first !== undefined) {
      const visit = visitAskedFor(trace, first.name) ?? "?";
      return fail(
        flood.map(({ seq }) => seq),
        {
          ja: `来院${visit}で${flood.length}回要求した（${first.name}から）`,
          en: `visit ${visit}: ${flood.length} requests, ${first.name} the first`,
        },
      );
    }
    return pass(
      requests.map(({ seq }) => seq),
      { ja: `要求${requests.length}回、上限内`, en: `${requests.length} requests, within the limit` },
    );
  },
  passes: ["C07", "C53", "C54"],
  bites: ["C53@broken/retries-forever", "C54@broken/retries-forever"],
});
