/** The record of 2018 to 2024 in logs, with the error allowed in each row. */

import { DATED_FACTS } from "../../calibration/facts.ts";
import { log } from "../../math.ts";
import { RECORD_FACT_IDS } from "../facts/record-facts.ts";
import type { Target } from "./calibrate.ts";

/**
 * Standard deviation, in logs, by which the model may miss a figure: the spread of sources,
 * and what one price a month cannot show.
 * Basis: assumed.
 */
const DISCREPANCY = 0.1;
/** Discrepancy of Chinese export tonnages under licence, which a single permit can swing. */
const LICENSED_DISCREPANCY = 0.5;
const LICENSED = /^exports-2024-1[0-2]$/;

/** A scored fact of the record, in logs. */
interface ScoredRow {
	readonly id: string;
	/** place of the fact in `measureRecord` */
	readonly at: number;
	readonly logRecord: number;
	/** standard deviation of the error allowed to model and sources, in logs */
	readonly discrepancy: number;
}

/** Scored facts of 2018 to 2024. */
const SCORED_ROWS: readonly ScoredRow[] = DATED_FACTS.filter(
	(fact) => fact.scored,
).map((fact) => {
	const at = RECORD_FACT_IDS.indexOf(fact.id);
	if (at < 0) throw new RangeError(`nothing measures the fact ${fact.id}`);
	const range =
		fact.low === undefined || fact.high === undefined
			? 0
			: log(fact.high / fact.low) / 2;
	const own = LICENSED.test(fact.id) ? LICENSED_DISCREPANCY : DISCREPANCY;
	return {
		id: fact.id,
		at,
		logRecord: log(fact.record),
		discrepancy: Math.sqrt(own * own + range * range),
	};
});

/** The record of 2018 to 2024 as the target of a calibration. */
export const RECORD_TARGET: Target = {
	record: Float64Array.from(SCORED_ROWS, (row) => row.logRecord),
	discrepancies: Float64Array.from(SCORED_ROWS, (row) => row.discrepancy),
};

/** Picks the scored facts of one replicate from all measured ones, in logs. */
export function scoredLogs(facts: Float64Array): Float64Array {
	return Float64Array.from(SCORED_ROWS, (row) =>
		log(Math.max(facts[row.at] as number, 1e-9)),
	);
}
