import type { Report } from "../run-record.ts";
import { htmlReport } from "./html/report.ts";
import { jsonReport } from "./json.ts";
import { junitReport } from "./junit.ts";

/** Every report format, by hand: one line a format. */
export const reports: readonly Report[] = [htmlReport, jsonReport, junitReport];
