/** The door to the harness: run scenarios, judge traces, write reports. */
export { catalogue, scenarioByName, subjectByName } from "./catalogue.ts";
export { type CertificationPlan, certify } from "./certification.ts";
export type { Check, Finding } from "./check.ts";
export { preparePictures } from "./edges/prepare-pictures.ts";
export { judge } from "./judge.ts";
export { replay } from "./replay.ts";
export { reports } from "./reports/index.ts";
export { simulate } from "./run.ts";
export type { Report, RunRecord, ScenarioRecord } from "./run-record.ts";
export type { Scenario, Step } from "./scenario.ts";
export type { Subject, SubjectAct, SubjectStep } from "./subjects/subject.ts";
export { writeTraceFile } from "./trace-file.ts";
export { readTraceFile } from "./trace-reading.ts";
export { exitCodes, type Verdict } from "./verdict.ts";
