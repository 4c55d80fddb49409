import { z } from "zod";
import { isCivilDate } from "../../simulator/kernel/civil-time.ts";
import { resultCodes } from "../../simulator/messages/result-codes.ts";

const ms = z.int().min(0).max(86_400_000);
const minutes = z.int().min(0).max(525_600);
const prefixes = z.array(z.string().regex(/^(?:\*|[A-Za-z0-9_]{3,40})$/, "write beginnings of file names, or *"));
const kindCode = z.string().regex(/^[A-Z]{3}(?:si|mu)[a-z]{3}\d{2}$/, "write it like OQSsiquc01");
const fullWidth = z.string().regex(/^[^ -~\uff61-\uff9f]{1,100}$/, "write 1 to 100 full-width characters");
const code = z.string().regex(/^[A-Za-z0-9-]{1,30}$/, "write 1 to 30 of A-Z, a-z, 0-9 and -");
const day = z.string().refine((written) => isCivilDate(written), "write an existing day as yyyymmdd, in quotes");

/** A part of the file: what is left out keeps our choice. */
const part = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape).partial();

/** What a profile file may say. Keys are those of receipt-system-interface.md §8's last column. */
export const profileShape = part({
  codes: z.partialRecord(z.enum(Object.keys(resultCodes)), part({ code, ja: fullWidth })),
  name: part({
    free: part({ most: z.int().min(1).max(64), usual: z.int().min(1).max(64) }),
    prefix: z.record(kindCode, kindCode),
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
  len: z.record(z.string().regex(/^[A-Za-z]\w*$/, "write the name of an element"), z.int().min(1).max(10_000)),
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
