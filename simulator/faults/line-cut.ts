import { fault } from "../kernel/fault.ts";
import "../line/line.ts";

/** The line breaks: before the request reaches the centre, or after the centre worked and before the answer arrived. */
export const lineCut = fault({
  id: "line-cut",
  title: { ja: "回線切断", en: "line cut" },
  pco: "line.segment",
  defaults: { at: "request" } as { readonly at: "request" | "answer" },
  shows: "C53",
  arm:
    ({ at }) =>
    (segment) =>
      segment.step === at ? { sever: `line cut at the ${at}` } : { pass: segment },
});
