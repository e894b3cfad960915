/** Rows of a validation: which facts must hold, which are missed, and why. */

import type { Fact } from "../../calibration/fact.ts";
import { FACTS } from "../../calibration/facts.ts";
import type { Basis } from "../../calibration/row.ts";
import type { FactRow } from "../facts/fact-row.ts";

/** A fact beside the simulation, in the form that is published. */
export interface ValidationRow extends FactRow {
	readonly unit: string;
	readonly basis: Basis;
	readonly source: string;
	/** true when the model is not to be used while this row misses */
	readonly required: boolean;
	/** reason of a miss; null where the row passes or no reason is known */
	readonly explanation: string | null;
}

/** Ids of the calm facts that must hold. */
const REQUIRED_CALM = ["S1", "S2", "S3", "S5", "S6", "S7", "S9"];
/** Ids of the dated facts that must hold: all that are scored of 2024, and yearly prices. */
const REQUIRED_DATED = /-2024(-|$)|^us-price-20(19|20|21|22|23)$/;

/** Bounds that are assumed are counted, and not required. */
function isRequired({ id, scored }: FactRow): boolean {
	if (factOf(id).kind === "limit") return false;
	return REQUIRED_CALM.includes(id) || (scored && REQUIRED_DATED.test(id));
}

function factOf(id: string): Fact {
	const fact = FACTS.find((each) => each.id === id);
	if (fact === undefined) throw new RangeError(`no fact ${id}`);
	return fact;
}

function explained(row: FactRow): Pick<ValidationRow, "explanation"> {
	return { explanation: row.pass ? null : (EXPLANATIONS[row.id] ?? null) };
}

/** Units of calm measures that are not plain ratios. */
const CALM_UNITS: Readonly<Record<string, string>> = { S2: "1/√y" };

function unitOf(fact: Fact): string {
	return fact.kind === "calm" ? (CALM_UNITS[fact.id] ?? "1") : fact.unit;
}

function published(row: FactRow): ValidationRow {
	const fact = factOf(row.id);
	const { basis, source } = fact;
	return {
		...row,
		unit: unitOf(fact),
		basis,
		source,
		required: isRequired(row),
		...explained(row),
	};
}

/** Months of 2024 in which the median itself must lie near the record, and the distance allowed. */
const NEAR = ["2024-05", "2024-08", "2024-09", "2024-12"].map(
	(month) => `rotterdam-${month}`,
);
const HOW_NEAR = 0.2;

/** Makes a row that asks the median of another row to lie near its record. */
function medianRow(row: ValidationRow): ValidationRow {
	const record = row.record as number;
	const own = {
		...row,
		id: `${row.id}-median`,
		label: `${row.label}, the median`,
		pass: Math.abs(row.p50 / record - 1) <= HOW_NEAR,
		rule: "median within ±20 % of the record",
		required: true,
	};
	return { ...own, ...explained(own) };
}

/** Lists every row: the facts in their order, then the medians judged by themselves. */
export function validationRows(
	facts: readonly FactRow[],
): readonly ValidationRow[] {
	const rows = facts.map(published);
	const medians = rows.filter(({ id }) => NEAR.includes(id)).map(medianRow);
	return [...rows, ...medians];
}

/** Rows that are scored and miss. */
export function missesOf(
	rows: readonly ValidationRow[],
): readonly ValidationRow[] {
	return rows.filter(({ scored, pass }) => scored && !pass);
}

/**
 * Reasons of misses, by the id of the fact. Every row of the published validation that misses
 * must stand here; a reason is shown only while its row misses.
 */
export const EXPLANATIONS: Readonly<Record<string, string>> = {
	S2: "News is cut at three deviations instead of four, so that no spike has no cause, and plants short of feed bid against thin months: the median lies on the lower edge. The record's own figure, from 29 irregular quotes, is known to about a fifth.",
	S5: "The price falls in every draw; in one of twenty it falls as a straight line, not convexly, where the three prices lie on one straight piece between two points of the grid, eight per cent apart.",
	"world-stock-2024":
		"Users who fear a cut lay in stock while use gives way within months, so that world stocks rise by a fifth in the median draw; the bound is assumed. Fear, elastic cover and milder use together meet it in a fifth of the draws.",
	S9: "Under wide ranges of elasticities and of the norm's pull a market may settle away from its normal price: more of the nine-year medians lie above 1.15 than below 0.85. The facts of 2018 to 2024, to which the posterior is fitted, rule most such draws out.",
};
