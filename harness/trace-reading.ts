import { z } from "zod";
import { MisuseError } from "../simulator/kernel/errors.ts";
import {
  type AnyCrossing,
  type Footer,
  type RunHeader,
  type Trace,
  TraceDigest,
  traceOf,
} from "../simulator/kernel/trace.ts";

const headerShape = z.object({
  format: z.literal(1),
  product: z.string(),
  scenario: z.string(),
  scenarioHash: z.string(),
  subject: z.string(),
  mode: z.enum(["simulate", "live"]),
  seed: z.int(),
  policyDate: z.string().regex(/^\d{8}$/),
  epochMs: z.int(),
  reader: z.string(),
  facility: z.string(),
  armed: z.array(z.object({ fault: z.string(), params: z.json() })),
  pictures: z.string(),
});

const crossingShape = z.object({
  seq: z.int().positive(),
  atMs: z.int(),
  pco: z.string(),
  message: z.json(),
  cause: z.int().optional(),
  by: z.array(z.string()).optional(),
  fate: z.string().optional(),
  marks: z.array(z.string()).optional(),
  input: z.literal(true).optional(),
});

const footerShape = z.object({
  outcome: z.enum(["completed", "incomplete", "crashed"]),
  crossings: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Longer files are no traces of ours. */
const MAX_CHARACTERS = 256 * 1024 * 1024;

/**
 * Reads a trace file and checks its digest. A {@link MisuseError} names the line and what is wrong with it; a digest
 * that does not agree means that somebody changed the evidence.
 */
export function readTraceFile(text: string): Trace {
  if (text.length > MAX_CHARACTERS) throw new MisuseError("trace", "the file is too large to be a trace");
  const lines = text.split("\n").filter((line) => line !== "");
  const [first, ...rest] = lines;
  const last = rest.pop();
  if (first === undefined || last === undefined) throw new MisuseError("trace", "the file has no header or no footer");
  const header = parse(headerShape, first, 1) as RunHeader;
  const footer = parse(footerShape, last, lines.length) as Footer;
  const crossings = rest.map((line, index) => parse(crossingShape, line, index + 2) as AnyCrossing);
  const digest = new TraceDigest();
  for (const line of lines.slice(0, -1)) digest.add(line);
  if (digest.finish() !== footer.sha256)
    throw new MisuseError("trace", "the digest does not agree: the evidence was changed");
  return traceOf(header, crossings, footer);
}

/** A line whose shape holds; what a message says inside is for the checks to judge. */
function parse(shape: z.ZodType, line: string, number: number): unknown {
  const wrong = (what: string): MisuseError => new MisuseError(`trace line ${number}`, what);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw wrong("is not JSON");
  }
  const result = shape.safeParse(value);
  if (result.success) return value; // as it was written: key order is part of the digest
  const [issue] = result.error.issues;
  throw wrong(`${issue?.path.join(".") || "the line"}: ${issue?.message ?? "is malformed"}`);
}
