import { z } from "zod";
import { isCivilDate } from "../../simulator/kernel/civil-time.ts";
import { messageKind, messageKinds, parseFileName } from "../../simulator/messages/index.ts";
import { resultCodes } from "../../simulator/messages/result-codes.ts";
import { CARRIABLE } from "../../simulator/messages/validate.ts";
import { nearest } from "./mistakes.ts";
import { leastLengths } from "./text-lengths.ts";

const ms = z.int().min(0).max(86_400_000);
const minutes = z.int().min(0).max(525_600);
const prefixes = z.array(z.string().regex(/^(?:\*|[A-Za-z0-9_]{3,40})$/, "write beginnings of file names, or *"));
const kindCode = z
  .string()
  .refine(
    (written) => parseFileName(`${written}req_1.xml`)?.code === written,
    "write it like OQSsiquc01: OQS, YZK, TKK, CIP, EPS, CIS, EMS or PMH; si or mu; three letters; 01, 02, 11 or 12",
  );
const fullWidth = z
  .string()
  .regex(/^[^ -~\uff61-\uff9f]{1,100}$/u, "write 1 to 100 full-width characters")
  .regex(CARRIABLE, "holds line ends, control characters or others that no file can carry; remove them");
const code = z.string().regex(/^[A-Za-z0-9-]{1,30}$/, "write 1 to 30 of A-Z, a-z, 0-9 and -");
const day = z.string().refine((written) => isCivilDate(written), "write an existing day as yyyymmdd, in quotes");

/** A part of the file: what is left out keeps our choice. */
const part = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape).partial();

/** A table whose keys are names of ours; `wrong` says what a name, or its value there, must not be. */
const table = <V extends z.ZodType>(value: V, wrong: (name: string, value: z.output<V>) => string | undefined) =>
  z.record(z.string(), value).superRefine((given, cx) => {
    for (const [name, written] of Object.entries(given)) {
      const message = wrong(name, written as z.output<V>);
      if (message !== undefined) cx.addIssue({ code: "custom", path: [name], message });
    }
  });

const unless = (known: boolean, what: string, name: string, names: readonly string[]): string | undefined =>
  known ? undefined : `we have no ${what} of this name; did you mean ${nearest(name, names).join(" or ")}?`;

const codeNames = Object.keys(resultCodes);
const kindNames = messageKinds.map((kind) => kind.code);

function lengthFault(name: string, length: number): string | undefined {
  const least = leastLengths.get(name);
  if (least === undefined) return unless(false, "text element", name, [...leastLengths.keys()]);
  return length < least ? `is too short: people and texts of ours need ${least} characters` : undefined;
}

/** What a profile file may say. Keys are those of receipt-system-interface.md §8's last column. */
export const profileShape = part({
  codes: table(part({ code, ja: fullWidth }), (name) => unless(codeNames.includes(name), "code", name, codeNames)),
  name: part({
    free: part({ most: z.int().min(1).max(64), usual: z.int().min(1).max(64) }),
    prefix: table(kindCode, (name) => unless(messageKind(name) !== undefined, "kind", name, kindNames)),
  }),
  write: part({ style: z.enum(["whole", "rename", "in-place", "locked"]), ms }),
  result: part({
    encoding: z.enum(["UTF-8", "Shift_JIS", "as-request"]),
    order: z.enum(["paper", "shuffled", "hash"]),
    optionals: z.enum(["omit", "empty"]),
  }),
  delay: part({
    style: z.enum(["centre", "fixed", "spread", "beyond", "never"]),
    fixedMs: ms,
    spreadFromMs: ms,
    spreadToMs: ms,
    beyondMs: ms,
  }),
  zip: part({
    encrypt: prefixes,
    plain: prefixes,
    password: z.string().max(128),
    bulk: z.enum(["xml", "zip"]),
  }),
  stay: part({ noticeMinutes: minutes, medicalMinutes: minutes }),
  err: part({ content: z.enum(["lines", "empty"]), accept: z.enum(["usual", "strict", "lenient"]) }),
  face: part({ key: z.boolean(), readers: z.enum(["untold"]) }),
  len: table(z.int().min(1).max(10_000), lengthFault),
  poll: part({ ms: z.int().min(0).max(60_000) }),
  order: part({ spreadMs: z.int().min(0).max(600_000) }),
  share: part({ case: z.enum(["any", "exact"]) }),
  ext: part({
    visits: z.boolean(),
    withdrawal: z.boolean(),
    settings: z.boolean(),
    emergency: z.boolean(),
    codes: z.boolean(),
    emr: z.boolean(),
    pmh: z.boolean(),
  }),
  bulk: part({
    most: z.int().min(1).max(1_000),
    keptDays: z.int().min(1).max(365),
    readyMs: ms,
    readyPerPersonMs: ms,
  }),
  yzk: part({
    result: part({
      ok: z.enum(["1"]),
      refused: z.string().regex(/^[0-9A-Za-z]{1,2}$/, "write 1 or 2 letters or digits"),
    }),
  }),
  lenient: part({ zeroFill: z.boolean() }),
  flags: part({ number: z.enum(["limit"]), card: z.enum(["all"]) }),
  multi: z.enum(["no-list"]),
  empty: z.enum(["omit", "empty-list"]),
  aid: part({ unentrusted: z.enum(["masked", "shown"]), validity: z.enum(["insurance", "aid"]) }),
  policy: part({ limit: day }),
});
