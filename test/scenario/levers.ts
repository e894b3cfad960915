import { faultLine } from "../../src/scenario/text/fault.ts";
import { complaints, HEAD, load } from "./files.ts";

/** A file with shocks, one a line. */
export const shocks = (...lines: readonly string[]): string =>
	`${HEAD}shocks:\n${lines.map((line) => `  - {${line}}\n`).join("")}`;
/** What is said of shocks that are not sound. */
export const told = (...lines: readonly string[]) =>
	complaints(shocks(...lines)).map((line) => line.replace(/^test\.yaml:/, ""));
/** What is said of shocks that may run all the same. */
export const warned = (...lines: readonly string[]) =>
	load({ "test.yaml": shocks(...lines) }).warnings.map(faultLine);
/** The one shock of a file as it is understood. */
export const only = (line: string) =>
	load({ "test.yaml": shocks(line) }).scenario.shocks[0];

/** One lever of each kind, sound by itself or beside the refinery. */
export const REFINERY =
	"id: mill, kind: refining-investment, in: Pakistan, capacity: 2000 t/y, from: 2027-01-01";
export const FILL =
	"id: fill, kind: stockpile, agency: US, mode: fill, tonnes: 3000 t, from: 2027-01-01";
export const FLOOR =
	"id: floor, kind: price-floor, sellers: [mill], floor: 20000 USD/t, from: 2027-01-01";
export const OFFTAKE =
	"id: take, kind: offtake, buyer: US, seller: mill, from: 2030-01-01";
export const CLOSURE =
	"id: shut, kind: route-closure, of: russian-exporters, from: 2027-01-01";
export const TARIFF =
	"id: duty, kind: tariff, importer: US, rate: 0.25, from: 2027-01-01";
export const WORKS =
	"id: works, kind: recycling, region: Belgium, capacity: 900 t/y, cost: 7000 USD/t, from: 2027-01-01";

/** The same shock under another name. */
export const again = (line: string) => line.replace(/id: \w+/, "id: again");
