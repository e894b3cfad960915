/** Target of a calibration: a record, and the errors allowed in it. */

/** Record against which the model is held. */
export interface Target {
	/** the record in logs, one a row */
	readonly record: Float64Array;
	/** standard deviation of the error allowed to model and sources, one a row */
	readonly discrepancies: Float64Array;
}
