import fc from "fast-check";

/**
 * Every property test draws the same cases in every run, so that a run says something of the change and not of chance. Another
 * seed looks further, and one that finds something goes into the test as an example:
 *
 *     MADOGUCHI_PROPERTY_SEED=2 npm test
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env["MADOGUCHI_PROPERTY_SEED"] ?? 1) });
